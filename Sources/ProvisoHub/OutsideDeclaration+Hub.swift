internal import ProvisoCore

extension OutsideDeclaration {
  /// What the hub says of the model that it was asked about.
  init(_ question: HubQuestion, _ answer: HubAnswer, address: String, date: String) {
    let name = ModelName.huggingFace(question.id)
    switch answer {
    case .failure(let failure):
      self.init(model: name, source: .hub, location: Location(path: address))
      if case .gated = failure {
        gate = Gate(
          evidence: "the hub shows it only to those who have accepted its terms (\(address), as of \(date))")
      }
      unanswered = "the model hub (\(address)) said nothing of it: \(failure.reason)"
    case .success(let model):
      let now = ASCII.lowercased(model.id) == ASCII.lowercased(question.id) ? nil : "now \(model.id)"
      let details = [
        address, now, model.commit.map { "commit \($0.prefix(12))" }, model.changed.map { "changed \($0)" },
      ]
      let place = Location(path: details.compactMap(\.self).joined(separator: ", "))
      self.init(
        model: name, source: .hub, location: place, licenses: Self.licenses(model, place),
        bases: model.bases.map {
          DeclaredBase(model: .huggingFace($0.id), relation: $0.relation, location: place)
        })
      declaresNone = licenses.isEmpty
      hasUnreadBase = !model.otherBases.isEmpty
      gate = model.gate.map { Gate(evidence: "the hub has it as gated, \($0) (\(place.path), as of \(date))") }
    }
    self.date = date
  }

  /// A name or link without a license is that of `other`.
  private static func licenses(_ model: HubModel, _ place: Location) -> [DeclaredLicense] {
    let hasMore = model.licenseName != nil || model.licenseLink != nil
    let tags = model.licenses.isEmpty && hasMore ? ["other"] : model.licenses
    return tags.map { DeclaredLicense(tag: $0, name: model.licenseName, link: model.licenseLink, location: place) }
  }
}
