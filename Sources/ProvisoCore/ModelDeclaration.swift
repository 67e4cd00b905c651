/// How a model was made from its base: the hub's names (`base_model_relation`), and what the hub has no name for.
package enum Relation: String, Sendable, Hashable, CaseIterable {
  case adapter, merge, quantized, finetune, converted
  /// The base teaches the model.
  case distilled
  /// The model, or the data set, is made of what the base puts out.
  case trainedOnOutputs = "trained-on-outputs"
  /// The base is a part of the model: a backbone, an encoder.
  case component

  /// Whether nothing of the base is in the model but what it was taught.
  package var isTeaching: Bool { self == .distilled || self == .trainedOnOutputs }
}

extension Relation? {
  /// False where nothing is said of how the model was made.
  package var isTeaching: Bool { self?.isTeaching == true }
}

/// A license as a manifest states it, before anybody has looked it up.
package struct DeclaredLicense: Sendable {
  /// The value of `license`, or the title of a license text.
  package var tag: String
  /// The value of `license_name`.
  package var name: String?
  /// The value of `license_link`.
  package var link: String?
  package var location: Location
  /// What a license text was recognized as, nil for a label.
  package var recognition: LicenseRecognition?
  /// What a license text covers; `unstated` for a label.
  package var subject: LicenseTextSubject
  /// The hash of a license text; nil for a label.
  package var sha256: String?
  /// True for a text that stands among other things in its file.
  package var isWithin: Bool
  /// True for what may be another's: a text under a name or in a folder where those of others are kept, too, and what a
  /// configuration says that is copied from model to model. It frees nothing.
  package var isAside = false
  /// True for what speaks against the manifest's other licenses, a tag against the key, and is none beside them.
  package var contradicts = false

  package init(
    tag: String, name: String? = nil, link: String? = nil, location: Location, recognition: LicenseRecognition? = nil,
    subject: LicenseTextSubject = .unstated, sha256: String? = nil, isWithin: Bool = false
  ) {
    self.tag = tag
    self.name = name
    self.link = link
    self.location = location
    self.recognition = recognition
    self.subject = subject
    self.sha256 = sha256
    self.isWithin = isWithin
  }
}

/// A base model as a manifest states it.
package struct DeclaredBase: Sendable {
  package var model: ModelName
  /// nil where the manifest does not say.
  package var relation: Relation?
  package var location: Location
  /// How sure it is that the one was made from the other: what a trainer left in a config says less than a card.
  package var confidence: Confidence

  package init(model: ModelName, relation: Relation?, location: Location, confidence: Confidence = .high) {
    self.model = model
    self.relation = relation
    self.location = location
    self.confidence = confidence
  }
}

/// What one file says about a model that lies in the scanned tree: its license, its name, its bases.
///
/// All declarations of one ``model`` are brought together when it is resolved.
package struct ModelDeclaration: Sendable {
  /// The model's directory relative to the scan root (`.` for the root), or the path of a weight file that stands alone.
  package var model: String
  package var source: ClaimSource
  package var location: Location
  /// A name that the file gives the model, for the rules about names.
  package var name: DeclaredName?
  /// The licenses stated, each a claim of its own: several are a choice or a pile, and the strictest counts.
  package var licenses: [DeclaredLicense]
  package var bases: [DeclaredBase]
  /// Bases that are named by a path of the tree, `./base`; what lies there, resolution sees.
  package var pathBases: [DeclaredBase] = []
  /// What the file states as a base and names no model: a path, a title. What its license asks is not known.
  package var unreadBases: [DeclaredName] = []
  /// Where it says that the files are a changed form of the base, and leaves it to others what the base is.
  @Boxed package var changes: Location?
  /// The classes that a config says the weights are of: `MllamaForConditionalGeneration`.
  package var architectures: [String] = []
  /// The sizes of the weights.
  package var shape: ModelShape?
  /// True for a file that makes the directory a model of its own; false for one that only adds to it (a license text).
  package var establishesModel: Bool
  /// True for what a document says that does not say of which model: it counts where its folder holds one model, and adds no base to
  /// those that a card states.
  package var isOfFolder = false
  /// The patterns of the files, from the scan root, that it is about where it speaks of many: of the declarations in one document the
  /// last that matches a file counts, also where it states no license.
  package var patterns: [String] = []
  package var scope: Scope
  /// The terms that a card asks to be accepted before the files can be had.
  @Boxed package var gate: Gate?

  package init(
    model: String, source: ClaimSource, location: Location, name: DeclaredName? = nil, licenses: [DeclaredLicense] = [],
    bases: [DeclaredBase] = [], establishesModel: Bool = true, scope: Scope = .production, gate: Gate? = nil
  ) {
    self.model = model
    self.source = source
    self.location = location
    self.name = name
    self.licenses = licenses
    self.bases = bases
    self.establishesModel = establishesModel
    self.scope = scope
    self.gate = gate
  }
}

