/// Reads JSON (RFC 8259, and what ``JSONDialect/lenient`` adds) into ``DataNode``s.
package enum JSONReader {
  /// The one value of `source`, or of the bytes of it in `range`; all offsets are those of the whole `source`.
  ///
  /// Numbers keep their text. Bytes in strings that are not UTF-8, and `\u` escapes of lone surrogates, become U+FFFD.
  package static func read(
    _ source: SourceText, range: Range<Int>? = nil, dialect: JSONDialect = .lenient, limits: JSONLimits = .default
  ) throws(DocumentError) -> JSONDocument {
    let range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    do throws(JSONFault) {
      guard range.count <= limits.bytes else {
        throw JSONFault(
          offset: range.lowerBound, message: "The JSON is \(range.count) bytes long; at most \(limits.bytes) are read.")
      }
      var parser = JSONParser(source.bytes, in: range, isLenient: dialect == .lenient, limits: limits)
      return try parser.document()
    } catch {
      throw DocumentError(position: source.position(at: error.offset), message: error.message)
    }
  }
}
