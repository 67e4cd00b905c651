/// Where a claim about a license comes from, strongest first.
package enum ClaimSource: String, Sendable, Hashable, CaseIterable, Comparable {
  case correction
  case lock
  case licenseFile = "license-file"
  case weightMetadata = "weight-metadata"
  case modelCard = "model-card"
  /// What a README says of the weights in its prose.
  case readme
  case modelConfig = "model-config"
  case adapterConfig = "adapter-config"
  case modelfile
  /// The hub's cache on the disk.
  case hubCache = "hub-cache"
  /// Ollama's store on the disk.
  case ollamaStore = "ollama-store"
  /// The hub, asked in this run or on the day before.
  case hub
  case catalog
  /// A CycloneDX or SPDX document.
  case bom
  case family
  /// The other models of the one who publishes it.
  case publisher
  /// A list that others typed, where none of the hub's speaks of the model.
  case thirdParty = "third-party"
  case base

  package static func < (one: Self, other: Self) -> Bool {
    one.rank < other.rank
  }

  /// True for what is said outside of the scanned tree.
  package var isOutside: Bool { self == .hubCache || self == .ollamaStore || self == .hub }

  private var rank: Int {
    switch self {
    case .correction: 0
    case .lock: 1
    case .licenseFile: 2
    case .weightMetadata: 3
    case .modelCard: 4
    case .readme: 5
    case .modelConfig: 6
    case .adapterConfig: 7
    case .modelfile: 8
    case .hubCache: 9
    case .ollamaStore: 10
    case .hub: 11
    case .catalog: 12
    case .bom: 13
    case .family: 14
    case .publisher: 15
    case .thirdParty: 16
    case .base: 17
    }
  }
}

/// What the words of a claim turned out to be.
package enum ClaimKind: Sendable, Hashable {
  /// A license whose terms are on file.
  case record
  /// A license with a name, whose terms are not on file.
  case named
  /// A tag that several texts share.
  case familyTag
  /// `other` without a name, link or text.
  case unnamed
  /// A tag that says nothing, such as `unknown`.
  case empty
  case unrecognized
}

/// One statement that a model is under a license, and who makes it.
package struct Claim: Sendable, Hashable {
  /// The record's id where the license is known, the normalized expression where ``expression`` is set, else the words of the
  /// claim.
  package var license: String
  package var kind: ClaimKind
  package var source: ClaimSource
  /// One sentence: what says so.
  package var evidence: String
  package var location: Location?
  /// Set where the words are an SPDX license expression that was read; the kind is then ``ClaimKind/record``.
  package var expression: ClaimedExpression?
  /// True for a correction that nothing binds to the text that was read: it says nothing of what lies there today.
  package var isUnbound = false
  /// True for what speaks against other claims of its file, and is none beside them.
  package var contradicts = false
  /// True for what may speak of another state of the model than the one that is used: it binds as any other, and makes nothing sure.
  package var isOfDoubtfulState = false
  /// When the list or rule that makes the claim was made or last checked: `2025-12`; nil for what stands in the tree.
  package var date: String?

  package init(
    license: String, kind: ClaimKind, source: ClaimSource, evidence: String, location: Location? = nil,
    expression: ClaimedExpression? = nil
  ) {
    self.license = license
    self.kind = kind
    self.source = source
    self.evidence = evidence
    self.location = location
    self.expression = expression
  }
}

/// What a license expression leaves of its licenses once a choice is taken, by the ids of the records.
package struct ClaimedExpression: Sendable, Hashable {
  /// Those that bind.
  package var records: [String]
  /// Those of the choices not taken.
  package var others: [String]
  /// True where it is not sure that there is a choice at all: then all bind.
  package var isDoubtful: Bool

  package init(records: [String], others: [String] = [], isDoubtful: Bool = false) {
    self.records = records
    self.others = others
    self.isDoubtful = isDoubtful
  }
}

package enum LicenseState: String, Sendable, Hashable, CaseIterable {
  /// A license with a record, or an SPDX license known by name.
  case known
  /// Nothing says what the license is.
  case absent
  /// Something speaks of a license, and it is not one that is known.
  case unknown
  /// A license of the publisher's own, named, with no terms on file.
  case custom
  /// The claims disagree.
  case conflict
  /// Access is granted by hand. No model's license is concluded so: a gate stands beside whatever is known of the license
  /// (``ResolvedModel/gate``), and what a policy says of this state holds for every model that has one.
  case gated
}

/// What is held of a model's license, with every claim that was heard.
package struct LicenseConclusion: Sendable {
  /// The record's id, or a known license's SPDX id; nil where none is concluded. In a conflict, the strictest candidate.
  package var concluded: String?
  /// An SPDX license expression.
  package var expression: String?
  package var category: LicenseCategory?
  package var state: LicenseState
  package var confidence: Confidence
  /// Strongest source first.
  package var claims: [Claim]
  /// The records to evaluate: one, or in a conflict every candidate, the strictest first.
  package var candidates: [License]
  /// The models that the name may mean, where it may be that of several; empty where it says which.
  package var meant: [MeantModel] = []
  /// A publisher who is known to declare no license, in words; nil otherwise.
  package var remark: String?
  /// Why the hub that was asked said nothing; nil where it did, or was not asked.
  package var unanswered: String?

  package init(
    concluded: String? = nil, expression: String? = nil, category: LicenseCategory? = nil, state: LicenseState,
    confidence: Confidence = .low, claims: [Claim] = [], candidates: [License] = [], remark: String? = nil
  ) {
    self.concluded = concluded
    self.expression = expression
    self.category = category
    self.state = state
    self.confidence = confidence
    self.claims = claims
    self.candidates = candidates
    self.remark = remark
  }
}

/// One of the models that a name may mean, with all licenses that bind whoever uses it.
package struct MeantModel: Sendable {
  package let id: String
  package let licenses: [License]

  package init(id: String, licenses: [License]) {
    self.id = id
    self.licenses = licenses
  }
}
