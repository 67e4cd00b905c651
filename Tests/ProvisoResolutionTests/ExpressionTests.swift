import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Concluding a license from an SPDX expression")
struct ExpressionTests {
  private func conclude(_ declarations: ModelDeclaration...) throws -> ResolvedModel {
    try #require(resolve(declarations)["."])
  }

  /// What a card's `license` says, the conclusion, its expression and its candidates.
  private static let read: [(String, String, String, [String])] = [
    // All bind, and the strictest decides.
    (
      "apache-2.0 AND cc-by-nc-4.0", "known cc-by-nc-4.0 high", "Apache-2.0 AND CC-BY-NC-4.0",
      ["cc-by-nc-4.0", "apache-2.0"]
    ),
    ("MIT and LicenseRef-llama3", "known llama3 high", "MIT AND LicenseRef-llama3", ["llama3", "mit"]),
    ("llama3.1 AND gemma", "known gemma high", "LicenseRef-llama3.1 AND LicenseRef-gemma", ["llama3.1", "gemma"]),
    // The freest choice is taken, the first of equals.
    ("MIT OR Apache-2.0", "known mit high", "MIT OR Apache-2.0", ["mit"]),
    ("apache-2.0 or mit", "known apache-2.0 high", "Apache-2.0 OR MIT", ["apache-2.0"]),
    ("GPL-3.0-only OR MIT", "known mit high", "GPL-3.0-only OR MIT", ["mit"]),
    ("llama3 OR cc-by-nc-4.0", "known llama3 high", "LicenseRef-llama3 OR CC-BY-NC-4.0", ["llama3"]),
    (
      "MIT AND (Apache-2.0 OR GPL-3.0-only)", "known apache-2.0 high", "MIT AND (Apache-2.0 OR GPL-3.0-only)",
      ["apache-2.0", "mit"]
    ),
    (
      "cc-by-nc-4.0 AND (MIT OR Apache-2.0)", "known cc-by-nc-4.0 high", "CC-BY-NC-4.0 AND (MIT OR Apache-2.0)",
      ["cc-by-nc-4.0", "mit"]
    ),
    // A choice with a license nobody knows is not taken.
    ("Acme-1.0 OR GPL-3.0-only", "known gpl-3.0 high", "Acme-1.0 OR GPL-3.0-only", ["gpl-3.0"]),
    ("LicenseRef-commercial OR llama3", "known llama3 high", "LicenseRef-commercial OR LicenseRef-llama3", ["llama3"]),
    ("(MIT AND Acme-1.0) OR gemma", "known gemma high", "MIT AND Acme-1.0 OR LicenseRef-gemma", ["gemma"]),
    // Exceptions of SPDX's list, and later editions.
    (
      "GPL-3.0-only WITH Classpath-exception-2.0", "known gpl-3.0 high", "GPL-3.0-only WITH Classpath-exception-2.0",
      ["gpl-3.0"]
    ),
    ("apache-2.0 with llvm-exception", "known apache-2.0 high", "Apache-2.0 WITH LLVM-exception", ["apache-2.0"]),
    ("GPL-2.0+ AND MIT", "known gpl-2.0 high", "GPL-2.0-or-later AND MIT", ["gpl-2.0", "mit"]),
    ("MIT AND GPL-2.0-or-later", "known gpl-2.0 high", "MIT AND GPL-2.0-or-later", ["gpl-2.0", "mit"]),
    ("Apache-2.0+", "known apache-2.0 high", "Apache-2.0+", ["apache-2.0"]),
  ]

  @Test("a card's expression is read", arguments: read.indices)
  func reads(index: Int) throws {
    let (tag, words, expression, candidates) = Self.read[index]
    let model = try conclude(card([tag]))
    #expect(model.words == words)
    #expect(model.license.expression == expression)
    #expect(Set(model.license.candidates.map(\.id)) == Set(candidates))
    #expect(model.license.candidates.first?.id == model.license.concluded)
    #expect(model.license.claims.map(\.license) == [expression])
    #expect(model.license.claims.map(\.evidence) == ["README.md:2 says \"\(tag)\""])
  }

  @Test("a model under `GPL-2.0+` is under the GPL")
  func orLater() throws {
    #expect(try conclude(card(["GPL-2.0+"])).words == "known gpl-2.0 high")
  }

  @Test(
    "what cannot be read whole concludes nothing",
    arguments: [
      "MIT AND Acme-1.0", "MIT AND 0BSD", "MIT AND other", "apache-2.0 AND gpl", "Acme-1.0 OR Acme-2.0",
      "Apache-2.0 WITH Commons-Clause", "MIT+",
      "MIT AND DocumentRef-a:LicenseRef-mit",
      "MIT AND (Acme-1.0 OR llama3 AND Acme-2.0)", "MIT AND", "MIT And Apache-2.0", "MIT / Apache-2.0",
    ])
  func unread(tag: String) throws {
    let model = try conclude(card([tag]))
    #expect(model.words == "unknown - low")
    #expect(model.license.category == nil && model.license.expression == nil && model.license.candidates.isEmpty)
    #expect(model.license.claims.map(\.license) == [tag])
  }

  @Test(
    "a restricted license that binds in any case stands beside what cannot be read",
    arguments: [
      ("cc-by-nc-4.0 AND Acme-1.0", "cc-by-nc-4.0"), ("Acme-1.0 AND llama3 AND MIT", "llama3"),
      ("llama3 AND (Acme-1.0 OR Acme-2.0)", "llama3"),
    ])
  func restrictedBesideUnread(tag: String, strictest: String) throws {
    let model = try conclude(card([tag]))
    #expect(model.words == "conflict \(strictest) low")
    #expect(model.license.category?.isRestricted == true)
    #expect(model.license.candidates.map(\.id) == [strictest])
  }

