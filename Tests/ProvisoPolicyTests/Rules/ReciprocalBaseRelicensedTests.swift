import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL105, non-commercial, share-alike or no-derivatives base relicensed")
struct ReciprocalBaseRelicensedTests {
  private static let published = [reference("README.md", role: .published)]
  private static func folder(_ license: License, over base: License, _ relation: Relation? = nil) -> Subject {
    Subject(
      model: .folder(".", license, bases: [ProvisoPolicyTests.base("acme/base", base, relation)]), references: published
    )
  }

  private static let fixed = License.fixture("fixed", "Fixed License", .nonCommercial) {
    $0.derivatives = Term(false, clause: "(v)")
    $0.derivativeLicense = Term(Terms.DerivativeLicense.none, clause: "(i); (v)")
  }

  /// A training configuration names the model as its base.
  private static func trained(_ license: License, _ facts: Facts = Facts()) -> Subject {
    Subject(
      model: .hub("acme/model", license), references: [reference("train.yaml", role: .base, kind: .trainingConfig)],
      facts: facts)
  }

  /// A license of which only the name is known.
  private static func named(_ name: String) -> License {
    var license = License.byName(name)
    license.family = nil
    return license
  }

  private static func ownBeside(_ license: License) -> Subject {
    var subject = folder(license, over: license, .finetune)
    subject.model.license.claims += LicenseConclusion.without(terms: ("acme-eula", .named)).claims
    subject.model.license.state = .conflict
    return subject
  }

  private static let flux = License.fixture("flux-dev", "FLUX Non-Commercial License", .nonCommercial, family: "flux") {
    $0.commercialUse = Term(.no, clause: "1")
    $0.derivativeLicense = Term(.flowDown, clause: "2.a")
  }

