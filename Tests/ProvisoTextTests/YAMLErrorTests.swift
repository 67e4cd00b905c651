import ProvisoText
import Testing

@Suite("YAML: what is refused, and where")
struct YAMLErrorTests {
  private func outcome(_ text: String, limits: YAMLLimits = .default) -> String {
    outcome(Array(text.utf8), limits: limits)
  }

  private func outcome(_ bytes: [UInt8], limits: YAMLLimits = .default) -> String {
    ProvisoTextTests.outcome(bytes) { source throws(DocumentError) in
      try YAMLReader.read(source, limits: limits).root
    }
  }

  @Test(
    "mistakes people make get a sentence at the place of the mistake",
    arguments: [
      ("a: 1\n\tb: 2\n", "2:1 A tab is not allowed as indentation; use spaces."),
      ("a:\n\tb: 2\n", "2:1 A tab is not allowed as indentation; use spaces."),
      (
        "a: 1\nt: Model: the best\n",
        "2:9 A colon followed by a blank is not allowed inside this value; put the value in quotes, or indent the line like those around it."
      ),
      ("a: 1\nlicense\nb: 2\n", "2:1 A colon and a value were expected after this key."),
      ("a: \"open\nb: 2\n", "1:4 The quoted text that starts here is not closed."),
      ("a: 'open\n---\n", "1:4 The quoted text that starts here is not closed before the end of the document."),
      ("a: @x\n", "1:4 A value cannot start with @; put it in quotes."),
      ("a: `x`\n", "1:4 A value cannot start with `; put it in quotes."),
      ("a: [1, 2\nb: 3\n", "2:2 A comma or ] was expected here."),
      ("a: {b: 1\n", "2:1 A comma or } was expected here."),
      ("a: \"b\" c\n", "1:8 A key was expected here; check the indentation and the quotes before it."),
      ("a: 1\n- b\n", "2:1 A list item stands where a key was expected; check the indentation."),
      ("- a\nb: 1\n", "2:1 The next item of the list was expected here, with the indentation of those before."),
      (
        "😀: 1\n😀é: b: c\n",
        "2:7 A colon followed by a blank is not allowed inside this value; put the value in quotes, or indent the line like those around it."
      ),
    ])
  func mistakes(text: String, expected: String) {
    #expect(outcome(text) == expected)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(outcome(windows) == expected)
  }

  @Test("bytes that are not UTF-8 and control characters")
  func bytes() {
    #expect(outcome(Array("a: é\nb: ".utf8) + [0xFF]) == "2:4 The text is not UTF-8: invalid leading UTF-8 octet.")
    #expect(outcome(Array("a: ".utf8) + [0xE9, 0x20, 0x20]).hasPrefix("1:5 The text is not UTF-8"))
    #expect(outcome("a: 1\nb: \u{1}\n") == "2:4 Control characters are not allowed in YAML.")
    #expect(outcome("a: 1\nb: \0\n") == "2:4 Control characters are not allowed in YAML.")
    #expect(outcome([0xFF, 0xFE, 0x61, 0x00]).hasPrefix("1:1 The text is not UTF-8"))
  }

  @Test("aliases are refused unless asked for")
  func aliasesRefused() {
    #expect(
      outcome("a: &x [1]\nb: *x\n") == "2:4 The alias *x is not allowed here; write the value out.")
  }

  @Test(
    "shared aliases are the node of their anchor",
    arguments: [
      ("a: &x {k: [1]}\nb: *x\nc: [*x]\n", "{a: {k: [i:1]}, b: {k: [i:1]}, c: [{k: [i:1]}]}"),
      ("a: &x k\n*x : v\n", "{a: 'k', k: 'v'}"),
      ("a: &x 1\nb: &x 2\nc: *x\n", "{a: i:1, b: i:2, c: i:2}"),
      ("a: *x\n", "1:4 The alias *x has no anchor &x before it."),
      ("a: &x [1, *x]\n", "1:11 The alias *x stands inside the value it refers to."),
    ])
  func aliasesShared(text: String, expected: String) {
    #expect(outcome(text, limits: YAMLLimits(aliases: .share(maximumVisits: 100))) == expected)
  }

  @Test("a shared node keeps the place of its anchor; what is around the alias keeps its own")
  func aliasRanges() throws {
    let source = SourceText("a: &x one\nb: [*x ]\nc: 1\n")
    let limits = YAMLLimits(aliases: .share(maximumVisits: 10))
    let root = try #require(try YAMLReader.read(source, limits: limits).root)
    #expect(source.string(in: try #require(root["b"]?.range)) == "[*x ]")
    #expect(source.string(in: try #require(root["b"]?.items.first?.range)) == "&x one")
  }

  @Test("an alias bomb ends at the bound of visits")
  func aliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let elapsed = ContinuousClock().measure {
      #expect(outcome(text).hasPrefix("2:10 The alias *a0 is not allowed here"))
      let shared = outcome(text, limits: YAMLLimits(aliases: .share(maximumVisits: 10_000)))
      #expect(shared.hasSuffix("stand for more than 10000 values."))
    }
    #expect(elapsed < .seconds(15))
  }

  @Test("a chain of aliases is no way around the depth limit")
  func aliasDepth() {
    var text = "- &a0 []\n"
    for level in 1...100 { text += "- &a\(level) [*a\(level - 1)]\n" }
    let shared = outcome(text, limits: YAMLLimits(aliases: .share(maximumVisits: 1_000_000)))
    #expect(shared.hasSuffix("The values are nested more than 64 levels deep."))
  }
}

