internal import ProvisoCore

/// What `proviso license identify --format json` prints, in the order of the files. `part` stands only with a use policy,
/// which belongs to its license and is not its text.
package func recognitionJSON(_ files: [IdentifiedFile]) -> JSONValue {
  .array(files) { file in
    let value: JSONValue = [
      "path": .string(file.path),
      "license": .optional(file.license),
      "confidence": .optional(file.recognition?.confidence.rawValue),
      "differences": .array(file.recognition?.differences ?? [], differenceJSON),
    ]
    return file.recognition?.isUsePolicy == true ? value.adding([("part", "use-policy")]) : value
  }
}

private func differenceJSON(_ difference: LicenseRecognition.Difference) -> JSONValue {
  [
    "kind": .string(difference.kind.rawValue),
    "line": .integer(difference.line),
    "addedWords": .integer(difference.addedWords),
    "removedWords": .integer(difference.removedWords),
    "excerpt": .string(difference.excerpt),
  ]
}
