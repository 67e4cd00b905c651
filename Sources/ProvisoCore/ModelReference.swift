/// What kind of place names a model.
package enum ReferenceKind: String, Sendable, Hashable, CaseIterable {
  case code
  case modelCard = "model-card"
  case modelConfig = "model-config"
  case adapterConfig = "adapter-config"
  case trainingConfig = "training-config"
  case modelfile
  case weights
  case commandLine = "command-line"
  case notebook
  case document
  /// A setting in a configuration file of any format.
  case configuration
  case environment
  case shell
  case dockerfile
  case compose
  case kubernetes
  case terraform
  case pipeline
  /// A CycloneDX or SPDX document.
  case bom
}

/// What the repository does with the model. Ordered from the weakest relation to the strongest.
package enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
  case mentioned, dataset, base, used, bundled, published

  package static func < (one: Self, other: Self) -> Bool {
    one.strength < other.strength
  }

  private var strength: Int {
    switch self {
    case .mentioned: 0
    case .dataset: 1
    case .base: 2
    case .used: 3
    case .bundled: 4
    case .published: 5
    }
  }
}

/// Which of the two models of a distillation is meant.
package enum DistillationPart: Sendable, Hashable {
  case teacher, student

  /// What an identifier or a key says by its first word; nil where it says neither.
  package init?(of name: some StringProtocol) {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    switch words.first {
    case .some(let word) where word.hasPrefix("teacher"): self = .teacher
    case .some(let word) where word.hasPrefix("student"): self = .student
    default: return nil
    }
  }
}

/// The part of the repository a reference stands in.
package enum Scope: String, Sendable, Hashable, CaseIterable {
  case production, test, example, documentation, ci
}

package enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
  case low, medium, high

  package static func < (one: Self, other: Self) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// One place in the scanned tree that names a model.
package struct ModelReference: Sendable {
  package var model: ModelName
  package var revision: Revision
  package var location: Location
  /// The name as it stands in the file; what looks like a credential in an address is masked with as many characters.
  package var asWritten: String
  package var kind: ReferenceKind
  package var role: Role
  package var scope: Scope
  /// The local model (its ``ModelName/id``) whose own manifest names this one as a base; nil when the reference speaks for itself.
  package var derivative: String?
  /// How sure it is that the place means this model: a loading call is, a default of a library or a bare name less so.
  package var confidence: Confidence
  /// True where a part of the name is put together at run time; what stands in the file is then no name to look up.
  package var isPartial: Bool
  /// What a reader must know of how the name came about, as part of a sentence: `the default of pipeline("…") in transformers`.
  package var remark: String?
  /// The path at which the model is used, where that is not where this says so: the folder to which a script copies weights.
  package var usedAt: String?
  /// True for a path that a loading call is given, which is a folder of the tree or nothing that could be looked up.
  package var mayBeFolder = false
  /// True where a step that builds a container image fetches or loads the model, so that the image has its weights.
  package var isPutIntoImage = false
  /// True where the library that loads the model only loads its own: Ultralytics' `YOLO("best.pt")`.
  package var isLoadedByUltralytics = false
  /// True where only a package is named that loads and trains the model's line, and no weights are.
  package var isPackage = false
  /// The names under which the file puts what it makes of the model onto the hub.
  package var publishedAs: [DeclaredName] = []
  /// Where the recipe that the place is in says that it merges: a file can hold several, and each merges its own models. nil where
  /// nothing is merged.
  package var recipe: Location?
  /// What the place says of a distillation: `teacher_model`, `student`.
  package var part: DistillationPart?

  package init(
    model: ModelName, revision: Revision = .notApplicable, location: Location, asWritten: String, kind: ReferenceKind,
    role: Role, scope: Scope = .production, derivative: String? = nil, confidence: Confidence = .high,
    isPartial: Bool = false, remark: String? = nil
  ) {
    let isAddress = asWritten.utf8.contains(UInt8(ascii: ":")) && asWritten.contains("://")
    self.model = isAddress && model.registry == .url ? ModelName(registry: .url, id: SecretMask.bare(model.id)) : model
    self.revision = revision
    self.location = location
    self.asWritten = isAddress ? SecretMask.masked(asWritten) : asWritten
    self.kind = kind
    self.role = role
    self.scope = scope
    self.derivative = derivative
    self.confidence = confidence
    self.isPartial = isPartial
    self.remark = remark
  }

  /// The path whose facts hold for the use.
  package var place: String { usedAt ?? location.path }
}
