internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoKnowledge
package import ProvisoReports
internal import ProvisoText

/// Makes the notice file of a scan: what the licenses of its models ask to be said.
package struct Notice: Sendable {
  private static let maximumText = 4 << 20

  private let root: String

  package init(root: String) {
    self.root = root
  }

  package func document(for result: Scan.Result) -> NoticeDocument {
    var sections: [String: NoticeDocument.Section] = [:]
    var unknown: [ModelName] = []
    for model in result.report.models.map(\.model) where isInProduct(model) {
      let licenses = self.licenses(of: model)
      if licenses.isEmpty { unknown.append(model.name) }
      for (license, bases) in licenses {
        let entry = NoticeDocument.Model(
          name: model.name, isDerivative: !bases.isEmpty || (model.isLocal && !model.lineage.isEmpty), bases: bases)
        var section =
          sections[license.id]
          ?? NoticeDocument.Section(license: license, models: [], text: text(of: license, result.evidence))
        if !section.models.contains(entry) { section.models.append(entry) }
        sections[license.id] = section
      }
    }
    return NoticeDocument(
      sections: sections.values.sorted { ($0.license.name, $0.license.id) < ($1.license.name, $1.license.id) },
      unknown: unknown)
  }

  /// What tests, pipelines and documentation name goes to nobody.
  private func isInProduct(_ model: ResolvedModel) -> Bool {
    model.references.contains { reference in
      reference.role >= .used && reference.derivative == nil && [.production, .example].contains(reference.scope)
    }
  }

  /// The model's own licenses, and those of what it was made from with the bases they come by.
  private func licenses(of model: ResolvedModel) -> [(License, [ModelName])] {
    var licenses: [(License, [ModelName])] = model.license.candidates.map { ($0, []) }
    for edge in model.lineage {
      for license in edge.license.candidates {
        if let index = licenses.firstIndex(where: { $0.0.id == license.id }) {
          if !licenses[index].1.contains(edge.base) { licenses[index].1.append(edge.base) }
        } else {
          licenses.append((license, [edge.base]))
        }
      }
    }
    return licenses
  }

  /// The license's text as a file of the tree has it.
  private func text(of license: License, _ evidence: ObligationEvidenceList) -> String? {
    for place in evidence.all(.licenseCopy, of: license.id) {
      guard
        let bytes = try? FileReader.readAbsolute(path: "\(root)/\(place.location.path)", limit: Self.maximumText)
      else { continue }
      let source = SourceText(path: place.location.path, bytes: TextEncoding.inUTF8(bytes))
      let recognize: DetectionInput.Recognizer = { LicenseRecognizer.shared.recognize($0) }
      if let range = LicenseCopies.range(of: license.id, in: source, recognize: recognize) {
        return source.string(in: range)
      }
    }
    return nil
  }
}
