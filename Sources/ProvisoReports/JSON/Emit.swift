package import ProvisoCore

/// What detection found, as `--emit references` prints it: an array of references, in their order, each with its model.
package func emitReferences(_ references: [ModelReference]) -> JSONValue {
  .array(references) { reference in
    let head: JSONValue = [
      "model": .string(reference.model.id),
      "registry": .string(reference.model.registry.rawValue),
    ]
    guard case .object(let place) = referenceJSON(reference) else { return head }
    return head.adding(place).adding([
      ("pin", .string(pin(of: reference.revision))),
      ("derivative", .optional(reference.derivative)),
    ])
  }
}

/// What resolution made of the references, as `--emit models` prints it: the entries of the report's `models`, each with
/// what the manifests of the tree say of it.
package func emitModels(_ models: [ScanReport.Model]) -> JSONValue {
  .array(models) { entry in
    modelJSON(entry).adding([
      (
        "declaredNames",
        .array(entry.model.declaredNames) { declared in
          [
            "name": .string(declared.name),
            "path": .string(declared.location.path),
            "line": .integer(declared.location.line),
          ]
        }
      ),
      (
        "declaredLicenses",
        .array(entry.model.declaredLicenses) { declared in
          [
            "tag": .string(declared.tag),
            "name": .optional(declared.name),
            "link": .optional(declared.link),
            "path": .string(declared.location.path),
            "line": .integer(declared.location.line),
          ]
        }
      ),
      ("isOnlyBase", .bool(entry.model.isOnlyBase)),
    ])
  }
}

private func pin(of revision: Revision) -> String {
  switch revision {
  case .notApplicable: "not-applicable"
  case .unpinned: "unpinned"
  case .named: "named"
  case .commit: "commit"
  }
}
