/// Bytes on their way out, handed on piece by piece: a long report need not be in memory whole.
package struct PieceWriter {
  private var piece: [UInt8] = []
  private let take: ([UInt8]) -> Void
  /// How many bytes were written so far.
  private(set) var count = 0

  private static let size = 1 << 16

  /// - Parameter take: is given the bytes in order, in pieces of any size. What is left at the end needs ``flush()``.
  init(to take: @escaping ([UInt8]) -> Void) {
    self.take = take
  }

  mutating func write(_ text: String) {
    write(text.utf8)
  }

  mutating func write(_ byte: UInt8) {
    piece.append(byte)
    count += 1
    if piece.count >= Self.size { flush() }
  }

  mutating func write(_ bytes: some Collection<UInt8>) {
    let before = piece.count
    piece.append(contentsOf: bytes)
    count += piece.count - before
    if piece.count >= Self.size { flush() }
  }

  mutating func flush() {
    guard !piece.isEmpty else { return }
    take(piece)
    piece.removeAll(keepingCapacity: true)
  }
}
