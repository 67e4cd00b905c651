internal import ProvisoCore

/// Looks up what in the tree does what a license asks.
struct DutyEvidence {
  let list: ObligationEvidenceList

  /// Whether somebody has looked, and the place that was found.
  struct Answer {
    var met: Bool
    var location: Location?
  }

  /// The license's words where users see them, in the documentation, or in the notices that go along.
  func display(_ license: License) -> Answer {
    guard let words = license.terms.display.value else { return Answer(met: false) }
    let place = list.first(
      .display, of: words, in: license.terms.isDisplayOfInterface ? [.interface] : [.interface, .document, .notice])
    return Answer(met: place != nil, location: place?.location)
  }

  /// The license's sentence in a file of notices, or in a document where its clause names no such file.
  func notice(_ license: License) -> Answer {
    guard let sentence = license.terms.noticeText.value else { return Answer(met: false) }
    let place = list.first(
      .notice, of: sentence, in: license.terms.noticePlace == .documents ? [.notice, .document, .interface] : [.notice])
    return Answer(met: place != nil, location: place?.location)
  }

  /// The sentence in a file that is none of notices.
  func noticeElsewhere(_ license: License) -> Location? {
    license.terms.noticeText.value.flatMap { list.first(.notice, of: $0)?.location }
  }

  func licenseCopy(_ license: License) -> Answer {
    let place = list.first(.licenseCopy, of: license.id)
    return Answer(met: place != nil, location: place?.location)
  }

  /// The use policy itself or its address; for restrictions that are a part of the license, words that bind to them.
  func useRestrictions(_ license: License) -> Answer {
    let ids = [license.id] + (license.terms.acceptableUse.value == "attached" ? ["attached"] : [])
    let places = ids.compactMap { list.first(.usePolicy, of: $0, in: [.notice, .document, .interface]) }
    return Answer(met: !places.isEmpty, location: places.map(\.location).min())
  }
}

extension ObligationEvidenceList {
  /// Where the policy names the places for a kind of duty, only those count: a mention elsewhere reaches nobody.
  func filtered(in places: EvidencePlaces) -> Self {
    guard places.display != nil || places.licenseCopies != nil || places.notices != nil else { return self }
    return filtered { evidence in
      let named =
        switch evidence.kind {
        case .display: places.display
        case .licenseCopy: places.licenseCopies
        case .notice: places.notices
        case .usePolicy, .licenseName: nil as EvidencePlaces.Place?
        }
      return named?.paths.matches(evidence.location.path) ?? true
    }
  }
}
