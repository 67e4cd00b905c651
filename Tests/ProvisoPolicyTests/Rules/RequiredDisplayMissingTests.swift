import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL203, required display missing")
struct RequiredDisplayMissingTests {
  private static let hosted = License.served("llama3.1", "Built with Llama")
  private static func shown(_ place: ProvisoCore.ObligationEvidence.Place, _ words: String = "Built with Llama")
    -> ObligationEvidenceList
  { .found((.display, words, place)) }
  private static let ofDerivatives = License.served("qwen", "Built with Qwen", appliesTo: .derivatives)

  /// Asks whoever uses the model commercially, and lets them.
  private static func ofCommerce(_ permission: Terms.Permission) -> License {
    .fixture("commerce", "Commerce License", .nonCommercial) {
      $0.commercialUse = Term(permission, clause: "3")
      $0.display = Term("Built with Commerce", clause: "2")
      $0.displayAppliesTo = .commercialUse
    }
  }

  /// Names services in the clause on the display, and counts none as distribution.
  private static let alsoService = License.fixture("named", "Named License", .community) {
    $0.display = Term("Built on Named", clause: "3.2")
    $0.displayAppliesTo = .multimodalModels
    $0.displayAlsoWith = .services
  }

  private static func named(_ id: String, _ facts: Facts) -> Subject {
    Subject(model: .hub(id, alsoService), references: [reference("app.py")], facts: facts)
  }

  private static let inside = License.served("inside", "Acme Inside", appliesTo: .derivatives)

  private static let naming = License.fixture("naming", "Naming License", .community) {
    $0.outputTraining = Term(.allowedWithNaming, clause: "5.b")
    $0.display = Term("Built with Naming", clause: "5.b")
    $0.displayAppliesTo = .derivatives
  }

  @Test("asks for the words of a free license of a base, too")
  func freeBases() {
    let tune = Subject.weights(.mit, .stating("distributes_weights=true"), base: base("acme/base", .mgb))
    #expect(verdicts(RequiredDisplayMissing(), tune) == ["violated warning mgb-1.0 5(b)"])
  }