  static let cases = [
    RuleCase(
      "violated: commerce over CC BY-NC", folder(.apache, over: .ccByNC), "violated error cc-by-nc-4.0 2(a)(5)(A)"),
    RuleCase(
      "violated: a license of a line that lets commerce be, over CC BY-NC", folder(.llama3, over: .ccByNC),
      "violated error cc-by-nc-4.0 2(a)(5)(A)"),
    RuleCase(
      "satisfied: a name without a text that bars commerce", folder(named("acme-non-commercial"), over: .ccByNC),
      "satisfied"),
    RuleCase(
      "satisfied: such a name speaks of the base's line", folder(named("flux-non-commercial-license"), over: flux),
      "satisfied"),
    RuleCase(
      "violated, as a warning: such a name speaks of another line",
      folder(named("acme-non-commercial"), over: flux), "violated warning flux-dev 2.a"),
    RuleCase(
      "violated, as a warning: a license of one's own beside the text of CC BY-SA", ownBeside(.ccBySA),
      "violated warning cc-by-sa-4.0 3(b)(1)"),
    RuleCase(
      "violated: CC BY-SA freed", folder(.mit, over: .ccBySA), "violated error cc-by-sa-4.0 3(b)(1)"),
    RuleCase(
      "violated: CC BY-NC-SA under CC BY-NC alone", folder(.ccByNC, over: .ccByNCSA),
      "violated error cc-by-nc-sa-4.0 3(b)(1)"),
    RuleCase(
      "violated: CC BY-SA under a license that adds a condition", folder(.ccByNCSA, over: .ccBySA),
      "violated error cc-by-sa-4.0 3(b)(1)"),
    RuleCase("violated: copyleft by file freed, by its record", folder(.mit, over: .ofl), "violated error ofl-1.1 5"),
    RuleCase("violated: the EPL freed", folder(.mit, over: .epl), "violated error epl-2.0 3.1(b); 3.2(a)"),
    RuleCase(
      "violated: a license line's label over what admits no other", folder(.llama31, over: .ofl),
      "violated error ofl-1.1 5"),
    RuleCase(
      "violated, as a warning: which licenses comply, the clause leaves open", folder(.apache, over: .msPL),
      "violated warning ms-pl 3(D)"),
    RuleCase("satisfied: it stays under itself", folder(.ofl, over: .ofl), "satisfied"),
    RuleCase("satisfied: the EPL's secondary license", folder(.gpl, over: .epl), "satisfied"),
    RuleCase("violated: the GPL freed", folder(.mit, over: .gpl), "violated error gpl-3.0 5(c)"),
    RuleCase(
      "violated: what may not be adapted and shared, under another license", folder(.ccByNC, over: .ccByND),
      "violated error cc-by-nd-4.0 2(a)(1)(B); 3(a)(1)"),
    RuleCase(
      "violated: a fine-tune of what may not be adapted and shared, under its own license",
      folder(.ccByND, over: .ccByND, .finetune), "violated error cc-by-nd-4.0 2(a)(1)(B); 3(a)(1)"),
    RuleCase(
      "violated, as a warning: somebody else's label",
      Subject(
        model: .hub("acme/tune", .apache, bases: [base("nobody/nc", .ccByNC)]), references: [reference("app.py")]),
      "violated warning cc-by-nc-4.0 2(a)(5)(A)"),
    RuleCase(
      "not applicable: a publisher may put what is its own under other terms",
      Subject(
        model: .hub("acme/tune", .apache, bases: [own("Acme/nc", .ccByNC)]), references: [reference("app.py")]),
      "not applicable"),
    RuleCase(
      "violated, as a warning: a publisher's copy of what is another's",
      Subject(
        model: .hub("acme/tune", .apache, bases: [base("Acme/nc", .ccByNC)]), references: [reference("app.py")]),
      "violated warning cc-by-nc-4.0 2(a)(5)(A)"),
    RuleCase("satisfied: another format is no adaptation", folder(.ccByND, over: .ccByND, .quantized), "satisfied"),
    RuleCase(
      "violated, as a warning: nothing says how it was made, which the hub takes for a fine-tune",
      folder(.ccByND, over: .ccByND), "violated warning cc-by-nd-4.0 2(a)(1)(B); 3(a)(1)"),
    RuleCase(
      "satisfied: nothing says how somebody else's was made",
      Subject(
        model: .hub("acme/awq", .ccByND, bases: [base("acme/base", .ccByND)]), references: [reference("app.py")],
        facts: .stating("fine_tunes=false", "distributes_weights=true")), "satisfied"),
    RuleCase(
      "violated: a fine-tune of what may not be shared changed is handed out",
      .used(.ccByND, .stating("fine_tunes=true", "distributes_weights=true")),
      "violated error cc-by-nd-4.0 2(a)(1)(B); 3(a)(1)"),
    RuleCase(
      "violated: a training configuration names it as base, and products are shipped",
      trained(.ccByND, .stating("distributes_product=true")), "violated error cc-by-nd-4.0 2(a)(1)(B); 3(a)(1)"),
    RuleCase(
      "violated: what may not be changed is, and stays here",
      .used(fixed, .stating("fine_tunes=true", "distributes_weights=false", "distributes_product=false")),
      "violated error fixed (v)"),
    RuleCase(
      "violated: a training configuration names what may not be changed", trained(fixed), "violated error fixed (v)"),
    RuleCase(
      "violated: a model of the tree was made from what may not be changed",
      .weights(fixed, .internalUse, base: base("acme/b", fixed)), "violated error fixed (v)"),
    RuleCase(
      "violated, as a warning: weights of the tree may not be changed, and models are fine-tuned here",
      .weights(fixed, .stating("fine_tunes=true")), "violated warning fixed (v)"),
    RuleCase(
      "satisfied: weights of the tree may not be changed, and nothing is",
      .weights(fixed, .stating("fine_tunes=false")),
      "satisfied"),
    RuleCase(
      "undetermined: nobody says whether weights of the tree are changed", .weights(fixed, .internalUse),
      "undetermined fine_tunes"),
    RuleCase(
      "not applicable: weights of the tree may be changed", .weights(.apache, .stating("fine_tunes=true")),
      "not applicable"),
    RuleCase(
      "satisfied: adapted, and not handed out",
      .used(.ccByND, .stating("fine_tunes=true", "distributes_weights=false", "distributes_product=false")),
      "satisfied"),
    RuleCase(
      "satisfied: handed out as it came", .used(.ccByND, .stating("fine_tunes=false", "distributes_weights=true")),
      "satisfied"),
    RuleCase("satisfied: not changed", .used(fixed, .stating("fine_tunes=false")), "satisfied"),
    RuleCase(
      "undetermined: nobody says whether it is adapted", .used(.ccByND, .stating("distributes_weights=true")),
      "undetermined fine_tunes"),
    RuleCase(
      "undetermined: nobody says whether the adapted one is handed out", .used(.ccByND, .stating("fine_tunes=true")),
      "undetermined distributes_weights, distributes_product"),
    RuleCase("undetermined: nobody says whether it is changed", .used(fixed), "undetermined fine_tunes"),
    RuleCase(
      "not applicable: met in tests only", .used(.ccByND, .stating("fine_tunes=true"), scope: .test), "not applicable"),
    RuleCase(
      "satisfied: CC BY-NC leaves room for terms that keep its condition", folder(.ccByNCSA, over: .ccByNC), "satisfied"
    ),
    RuleCase("satisfied: the GPL is on the list of CC BY-SA", folder(.gpl, over: .ccBySA), "satisfied"),
    RuleCase("satisfied: the AGPL over the GPL", folder(.agpl, over: .gpl), "satisfied"),
    // The AGPL's clause 13 lets the two be combined; the part under the AGPL stays under it.
    RuleCase(
      "violated: the GPL alone over the AGPL", folder(.gpl, over: .agpl), "violated error agpl-3.0 5(c)"),
    RuleCase("not applicable: a free base", folder(.mit, over: .apache), "not applicable"),
    RuleCase("not applicable: Llama's conditions are AIL102's", folder(.mit, over: .llama31), "not applicable"),
    RuleCase(
      "not applicable: our own, and it stays here",
      Subject(
        model: .folder("models/a", .apache, bases: [base("acme/nc", .ccByNC)]),
        references: [reference("models/a/m.gguf", role: .bundled)],
        facts: .stating("distributes_weights=false", "distributes_product=false")), "not applicable"),
  ]