@Suite("YAML: hostile input")
struct YAMLHostileTests {
  @Test("a hundred thousand open brackets end at once", arguments: ["[", "{", "- ", "? ", "[{"])
  func deepNesting(opening: String) {
    let source = SourceText(String(repeating: opening, count: 100_000))
    let elapsed = ContinuousClock().measure {
      #expect(throws: DocumentError.self) { try YAMLReader.read(source) }
    }
    #expect(elapsed < .seconds(15))
  }

  @Test("64 levels are read, 65 are not", arguments: [(64, true), (65, false)])
  func depthLimit(depth: Int, isRead: Bool) throws {
    let source = SourceText(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    if isRead {
      #expect(try YAMLReader.read(source).root?.isSequence == true)
    } else {
      let expected = DocumentError(
        position: TextPosition(line: 1, column: 65), message: "The values are nested more than 64 levels deep.",
        isLimit: true)
      #expect(throws: expected) { try YAMLReader.read(source) }
    }
  }

  @Test("the number of values and of bytes is bounded")
  func sizeLimits() throws {
    let source = SourceText("[1, 2, 3]")
    #expect(try YAMLReader.read(source, limits: YAMLLimits(nodes: 4, bytes: 9)).root?.items.count == 3)
    #expect(throws: DocumentError.self) { try YAMLReader.read(source, limits: YAMLLimits(nodes: 3)) }
    #expect(throws: DocumentError.self) { try YAMLReader.read(source, limits: YAMLLimits(bytes: 8)) }
  }

  @Test("a file of tag directives is refused")
  func directives() {
    let text = (0..<100_000).map { "%TAG !t\($0)! tag:x,\($0):\n" }.joined() + "---\na\n"
    let elapsed = ContinuousClock().measure {
      #expect(throws: DocumentError.self) { try YAMLReader.read(SourceText(text)) }
    }
    #expect(elapsed < .seconds(15))
  }

  @Test("a document cut at any byte, or with any byte changed, is read or refused, never a crash")
  func cutAndChanged() {
    let text =
      "\u{FEFF}%YAML 1.1\n---\na: &x !!str 'é😀'\r\nb: [1, {c: \"d\\u00e9\"}, ~]\n? k\n: |2-\n   x\n\ne: >\n f\n...\n"
    let bytes = Array(text.utf8)
    var outcomes: Set<Bool> = []
    for end in bytes.indices {
      outcomes.insert((try? YAMLReader.readAll(SourceText(path: "cut", bytes: Array(bytes[..<end])))) != nil)
      for byte: UInt8 in [0x00, 0x09, 0x22, 0x2A, 0x3A, 0x5B, 0x7B, 0xC3, 0xF0, 0xFF] {
        var changed = bytes
        changed[end] = byte
        outcomes.insert((try? YAMLReader.readAll(SourceText(path: "changed", bytes: changed))) != nil)
      }
    }
    #expect(outcomes == [true, false])
  }

  @Test("time grows with the size, not with its square, when characters are many bytes long")
  func linearPositions() throws {
    let line = "- {é😀: [ü, ß], k: é}\n"
    func seconds(_ count: Int) throws -> Duration {
      let source = SourceText(String(repeating: line, count: count))
      return try (0..<3).map { _ in
        try ContinuousClock().measure { _ = try YAMLReader.read(source) }
      }.min() ?? .zero
    }
    let small = try seconds(500)
    let large = try seconds(8_000)
    #expect(large < small * 64)
  }
}
