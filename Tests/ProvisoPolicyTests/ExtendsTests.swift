import ProvisoCore
import ProvisoPolicy
import ProvisoText
import Testing

@Suite("A policy that extends another")
struct ExtendsTests {
  @Test("comes before what it extends, in facts, contexts, rules and waivers")
  func overlay() throws {
    let result = load(
      """
      version: 1
      extends: [proviso:default, base.yaml]
      organization: {monthly_active_users: 5, fine_tunes: unknown}
      contexts: [{id: mine, paths: app/**}, {id: shared, paths: lib/**, facts: {commercial: false}}]
      rules: {AIL102: {severity: off}}
      """,
      others: [
        "proviso:default":
          "version: 1\noverridable: all\norganization: {headquarters: US, fine_tunes: true, commercial: true}\non_missing_fact: allow",
        "base.yaml": """
        version: 1
        name: base
        description: not ours
        organization: {name: Acme, monthly_active_users: 4, headquarters: DE}
        contexts: [{id: shared, paths: old/**}, {id: theirs, paths: "**"}]
        rules: {AIL102: {severity: note}, AIL203: {severity: error}}
        overridable: [AIL102, contexts]
        waivers: [{id: W, rule: AIL203, subject: {model: a/b}, reason: r, owner: o, expires: 2026-12-31}]
        """,
      ])
    #expect(summary(result) == [])
    let policy = try #require(result.policy)
    #expect(policy.name == "proviso.yaml")
    #expect(policy.description == nil)
    #expect(policy.organizationName == "Acme")
    #expect(policy.organization.monthlyActiveUsers.value == CountHistory(5))
    #expect(policy.organization.headquarters == .known("DE", FactOrigin(path: "base.yaml", line: 4)))
    #expect(policy.organization.commercial == .known(true, FactOrigin(path: "proviso:default", line: 3)))
    #expect(policy.organization.fineTunes == .unknown)
    #expect(policy.onMissingFact == .allow)
    #expect(policy.contexts.map(\.id) == ["mine", "shared", "theirs"])
    #expect(policy.facts(forPath: "lib/a.py").facts.commercial.value == false)
    #expect(policy.facts(forPath: "old/a.py").context == "theirs")
    #expect(policy.rules.mapValues(\.severity) == ["AIL102": .off, "AIL203": .error])
    #expect(policy.waivers.map(\.id) == ["W"])
    #expect(policy.trail.map(\.name) == ["proviso.yaml", "base", "default"])
    #expect(policy.trail.map(\.path) == ["proviso.yaml", "base.yaml", nil])
  }

  @Test("finds files from where it stands itself")
  func relativePaths() throws {
    let result = load(
      "version: 1\nextends: ../shared/./base.yaml", path: "./.github/proviso.yaml",
      others: [
        "shared/base.yaml": "version: 1\nextends: ../../outside.yaml",
        "../outside.yaml": "version: 1\norganization: {commercial: true}",
      ])
    #expect(summary(result) == [])
    #expect(result.policy?.organization.commercial.origin?.path == "../outside.yaml")
    let absolute = load(
      "version: 1\nextends: ../base.yaml", path: "/etc/proviso/policy.yaml",
      others: ["/etc/base.yaml": "version: 1"])
    #expect(absolute.policy?.trail.map(\.path) == ["/etc/proviso/policy.yaml", "/etc/base.yaml"])
  }

  @Test("one parent reached in two ways counts once")
  func diamond() throws {
    let top = """
      version: 1
      waivers: [{id: W, rule: AIL203, subject: {model: a/b}, reason: r, owner: o, expires: 2026-12-31}]
      corrections: [{model: a/b, license: mit, reason: r, author: a}]
      """
    let result = load(
      "version: 1\nextends: [a.yaml, b.yaml]",
      others: [
        "a.yaml": "version: 1\nextends: top.yaml", "b.yaml": "version: 1\nextends: top.yaml", "top.yaml": top,
      ])
    #expect(summary(result) == [])
    #expect(result.policy?.waivers.count == 1)
    #expect(result.policy?.corrections.count == 1)
  }

