import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("What a model's licenses ask for")
struct ObligationListTests {
  /// `display Built with Llama (llama3.1 1.b.i)`.
  private func list(_ model: ResolvedModel, _ facts: [Facts] = []) -> [String] {
    ObligationList.obligations(of: model, facts: facts).map { obligation in
      "\(obligation.kind.rawValue): \(obligation.text) (\(obligation.license) \(obligation.clause ?? "-"))"
    }
  }

  @Test("is what the record says, with its clauses")
  func record() {
    #expect(
      list(.hub("meta-llama/Llama-3.1-8B", .llama31)) == [
        "display: Built with Llama (llama3.1 1.b.i)",
        "notice: Llama 3.1 Community License Agreement notice (llama3.1 1.b.iii)",
        "license-copy: pass on a copy of the license (llama3.1 1.b.i)", "name-prefix: Llama (llama3.1 1.b.i)",
      ])
    #expect(
      list(.hub("Lightricks/LTX-2.5", .ltx)) == [
        "use-restrictions: pass on the use restrictions (ltx-2-community 3.1; 4; 6)"
      ])
    #expect(list(.hub("acme/m", .mit)) == ["license-copy: pass on a copy of the license (mit paragraph 2)"])
    #expect(list(.hub("acme/m")) == [])
  }

  @Test("use restrictions go along with the license's text where copies go out, and need terms where it is served")
  func restrictionsByCopy() {
    func isMet(_ license: License, _ facts: Facts) -> Bool? {
      let evidence = ObligationEvidenceList.found((.licenseCopy, license.id, .notice))
      return ObligationList.obligations(of: .hub("acme/m", license), facts: [facts], evidence: evidence)
        .first { $0.kind == .useRestrictions }?.met
    }
    var served = License.ltx
    served.terms.hosting = Term(.countsAsDistribution, clause: "3")
    #expect(isMet(served, .stating("distributes_weights=true", "serves_over_network=false")) == true)
    #expect(isMet(served, .service) == false)
    #expect(isMet(.ltx, .service) == true, "a service is no copy where the license does not say so")
    let byCopy = License.fixture("skywork-community", "Skywork Community License", .community, family: "skywork") {
      $0.restrictionsFlowDown = Term(true, clause: "4; 5")
      $0.restrictionsFlowDownBy = .licenseCopy
    }
    #expect(isMet(byCopy, .service) == true)
  }

  @Test("adds what a base asks, whatever the label, and nothing twice")
  func bases() {
    let model = ResolvedModel.hub("acme/tune", .apache, bases: [base("meta-llama/x", .llama31)])
    #expect(
      list(model) == [
        "display: Built with Llama (llama3.1 1.b.i)",
        "notice: Llama 3.1 Community License Agreement notice (llama3.1 1.b.iii)",
        "license-copy: pass on a copy of the license (llama3.1 1.b.i)", "name-prefix: Llama (llama3.1 1.b.i)",
        "change-notice: say what was changed (apache-2.0 4(b))",
      ])
    let editions = ResolvedModel.hub("acme/tune", .llama31, bases: [base("meta-llama/x", .llama32)])
    #expect(list(editions).filter { $0.hasPrefix("display") || $0.hasPrefix("name-prefix") }.count == 2)
    #expect(list(editions).filter { $0.hasPrefix("notice") }.count == 2)
  }

  @Test(
    "has the display of Kimi K2 unless the facts say everywhere that the thresholds are not reached",
    arguments: [
      ([], true), ([Facts()], true),
      ([.stating("product_monthly_active_users=5", "product_monthly_revenue=5")], false),
      ([.stating("product_monthly_active_users=5")], true),
      ([.stating("product_monthly_active_users=5", "product_monthly_revenue=90000000")], true),
      ([.stating("product_monthly_active_users=5", "product_monthly_revenue=5"), Facts()], true),
    ] as [([Facts], Bool)])
  func conditionalDisplay(facts: [Facts], isDue: Bool) {
    let kimi = ResolvedModel.hub("moonshotai/Kimi-K2", .kimi)
    #expect(list(kimi, facts).contains("display: Kimi K2 (kimi-k2-modified-mit paragraph 4)") == isDue)
    #expect(
      list(kimi, facts).contains("license-copy: pass on a copy of the license (kimi-k2-modified-mit paragraph 2)"))
  }

  @Test(
    "looks whether the name of a derivative begins as asked, and says of the rest that nobody has looked",
    arguments: [("Llama Acme", true), ("Acme", false)])
  func names(name: String, isMet: Bool) {
    let model = ResolvedModel.folder("models/a", .llama31, bases: [base("meta-llama/x", .llama31)], names: [name])
    for obligation in ObligationList.obligations(of: model) {
      #expect(obligation.met == (obligation.kind == .namePrefix ? isMet : nil))
      #expect(obligation.evidence == (obligation.kind == .namePrefix ? "models/a/README.md:2" : nil))
    }
    let copy = ResolvedModel.folder("models/a", .llama31, names: [name])
    #expect(ObligationList.obligations(of: copy).allSatisfy { $0.met == nil })
  }
}
