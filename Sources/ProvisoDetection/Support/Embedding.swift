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
  /// How many texts it is inside of: 1 for a block of a document, 2 for a string in that block.
  let nesting: Int
  /// What the text around it calls it: the key of a block of YAML, the name that a string is given to.
  let label: String?

  package var host: SourceText { file.source }

  init(file: WholeFile, from start: Int, nesting: Int = 1, label: String? = nil) {
    self.file = file
    offsets = .from(start)
    self.nesting = nesting
    self.label = label
  }

  /// - Parameter offsets: One more than the text has bytes, in ascending order.
  init(file: WholeFile, offsets: [Int], nesting: Int = 1, label: String? = nil) {
    self.file = file
    self.offsets = .each(offsets)
    self.nesting = nesting
    self.label = label
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

  func part(_ range: Range<Int>, label: String?) -> Embedding {
    switch offsets {
    case .from(let start):
      return Embedding(file: file, from: start + range.lowerBound, nesting: nesting + 1, label: label)
    case .each(let offsets):
      let end = min(range.upperBound + 1, offsets.count)
      let places = Array(offsets[min(range.lowerBound, end)..<end])
      return Embedding(file: file, offsets: places, nesting: nesting + 1, label: label)
    }
  }
}

extension DetectionInput {
  /// How many texts the source is inside of.
  var nesting: Int { embedding?.nesting ?? 0 }

  /// Whether a text in the source may be read as one of its own: what lies deeper is a text in a text in a text.
  var mayNest: Bool { nesting < 3 }

  /// A part of the source as a text of its own, whose places are those of the file.
  func part(_ range: Range<Int>, label: String? = nil) -> DetectionInput {
    let range = range.clamped(to: 0..<source.bytes.count)
    let text = SourceText(path: source.path, bytes: Array(source.bytes[range]))
    let embedding =
      embedding?.part(range, label: label) ?? Embedding(file: file, from: range.lowerBound, label: label)
    return DetectionInput(path: path, source: text, embedding: embedding, recognize: recognize)
  }

  /// The source with some bytes covered by others; its places are those of the file.
  func covered(by bytes: [UInt8]) -> DetectionInput {
    DetectionInput(
      path: path, source: SourceText(path: source.path, bytes: bytes),
      embedding: embedding ?? Embedding(file: file, from: 0, nesting: 0), recognize: recognize)
  }

  /// A text that stands in the source in another form, with the place of each byte there.
  func part(_ text: String, offsets: [Int]) -> DetectionInput {
    var places = offsets.map { embedding?.range($0..<$0 + 1).lowerBound ?? $0 }
    places.append(places.last.map { $0 + 1 } ?? 0)
    return DetectionInput(
      path: path, source: SourceText(path: source.path, bytes: Array(text.utf8)),
      embedding: Embedding(file: file, offsets: places, nesting: nesting + 1), recognize: recognize)
  }
}
