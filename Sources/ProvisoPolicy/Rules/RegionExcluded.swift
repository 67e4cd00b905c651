internal import ProvisoCore

/// AIL304: the license leaves out the region.
struct RegionExcluded: Rule {
  let description = RuleDescription(
    id: "AIL304", name: "region-excluded", title: "Region excluded",
    summary:
      "The license or its use policy grants no rights in a region where the organization has its principal place of business or serves users.",
    help: """
      The use policies of Llama 3.2, 3.3 and 4 grant no rights in the multimodal models to companies with their principal place of business in the European Union. Tencent's Hunyuan \
      texts leave out the EU, and most of them the United Kingdom and South Korea, for use and for outputs.

      **Fix**: choose another model for those regions, or get a license from the publisher.

      Violation: `headquarters: DE` with `meta-llama/Llama-4-Scout-17B-16E-Instruct`.

      Cure: a text-only model of the line, or another model.
      """,
    level: .error, facts: ["headquarters", "regions_served"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = subject.model.applicableLicenses.compactMap { outcome(subject, $0) }
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  private func outcome(_ subject: Subject, _ applicable: ApplicableLicense) -> Outcome? {
    let excluded = applicable.license.terms.excludedRegions
    guard let regions = excluded.value, !regions.isEmpty else { return nil }
    let isMultimodalOnly = excluded.appliesTo == "multimodal-models"
    let isMultimodal = isMultimodalOnly ? self.isMultimodal(subject, applicable) : .true
    guard isMultimodal != .false else { return .notApplicable }
    let license = Wording.license(applicable, clause: excluded.clause)
    let names = Wording.list(regions)
    let headquarters = subject.facts.headquarters
    if let country = headquarters.value, regions.contains(where: { Region.isMember(country, of: $0) }) {
      guard isMultimodal == .true else { return unclearModality(applicable, license, names) }
      return violated(
        applicable, .excludesHeadquarters(subject.name, country, Wording.origin(headquarters.origin), license, names))
    }
    // Llama's exclusion looks at where a company sits; the others at where the model is used.
    guard !isMultimodalOnly else {
      return headquarters.value == nil
        ? undetermined([.headquarters], applicable, license, names) : .satisfied
    }
    let served = subject.facts.regionsServed
    if let hit = served.value?.first(where: { one in regions.contains { Region.overlaps(one, $0) } }) {
      return violated(
        applicable, .excludesServed(subject.name, hit, Wording.origin(served.origin), license, names))
    }
    let missing: [FactName] =
      (headquarters.value == nil ? [.headquarters] : []) + (served.value == nil ? [.regionsServed] : [])
    return missing.isEmpty ? .satisfied : undetermined(missing, applicable, license, names)
  }

  private func violated(_ applicable: ApplicableLicense, _ message: String) -> Outcome {
    .violated(
      Violation(
        message, fix: "Choose another model for this region, or get a license from the publisher.",
        license: applicable.license.id, clause: applicable.license.terms.excludedRegions.clause))
  }

  private func undetermined(
    _ facts: [FactName], _ applicable: ApplicableLicense, _ license: String, _ names: String
  ) -> Outcome {
    .undetermined(
      Undetermined(
        facts, license: applicable.license.id, clause: applicable.license.terms.excludedRegions.clause,
        question: "\(license) leaves out \(names)"))
  }

  private func unclearModality(_ applicable: ApplicableLicense, _ license: String, _ names: String) -> Outcome {
    .violated(
      Violation(
        "\(license.sentence) leaves out \(names) for multimodal models, and whether this one is multimodal is not known.",
        fix: "Find out whether the model takes images; if so, choose another one for this region.",
        license: applicable.license.id, clause: applicable.license.terms.excludedRegions.clause, level: .warning))
  }

  /// By the sizes and words in the ids: the publisher's own naming of the lines concerned.
  private func isMultimodal(_ subject: Subject, _ applicable: ApplicableLicense) -> Tristate {
    let id = (applicable.edge?.base.id ?? subject.model.name.id).lowercased()
    if ["vision", "multimodal", "-11b", ":11b", "-90b", ":90b", "llama-4", "llama4", "scout", "maverick"].contains(
      where: id.contains)
    {
      return .true
    }
    // Llama 3.3 exists in one size, text only; of 3.2 the 1B and 3B are.
    if ["-1b", ":1b", "-3b", ":3b", "3.3", "-70b"].contains(where: id.contains) { return .false }
    return applicable.license.id == "llama4" ? .true : .unknown
  }
}

extension String {
  fileprivate static func excludesHeadquarters(
    _ model: String, _ country: String, _ origin: String, _ license: String, _ regions: String
  ) -> String {
    "The principal place of business is \(country)\(origin), and \(license) grants no rights in \(model) in \(regions)."
  }

  fileprivate static func excludesServed(
    _ model: String, _ region: String, _ origin: String, _ license: String, _ regions: String
  ) -> String {
    "Users in \(region) are served\(origin), and \(license) grants no rights in \(model) in \(regions)."
  }
}
