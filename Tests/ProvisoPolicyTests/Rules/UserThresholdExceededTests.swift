import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL302, user threshold exceeded")
struct UserThresholdExceededTests {
  private static let llama = ResolvedModel.hub("meta-llama/Llama-3.1-8B-Instruct", .llama31)
  private static let qwen = ResolvedModel.hub("Qwen/Qwen2.5-72B", .qwen)
  private static let kimi = ResolvedModel.hub("moonshotai/Kimi-K2", .kimi)

  static let cases = [
    RuleCase(
      "violated: Llama above 700 million", Subject(model: llama, facts: .stating("monthly_active_users=700000001")),
      "violated error llama3.1 2"),
    RuleCase(
      "violated: Qwen's product, in commercial use",
      Subject(model: qwen, facts: .stating("product_monthly_active_users=100000001", "commercial=true")),
      "violated error qwen 4"),
    RuleCase(
      "violated, as a warning: Kimi asks for a display only",
      Subject(model: kimi, facts: .stating("product_monthly_active_users=100000001", "commercial=true")),
      "violated warning kimi-k2-modified-mit paragraph 4"),
    RuleCase(
      "violated: a base's threshold, under a free label",
      Subject(
        model: .hub("acme/tune", .mit, bases: [base("meta-llama/x", .llama31)]),
        facts: .stating("monthly_active_users=800000000")), "violated error llama3.1 2"),
    RuleCase(
      "violated: one candidate of a conflict is enough",
      Subject(model: .folder(".", .mit, .llama31), facts: .stating("monthly_active_users=800000000")),
      "violated error llama3.1 2"),
    RuleCase(
      "satisfied: exactly 700 million", Subject(model: llama, facts: .stating("monthly_active_users=700000000")),
      "satisfied"),
    RuleCase(
      "satisfied: Qwen's and Kimi's lines are for commercial use, whatever the number",
      Subject(model: qwen, facts: .stating("product_monthly_active_users=900000000", "commercial=false")), "satisfied"),
    RuleCase(
      "satisfied: Kimi's line in use that is not commercial",
      Subject(model: kimi, facts: .stating("product_monthly_active_users=900000000", "commercial=false")), "satisfied"),
    RuleCase(
      "satisfied: below Qwen's line, whatever the use",
      Subject(model: qwen, facts: .stating("product_monthly_active_users=5")), "satisfied"),
    RuleCase(
      "violated: Llama's line is for every use",
      Subject(model: llama, facts: .stating("monthly_active_users=700000001", "commercial=false")),
      "violated error llama3.1 2"),
    RuleCase(
      "not applicable: no threshold",
      Subject(model: .hub("acme/m", .mit), facts: .stating("monthly_active_users=800000000")), "not applicable"),
    RuleCase(
      "not applicable: revenue is AIL303's", Subject(model: .hub("stabilityai/sd", .stability)), "not applicable"),
    RuleCase("undetermined: nobody says", Subject(model: llama), "undetermined monthly_active_users"),
    RuleCase(
      "undetermined: whether one product of many is above",
      Subject(model: qwen, facts: .stating("monthly_active_users=800000000", "commercial=true")),
      "undetermined product_monthly_active_users"),
    RuleCase(
      "undetermined: above Qwen's line, and nobody says whether the use is commercial",
      Subject(model: qwen, facts: .stating("product_monthly_active_users=800000000")), "undetermined commercial"),
    RuleCase(
      "undetermined: both facts of Qwen", Subject(model: qwen),
      "undetermined product_monthly_active_users, commercial"),
    RuleCase(
      "undetermined: the numbers leave affiliates out, and the license counts them",
      Subject(model: llama, facts: .stating("monthly_active_users=5"), affiliatesIncluded: .known(false, .fixture)),
      "undetermined monthly_active_users"),
  ]

  @Test("holds numbers of users against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(UserThresholdExceeded(), example.subject) == example.verdicts)
  }

