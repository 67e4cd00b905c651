import ProvisoText

/// `organization`: the facts, the organization's name, and whether its numbers cover its affiliates.
enum OrganizationSection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    guard let node,
      let mapping = MappingReader(node, as: PolicySchema.organization, "the organization", in: reading)
    else { return }
    let facts = FactsReader(reading: reading)
    draft.organizationName = reading.text("name", mapping["name"])
    draft.affiliatesIncluded = facts.boolean("affiliates_included", of: mapping)
    draft.organization = facts.facts(of: mapping)
    for name in ["affiliates_included"] + draft.organization.statedNames.map(\.rawValue) {
      reading.place("organization.\(name)", at: mapping.keyRange(of: name))
    }
  }
}
