import ProvisoText
import Testing

/// JSONTestSuite by Nicolas Seriot: `y_` must be read, `n_` must be refused, `i_` is left to the reader.
@Suite("JSON: JSONTestSuite", .enabled(if: ConformanceSuite.json.isHere, "PROVISO_SUITES has no JSONTestSuite"))
struct JSONConformanceTests {
  @Test("the strict dialect reads and refuses what it must")
  func strict() throws {
    let outcomes = try outcomes(.strict)
    #expect(outcomes.count >= 300)
    let differences = outcomes.filter { $0.key.hasPrefix("y_") ? $0.value != nil : $0.value == nil }
      .filter { !$0.key.hasPrefix("i_") }.mapValues { $0 ?? "is read" }
    #expect(differences.isEmpty)
  }

  @Test("what is left to the reader: the strict dialect refuses what it must not guess")
  func undefined() throws {
    let refused = try outcomes(.strict).filter { $0.key.hasPrefix("i_") && $0.value != nil }
    #expect(refused.keys.sorted() == Self.refused)
  }

  @Test("the lenient dialect reads what it must, and of the rest what people and Python write")
  func lenient() throws {
    let outcomes = try outcomes(.lenient)
    #expect(outcomes.filter { $0.key.hasPrefix("y_") && $0.value != nil }.isEmpty)
    let read = outcomes.filter { $0.key.hasPrefix("n_") && $0.value == nil }
    #expect(read.keys.sorted() == Self.readLeniently)
  }

  /// The message for each case that is refused, nil for each that is read.
  private func outcomes(_ dialect: JSONDialect) throws -> [String: String?] {
    var outcomes: [String: String?] = [:]
    for path in try ConformanceSuite.json.paths(".json") where path.hasPrefix("test_parsing/") {
      let source = try ConformanceSuite.json.source(path)
      let name = String(path.dropFirst("test_parsing/".count))
      do throws(DocumentError) {
        _ = try JSONReader.read(source, dialect: dialect)
        outcomes.updateValue(nil, forKey: name)
      } catch {
        outcomes[name] = error.message
      }
    }
    return outcomes
  }

  /// UTF-16, and a byte order mark. Numbers of any size are read as text; a lone surrogate, and bytes that are not UTF-8,
  /// become U+FFFD; an array may be 500 deep.
  private static let refused = [
    "i_string_UTF-16LE_with_BOM.json", "i_string_utf16BE_no_BOM.json", "i_string_utf16LE_no_BOM.json",
    "i_structure_UTF-8_BOM_empty_object.json",
  ]

  /// A comma before `]` or `}`, comments, and the numbers that Python writes.
  private static let readLeniently = [
    "n_array_extra_comma.json", "n_array_number_and_comma.json", "n_number_NaN.json", "n_number_infinity.json",
    "n_number_minus_infinity.json", "n_object_lone_continuation_byte_in_key_and_trailing_comma.json",
    "n_object_trailing_comma.json", "n_object_trailing_comment.json", "n_object_trailing_comment_slash_open.json",
    "n_structure_object_with_comment.json",
  ]
}