  @Test(
    "is refused with the place",
    arguments: [
      (
        "proviso:hosted-servise", "there is no pack `proviso:hosted-servise`",
        "did you mean `proviso:hosted-service`?"
      ),
      ("base.yml", "there is no policy at `base.yml`", nil),
      ("provso:default", "there is no policy at `provso:default`", "did you mean `proviso:default`?"),
      (
        "/etc/base.yaml", "`extends`: expected a path relative to this policy, found `/etc/base.yaml`", nil
      ),
      (
        "https://example.org/base.yaml",
        "`extends`: `https://example.org/base.yaml` is an address, and nothing is downloaded",
        "keep a copy: `{path: …, source: …, sha256: …}`"
      ),
      ("./proviso.yaml", "the policy extends itself: `proviso.yaml` → `proviso.yaml`", nil),
      ("[]", "`extends`: expected at least one pack or path, found an empty list", nil),
      ("7", "`extends`: expected a pack such as `proviso:default`, or a relative path, found the number `7`", nil),
    ] as [(String, String, String?)])
  func mistakes(reference: String, message: String, hint: String?) {
    let result = load("version: 1\nextends: \(reference)")
    #expect(summary(result) == ["2:10 error: \(message)" + (hint.map { " = \($0)" } ?? "")])
    #expect(result.policy == nil)
  }

  @Test("a cycle is told where it closes")
  func cycle() {
    let result = load(
      "version: 1\nextends: a.yaml",
      others: ["a.yaml": "version: 1\nextends: b.yaml", "b.yaml": "version: 1\nextends: a.yaml"])
    #expect(summary(result) == ["2:10 error: the policy extends itself: `a.yaml` → `b.yaml` → `a.yaml`"])
    #expect(result.diagnostics.map(\.path) == ["b.yaml"])
  }