  @Test(
    "the restricted ones among several licenses in one value bind, and so does the address of one",
    arguments: [
      ("apache-2.0, cc-by-nc-4.0", "cc-by-nc-4.0"), ("apache-2.0 / cc-by-nc-4.0", "cc-by-nc-4.0"),
      ("MIT (code), CC-BY-NC-4.0 (weights)", "cc-by-nc-4.0"), ("MIT for code; llama3.1 for weights", "llama3.1"),
      ("https://creativecommons.org/licenses/by-nc/4.0/", "cc-by-nc-4.0"), ("openrail++ + mit", "openrail++"),
    ])
  func severalInOneValue(tag: String, strictest: String) throws {
    let model = try conclude(card([tag]))
    #expect(model.words == "conflict \(strictest) low")
    #expect(model.license.candidates.map(\.id) == [strictest])
  }

  @Test(
    "several free ones in one value, and the address of one, free nothing",
    arguments: ["mit, apache-2.0", "https://opensource.org/licenses/MIT", "MIT (see LICENSE)", "no cc-by-nc-4.0 here"])
  func severalFreeInOneValue(tag: String) throws {
    #expect(try conclude(card([tag])).words == "unknown - low")
  }

  /// A label such as `MIT OR CC-BY-NC-4.0` would leave the second license without a use; more often one is for the code.
  @Test(
    "a restricted license as a choice beside a free one binds, and is doubtful",
    arguments: [
      ("MIT OR CC-BY-NC-4.0", "cc-by-nc-4.0", "MIT OR CC-BY-NC-4.0"),
      ("llama3 or apache-2.0", "llama3", "LicenseRef-llama3 OR Apache-2.0"),
      ("MIT OR (llama3 AND Acme-1.0)", "llama3", "MIT OR LicenseRef-llama3 AND Acme-1.0"),
    ])
  func doubtfulChoice(tag: String, strictest: String, expression: String) throws {
    let model = try conclude(card([tag]))
    #expect(model.words == "known \(strictest) low")
    #expect(model.license.expression == expression)
    #expect(model.license.candidates.count == 2 && model.license.candidates.first?.id == strictest)
  }

  @Test("more choices than can be counted out conclude nothing")
  func tooManyChoices() throws {
    let tag = (0..<7).map { _ in "(MIT OR Apache-2.0 OR ISC)" }.joined(separator: " AND ")
    #expect(try conclude(card([tag])).license.category == .permissive)
    let many = (0..<70).map { "Acme-\($0)" }.joined(separator: " OR ")
    let model = try conclude(card(["MIT OR " + many]))
    #expect(model.words == "unknown - low")
  }

  @Test("the texts of a choice's licenses do not contradict it, and all that lie there count")
  func texts() throws {
    let one = try conclude(card(["MIT OR Apache-2.0"]), licenseText("mit"))
    #expect(one.words == "known mit high" && one.license.expression == "MIT OR Apache-2.0")
    let other = try conclude(card(["MIT OR GPL-3.0-only"]), licenseText("gpl-3.0"))
    #expect(other.words == "known gpl-3.0 high" && other.license.expression == "MIT OR GPL-3.0-only")
    #expect(Set(other.license.candidates.map(\.id)) == ["gpl-3.0", "mit"])
    let part = try conclude(card(["apache-2.0 AND cc-by-nc-4.0"]), licenseText("apache-2.0"))
    #expect(part.words == "known cc-by-nc-4.0 high")
  }

  @Test("a text that the expression does not name is a conflict, and the stricter counts")
  func conflict() throws {
    let model = try conclude(card(["MIT OR Apache-2.0"]), licenseText("llama3.1"))
    #expect(model.words == "conflict llama3.1 high")
    #expect(model.license.candidates.map(\.id) == ["llama3.1", "mit"])
    #expect(try conclude(card(["MIT OR Apache-2.0"]), licenseText("ACME LICENSE")).words == "conflict - low")
  }

  @Test("an expression in a list stands together with the others of the list")
  func list() throws {
    let model = try conclude(card(["MIT OR Apache-2.0", "llama3"]))
    #expect(model.words == "known llama3 high")
    #expect(model.license.expression == "LicenseRef-llama3 AND (MIT OR Apache-2.0)")
    #expect(model.license.candidates.map(\.id) == ["llama3", "mit"])
  }

  @Test("a name beside an expression that says something else is a conflict")
  func name() throws {
    let model = try conclude(
      declaration("README.md", licenses: [license("MIT OR Apache-2.0", name: "llama3")]))
    #expect(model.words == "conflict llama3 high")
  }

  @Test("weight metadata and corrections are read as a card is; the title of a text is not")
  func sources() throws {
    let model = try #require(resolve([weights("chat.gguf", license: "MIT AND llama3")])["chat.gguf"])
    #expect(model.words == "known llama3 high")
    let correction = LicenseCorrection(
      model: ".", license: "MIT OR Apache-2.0", reason: "we asked", location: Location(path: "proviso.yaml", line: 9))
    #expect(resolve([card(["gemma"])], corrections: [correction])["."]?.words == "known mit high")
    #expect(try conclude(card([]), licenseText("MIT OR Apache-2.0")).words == "unknown - low")
  }
}
