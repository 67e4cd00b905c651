package import ProvisoCore

extension LicenseConclusion {
  /// What is held of the license, for a person: its name and id, or why there is none to name. Not sanitized.
  package var words: String {
    let text =
      switch state {
      case .known: [concludedName, doubt].compactMap(\.self).joined(separator: ", ")
      case .absent: "none found"
      case .unknown: claimedWords.map { "not recognized: \u{201C}\($0)\u{201D}" } ?? "none known"
      case .custom:
        "the publisher's own" + (claimedWords.map { ", \u{201C}\($0)\u{201D}" } ?? "") + ", no terms on file"
      case .conflict: conflictWords
      case .gated: "gated, access is granted by hand" + (concluded == nil ? "" : ": \(concludedName)")
      }
    return [text, remark].compactMap(\.self).joined(separator: "; ")
  }

  /// One or two words to count models by: the license's id, or its state.
  package var shortWords: String {
    switch state {
    case .known: concluded ?? "known license"
    case .absent: "no license found"
    case .unknown: claims.isEmpty ? "no license known" : "license not recognized"
    case .custom: "custom license"
    case .conflict: "conflicting licenses"
    case .gated: concluded.map { "\($0), gated" } ?? "gated"
    }
  }

  private var concludedName: String {
    let id = concluded ?? expression ?? "known"
    guard let record = candidates.first(where: { $0.id == concluded }) else { return id }
    return "\(record.name) (\(id))"
  }

  private var doubt: String? {
    confidence == .high ? nil : "\(confidence.rawValue) confidence"
  }

  private var claimedWords: String? {
    claims.first.map(\.license)
  }

  private var conflictWords: String {
    let heard = claims.map { "\($0.license) (\($0.source.rawValue))" }
    let strictest = concluded == nil ? "" : "; the strictest decides: \(concludedName)"
    return "the claims disagree: " + heard.joined(separator: ", ") + strictest
  }
}