  @Test("speaks of models made with it or its outputs, where the license does")
  func derivatives() {
    let trains = Facts.stating("trains_other_models_on_outputs=true", "distributes_weights=true")
    #expect(
      messages(RequiredDisplayMissing(), .used(Self.naming, trains)) == [
        "\"Built with Naming\" stands in no page, view or document here. The policy says that weights are handed out (proviso.yaml:5), and the Naming License (clause 5.b) asks that it be shown with a model that is made with acme/model or its outputs."
      ])
    #expect(
      messages(RequiredDisplayMissing(), .check(Self.naming, trains)) == [
        "The Naming License (clause 5.b) asks that \"Built with Naming\" be shown with a model that is made with acme/model or its outputs."
      ])
    let uses = Facts.stating("trains_other_models_on_outputs=false", "distributes_weights=true")
    #expect(verdicts(RequiredDisplayMissing(), .used(Self.naming, uses)) == ["not applicable"])
  }

  @Test("speaks of the model itself where that is the one that was made from another")
  func derivative() {
    let facts = Facts.stating("distributes_weights=true")
    for (label, edge) in [
      (License.mit, base("Qwen/Qwen2-72B", Self.ofDerivatives)), (Self.ofDerivatives, base("a/b", .mit)),
    ] {
      #expect(
        messages(RequiredDisplayMissing(), .weights(label, facts, base: edge)).first?.hasSuffix(
          "asks that it be shown with models/a, which was made from \(edge.base.id).") == true)
    }
    #expect(
      messages(RequiredDisplayMissing(), Self.taught(Self.naming)).first?.hasSuffix(
        "asks that it be shown with the model in this folder, which learned from acme/teacher.") == true)
  }

  private static func taught(_ license: License) -> Subject {
    Subject(
      model: .folder(".", .mit, bases: [base("acme/teacher", license, .distilled)]),
      references: [reference("README.md", role: .published)], facts: .stating("distributes_weights=true"))
  }

  static let cases = [
    RuleCase(
      "violated: the clause names services, whatever else the license says of them",
      named("acme/Cosmos-7B", .service), "violated warning named 3.2"),
    RuleCase(
      "not applicable: the model is none that the clause is for", named("acme/text-7B", .service), "not applicable"),
    RuleCase("not applicable: nobody outside is reached", named("acme/Cosmos-7B", .internalUse), "not applicable"),
    RuleCase("violated: outputs train it, of which the clause speaks", taught(naming), "violated warning naming 5.b"),
    RuleCase(
      "violated, as a note: the clause leaves open whether outputs count", taught(.llama31),
      "violated note llama3.1 1.b.i"),
    RuleCase("not applicable: outputs may not train it at all", taught(.llama3), "not applicable"),
    RuleCase(
      "violated: used commercially, whichever way it reaches anybody",
      .used(ofCommerce(.yes), Facts.service.overlaid(by: .stating("commercial=true"))), "violated warning commerce 2"),
    RuleCase(
      "satisfied: and shown",
      .used(
        ofCommerce(.yes), Facts.service.overlaid(by: .stating("commercial=true")),
        found: shown(.document, "Built with Commerce")), "satisfied"),
    RuleCase(
      "not applicable: commerce is barred, of which AIL301 speaks",
      .used(ofCommerce(.no), Facts.service.overlaid(by: .stating("commercial=true"))), "not applicable"),
    RuleCase(
      "not applicable: no commerce",
      .used(ofCommerce(.yes), Facts.service.overlaid(by: .stating("commercial=false"))), "not applicable"),
    RuleCase(
      "satisfied: two words that a derivative is labeled with stand in its card",
      .weights(
        .mit, .stating("distributes_weights=true"), base: base("acme/b", inside), found: shown(.document, "Acme Inside")
      ),
      "satisfied"),
    RuleCase(
      "violated: they stand nowhere",
      .weights(.mit, .stating("distributes_weights=true"), base: base("acme/b", inside)),
      "violated warning inside 1.b.i"),
    RuleCase(
      "violated: above Kimi's line the product shows it, also where it is only served",
      .used(.kimi, Facts.service.overlaid(by: .stating("product_monthly_active_users=200000000", "commercial=true"))),
      "violated warning kimi-k2-modified-mit paragraph 4"),
    RuleCase(
      "satisfied: it does",
      .used(
        .kimi, Facts.service.overlaid(by: .stating("product_monthly_active_users=200000000", "commercial=true")),
        found: .found((.display, "Kimi K2", .interface))), "satisfied"),
    RuleCase("violated: served, and nothing shows it", .used(hosted, .service), "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated: shipped", .used(.llama31, .stating("distributes_product=true")), "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated: a comment shows nothing", .used(hosted, .service, found: shown(.comment)),
      "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated: other words", .used(hosted, .service, found: shown(.interface, "Built with Qwen")),
      "violated warning llama3.1 1.b.i"),
    RuleCase("violated, as a note: weights lie in the tree", .weights(.llama31), "violated note llama3.1 1.b.i"),
    RuleCase(
      "violated: the base asks", .weights(.apache, .service, base: base("meta-llama/x", hosted)),
      "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated: above the number",
      .used(.kimi, .stating("product_monthly_active_users=200000000", "commercial=true", "distributes_product=true")),
      "violated warning kimi-k2-modified-mit paragraph 4"),
    RuleCase(
      "violated: a document's mention of a mere name is no display",
      .used(
        .kimi, .stating("product_monthly_active_users=200000000", "commercial=true", "distributes_product=true"),
        found: shown(.document, "Kimi K2")), "violated warning kimi-k2-modified-mit paragraph 4"),
    RuleCase(
      "violated: nor of one in three words",
      .used(.served("kimi", "Kimi K2.7 Code"), .service, found: shown(.document, "Kimi K2.7 Code")),
      "violated warning kimi 1.b.i"),
    RuleCase(
      "satisfied: what is no mere name may stand in a document",
      .used(.served("xai", "Powered by xAI"), .service, found: shown(.document, "Powered by xAI")), "satisfied"),
    RuleCase(
      "violated: made from one that asks it of derivatives",
      .weights(.apache, .service, base: base("Qwen/Qwen2-72B", ofDerivatives)), "violated warning qwen 1.b.i"),
    RuleCase("violated, as a note: `check` tells the duty", .check(.llama31), "violated note llama3.1 1.b.i"),
    RuleCase("satisfied: a view shows it", .used(hosted, .service, found: shown(.interface)), "satisfied"),
    RuleCase("satisfied: the notices do", .used(hosted, .service, found: shown(.notice)), "satisfied"),
    RuleCase("satisfied: the README does", .used(hosted, .service, found: shown(.document)), "satisfied"),
    RuleCase(
      "not applicable: asked of derivatives only", .used(ofDerivatives, .service), "not applicable"),
    RuleCase(
      "not applicable: below the number",
      .used(.kimi, .stating("product_monthly_active_users=5", "product_monthly_revenue=5", "distributes_product=true")),
      "not applicable"),
    RuleCase("not applicable: the license asks for none", .used(.gemma, .service), "not applicable"),
    RuleCase("not applicable: stays inside", .used(.llama31, .internalUse), "not applicable"),
    RuleCase("not applicable: a service that the license does not count", .used(.llama31, .service), "not applicable"),
    RuleCase("not applicable: met in tests only", .used(hosted, .service, scope: .test), "not applicable"),
    RuleCase(
      "undetermined: nothing says whether it reaches anybody", .used(hosted),
      "undetermined distributes_weights, distributes_product, serves_over_network"),
  ]

  @Test("finds displays that are asked for and not there", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(RequiredDisplayMissing(), example.subject) == example.verdicts)
  }

  @Test("says which words, why and which license")
  func wording() {
    #expect(
      messages(RequiredDisplayMissing(), .used(Self.hosted, .service)) == [
        "\"Built with Llama\" stands in no page, view or document here. The policy says that it is served over the network (proviso.yaml:5), and the llama3.1 (clause 1.b.i) asks that it be shown with acme/model."
      ])
    let kimi = Subject.used(
      .kimi, .stating("product_monthly_active_users=200000000", "commercial=true", "distributes_product=true"))
    #expect(
      messages(RequiredDisplayMissing(), kimi).first?.hasPrefix("\"Kimi K2\" stands in no page or view here.") == true)
    #expect(
      questions(RequiredDisplayMissing(), .used(Self.hosted)) == [
        "the llama3.1 (clause 1.b.i) asks for the display \"Built with Llama\" where the model is passed on or served"
      ])
  }
}

extension License {
  /// A license that counts a service like a copy and asks for a display.
  fileprivate static func served(_ id: String, _ words: String, appliesTo part: Terms.Applicability? = nil) -> Self {
    fixture(id, id, .community) {
      $0.hosting = Term(.countsAsDistribution, clause: "1.b.i")
      $0.display = Term(words, clause: "1.b.i")
      $0.displayAppliesTo = part
    }
  }
}