/// A sentence of prose that calls something open source.
package struct OpennessStatement: Sendable {
  package var location: Location
  /// The whole sentence or heading, white space folded.
  package var sentence: String
  /// The words that make the claim, as written.
  package var phrase: String
  /// The directory of the file, relative to the scan root: a card's "this model" is the model that lies there.
  package var directory: String
  package var claim: Claim

  package enum Claim: Sendable, Hashable {
    /// "Open source", which speaks of the license.
    case openSource
    /// "Fully open" or the like, which speaks of data and code, too.
    case fullyOpen
  }

  package init(
    location: Location, sentence: String, phrase: String, directory: String, claim: Claim = .openSource
  ) {
    self.claim = claim
    self.location = location
    self.sentence = sentence
    self.phrase = phrase
    self.directory = directory
  }
}

/// All that detection found, in order of path and position.
package struct Detections: Sendable {
  package var references: [ModelReference]
  package var declarations: [ModelDeclaration]
  package var outside: [OutsideDeclaration]
  package var statements: [OpennessStatement]
  package var evidence: [ObligationEvidence]
  package var labels: [RepositoryLabel]
  package var releases: [OpennessRelease] = []
  package var classClaims: [OpennessClassClaim] = []
  /// The names under which code and settings put models onto the hub.
  package var published: [DeclaredName] = []
  package var notifications: [Notification]
  package var comments: [WaiverComment] = []
  /// What the code of one file says and that of another asks for.
  package var shared = SharedNames()
  /// What files of the tree copy into container images.
  package var copies: [ImageCopy] = []
  /// Where files of the tree have container images built.
  package var builds: [ImageBuild] = []
  /// The folders that links of the tree lead to, by the paths of the links; "" is the root.
  package var folderLinks: [String: String] = [:]

  package init(
    references: [ModelReference] = [], declarations: [ModelDeclaration] = [], outside: [OutsideDeclaration] = [],
    statements: [OpennessStatement] = [], evidence: [ObligationEvidence] = [], labels: [RepositoryLabel] = [],
    notifications: [Notification] = [], comments: [WaiverComment] = []
  ) {
    self.references = references
    self.declarations = declarations
    self.outside = outside
    self.statements = statements
    self.evidence = evidence
    self.labels = labels
    self.notifications = notifications
    self.comments = comments
  }

  package mutating func append(_ other: Self) {
    references += other.references
    declarations += other.declarations
    outside += other.outside
    statements += other.statements
    evidence += other.evidence
    labels += other.labels
    releases += other.releases
    classClaims += other.classClaims
    published += other.published
    notifications += other.notifications
    comments += other.comments
    shared.append(other.shared)
    copies += other.copies
    builds += other.builds
    folderLinks.merge(other.folderLinks) { first, _ in first }
  }

  package var isEmpty: Bool {
    references.isEmpty && declarations.isEmpty && outside.isEmpty && statements.isEmpty && evidence.isEmpty
      && labels.isEmpty && releases.isEmpty && classClaims.isEmpty && published.isEmpty && notifications.isEmpty
      && comments.isEmpty && shared.isEmpty && copies.isEmpty && builds.isEmpty && folderLinks.isEmpty
  }
}
