import ProvisoCore

/// One entry of the report's `models`.
func modelJSON(_ entry: ScanReport.Model) -> JSONValue {
  let openness = entry.model.openness
  return modelWithoutOpenness(entry).adding(openness.isEmpty ? [] : [("openness", .array(openness, opennessJSON))])
}

/// A judgment of the release: what it says of each part, null where it says nothing.
private func opennessJSON(_ judgment: ReleaseOpenness) -> JSONValue {
  [
    "source": .string(judgment.source),
    "date": .string(judgment.date),
    "osaid": .optional(judgment.verdict?.rawValue),
    "weights": .optional(judgment.weights?.rawValue),
    "code": .optional(judgment.code?.rawValue),
    "data": .optional(judgment.data?.rawValue),
    "documentation": .optional(judgment.documentation?.rawValue),
    "note": .optional(judgment.note),
  ]
}

private func modelWithoutOpenness(_ entry: ScanReport.Model) -> JSONValue {
  let model = entry.model
  return [
    "id": .string(model.name.id),
    "registry": .string(model.name.registry.rawValue),
    "revision": .optional(model.revision),
    "role": .string(model.role.rawValue),
    "references": .array(model.references, referenceJSON),
    "license": conclusionJSON(model.license),
    "lineage": .array(model.lineage) { edge in
      [
        "relation": .optional(edge.relation?.rawValue),
        "id": .string(edge.base.id),
        "license": .optional(edge.license.concluded),
        "evidence": .string(edge.evidence),
      ]
    },
    "obligations": .array(entry.obligations) { obligation in
      [
        "kind": .string(obligation.kind.rawValue),
        "text": .string(obligation.text),
        "clause": .optional(obligation.clause),
        "met": .optional(obligation.met),
        "evidence": .optional(obligation.evidence),
        "license": .string(obligation.license),
      ]
    },
    "verdict": .optional(entry.verdict?.rawValue),
  ]
}

/// A reference as it stands inside its model.
func referenceJSON(_ reference: ModelReference) -> JSONValue {
  [
    "path": .string(reference.location.path),
    "line": .integer(reference.location.line),
    "column": .integer(reference.location.column),
    "endColumn": .integer(reference.location.endColumn),
    "asWritten": .string(reference.asWritten),
    "kind": .string(reference.kind.rawValue),
    "role": .string(reference.role.rawValue),
    "scope": .string(reference.scope.rawValue),
    "revision": .optional(reference.revision.name),
    "confidence": .string(reference.confidence.rawValue),
    "partial": .bool(reference.isPartial),
    "remark": .optional(reference.remark),
  ]
}

func conclusionJSON(_ license: LicenseConclusion) -> JSONValue {
  [
    "concluded": .optional(license.concluded),
    "expression": .optional(license.expression),
    "category": .optional(license.category?.rawValue),
    "state": .string(license.state.rawValue),
    "confidence": .string(license.confidence.rawValue),
    "claims": .array(license.claims) { claim in
      [
        "license": .string(claim.license),
        "source": .string(claim.source.rawValue),
        "evidence": .string(claim.evidence),
        "path": .optional(claim.location?.path),
        "line": .optional(claim.location?.line),
      ]
    },
    "remark": .optional(license.remark),
  ]
}
