import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL309, hosting counts as distribution")
struct HostingCountsAsDistributionTests {
  private static let rail = License.restricting("rail", policy: "attached")
  private static let barred = License.restricting("barred", policy: "attached", hosting: .forbidden)
  private static let separate = License.restricting("separate", policy: "attached", hosting: .separateLicense)
  private static let ofModels: License = {
    var license = separate
    license.terms.hostingMeans = .modelServices
    return license
  }()
  private static let copied: License = {
    var license = License.restricting("orion", policy: "attached")
    license.terms.restrictionsFlowDownBy = .licenseCopy
    return license
  }()
  private static let free = License.restricting("free", policy: "attached", hosting: .free)

  static let cases = [
    RuleCase("violated: served, and restrictions bind nobody", .used(rail, .service), "violated warning rail 1"),
    RuleCase("violated: hosting is barred", .used(barred, .service), "violated warning barred 1"),
    RuleCase("violated: hosting needs a license of its own", .used(separate, .service), "violated warning separate 1"),
    RuleCase(
      "violated: `check` knows no terms of yours, and somebody has to look",
      .check(rail, .stating("serves_over_network=true")), "violated warning rail 1"),
    RuleCase(
      "satisfied: the terms bind users",
      .used(rail, .service, found: .found((.usePolicy, "attached", .notice))), "satisfied"),
    RuleCase(
      "satisfied: the license asks for no more than its copy, and it is there",
      .used(copied, .service, found: .found((.licenseCopy, "orion", .document))), "satisfied"),
    RuleCase("violated: its copy is not there", .used(copied, .service), "violated warning orion 1"),
    RuleCase(
      "satisfied: the license means services of the model itself, and it is part of a product",
      Subject(
        model: .hub("acme/model", ofModels),
        references: [reference("x.py")], facts: .stating("serves_over_network=true", "model_as_a_service=false")),
      "satisfied"),
    RuleCase(
      "violated: the model itself is what is offered",
      Subject(
        model: .hub("acme/model", ofModels),
        references: [reference("x.py")], facts: .stating("serves_over_network=true", "model_as_a_service=true")),
      "violated warning separate 1"),
    RuleCase("violated: nothing says which of the two it is", .used(ofModels, .service), "violated warning separate 1"),
    RuleCase(
      "violated: where every service is meant, the kind of service decides nothing",
      Subject(
        model: .hub("acme/model", separate),
        references: [reference("x.py")], facts: .stating("serves_over_network=true", "model_as_a_service=false")),
      "violated warning separate 1"),
    RuleCase("satisfied: nothing is served", .used(barred, .internalUse), "satisfied"),
    RuleCase(
      "violated: `check` knows no terms of yours, and a bar needs none",
      Subject(model: .hub("acme/model", barred), facts: .service, mode: .check), "violated warning barred 1"),
    RuleCase("not applicable: a service is free", .used(free, .service), "not applicable"),
    RuleCase("not applicable: the license does not speak of services", .used(.apache, .service), "not applicable"),
    RuleCase("not applicable: met in tests only", .used(barred, .service, scope: .test), "not applicable"),
    RuleCase(
      "not applicable: AIL206 speaks of models in the tree", .weights(rail, .service), "not applicable"),
    RuleCase("undetermined: nothing says whether it is served", .used(rail), "undetermined serves_over_network"),
    RuleCase("undetermined: nor whether a bar on hosting is met", .used(barred), "undetermined serves_over_network"),
  ]

  @Test("finds services that the license does not leave free", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(HostingCountsAsDistribution(), example.subject) == example.verdicts)
  }

  @Test("says what the license does not count as a service")
  func exception() {
    var license = Self.separate
    license.terms.hostingException = "for applications that use it in the background (9.2)"
    let found = violations(HostingCountsAsDistribution().evaluate(.used(license, .service))).first
    #expect(
      found?.message
        == "acme/model is served over the network (proviso.yaml:5), and the separate (clause 1) asks for a license of its own for offering the model as a service, except for applications that use it in the background (9.2)."
    )
    #expect(found?.fix.hasSuffix("Where the exception holds, say so in a waiver.") == true)
  }

  @Test("says what the license makes of a service")
  func wording() {
    #expect(
      messages(HostingCountsAsDistribution(), .used(Self.rail, .service)) == [
        "acme/model is served over the network (proviso.yaml:5), and the rail (clause 1) counts that as distribution: its use restrictions have to bind the users of the service, and nothing here passes them on."
      ])
    #expect(
      messages(HostingCountsAsDistribution(), .used(Self.copied, .service)) == [
        "acme/model is served over the network (proviso.yaml:5), and the orion (clause 1) counts that as distribution: the users of the service have to be given its text, which is not here."
      ])
    #expect(
      questions(HostingCountsAsDistribution(), .used(Self.rail)) == [
        "the rail (clause 1) counts a service as distribution, and its use restrictions have to bind whoever is reached"
      ])
    #expect(
      messages(HostingCountsAsDistribution(), .used(Self.barred, .service)) == [
        "acme/model is served over the network (proviso.yaml:5), and the barred (clause 1) does not allow offering the model as a service."
      ])
  }
}
