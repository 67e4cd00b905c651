/// Reads JSON (RFC 8259, and what ``JSONDialect/lenient`` adds) into ``DataNode``s.
package enum JSONReader {
  /// The one value of `source`, or of the bytes of it in `range`; all offsets are those of the whole `source`.
  ///
  /// Numbers keep their text. Bytes in strings that are not UTF-8, and `\u` escapes of lone surrogates, become U+FFFD.
  package static func read(
    _ source: SourceText, range: Range<Int>? = nil, dialect: JSONDialect = .lenient, limits: TreeLimits = .json
  ) throws(DocumentError) -> JSONDocument {
    let range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    do throws(TextFault) {
      try limits.check(range.count, "JSON", at: range.lowerBound)
      var parser = JSONParser(source.bytes, in: range, isLenient: dialect == .lenient, limits: limits)
      return try parser.document()
    } catch {
      throw error.documentError(in: source)
    }
  }
}
