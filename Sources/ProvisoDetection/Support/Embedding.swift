package import ProvisoText

/// Where the bytes of a text that is a part of a file stand in that file.
package struct Embedding: Sendable {
  private enum Offsets: Sendable {
    /// One piece of the file, as it stands there.
    case from(Int)
    /// The place of each byte, and of the end: the text was written with escapes.
    case each([Int])
  }

  let file: WholeFile
  private let offsets: Offsets

  package var host: SourceText { file.source }

  init(file: WholeFile, from start: Int) {
    self.file = file
    offsets = .from(start)
  }

  /// - Parameter offsets: One more than the text has bytes, in ascending order.
  init(file: WholeFile, offsets: [Int]) {
    self.file = file
    self.offsets = .each(offsets)
  }

  func range(_ range: Range<Int>) -> Range<Int> {
    switch offsets {
    case .from(let start): return start + range.lowerBound..<start + range.upperBound
    case .each(let offsets):
      guard let last = offsets.last else { return 0..<0 }
      let lower = offsets.indices.contains(range.lowerBound) ? offsets[range.lowerBound] : last
      guard range.upperBound > range.lowerBound else { return lower..<lower }
      // The end of the last byte, not the start of the next: a line end stands there as two bytes.
      let upper = offsets.indices.contains(range.upperBound - 1) ? offsets[range.upperBound - 1] + 1 : last
      return lower..<max(upper, lower)
    }
  }

  func part(_ range: Range<Int>) -> Embedding {
    switch offsets {
    case .from(let start): return Embedding(file: file, from: start + range.lowerBound)
    case .each(let offsets):
      let end = min(range.upperBound + 1, offsets.count)
      return Embedding(file: file, offsets: Array(offsets[min(range.lowerBound, end)..<end]))
    }
  }
}

extension DetectionInput {
  /// A part of the source as a text of its own, whose places are those of the file.
  func part(_ range: Range<Int>, path: FilePath? = nil) -> DetectionInput {
    let range = range.clamped(to: 0..<source.bytes.count)
    let text = SourceText(path: source.path, bytes: Array(source.bytes[range]))
    let embedding = embedding?.part(range) ?? Embedding(file: file, from: range.lowerBound)
    return DetectionInput(path: path ?? self.path, source: text, embedding: embedding, recognize: recognize)
  }
}
