import ProvisoText
import Testing

@Suite("SPDX license expressions")
struct SPDXExpressionTests {
  @Test(
    "a valid expression is brought to one form",
    arguments: [
      ("MIT", "MIT"), ("  MIT\t", "MIT"), ("GPL-2.0+", "GPL-2.0+"), ("(MIT)", "MIT"), ("((MIT))", "MIT"),
      ("MIT OR Apache-2.0", "MIT OR Apache-2.0"), ("mit or apache-2.0", "mit OR apache-2.0"),
      ("Apache-2.0\n  AND\tMIT", "Apache-2.0 AND MIT"),
      ("GPL-3.0-only with Classpath-exception-2.0", "GPL-3.0-only WITH Classpath-exception-2.0"),
      ("GPL-2.0+ WITH Bison-exception-2.2", "GPL-2.0+ WITH Bison-exception-2.2"),
      ("LicenseRef-llama3.1", "LicenseRef-llama3.1"),
      ("DocumentRef-card:LicenseRef-own OR MIT", "DocumentRef-card:LicenseRef-own OR MIT"),
      ("MIT WITH AdditionRef-own", "MIT WITH AdditionRef-own"),
      ("MIT WITH DocumentRef-a:AdditionRef-own", "MIT WITH DocumentRef-a:AdditionRef-own"),
      // AND binds stronger than OR.
      ("A AND B OR C AND D", "A AND B OR C AND D"), ("(A AND B) OR (C AND D)", "A AND B OR C AND D"),
      ("A AND (B OR C) AND D", "A AND (B OR C) AND D"), ("A OR(B)OR C", "A OR B OR C"),
      // Nested alike, flattened; the order stays.
      ("C OR (B OR (A OR D))", "C OR B OR A OR D"), ("C AND ((B AND A) AND D)", "C AND B AND A AND D"),
      ("A OR (B AND (C OR D))", "A OR B AND (C OR D)"),
    ])
  func valid(text: String, normalized: String) throws {
    let expression = try SPDXExpression(parsing: text)
    #expect(expression.normalized == normalized)
    #expect(try SPDXExpression(parsing: normalized) == expression)
  }

