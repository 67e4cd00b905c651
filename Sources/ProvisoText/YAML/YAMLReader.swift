/// Reads YAML 1.1/1.2 (libyaml's grammar, scalars by the core schema of YAML 1.2) into ``DataNode``s.
///
/// The range of a node includes its anchor and tag. A node behind an alias is that of the anchor, range and all.
package enum YAMLReader {
  /// The first document of `source`, or of the bytes of it in `range`; all offsets are those of the whole `source`.
  package static func read(
    _ source: SourceText, range: Range<Int>? = nil, limits: YAMLLimits = .default
  ) throws(DocumentError) -> YAMLDocument {
    try compose(source, range, limits, maximumCount: 1).first ?? YAMLDocument(root: nil)
  }

  /// All documents of the stream, in order.
  package static func readAll(
    _ source: SourceText, range: Range<Int>? = nil, limits: YAMLLimits = .default
  ) throws(DocumentError) -> [YAMLDocument] {
    try compose(source, range, limits, maximumCount: .max)
  }

  /// libyaml looks each tag directive up among those before it, which a file of nothing else makes quadratic.
  private static let maximumDirectives = 64

  private static func compose(
    _ source: SourceText, _ range: Range<Int>?, _ limits: YAMLLimits, maximumCount: Int
  ) throws(DocumentError) -> [YAMLDocument] {
    var range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    do throws(TextFault) {
      try limits.check(range.count, "YAML", at: range.lowerBound)
    } catch {
      throw error.documentError(in: source)
    }
    if source.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { range = range.lowerBound + 3..<range.upperBound }
    try checkDirectives(source, range)
    guard let events = YAMLEventStream(source.bytes[range]) else {
      throw DocumentError(position: source.position(at: range.lowerBound), message: "There is no memory left.")
    }
    var composer = YAMLComposer(events, of: source, in: range, limits: limits)
    var documents: [YAMLDocument] = []
    while documents.count < maximumCount, let document = try composer.nextDocument() { documents.append(document) }
    return documents
  }

  private static func checkDirectives(_ source: SourceText, _ range: Range<Int>) throws(DocumentError) {
    var count = 0
    var previous = UInt8(ascii: "\n")
    for offset in range {
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "%"), previous == UInt8(ascii: "\n") || previous == UInt8(ascii: "\r") {
        count += 1
        guard count <= maximumDirectives else {
          throw DocumentError(
            position: source.position(at: offset), message: "More than \(maximumDirectives) lines start with %.")
        }
      }
      previous = byte
    }
  }
}