  @Test("finds labels that the base's license does not lead to", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(ReciprocalBaseRelicensed(), example.subject) == example.verdicts)
  }

  @Test("says what the license asks for, with its clause")
  func wording() {
    #expect(
      messages(ReciprocalBaseRelicensed(), Self.folder(.mit, over: .ccBySA)) == [
        "The model in this folder is declared under mit, and its base acme/base is under the Creative Commons Attribution-ShareAlike 4.0 International, which asks that derivatives stay under the same or a compatible license (clause 3(b)(1))."
      ])
    #expect(
      messages(ReciprocalBaseRelicensed(), Self.folder(.ccByND, over: .ccByND, .adapter)) == [
        "The model in this folder reaches others, and its base acme/base (adapter) is under the Creative Commons Attribution-NoDerivatives 4.0 International, which does not let derivatives be shared (clause 2(a)(1)(B); 3(a)(1))."
      ])
  }

  @Test("says who adapts the model, and what the license has against it")
  func adaptations() {
    #expect(
      messages(ReciprocalBaseRelicensed(), Self.trained(.ccByND, .stating("distributes_weights=true"))) == [
        "What is made from acme/model reaches others: train.yaml trains from it, weights or products with them are handed out (proviso.yaml:5), and the Creative Commons Attribution-NoDerivatives 4.0 International (clause 2(a)(1)(B); 3(a)(1)) does not let derivatives be shared."
      ])
    #expect(
      messages(ReciprocalBaseRelicensed(), .used(Self.fixed, .stating("fine_tunes=true"))) == [
        "The policy or the tree has acme/model changed: the policy says that models are fine-tuned (proviso.yaml:5), and the Fixed License ((v)) does not allow that."
      ])
    #expect(
      messages(ReciprocalBaseRelicensed(), .weights(Self.fixed, .stating("fine_tunes=true"))) == [
        "The policy or the tree has models/a changed: the policy says that models are fine-tuned (proviso.yaml:5), and the Fixed License ((v)) does not allow that."
      ])
  }

  private static func own(_ id: String, _ license: License) -> LineageEdge {
    var edge = base(id, license)
    edge.isPublishersOwn = true
    return edge
  }
}
