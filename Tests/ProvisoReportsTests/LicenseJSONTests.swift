import ProvisoCore
import Testing

@testable import ProvisoReports

@Suite("A license record as JSON")
struct LicenseJSONTests {
  private let record = licenseJSON(Fixtures.llamaLicense)

  @Test("has the keys of the record, in its order")
  func keys() {
    #expect(
      record.keys == [
        "id", "name", "family", "edition", "publisher", "released", "spdx", "aliases", "url", "category",
        "osiApproved", "openness", "terms", "supersedes", "releases", "sources",
      ])
    #expect(record["openness"]?.keys == ["osd", "osaidLicenseGate"])
    #expect(record["openness"]?["osd"]?["criteria"]?[0]?.keys == ["criterion", "clause", "because"])
    #expect(record["terms"]?.keys == TermKey.allCases.map(\.rawValue))
    #expect(
      record["terms"]?["thresholds"]?[0]?.keys == [
        "metric", "amount", "currency", "period", "comparison", "scope", "measured", "date", "effect", "clause", "use",
        "condition",
      ])
    #expect(record["sources"]?[0]?.keys == ["url", "sha256", "read"])
  }

  @Test("writes each term with its clause, and null where the text is silent")
  func terms() {
    let terms = record["terms"]
    #expect(terms?["commercialUse"]?["value"]?.string == "conditional")
    #expect(terms?["commercialUse"]?["clause"]?.string == "1.a; 2")
    for key in ["commercialOutputs", "hosting", "display", "licenseCopy", "governingLaw"] {
      #expect(terms?[key]?.keys == ["value", "clause"])
      #expect(terms?[key]?["value"]?.isNull == true)
    }
    #expect(terms?["thresholds"]?[0]?["amount"]?.integer == 700_000_000)
    #expect(terms?["acceptableUse"]?["restrictions"]?[0]?.string == "military")
    #expect(terms?["excludedRegions"]?["value"]?[0]?.string == "EU")
    #expect(record["url"]?.isNull == true)
  }

  @Test("writes whatever limits or explains a term, where the license says such a thing", arguments: TermKey.allCases)
  func details(key: TermKey) {
    var license = Fixtures.llamaLicense
    license.terms.alsoBars = .endUsers
    license.terms.outputTrainingScope = .foundationModels
    license.terms.hostingException = "a demonstration"
    license.terms.hostingMeans = .modelServices
    license.terms.displayAlternatives = ["Built with Model"]
    license.terms.displayAppliesTo = .derivatives
    license.terms.displayAlsoWith = .services
    license.terms.noticeAppliesTo = .derivatives
    license.terms.noticeAlsoWith = .services
    license.terms.noticePlace = .documents
    license.terms.licenseCopyAlsoWith = .services
    license.terms.licenseCopyAppliesTo = .unmodifiedCopies
    license.terms.namePrefixAppliesTo = .derivatives
    license.terms.restrictionsFlowDownBy = .licenseCopy
    license.terms.registrationAppliesTo = .commercialUse
    license.terms.registrationOpens = .commercialUse
    guard key != .thresholds else { return }
    let keys = licenseJSON(license)["terms"]?[key.rawValue]?.keys ?? []
    #expect(Set(keys) == Set(["value", "clause"] + key.details.map(\.rawValue)))
  }
}

@Suite("Emitted intermediates")
struct EmitTests {
  @Test("name the model of each reference and how it is pinned")
  func references() {
    var pinned = Fixtures.reference("a.py")
    pinned.revision = .unpinned
    let emitted = emitReferences([pinned, Fixtures.reference("b.py")])
    #expect(emitted.elements.map { $0["path"]?.string } == ["a.py", "b.py"])
    #expect(emitted.elements.map { $0["pin"]?.string } == ["unpinned", "named"])
    #expect(emitted[0]?.keys.prefix(3) == ["model", "registry", "path"])
    #expect(emitted[0]?["revision"]?.isNull == true)
  }

  @Test("hold the models as the report has them, and what manifests declare")
  func models() {
    var entry = Fixtures.llamaEntry()
    entry.model.declaredNames = [DeclaredName(name: "My Llama", location: Fixtures.location("README.md"))]
    entry.model.declaredLicenses = [DeclaredLicense(tag: "other", location: Fixtures.location("README.md", line: 2))]
    let emitted = emitModels([entry])
    #expect(emitted[0]?["id"]?.string == Fixtures.llama.id)
    #expect(emitted[0]?["declaredNames"]?[0]?["name"]?.string == "My Llama")
    #expect(emitted[0]?["declaredLicenses"]?[0]?["line"]?.integer == 2)
    #expect(emitted[0]?.keys.suffix(3) == ["declaredNames", "declaredLicenses", "isOnlyBase"])
  }
}
