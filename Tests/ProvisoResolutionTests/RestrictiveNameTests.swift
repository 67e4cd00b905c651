import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Licenses of which only the name is known")
struct RestrictiveNameTests {
  @Test(
    "a name that bars commerce is held against the policy, and the license stays one that nobody knows",
    arguments: [
      (license("non-commercial"), "unknown - low", LicenseCategory.nonCommercial),
      (license("Research Only"), "unknown - low", .researchOnly),
      (license("MIT WITH AdditionRef-noncommercial"), "unknown - low", .nonCommercial),
      (license("other", name: "acme-non-commercial"), "custom acme-non-commercial low", .nonCommercial),
      (license("other", name: "acme-research-only-license"), "custom acme-research-only-license low", .researchOnly),
      (license("other", name: "mnpl-9.9"), "custom mnpl-9.9 low", .nonCommercial),
    ])
  func bars(declared: DeclaredLicense, words: String, category: LicenseCategory) throws {
    let model = try #require(resolve([declaration("README.md", licenses: [declared])])["."])
    #expect(model.words == words)
    #expect(model.license.category == category)
    let record = try #require(model.license.candidates.first)
    #expect(record.isReadByNameOnly && record.terms.commercialUse.value == .no && model.license.candidates.count == 1)
  }

  @Test(
    "a name that bars nothing, or names a choice, says nothing",
    arguments: ["acme-license", "commercial and non-commercial use", "acme-research-license", "not non-commercial"])
  func silent(name: String) throws {
    let model = try #require(
      resolve([declaration("README.md", licenses: [license("other", name: name)])])["."])
    #expect(model.license.candidates.isEmpty && model.license.category == nil)
  }

  @Test("beside a free label the name counts")
  func besideFree() throws {
    let model = try #require(resolve([card(["apache-2.0"]), licenseText("ACME NON-COMMERCIAL LICENSE")])["."])
    #expect(model.license.state == .conflict)
    #expect(model.license.candidates.map(\.id) == ["ACME NON-COMMERCIAL LICENSE", "apache-2.0"])
    #expect(model.license.category == .nonCommercial)
  }

  @Test("what was made from such a model is bound by it")
  func base() throws {
    let base = declaration(
      "nc/README.md", licenses: [license("other", name: "acme-non-commercial", in: "nc/README.md")])
    var tuned = card(["apache-2.0"], in: "tuned")
    tuned.pathBases = [
      DeclaredBase(model: .local("../nc"), relation: .finetune, location: Location(path: "tuned/README.md", line: 3))
    ]
    let model = try #require(resolve([base, tuned])["tuned"])
    #expect(model.lineage.map(\.base) == [.local("nc")] && model.unreadBases.isEmpty)
    #expect(model.words == "conflict acme-non-commercial low", "its label says otherwise, and the stricter counts")
    #expect(model.applicable == ["acme-non-commercial", "apache-2.0"])
    var lost = tuned
    lost.pathBases[0].model = .local("../elsewhere")
    #expect(resolve([base, lost])["tuned"]?.unreadBases.map(\.name) == ["../elsewhere"])
    var ring = base
    ring.pathBases = [
      DeclaredBase(model: .local("../tuned"), relation: nil, location: Location(path: "nc/README.md", line: 3))
    ]
    #expect(resolve([ring, tuned])["tuned"]?.lineage.isEmpty == false, "two that name each other come to an end")
  }

  @Test("cards that all name one another by path are followed as far as anybody could check", .timeLimit(.minutes(1)))
  func dense() {
    let names = (0..<24).map { "m\($0)" }
    let cards = names.map { name in
      var card = card(["apache-2.0"], in: name)
      card.pathBases = names.filter { $0 != name }.enumerated().map { index, other in
        DeclaredBase(
          model: .local("../\(other)"), relation: nil, location: Location(path: "\(name)/README.md", line: index + 3))
      }
      return card
    }
    let resolved = resolve(cards)
    #expect(resolved.count == 24)
    #expect(resolved.values.allSatisfy { !$0.lineage.isEmpty && $0.words == "known apache-2.0 high" })
  }
}
