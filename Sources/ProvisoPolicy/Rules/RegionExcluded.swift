internal import ProvisoCore

/// AIL304: the license leaves out the region.
struct RegionExcluded: Rule {
  let description = RuleDescription(
    id: "AIL304", name: "region-excluded", title: "Region excluded",
    summary:
      "The license or its use policy leaves out a region where the organization has its principal place of business or serves users.",
    help: """
      The use policies of Llama 3.2, 3.3 and 4 grant no rights in their multimodal models to companies with their principal place of business in the European Union. The Hunyuan \
      texts of Tencent on file leave out the EU, and the later ones the United Kingdom and South Korea, for use and for outputs.

      **Fix**: choose another model for those regions, or get a license from the publisher.

      Violation: `headquarters: DE` with `meta-llama/Llama-4-Scout-17B-16E-Instruct`.

      Cure: a text-only model such as `meta-llama/Llama-3.3-70B-Instruct`, or one whose license leaves out no region.
      """,
    level: .error, facts: ["headquarters", "regions_served"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = subject.applicableLicenses.compactMap { applicable in
      let excluded = applicable.license.terms.excludedRegions
      return excluded.value.flatMap { regions in
        regions.isEmpty ? nil : Exclusion(applicable: applicable, regions: regions).outcome(subject)
      }
    }
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }
}

/// The regions that one license leaves out.
private struct Exclusion {
  let applicable: ApplicableLicense
  let regions: [String]

  private var clause: String? { applicable.license.terms.excludedRegions.clause }
  private var license: String { Wording.license(applicable, clause: clause) }
  private var names: String { Wording.list(regions.map(Self.named)) }

  func outcome(_ subject: Subject) -> Outcome {
    if applicable.license.terms.excludedRegions.appliesTo == "multimodal-models" { return multimodalOnly(subject) }
    let (headquarters, served) = (subject.facts.headquarters, subject.facts.regionsServed)
    if let country = headquarters.value, isExcluded(country) {
      return violated(.excludesSeat(subject.name, country, Wording.origin(headquarters.origin), license, names))
    }
    if let hit = served.value?.first(where: { one in regions.contains { Region.overlaps(one, $0) } }) {
      return violated(.excludesServed(subject.name, Self.named(hit), Wording.origin(served.origin), license, names))
    }
    let missing: [FactName] =
      (headquarters.value == nil ? [.headquarters] : []) + (served.value == nil ? [.regionsServed] : [])
    let remark = subject.facts.contradictsNobodyServed.map { .servesNobody(subject.facts, $0) } ?? ""
    return missing.isEmpty ? .satisfied : undetermined(missing, "\(license) leaves out \(names)\(remark)")
  }

  /// Llama's exclusion looks at where a company sits; users of its products are not its subject.
  private func multimodalOnly(_ subject: Subject) -> Outcome {
    let isMultimodal = Multimodality.isMultimodal(subject.model, under: applicable)
    guard isMultimodal != .false else { return .notApplicable }
    let headquarters = subject.facts.headquarters
    guard let country = headquarters.value else {
      return undetermined([.headquarters], "\(license) leaves out \(names) for multimodal models")
    }
    guard isExcluded(country) else { return .satisfied }
    let origin = Wording.origin(headquarters.origin)
    if isMultimodal == .true {
      return violated(.excludesSeatForMultimodal(subject.name, country, origin, license, names))
    }
    return violated(
      .mayExcludeSeat(subject.name, country, origin, license, names),
      fix: "Find out whether the model is one of the multimodal ones; if so, choose another one for this region.",
      level: .warning)
  }

  private static func named(_ region: String) -> String {
    Region.unions.contains(region) ? "the \(region)" : region
  }

  private func isExcluded(_ country: String) -> Bool {
    regions.contains { Region.isMember(country, of: $0) }
  }

  private func violated(
    _ message: String, fix: String = "Choose another model for this region, or get a license from the publisher.",
    level: Level? = nil
  ) -> Outcome {
    .violated(Violation(message, fix: fix, license: applicable.license.id, clause: clause, level: level))
  }

  private func undetermined(_ facts: [FactName], _ question: String) -> Outcome {
    .undetermined(Undetermined(facts, license: applicable.license.id, clause: clause, question: question))
  }
}

extension String {
  fileprivate static func excludesSeat(
    _ model: String, _ country: String, _ origin: String, _ license: String, _ regions: String
  ) -> String {
    "The principal place of business is \(country)\(origin), and \(license) leaves out \(regions). That concerns \(model)."
  }

  fileprivate static func servesNobody(_ facts: Facts, _ other: FactName) -> String {
    let (nobody, somebody) = (facts.origin(of: .regionsServed), facts.origin(of: other))
    return
      ", and the policy says both that nobody is served\(Wording.origin(nobody)) and that `\(other.rawValue)` is true\(Wording.origin(somebody))"
  }

  fileprivate static func excludesServed(
    _ model: String, _ region: String, _ origin: String, _ license: String, _ regions: String
  ) -> String {
    "Users in \(region) are served\(origin), and \(license) leaves out \(regions). That concerns \(model)."
  }

  fileprivate static func excludesSeatForMultimodal(
    _ model: String, _ country: String, _ origin: String, _ license: String, _ regions: String
  ) -> String {
    "The principal place of business is \(country)\(origin), and \(license) leaves out \(regions) for multimodal models, as \(model) is."
  }

  fileprivate static func mayExcludeSeat(
    _ model: String, _ country: String, _ origin: String, _ license: String, _ regions: String
  ) -> String {
    "The principal place of business is \(country)\(origin), and \(license) leaves out \(regions) for multimodal models; whether \(model) is one is not known."
  }
}
