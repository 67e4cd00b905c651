/// Reads TOML 1.0 into ``DataNode``s.
///
/// It takes more than the standard allows where no meaning is lost: a table or key that is defined twice is kept twice, as
/// ``DataNode`` keeps it, and numbers and dates are taken as they stand. Dates are strings.
package enum TOMLReader {
  /// The root table of `source`.
  package static func read(
    _ source: SourceText, limits: TreeLimits = .default
  ) throws(DocumentError) -> DataNode {
    do throws(TextFault) {
      try limits.check(source.bytes.count, "TOML")
      var parser = TOMLParser(source.bytes, limits: limits)
      return try parser.document()
    } catch {
      throw error.documentError(in: source)
    }
  }
}