  @Test("says which number, which line of the policy, which test and what the license says happens")
  func wording() {
    let rule = UserThresholdExceeded()
    #expect(
      messages(rule, Subject(model: Self.llama, facts: .stating("monthly_active_users=800000000"))) == [
        "The policy states 800,000,000 monthly active users (proviso.yaml:5), and the Llama 3.1 Community License Agreement (clause 2) draws a line at more than 700,000,000 monthly active users, affiliates included, tested once, for the calendar month before the release on 2024-07-23: above it, the license requires a separate one from the publisher. That concerns meta-llama/Llama-3.1-8B-Instruct."
      ])
    let kimi = Subject(model: Self.kimi, facts: .stating("product_monthly_active_users=200000000", "commercial=true"))
    #expect(
      messages(rule, kimi) == [
        "The policy states 200,000,000 monthly active users (proviso.yaml:5), and the Modified MIT License (Kimi K2) (paragraph 4) draws a line at more than 100,000,000 monthly active users of the product, for commercial use: above it, the license requires a display. That concerns moonshotai/Kimi-K2."
      ])
    #expect(violations(rule.evaluate(kimi)).map(\.fix) == ["Show \"Kimi K2\" in the product, as the license asks."])
    #expect(
      questions(
        rule,
        Subject(
          model: Self.llama, facts: .stating("monthly_active_users=5"), affiliatesIncluded: .known(false, .fixture)))
        == [
          "the Llama 3.1 Community License Agreement (clause 2) draws a line at more than 700,000,000 monthly active users, affiliates included, tested once, for the calendar month before the release on 2024-07-23, and the numbers of the policy leave affiliates out"
        ])
  }

  @Test("warns where the line counts under a condition that no fact states, and names it")
  func condition() {
    var license = License.llama31
    license.terms.thresholds[0].condition = "where images are the business"
    let found = violations(
      UserThresholdExceeded().evaluate(
        Subject(model: .hub("a/m", license), facts: .stating("monthly_active_users=800000000"))))
    #expect(found.map(\.level) == [.warning])
    #expect(found.first?.message.contains("where images are the business: above it") == true)
    #expect(found.first?.message.contains("Whether that condition is met no fact says") == true)
    #expect(found.first?.fix.contains("waiver") == true)
  }

  @Test("says of which month a number is that stands for the one before the release")
  func monthOfNumber() {
    let elder = Facts().with(.monthlyActiveUsers, ("2024-01", 800_000_000))
    #expect(
      messages(UserThresholdExceeded(), Subject(model: Self.llama, facts: elder)).first?.hasPrefix(
        "The policy states 800,000,000 monthly active users in 2024-01, the last month before 2024-06 that it gives (proviso.yaml:5)"
      ) == true)
    let exact = Facts().with(.monthlyActiveUsers, ("2024-06", 800_000_000))
    #expect(
      messages(UserThresholdExceeded(), Subject(model: Self.llama, facts: exact)).first?.hasPrefix(
        "The policy states 800,000,000 monthly active users (proviso.yaml:5)") == true)
  }

  @Test("asks for no number where the words that it would call for are shown")
  func shown() {
    let evidence = ObligationEvidenceList.found((.display, "Kimi K2", .interface))
    for (found, answer) in [
      (evidence, "satisfied"), (ObligationEvidenceList(), "undetermined product_monthly_active_users"),
    ] {
      let subject = Subject(model: Self.kimi, facts: .stating("commercial=true"), evidence: found)
      #expect(verdicts(UserThresholdExceeded(), subject) == [answer])
    }
  }

  @Test("a review by the publisher is no license")
  func review() {
    var license = License.llama31
    license.terms.thresholds[0].effect = .reviewRequired
    let found = violations(
      UserThresholdExceeded().evaluate(
        Subject(model: .hub("a/m", license), facts: .stating("monthly_active_users=800000000"))))
    #expect(found.first?.message.contains("requires that the publisher's review be passed first") == true)
    #expect(found.first?.fix.hasPrefix("Have the publisher review the use") == true)
    #expect((found.first?.level ?? .error) == .error)
  }

  /// The same words for two models, each with a date of its own.
  private static let hunyuan: License = {
    var license = License.hunyuan
    license.terms.thresholds = [.users(100_000_000, .licensee, .licenseRequired, clause: "4")]
    license.terms.thresholds[0].measured = .releaseDate
    license.releases = [
      .init(model: "tencent/hunyuanvideo", date: "2024-12-03"),
      .init(model: "tencent/hunyuan-mt-*", date: "2025-09-01"),
    ]
    return license
  }()

  @Test(
    "tests at the release of the model, or of what it was made from, where one text was published for several",
    arguments: [
      (ResolvedModel.hub("tencent/HunyuanVideo", hunyuan), "satisfied"),
      (.hub("tencent/Hunyuan-MT-7B", hunyuan), "violated error tencent-hunyuan-community 4"),
      (
        .hub("acme/tune", hunyuan, bases: [base("tencent/Hunyuan-MT-7B", hunyuan)]),
        "violated error tencent-hunyuan-community 4"
      ),
      (.hub("acme/tune", .mit, bases: [base("tencent/HunyuanVideo", hunyuan)]), "satisfied"),
      (.hub("tencent/Hunyuan-Next", hunyuan), "undetermined monthly_active_users"),
    ])
  func releases(model: ResolvedModel, verdict: String) {
    let grown = Facts().with(.monthlyActiveUsers, ("2024-11", 90_000_000), ("2025-08", 110_000_000))
    #expect(Set(verdicts(UserThresholdExceeded(), Subject(model: model, facts: grown))) == [verdict])
  }

  @Test("says that the date of a release is not on file, and what would answer")
  func unknownRelease() {
    let facts = Facts().with(.monthlyActiveUsers, ("2026-01", 5))
    #expect(
      questions(UserThresholdExceeded(), Subject(model: .hub("tencent/Hunyuan-Next", Self.hunyuan), facts: facts)) == [
        "the Tencent Hunyuan Community License Agreement (clause 4) draws a line at more than 100,000,000 monthly active users, tested once, for the calendar month before the release of the model, and the policy's number of 2026-01 (proviso.yaml:5) leaves open the month before the model's release, whose date is not on file: one without `as_of` would answer"
      ])
  }
}
