import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL208, weights in a release artifact against policy")
struct WeightsInReleaseTests {
  private static let barred = License.fixture("barred", "Barred License", .proprietary) {
    $0.redistribution = Term(false, clause: "3")
  }
  private static let shipped = Facts.stating("distributes_product=true", "commercial=true")

  /// An image copies the weights.
  private static func image(_ license: License, _ facts: Facts = Facts()) -> Subject {
    var subject = Subject.weights(license, facts)
    subject.references.append(reference("Dockerfile", line: 4, role: .bundled, kind: .dockerfile))
    return subject
  }

  /// A step of an image fetches the weights.
  private static func fetched(_ license: License, _ facts: Facts = Facts()) -> Subject {
    var step = reference("Dockerfile", line: 3, kind: .dockerfile)
    step.isPutIntoImage = true
    return Subject(model: .hub("acme/model", license), references: [step], facts: facts)
  }

  /// The same as detection has it.
  private static func copied(_ license: License, _ facts: Facts = Facts()) -> Subject {
    var subject = Subject.weights(license, facts)
    subject.references.append(reference("Dockerfile", line: 4, role: .used, kind: .dockerfile))
    return subject
  }

  static let cases = [
    RuleCase(
      "violated: COPY of weights that lie in the tree", copied(.ccByNC, .stating("commercial=true")),
      "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "not applicable: COPY into an image that stays here",
      copied(.ccByNC, .stating("commercial=true", "distributes_weights=false", "distributes_product=false")),
      "not applicable"),
    RuleCase(
      "violated: an image that is shipped fetches non-commercial weights", fetched(.ccByNC, shipped),
      "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: an image that is shipped fetches what may not be passed on",
      fetched(barred, .stating("distributes_product=true")), "violated error barred 3"),
    RuleCase(
      "violated: the policy says that weights are handed out", .used(barred, .stating("distributes_weights=true")),
      "violated error barred 3"),
    RuleCase(
      "violated: so for `check`", .check(barred, .stating("distributes_product=true")), "violated error barred 3"),
    RuleCase("violated: a card publishes them", .weights(barred, role: .published), "violated error barred 3"),
    RuleCase(
      "satisfied: nothing is handed out",
      .used(barred, .stating("distributes_weights=false", "distributes_product=false")), "satisfied"),
    RuleCase(
      "satisfied: the image stays here",
      fetched(barred, .stating("distributes_weights=false", "distributes_product=false")), "satisfied"),
    RuleCase(
      "not applicable: non-commercial weights in an image that stays here",
      fetched(.ccByNC, .stating("commercial=true", "distributes_weights=false", "distributes_product=false")),
      "not applicable"),
    RuleCase("not applicable: met in tests only", .used(barred, shipped, scope: .test), "not applicable"),
    RuleCase(
      "undetermined: nobody says whether weights are handed out", .used(barred),
      "undetermined distributes_weights, distributes_product"),
    RuleCase("violated: an image copies what may not be passed on", image(barred), "violated error barred 3"),
    RuleCase(
      "violated: non-commercial weights in a commercial image", image(.ccByNC, .stating("commercial=true")),
      "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: shipped with a product", .weights(.ccByNC, shipped), "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: by way of the base", .weights(.apache, shipped, base: base("acme/b", .ccByNC)),
      "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase("satisfied: the license allows it", image(.apache), "satisfied"),
    RuleCase("satisfied: nothing commercial", image(.ccByNC, .stating("commercial=false")), "satisfied"),
    RuleCase("not applicable: fetched at run time", .used(.ccByNC, shipped), "not applicable"),
    RuleCase(
      "undetermined: weights in the tree, and nobody says whether they are shipped", .weights(barred),
      "undetermined distributes_weights, distributes_product"),
    RuleCase("undetermined: nothing says whether it is commercial", image(.ccByNC), "undetermined commercial"),
  ]

  @Test("finds weights that may not be handed out", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(WeightsInRelease(), example.subject) == example.verdicts)
  }

  @Test("names the line that takes them along")
  func wording() {
    let violation = violations(WeightsInRelease().evaluate(Self.image(Self.barred))).first
    #expect(
      violation?.message
        == "Weights of models/a are part of a release: Dockerfile copies its weights into an image, and the Barred License (clause 3) does not allow passing them on."
    )
    #expect(violation?.location == Location(path: "Dockerfile", line: 4))
  }
}