  @Test("the tree is as flat as the expression allows")
  func tree() throws {
    func leaf(_ id: String) -> SPDXExpression { .license(id, orLater: false, exception: nil) }
    #expect(
      try SPDXExpression(parsing: "(A or B+) and (C and D with X-1.0)")
        == .and([
          .or([leaf("A"), .license("B", orLater: true, exception: nil)]), leaf("C"),
          .license("D", orLater: false, exception: "X-1.0"),
        ]))
  }

  @Test(
    "an invalid expression is refused with the column",
    arguments: [
      ("", 1, "The expression is empty."), ("   ", 4, "The expression is empty."),
      ("MIT Apache-2.0", 5, "AND, OR or WITH is expected before \"Apache-2.0\"."),
      ("MIT OR", 7, "A license is expected at the end."), ("OR MIT", 1, "A license is expected here, not OR."),
      ("MIT AND OR MIT", 9, "A license is expected here, not OR."),
      ("with X", 1, "A license is expected here, not WITH."),
      ("MIT And GPL", 5, "\"And\" is not an operator: write AND."),
      ("(MIT", 5, "The ( in column 1 is not closed."), ("MIT OR (A AND B", 16, "The ( in column 8 is not closed."),
      ("MIT)", 4, "This ) closes nothing."), ("()", 2, "A license is expected here, not )."),
      ("MIT (A)", 5, "AND or OR is expected before the (."), ("(A B)", 4, "AND, OR or WITH is expected before \"B\"."),
      ("(A (B))", 4, "AND or OR is expected before the (."),
      ("(MIT) WITH X", 7, "WITH follows a license, not a parenthesis."),
      ("MIT WITH", 9, "An exception is expected after WITH."),
      ("MIT WITH OR A", 10, "An exception is expected after WITH."),
      ("MIT WITH X WITH Y", 12, "A license has one exception at most."),
      ("MIT WITH X+", 10, "\"X+\" is no exception id."),
      ("MIT WITH LicenseRef-a:X", 10, "\"LicenseRef-a:X\" is no exception id."),
      ("openrail++", 1, "\"openrail++\" is no license id: a + follows one, once."),
      ("+", 1, "\"+\" is no license id: a + follows one, once."),
      ("MIT +", 5, "AND, OR or WITH is expected before \"+\"."),
      (
        "A OR LicenseRef-", 6, "\"LicenseRef-\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name."
      ),
      (
        "LicenseRef-a+", 1,
        "\"LicenseRef-a+\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name."
      ),
      (
        "DocumentRef-a", 1,
        "\"DocumentRef-a\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name."
      ),
      (
        "DocumentRef-a:MIT", 1,
        "\"DocumentRef-a:MIT\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name."
      ),
      (
        "DocumentRef-a:LicenseRef-b:LicenseRef-c", 1,
        "\"DocumentRef-a:LicenseRef-b:LicenseRef-c\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name."
      ),
      (":", 1, "\":\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name."),
      ("MIT/Apache-2.0", 4, "This character cannot stand in a license expression."),
      ("MIT, llama3", 4, "This character cannot stand in a license expression."),
      ("MIT OR ＭＩＴ", 8, "This character cannot stand in a license expression."),
      ("MIT\u{0} OR A", 4, "This character cannot stand in a license expression."),
    ])
  func invalid(text: String, column: Int, message: String) {
    let expected = DocumentError(position: TextPosition(line: 1, column: column), message: message)
    #expect(throws: expected) { try SPDXExpression(parsing: text) }
  }

  @Test(
    "in an expression of several lines a mistake has its line",
    arguments: [
      ("MIT OR\rGPL-2.0 (", 2, 9, "AND or OR is expected before the (."),
      ("MIT\r\n OR\n)", 3, 1, "A license is expected here, not )."),
      ("MIT OR\n (A AND B", 2, 10, "The ( in line 2, column 2 is not closed."),
    ])
  func severalLines(text: String, line: Int, column: Int, message: String) {
    let expected = DocumentError(position: TextPosition(line: line, column: column), message: message)
    #expect(throws: expected) { try SPDXExpression(parsing: text) }
  }

  @Test("every license is listed once, in order")
  func licenses() throws {
    let expression = try SPDXExpression(parsing: "B OR (A AND LicenseRef-c) OR B+ OR (D WITH X AND A)")
    #expect(expression.licenses == ["B", "A", "LicenseRef-c", "D"])
  }

  @Test(
    "the choices are what the licensee may choose between",
    arguments: [
      ("A", ["A"]), ("A AND B", ["A B"]), ("A OR B", ["A", "B"]), ("A AND (B OR C)", ["A B", "A C"]),
      ("(A OR B) AND (C OR D)", ["A C", "A D", "B C", "B D"]), ("A OR A", ["A"]), ("A AND A", ["A"]),
      ("(A OR B) AND (B OR A)", ["A B", "A", "B"].sorted()), ("A OR B AND C", ["A", "B C"]),
    ])
  func choices(text: String, choices: [String]) throws {
    let found = try #require(try SPDXExpression(parsing: text).choices)
    #expect(found.map { $0.map(\.id).joined(separator: " ") }.sorted() == choices)
  }

  @Test("a license with + or an exception is another than without")
  func leaves() throws {
    #expect(try SPDXExpression(parsing: "A OR A+ OR A WITH X").choices?.count == 3)
    #expect(
      try SPDXExpression(parsing: "A+ WITH X").choices
        == [[SPDXExpression.Leaf(id: "A", orLater: true, exception: "X")]])
  }

  @Test("64 choices are counted out, 65 are not")
  func choiceLimit() throws {
    func ids(_ count: Int) -> String { (0..<count).map { "L\($0)" }.joined(separator: " OR ") }
    #expect(try SPDXExpression(parsing: ids(64)).choices?.count == 64)
    #expect(try SPDXExpression(parsing: ids(65)).choices == nil)
    let pairs = (0..<6).map { "(A\($0) OR B\($0))" }
    #expect(try SPDXExpression(parsing: pairs.joined(separator: " AND ")).choices?.count == 64)
    #expect(try SPDXExpression(parsing: (pairs + ["(C OR D)"]).joined(separator: " AND ")).choices == nil)
  }

  @Test("parentheses are read 64 deep and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "MIT" + String(repeating: ")", count: depth)
    }
    #expect(try SPDXExpression(parsing: nested(64)).normalized == "MIT")
    let deep = DocumentError(
      position: TextPosition(line: 1, column: 65), message: "Parentheses are nested more than 64 levels deep.")
    #expect(throws: deep) { try SPDXExpression(parsing: nested(65)) }
    #expect(throws: deep) { try SPDXExpression(parsing: String(repeating: "(", count: 4000)) }
  }

  @Test("what is longer than 4 KB is not read at all")
  func length() throws {
    let long = DocumentError(
      position: TextPosition(line: 1, column: 4097), message: "An expression is at most 4096 bytes long.")
    #expect(throws: long) { try SPDXExpression(parsing: String(repeating: "(", count: 100_000)) }
    let product = Array(repeating: "(A OR B)", count: 1000).joined(separator: " AND ")
    #expect(throws: long) { try SPDXExpression(parsing: product) }
    #expect(try SPDXExpression(parsing: String(repeating: "a", count: 4096)).licenses.count == 1)
  }

  @Test("as many operators as 4 KB hold cost nothing that grows with their product")
  func hostile() throws {
    let sum = (0..<450).map { "L\($0)" }
    let start = ContinuousClock.now
    #expect(try SPDXExpression(parsing: sum.joined(separator: " OR ")).choices == nil)
    #expect(try SPDXExpression(parsing: sum.joined(separator: " AND ")).choices?.first?.count == 450)
    let distinct = (0..<200).map { "(A\($0) OR B\($0))" }.joined(separator: " AND ")
    #expect(try SPDXExpression(parsing: distinct).choices == nil)
    let alike = Array(repeating: "(A OR B)", count: 310).joined(separator: " AND ")
    #expect(try SPDXExpression(parsing: alike).choices?.count == 3)
    let wide = (0..<6).map { "(A\($0) OR B\($0))" } + (0..<400).map { "L\($0)" }
    #expect(try SPDXExpression(parsing: wide.joined(separator: " AND ")).choices?.count == 64)
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}
