import ProvisoCore

/// The keys that a policy may have: what the loader accepts, and what `Policies/policy.schema.json` tells an editor.
package enum PolicySchema {
  package struct Key: Sendable, Hashable {
    package var name: String
    package var isRequired: Bool
  }

  /// One kind of mapping.
  package struct Shape: Sendable, Hashable {
    /// Under `$defs` of the JSON schema; `policy` is the whole document.
    package var name: String
    package var keys: [Key]

    fileprivate init(_ name: String, required: [String] = [], optional: [String] = []) {
      self.name = name
      keys = required.map { Key(name: $0, isRequired: true) } + optional.map { Key(name: $0, isRequired: false) }
    }
  }

  /// The one version of the language.
  package static let version = 1

  package static let policy = Shape(
    "policy", required: ["version"],
    optional: [
      "name", "description", "extends", "organization", "contexts", "on_missing_fact", "verdicts", "rules", "scopes",
      "obligations", "enforcement", "licenses", "choices", "corrections", "agreements", "waivers", "waiver_policy",
      "overridable", "tests",
    ])

  package static let parent = Shape("parent", required: ["path"], optional: ["sha256", "source"])

  package static let ownLicense = Shape(
    "ownLicense", required: ["id", "name", "category", "terms"],
    optional: ["family", "publisher", "url", "text_sha256"])

  /// The names of `terms` in `proviso license show --format json`, and `restrictions` for those of `acceptableUse` alone.
  package static let ownTerms = Shape("ownTerms", optional: TermKey.allCases.map(\.rawValue) + [OwnTerms.restrictions])

  package static let ownTerm = Shape("ownTerm", required: ["value"], optional: ["clause"])

  /// A term with what may limit it; ``ownTerm`` for one that nothing does.
  static func ownTerm(_ key: TermKey) -> Shape { limitedTerms[key] ?? ownTerm }

  private static let limitedTerms = Dictionary(
    uniqueKeysWithValues: TermKey.allCases.filter { !$0.details.isEmpty }.map { key in
      let name = key.rawValue.prefix(1).uppercased() + key.rawValue.dropFirst()
      let details = key.details.map(\.rawValue)
      // Uses are barred with and without a policy of their own.
      return (
        key,
        key == .acceptableUse
          ? Shape("own\(name)", optional: ["value", "clause"] + details)
          : Shape("own\(name)", required: ["value"], optional: ["clause"] + details)
      )
    })

  /// The part of the models that excluded regions are about.
  enum RegionPart: String, CaseIterable {
    case all
    case multimodalModels = "multimodal-models"
  }

  package static let ownThreshold = Shape(
    "ownThreshold", required: ["metric", "amount"],
    optional: ["currency", "comparison", "scope", "measured", "date", "use", "effect", "clause"])

  package static let choice = Shape("choice", required: ["expression", "license"], optional: ["reason"])

  package static let agreement = Shape(
    "agreement", required: ["id", "licensor", "covers", "lifts", "until"], optional: ["from", "ref"])

  package static let coverage = Shape("coverage", optional: ["license", "model"])

  package static let waiverPolicy = Shape("waiverPolicy", optional: ["require", "max_days", "inline"])

  package static let correctionEvidence = Shape("correctionEvidence", required: ["file"], optional: ["sha256", "note"])

  package static let test = Shape("test", required: ["name", "given", "expect"])

  package static let given = Shape(
    "given", optional: ["context", "license", "model", "facts", "lineage", "state"])

  package static let expectation = Shape("expectation", optional: ["verdict", "rules", "not"])

  package static let verdicts = Shape(
    "verdicts", optional: Verdict.allCases.map(\.rawValue) + ["default", "states"])

  package static let states = Shape(
    "states", optional: LicenseState.allCases.filter { $0 != .known }.map(\.rawValue))

  package static let verdictEntry = Shape(
    "verdictEntry",
    optional: [
      "license", "family", "category", "osd_approved", "term", "openness", "model", "registry", "when", "unless",
      "message", "fix",
    ])

  package static let term = Shape(
    "term",
    optional: [
      "commercial", "threshold", "output_training", "hosting", "derivative_license", "excluded_regions",
      "restrictions",
    ])

  package static let openness = Shape("openness", optional: ["weights", "code", "data", "documentation", "osaid"])

  package static let condition = Shape("condition", required: ["fact", "is"])

  package static let exception = Shape("exception", required: ["context"])

  package static let scopes = Shape(
    "scopes", optional: Scope.allCases.filter { $0 != .production }.map(\.rawValue))

  package static let obligations = Shape(
    "obligations", optional: ["built_with_display", "license_copies", "notices"])

  package static let evidence = Shape("evidence", required: ["paths"])

  package static let organization = Shape(
    "organization", optional: ["name", "affiliates_included"] + FactName.allCases.map(\.rawValue))

  package static let facts = Shape("facts", optional: FactName.allCases.map(\.rawValue))

  /// The facts of a case of `tests`, with what of a license's duties is done.
  package static let givenFacts = Shape(
    "givenFacts", optional: FactName.allCases.map(\.rawValue) + ["built_with_display", "license_copies", "notices"])

  package static let history = Shape("historyEntry", required: ["as_of", "value"])

  package static let money = Shape("moneyAmount", required: ["amount"], optional: ["currency", "as_of"])

  package static let context = Shape(
    "context", required: ["id", "paths"], optional: ["facts", "enforcement"])

  package static let rule = Shape(
    "rule", optional: ["severity", "waivable", "options", "fix"])

  package static let correction = Shape(
    "correction", required: ["model", "license", "reason", "author"], optional: ["evidence"])

  package static let waiver = Shape(
    "waiver", required: ["id", "rule", "subject", "reason", "owner", "expires"],
    optional: ["paths", "approved_by", "ticket", "created"])

  package static let subject = Shape(
    "subject", required: ["model"], optional: ["revision", "license", "text_sha256"])

  package static let reason = Shape("reason", required: ["text"], optional: ["code"])

  package static let shapes =
    [
      policy, organization, facts, history, money, context, verdicts, states, verdictEntry, term, openness, condition,
      exception,
      rule, scopes, obligations, evidence, parent, ownLicense, ownTerms, ownTerm, ownThreshold, choice, correction,
      correctionEvidence, agreement, coverage, waiver, subject, reason, waiverPolicy, test, given, givenFacts,
      expectation,
    ] + TermKey.allCases.compactMap { limitedTerms[$0] }

  /// The words that stand for themselves, by their name under `$defs`.
  package static let enumerations: [String: [String]] = [
    "verdict": Verdict.allCases.map(\.rawValue),
    "category": LicenseCategory.allCases.map(\.rawValue),
    "registry": Registry.allCases.map(\.rawValue),
    "commercialTerm": TermPredicate.Commercial.allCases.map(\.rawValue),
    "opennessAnswer": OpennessPredicate.Answer.allCases.map(\.rawValue),
    "osaidVerdict": OpennessPredicate.Definition.allCases.map(\.rawValue),
    "thresholdTerm": ThresholdMetric.allCases.map(\.rawValue),
    "outputTrainingTerm": Terms.OutputTraining.allCases.map(\.rawValue),
    "hostingTerm": Terms.Hosting.allCases.map(\.rawValue),
    "derivativeLicenseTerm": Terms.DerivativeLicense.allCases.map(\.rawValue),
    "enforcement": Enforcement.allCases.map(\.rawValue),
    "waiverField": WaiverPolicy.Field.allCases.map(\.rawValue),
    "inline": WaiverPolicy.Inline.allCases.map(\.rawValue),
    "liftedTerm": LiftedTerm.allCases.map(\.rawValue),
    "permission": Terms.Permission.allCases.map(\.rawValue),
    "barredUse": Terms.BarredUse.allCases.map(\.rawValue),
    "applicability": Terms.Applicability.allCases.map(\.rawValue),
    "regionPart": RegionPart.allCases.map(\.rawValue),
    "trainingScope": Terms.TrainingScope.allCases.map(\.rawValue),
    "metric": Terms.Threshold.Metric.allCases.map(\.rawValue),
    "comparison": Terms.Threshold.Comparison.allCases.map(\.rawValue),
    "thresholdScope": Terms.Threshold.Scope.allCases.map(\.rawValue),
    "measured": Terms.Threshold.Measured.allCases.map(\.rawValue),
    "thresholdUse": Terms.Threshold.Use.allCases.map(\.rawValue),
    "service": Terms.Service.allCases.map(\.rawValue),
    "reach": Terms.Reach.allCases.map(\.rawValue),
    "effect": Terms.Threshold.Effect.allCases.map(\.rawValue),
    "state": LicenseState.allCases.map(\.rawValue),
    "factName": FactName.allCases.map(\.rawValue),
    "severity": RuleSetting.Severity.allCases.map(\.rawValue),
    "restriction": Restriction.all,
    "activity": Activity.all,
    "countryCode": Region.countries,
    "regionCode": Region.unions + Region.countries,
    "currency": Currency.all,
  ]
}
