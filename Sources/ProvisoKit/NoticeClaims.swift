internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoKnowledge

/// The sentence that a license wants in a NOTICE (`Llama 3.1 is licensed under the …`), beside weights: where nothing in the tree
/// names a model that it could be about, it says what those weights are under, whatever their label says.
struct NoticeClaims {
  let library: LicenseLibrary

  func added(to detections: Detections) -> Detections {
    let notices = detections.evidence.filter { evidence in
      evidence.kind == .notice && FilePath(evidence.location.path).lowercasedName.hasPrefix("notice")
    }
    guard !notices.isEmpty else { return detections }
    let licenses = library.ids.compactMap { library.license($0) }.filter { $0.terms.noticeText.value != nil }
    let names = Set(detections.references.filter { $0.model.registry != .local }.map { $0.model.id.lowercased() })
    let folders = Set(
      detections.declarations.filter { $0.establishesModel && $0.source == .weightMetadata }.flatMap { declaration in
        [declaration.model, FilePath(declaration.location.path).directory]
      })
    var detections = detections
    var named: [String: Bool] = [:]
    for notice in notices {
      let folder = FilePath(notice.location.path).directory
      guard folders.contains(folder),
        let license = licenses.first(where: { $0.terms.noticeText.value == notice.subject })
      else { continue }
      let line = license.id.prefix(while: \.isLetter).lowercased()
      let isNamed = named[line] ?? names.contains { $0.contains(line) }
      named[line] = isNamed
      guard !isNamed else { continue }
      detections.declarations.append(
        ModelDeclaration(
          model: folder, source: .readme, location: notice.location,
          licenses: [DeclaredLicense(tag: license.id, location: notice.location, subject: .model)],
          establishesModel: false))
    }
    return detections
  }
}
