package import ProvisoCore

/// What a list asks of a license's terms, in the words of the record. Each part that is not empty must hold.
package struct TermPredicate: Sendable, Hashable {
  package enum Commercial: String, Sendable, Hashable, CaseIterable {
    case allowed, conditional, prohibited
  }

  package var commercial: [Commercial] = []
  /// The metrics of thresholds that the license has.
  package var thresholds: [ThresholdMetric] = []
  package var outputTraining: [Terms.OutputTraining] = []
  package var hosting: [Terms.Hosting] = []
  package var derivativeLicense: [Terms.DerivativeLicense] = []
  /// Regions of which the license excludes a part.
  package var excludedRegions: [String] = []
  package var restrictions: [String] = []

  package init() {}

  /// What no license says matches nothing.
  func matches(_ license: License) -> Bool {
    let terms = license.terms
    func holds<Value: Equatable>(_ wanted: [Value], _ actual: Value?) -> Bool {
      wanted.isEmpty || actual.map(wanted.contains) ?? false
    }
    return holds(commercial, Commercial(license)) && holds(outputTraining, terms.outputTraining.value)
      && holds(hosting, terms.hosting.value) && holds(derivativeLicense, terms.derivativeLicense.value)
      && (thresholds.isEmpty || terms.thresholds.contains { thresholds.map(\.metric).contains($0.metric) })
      && (restrictions.isEmpty || !Set(restrictions).isDisjoint(with: terms.acceptableUse.restrictions))
      && (excludedRegions.isEmpty || excludes(terms.excludedRegions.value ?? []))
  }

  private func excludes(_ regions: [String]) -> Bool {
    excludedRegions.contains { wanted in regions.contains { Region.overlaps(wanted, $0) } }
  }

  /// As a policy writes it, on one line.
  package var yaml: String {
    [
      ("commercial", commercial.map(\.rawValue)), ("threshold", thresholds.map(\.rawValue)),
      ("output_training", outputTraining.map(\.rawValue)), ("hosting", hosting.map(\.rawValue)),
      ("derivative_license", derivativeLicense.map(\.rawValue)), ("excluded_regions", excludedRegions),
      ("restrictions", restrictions),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): [\($0.1.joined(separator: ", "))]" }.joined(separator: ", ")
  }

  /// What is asked, as `commercial use prohibited`.
  var words: String {
    func part(_ name: String, _ values: [String]) -> String? {
      values.isEmpty ? nil : "\(name) \(values.joined(separator: " or "))"
    }
    return Wording.list(
      [
        part("commercial use", commercial.map(\.rawValue)),
        part("a threshold of", thresholds.map { $0.rawValue.replacing("_", with: " ") }),
        part("training on outputs", outputTraining.map(\.rawValue)), part("hosting", hosting.map(\.rawValue)),
        part("license of derivatives", derivativeLicense.map(\.rawValue)),
        part("excluded region", excludedRegions), part("restricted use", restrictions),
      ].compactMap(\.self))
  }
}

extension TermPredicate.Commercial {
  /// What a license says of commercial use; a record that is silent in a category that is not says no.
  init?(_ license: License) {
    switch license.terms.commercialUse.value {
    case .yes: self = .allowed
    case .conditional: self = .conditional
    case .no: self = .prohibited
    case nil where [.nonCommercial, .researchOnly].contains(license.category): self = .prohibited
    case nil: return nil
    }
  }
}

/// The metrics of thresholds in the spelling of facts.
package enum ThresholdMetric: String, Sendable, Hashable, CaseIterable {
  case monthlyActiveUsers = "monthly_active_users"
  case annualRevenue = "annual_revenue"
  case monthlyRevenue = "monthly_revenue"
  case totalFunding = "total_funding"

  var metric: Terms.Threshold.Metric {
    switch self {
    case .monthlyActiveUsers: .monthlyActiveUsers
    case .annualRevenue: .annualRevenue
    case .monthlyRevenue: .monthlyRevenue
    case .totalFunding: .totalFunding
    }
  }
}
