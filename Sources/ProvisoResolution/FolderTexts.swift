internal import ProvisoCore
internal import ProvisoKnowledge

/// The license texts of one folder, and what its documents say of licenses, as far as each model hears them that they may speak of.
///
/// A text is heard of every model of its folder: without a limit, many texts beside many models come to the product of both.
struct FolderTexts {
  /// So many that say different things. Folders of weights have a handful.
  static let most = 32

  let library: LicenseLibrary
  /// The first text that is not heard, by its folder.
  private(set) var left: [String: Location] = [:]

  init(library: LicenseLibrary) { self.library = library }

  /// Of more than ``most`` texts of one folder each of those that say the same once, and of these no more than so many: first what
  /// does not free, so that nothing is freer for what is left out.
  mutating func heard(_ texts: [ModelDeclaration]) -> [ModelDeclaration] {
    guard texts.count > Self.most, texts.count(where: { !$0.licenses.isEmpty }) > Self.most else { return texts }
    var said: Set<[Saying]> = []
    var kept: [(index: Int, isFree: Bool)] = []
    for (index, text) in texts.enumerated() where !text.licenses.isEmpty {
      guard said.insert(text.licenses.map { Saying($0, text.source) }).inserted else { continue }
      kept.append((index, text.licenses.allSatisfy(isFree)))
    }
    let ordered = kept.filter { !$0.isFree } + kept.filter(\.isFree)
    if let first = ordered.dropFirst(Self.most).first {
      left[texts[first.index].model] = texts[first.index].location
    }
    let heard = Set(ordered.prefix(Self.most).map(\.index))
    return texts.indices.filter { heard.contains($0) || texts[$0].licenses.isEmpty }.map { texts[$0] }
  }

  private func isFree(_ text: DeclaredLicense) -> Bool {
    guard case .record(let license) = library.match(text.tag) else { return false }
    return !license.category.isRestricted
  }

  var notifications: [Notification] {
    left.sorted { $0.key < $1.key }.map { folder, first in
      Notification(
        level: .warning,
        message:
          "\(folder == "." ? "The root" : folder) has license texts of more than \(Self.most) kinds; for the models there those from this one on do not count.",
        path: first.path, isIncomplete: true)
    }
  }

  /// What a text says, wherever it stands.
  private struct Saying: Hashable {
    var source: ClaimSource
    var tag: String
    var name: String?
    var recognized: String?
    var differences: Int
    var subject: LicenseTextSubject
    var isAside: Bool

    init(_ license: DeclaredLicense, _ source: ClaimSource) {
      self.source = source
      tag = license.tag
      name = license.name
      recognized = license.recognition?.license
      differences = license.recognition?.differences.count ?? 0
      subject = license.subject
      isAside = license.isAside
    }
  }
}
