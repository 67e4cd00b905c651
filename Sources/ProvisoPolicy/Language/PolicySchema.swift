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
    /// Keys that are designed and not built yet: refused in words that say so.
    package var later: Set<String>

    fileprivate init(_ name: String, required: [String] = [], optional: [String] = [], later: Set<String> = []) {
      self.name = name
      keys = required.map { Key(name: $0, isRequired: true) } + optional.map { Key(name: $0, isRequired: false) }
      self.later = later
    }
  }

  /// The one version of the language.
  package static let version = 1

  package static let policy = Shape(
    "policy", required: ["version"],
    optional: [
      "name", "description", "extends", "organization", "contexts", "on_missing_fact", "verdicts", "rules", "scopes",
      "obligations", "corrections", "waivers", "overridable",
    ],
    later: ["agreements", "waiver_policy", "tests", "enforcement", "licenses", "choices"])

  package static let verdicts = Shape(
    "verdicts", optional: Verdict.allCases.map(\.rawValue) + ["default", "states"])

  package static let states = Shape(
    "states", optional: LicenseState.allCases.filter { $0 != .known }.map(\.rawValue))

  package static let verdictEntry = Shape(
    "verdictEntry",
    optional: [
      "license", "family", "category", "osd_approved", "term", "model", "registry", "when", "unless", "message", "fix",
    ])

  package static let term = Shape(
    "term",
    optional: [
      "commercial", "threshold", "output_training", "hosting", "derivative_license", "excluded_regions",
      "restrictions",
    ])

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

  package static let history = Shape("historyEntry", required: ["as_of", "value"])

  package static let money = Shape("moneyAmount", required: ["amount"], optional: ["currency", "as_of"])

  package static let context = Shape(
    "context", required: ["id", "paths"], optional: ["facts"], later: ["enforcement"])

  package static let rule = Shape(
    "rule", required: ["severity"], later: ["waivable", "options", "message", "fix", "overridable"])

  package static let correction = Shape(
    "correction", required: ["model", "license", "reason", "author"], optional: ["evidence"], later: ["revision"])

  package static let waiver = Shape(
    "waiver", required: ["id", "rule", "subject", "reason", "owner", "expires"],
    optional: ["paths", "approved_by", "ticket", "created"])

  package static let subject = Shape(
    "subject", required: ["model"], optional: ["license"], later: ["revision", "text_sha256"])

  package static let reason = Shape("reason", required: ["text"], optional: ["code"])

  package static let shapes = [
    policy, organization, facts, history, money, context, verdicts, states, verdictEntry, term, condition, exception,
    rule, scopes, obligations, evidence, correction, waiver, subject, reason,
  ]

  /// The words that stand for themselves, by their name under `$defs`.
  package static let enumerations: [String: [String]] = [
    "verdict": Verdict.allCases.map(\.rawValue),
    "category": LicenseCategory.allCases.map(\.rawValue),
    "registry": Registry.allCases.map(\.rawValue),
    "commercialTerm": TermPredicate.Commercial.allCases.map(\.rawValue),
    "thresholdTerm": ThresholdMetric.allCases.map(\.rawValue),
    "outputTrainingTerm": Terms.OutputTraining.allCases.map(\.rawValue),
    "hostingTerm": Terms.Hosting.allCases.map(\.rawValue),
    "derivativeLicenseTerm": Terms.DerivativeLicense.allCases.map(\.rawValue),
    "factName": FactName.allCases.map(\.rawValue),
    "severity": RuleSetting.Severity.allCases.map(\.rawValue),
    "restriction": Restriction.all,
    "countryCode": Region.countries,
    "regionCode": Region.unions + Region.countries,
    "currency": Currency.all,
  ]
}
