/// One edition of one license text: what it says, each statement with its clause. The keys and values are those of
/// `proviso license show --format json`; a value the text does not give is nil.
package struct License: Sendable, Hashable {
  package var id: String
  package var name: String
  package var family: String?
  package var edition: String?
  package var publisher: String?
  /// ISO 8601 date.
  package var released: String?
  /// An SPDX license identifier or a `LicenseRef-`.
  package var spdx: String
  package var aliases: [String]
  package var url: String?
  package var category: LicenseCategory
  package var osiApproved: Bool?
  package var openness: Openness
  /// Terms are most of a license, and licenses are copied with everything that holds one: they are passed on by reference.
  private var kept: Kept<Terms>
  package var terms: Terms {
    _read { yield kept.value }
    set { kept = Kept(newValue) }
  }
  package var sources: [Source]
  /// The ids of the publisher's earlier texts whose models are licensed under this one, too.
  package var supersedes: [String] = []
  /// The models whose release the text speaks of under their own names and dates, where it does so of several.
  package var releases: [Release] = []
  /// True where nobody has read the text: the terms are those that its name states.
  package var isReadByNameOnly = false
  /// True where an agreement has taken some of the terms away.
  package var isLifted = false

  package init(
    id: String, name: String, family: String?, edition: String?, publisher: String?, released: String?, spdx: String,
    aliases: [String], url: String?, category: LicenseCategory, osiApproved: Bool?, openness: Openness, terms: Terms,
    sources: [Source]
  ) {
    self.id = id
    self.name = name
    self.family = family
    self.edition = edition
    self.publisher = publisher
    self.released = released
    self.spdx = spdx
    self.aliases = aliases
    self.url = url
    self.category = category
    self.osiApproved = osiApproved
    self.openness = openness
    kept = Kept(terms)
    self.sources = sources
  }

  /// Whether the texts are editions of one license: of one family, and none by another publisher than the others'. The RAIL texts of
  /// BigScience, BigCode, CompVis and Stability AI follow one another and are four licenses.
  package static func areEditions(_ licenses: [License]) -> Bool {
    guard let family = licenses.first?.family else { return false }
    return licenses.allSatisfy { $0.family == family } && Set(licenses.compactMap(\.publisher)).count <= 1
  }

  package struct Openness: Sendable, Hashable {
    package var osd: Verdict
    /// The criteria of the Open Source Definition that the license fails.
    package var failedCriteria: [Criterion]
    package var osaidLicenseGate: Verdict?

    package init(osd: Verdict, failedCriteria: [Criterion], osaidLicenseGate: Verdict?) {
      self.osd = osd
      self.failedCriteria = failedCriteria
      self.osaidLicenseGate = osaidLicenseGate
    }
  }

  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case pass, fail
    case notReviewed = "not-reviewed"
  }

  package struct Criterion: Sendable, Hashable {
    /// The number of the criterion in the Open Source Definition 1.9.
    package var criterion: Int
    package var clause: String?
    package var because: String

    package init(criterion: Int, clause: String?, because: String) {
      self.criterion = criterion
      self.clause = clause
      self.because = because
    }
  }

  /// One model, or a line of them, that the same words were published for with a date of its own.
  package struct Release: Sendable, Hashable {
    /// A hub id in lower case; a `*` at the end stands for any more letters.
    package var model: String
    /// ISO 8601 date.
    package var date: String

    package init(model: String, date: String) {
      self.model = model
      self.date = date
    }

    /// Whether the release is that of `id`, in whatever case.
    package func isOf(_ id: String) -> Bool {
      let id = id.lowercased()
      return model.hasSuffix("*") ? id.hasPrefix(model.dropLast()) : id == model
    }
  }

  /// A text that was read to write the record.
  package struct Source: Sendable, Hashable {
    package var url: String?
    package var sha256: String?
    /// ISO 8601 date.
    package var read: String

    package init(url: String?, sha256: String?, read: String) {
      self.url = url
      self.sha256 = sha256
      self.read = read
    }
  }
}

/// What sort of license it is, from the freest to the most closed.
package enum LicenseCategory: String, Sendable, Hashable, CaseIterable, Comparable {
  case publicDomain = "public-domain"
  case permissive
  case weakCopyleft = "weak-copyleft"
  case copyleft
  case networkCopyleft = "network-copyleft"
  case shareAlike = "share-alike"
  case useRestricted = "use-restricted"
  case community
  case noDerivatives = "no-derivatives"
  case nonCommercial = "non-commercial"
  case researchOnly = "research-only"
  case proprietary

  /// How much a license of this category asks, for choosing the strictest of several candidates.
  package var strictness: Int {
    switch self {
    case .publicDomain: 0
    case .permissive: 1
    case .weakCopyleft: 2
    case .copyleft: 3
    case .networkCopyleft: 4
    case .shareAlike: 5
    case .useRestricted: 6
    case .community: 7
    case .noDerivatives: 8
    case .nonCommercial: 9
    case .researchOnly: 10
    case .proprietary: 11
    }
  }

  /// True where the license limits who may use the model or for what, beyond attribution and copyleft.
  package var isRestricted: Bool {
    self >= .useRestricted
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.strictness < other.strictness
  }
}

extension License {
  /// True where the use restrictions go along with the copy of the license that recipients are given, and no clause asks for terms
  /// of one's own.
  package var passesOnByCopy: Bool { terms.restrictionsFlowDownBy == .licenseCopy }

  /// The name where `the` stands before it: some have one of their own.
  package var nameAfterArticle: String { name.hasPrefix("The ") ? String(name.dropFirst(4)) : name }

  /// Whether the publisher licenses under this text, too, what stood under `earlier`: then the text and its notice do for both.
  package func succeeds(_ earlier: License) -> Bool { supersedes.contains(earlier.id) }

  /// The license as it was published for `models`: what it tests at a release is tested at theirs. The date stays open where none
  /// of them, or two of different dates, are among ``releases``.
  package func published(for models: [ModelName]) -> License {
    guard !releases.isEmpty else { return self }
    let dates = Set(releases.filter { release in models.contains { release.isOf($0.id) } }.map(\.date))
    guard dates.count == 1, let date = dates.first else { return self }
    var license = self
    for index in terms.thresholds.indices where terms.thresholds[index].isAtUnknownRelease {
      license.terms.thresholds[index].date = date
    }
    return license
  }
}
