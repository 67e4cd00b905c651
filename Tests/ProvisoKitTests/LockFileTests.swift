import ProvisoCore
import ProvisoPolicy
import ProvisoText
import Testing

@testable import ProvisoKit

@Suite("proviso.lock")
struct LockFileTests {
  private static let card = Location(path: "README.md", line: 2)
  private static let hash = String(repeating: "0a", count: 32)

  private static func model(
    _ id: String, license: String? = "mit", claims: [Claim] = [], role: Role = .used
  ) -> ResolvedModel {
    ResolvedModel(
      name: .huggingFace(id), revision: nil, role: role,
      license: LicenseConclusion(concluded: license, state: license == nil ? .absent : .known, claims: claims))
  }

  private static func today() throws -> CalendarDate { try CalendarDate(parsing: "2026-11-26") }

  private static func read(_ text: String) throws(DocumentError) -> [LockedModel] {
    try LockFileReader.read(SourceText(path: "proviso.lock", text))
  }

  private static func written(_ models: [ResolvedModel], previous: [LockedModel] = []) throws -> String {
    String(decoding: LockFile.render(models, today: try today(), previous: previous), as: UTF8.self)
  }

  @Test("is one block a model, in order of id, made to be read in a diff")
  func whole() throws {
    var text = DeclaredLicense(tag: "mit", location: Location(path: "m/LICENSE"))
    text.sha256 = Self.hash
    var local = ResolvedModel(
      name: .local("m"), role: .bundled,
      license: LicenseConclusion(
        concluded: "mit", state: .known,
        claims: [
          Claim(license: "mit", kind: .record, source: .licenseFile, evidence: "is mit", location: text.location),
          Claim(license: "mit", kind: .record, source: .modelCard, evidence: "says mit", location: Self.card),
        ]))
    local.licenseTexts = [text]
    let hub = Self.model(
      "acme/b", claims: [Claim(license: "mit", kind: .record, source: .catalog, evidence: "the catalog has \"mit\"")])
    let expected = """
      # The models of this tree and the licenses they were found under. Written by `proviso lock`; `proviso scan --locked`
      # holds the tree against it.
      version: 1
      models:
        - id: "acme/b"
          registry: huggingface
          revision: null
          license: "mit"
          state: known
          date: 2026-11-26
          evidence:
            - source: catalog
              license: "mit"
              says: "the catalog has \\"mit\\""
        - id: "m"
          registry: local
          revision: null
          license: "mit"
          state: known
          date: 2026-11-26
          evidence:
            - source: license-file
              license: "mit"
              path: "m/LICENSE"
              sha256: "\(Self.hash)"
            - source: model-card
              license: "mit"
              path: "README.md"

      """
    #expect(try Self.written([local, hub]) == expected)
    #expect(try Self.read(expected).map(\.name) == [.huggingFace("acme/b"), .local("m")])
    #expect(try Self.read(expected).last?.evidence.first?.sha256 == Self.hash)
    #expect(try Self.read(expected).map(\.line) == [5, 15])
  }

  @Test(
    "reads back what it wrote, whatever stands in a name",
    arguments: ["a\u{1B}[31m\u{202E}b", "\"\\: #", "ä/é", "null", "1.0"])
  func roundTrip(id: String) throws {
    let text = try Self.written([Self.model(id, license: id)])
    #expect(try Self.read(text).first?.name.id == id)
    #expect(try Self.read(text).first?.license == id)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test("keeps the day of what has not changed, and leaves out what is only mentioned")
  func days() throws {
    let old = try Self.read(Self.written([Self.model("a/same"), Self.model("a/changed")])).map { model in
      var model = model
      model.date = "2025-01-01"
      return model
    }
    let models = [Self.model("a/same"), Self.model("a/changed", license: nil), Self.model("a/m", role: .mentioned)]
    let new = try Self.read(try Self.written(models, previous: old))
    #expect(new.map { "\($0.name.id) \($0.date)" } == ["a/changed 2026-11-26", "a/same 2025-01-01"])
    #expect(try Self.read(try Self.written([])).isEmpty)
  }

  @Test(
    "says of a file that is none what is wrong, where, and what was expected",
    arguments: [
      ("", "1:1 The lock file is empty; run `proviso lock` to write it."),
      ("version: 2\nmodels: []\n", "1:10 The lock file needs `version: 1`; a newer proviso may have written this one."),
      ("version: 1\n", "1:1 The lock file needs a list under `models`."),
      (
        "version: 1\nmodels: []\nmodles: 1\n",
        "3:1 There is no key \"modles\" here, only models, version. Did you mean models?"
      ),
      (
        "version: 1\nmodels:\n  - x\n",
        "3:5 Expected keys and values here: date, evidence, id, license, registry, revision, state."
      ),
      ("version: 1\nmodels: []\n# x\n\n---\nversion: 1\n", "5:1 The lock file has something after its end."),
      (
        "version: 1\nmodels: []\n<<<<<<< HEAD\n=======\n>>>>>>> b\n",
        "3:1 The lock file has the marks of a merge that nobody has finished; finish it, or run `proviso lock` again."
      ),
      ("version: 1\nversion: 1\nmodels: []\n", "2:1 The key \"version\" stands here twice."),
      (
        "version: 1\nmodels:\n  - {id: a, registry: hub, license: mit, state: known, date: 2026-01-01, evidence: []}\n",
        "3:23 `registry` is one of \(Registry.allCases.map(\.rawValue).joined(separator: ", ")), not \"hub\"."
      ),
      (
        "version: 1\nmodels:\n  - {id: a, registry: local, license: mit, state: known, date: 2026-02-30, evidence: []}\n",
        "3:64 \"2026-02-30\" is no day such as 2026-12-31."
      ),
      (
        "version: 1\nmodels:\n  - {id: a, registry: local, state: known, date: 2026-01-01}\n",
        "3:5 A model needs a list under `evidence`, if an empty one."
      ),
      (
        "version: 1\nmodels:\n  - {id: a, registry: local, state: absent, date: 2026-01-01, evidence: []}\n  - {id: a, registry: local, state: absent, date: 2026-01-01, evidence: []}\n",
        "4:5 a stands in the lock file twice."
      ),
      (
        "version: 1\nmodels:\n  - {id: a, registry: local, state: known, date: 2026-01-01, evidence: [{source: catalog, license: mit, sha256: 12}]}\n",
        "3:113 A sha256 has 64 hexadecimal digits in lower case."
      ),
    ])
  func mistakes(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { try Self.read(text) }
    #expect(error.map { "\($0.position.line):\($0.position.column) \($0.message)" } == message)
  }

  @Test("reads back the file of as many models as a scan finds")
  func many() throws {
    let models = (0..<50_000).map { Self.model("acme/model-\($0)-7b") }
    #expect(try Self.read(try Self.written(models)).count == 50_000)
  }

  @Test("does not follow a stranger into depth")
  func hostile() {
    let deep = "version: 1\nmodels: " + String(repeating: "[", count: 5000)
    #expect(throws: DocumentError.self) { try Self.read(deep) }
    #expect(throws: DocumentError.self) { try Self.read("version: 1\nmodels: &a [*a]\n") }
  }
}