  @Test("reaches eight levels and no more", arguments: [(8, 0), (9, 1)])
  func depth(levels: Int, errors: Int) {
    var others = ["\(levels).yaml": "version: 1"]
    for level in 1..<levels { others["\(level).yaml"] = "version: 1\nextends: \(level + 1).yaml" }
    let result = load("version: 1\nextends: 1.yaml", others: others)
    #expect(
      result.diagnostics.map(\.message)
        == Array(repeating: "policies extend one another more than 8 levels deep", count: errors))
  }

  @Test("levels that each extend all of the next are read once each")
  func lattice() {
    var others: [String: String] = [:]
    for level in 1...8 {
      for column in 0..<7 {
        let next = (0..<7).map { "\(level + 1)-\($0).yaml" }.joined(separator: ", ")
        others["\(level)-\(column).yaml"] = level < 8 ? "version: 1\nextends: [\(next)]" : "version: 1"
      }
    }
    let all = (0..<7).map { "1-\($0).yaml" }.joined(separator: ", ")
    #expect(load("version: 1\nextends: [\(all)]", others: others).policy?.trail.count == 57)
  }

  @Test("more than 64 documents are refused")
  func width() {
    let names = (0..<64).map { "\($0).yaml" }
    let others = Dictionary(uniqueKeysWithValues: names.map { ($0, "version: 1") })
    let result = load("version: 1\nextends: [\(names.joined(separator: ", "))]", others: others)
    #expect(result.diagnostics.map(\.message) == ["a policy is made of at most 64 documents"])
  }

  @Test("mistakes of the parent are told in the parent, after those of the child")
  func mistakesOfTheParent() {
    let result = load("version: 1\nextends: base.yaml\nnaem: acme", others: ["base.yaml": "version: 1\nnaem: acme"])
    #expect(result.diagnostics.map(\.path) == ["proviso.yaml", "base.yaml"])
    #expect(result.diagnostics.map(\.position.line) == [3, 2])
  }

  @Test("an id of a waiver stands in one document only")
  func repeatedWaivers() {
    let waiver =
      "version: 1\nwaivers: [{id: W, rule: AIL203, subject: {model: a/b}, reason: r, owner: o, "
      + "expires: 2026-12-31}]\n"
    let own = load(waiver + "extends: base.yaml", others: ["base.yaml": waiver])
    #expect(
      summary(own) == [
        "2:1 error: there are two waivers with the id `W` = they are at proviso.yaml:2 and base.yaml:2"
      ])
    let others = load("version: 1\nextends: [a.yaml, b.yaml]", others: ["a.yaml": waiver, "b.yaml": waiver])
    #expect(
      summary(others) == [
        "2:11 error: there are two waivers with the id `W` = they are at b.yaml:2 and a.yaml:2"
      ])
  }

  private static let base = "version: 1\norganization: {commercial: true}\n"
  private static let hash = "bf7f80358c45b43bf0e6c4e8ae2ab0da0aae54d0e6d9a2a7bcd7ca4a1f7c5d1b"

  @Test("as a vendored copy has the hash that was written down, or is refused")
  func vendored() {
    let actual = SHA256.hexadecimal(Array(Self.base.utf8))
    let source = "git+ssh://git.acme.example/policy@0123456789abcdef0123456789abcdef01234567"
    let right = load(
      "version: 1\nextends: [{path: base.yaml, source: \(source), sha256: \(actual)}]",
      others: ["base.yaml": Self.base])
    #expect(summary(right) == [])
    #expect(right.policy?.organization.commercial.value == true)
    let wrong = load(
      "version: 1\nextends: {path: base.yaml, sha256: \(Self.hash)}", others: ["base.yaml": Self.base])
    #expect(
      summary(wrong) == [
        "2:17 error: `base.yaml` is not the copy that was pinned: its SHA-256 is \(actual), expected \(Self.hash)"
          + " = read what has changed, then write the new hash"
      ])
  }

  @Test("a copy is pinned by a whole commit and a hash")
  func pins() {
    let movable = load(
      "version: 1\nextends: {path: base.yaml, source: git+https://x.example/p@main, sha256: \(Self.hash)}",
      others: [:])
    #expect(
      summary(movable).contains(
        "2:36 error: `source`: expected an address that ends in `@` and a commit of 40 digits, "
          + "found `git+https://x.example/p@main` = a branch or tag can move"))
    let unpinned = load(
      "version: 1\nextends: {path: base.yaml, source: x@0123456789abcdef0123456789abcdef01234567}",
      others: ["base.yaml": Self.base])
    #expect(
      summary(unpinned) == [
        "2:36 error: `source`: a copy needs its `sha256` = `sha256sum` prints it; nothing is downloaded"
      ])
  }

  private struct Unreadable: Error, CustomStringConvertible {
    let description = "it is a folder"
  }

  @Test("what cannot be read is told with the reason")
  func unreadable() {
    let result = PolicyLoader.load(
      SourceText("version: 1\nextends: base.yaml"), path: "p.yaml", knowledge: .fixture
    ) { _, _ in throw Unreadable() }
    #expect(summary(result) == ["2:10 error: `base.yaml` cannot be read: it is a folder"])
  }

  @Test("a pack extends packs only")
  func packs() {
    let result = PolicyLoader.load(
      SourceText(path: "proviso:default", "version: 1\nextends: base.yaml"), path: nil, knowledge: .fixture
    ) { _, _ in SourceText("version: 1") }
    #expect(summary(result) == ["2:10 error: a pack can extend packs only, found `base.yaml`"])
    let loaded = PolicyLoader.load(
      SourceText(path: "proviso:default", "version: 1"), path: nil, knowledge: .fixture)
    #expect(loaded.policy?.name == "default")
    #expect(loaded.policy?.path == nil)
  }
}
