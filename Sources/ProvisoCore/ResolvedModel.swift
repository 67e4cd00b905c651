/// One step from a model to a model it was made from.
package struct LineageEdge: Sendable {
  package var relation: Relation?
  package var base: ModelName
  /// What is held of the base's license.
  package var license: LicenseConclusion
  /// One sentence: what says so.
  package var evidence: String
  package var location: Location?
  /// 1 for a base of the model itself, 2 for a base of that base, and so on.
  package var depth: Int
  /// What was made from the base; nil for the model itself.
  package var derivative: ModelName?
  package var confidence: Confidence
  /// Whether who published the model holds the rights in the base, too, and may put what is made of it under other terms.
  package var isPublishersOwn = false
  /// Whether a model on the way was put under terms of its own by who holds the rights in this one, too: those hold, and the
  /// base's go no further (Llama 3.3, which Meta made from its Llama 3.1).
  package var isSettled = false
  /// Whether only the sizes of the weights say it.
  package var isToldBySizes = false
  /// Whether only the name of a path says it that a file states as a base: `../models/Llama-2-7b`.
  package var isToldByPath = false

  package init(
    relation: Relation?, base: ModelName, license: LicenseConclusion, evidence: String, location: Location? = nil,
    depth: Int = 1, derivative: ModelName? = nil, confidence: Confidence = .high
  ) {
    self.relation = relation
    self.base = base
    self.license = license
    self.evidence = evidence
    self.location = location
    self.depth = depth
    self.derivative = derivative
    self.confidence = confidence
  }
}

/// A model with all that is known about it in this scan.
package struct ResolvedModel: Sendable {
  package var name: ModelName
  package var revision: String?
  /// The strongest role among the references.
  package var role: Role
  /// In order of path and position. Empty for `check`.
  package var references: [ModelReference]
  package var license: LicenseConclusion
  /// Nearest base first.
  package var lineage: [LineageEdge]
  /// Names that manifests give a model of this tree, with their places.
  package var declaredNames: [DeclaredName]
  /// What manifests state as a base of a model of this tree and names no model, with its places.
  package var unreadBases: [DeclaredName] = []
  /// The first base that its lineage leaves out, since it is too long; nil where it is whole.
  package var lineageCut: LineageCut? {
    get { rare?.lineageCut }
    set { if newValue != nil || rare != nil { keep { $0.lineageCut = newValue } } }
  }
  /// Where a card of this tree says that the files are a changed form of the base.
  package var changes: Location? {
    get { rare?.changes }
    set { if newValue != nil || rare != nil { keep { $0.changes = newValue } } }
  }
  /// What files of the tree train from its outputs. What comes out lies nowhere yet.
  package var distillations: [DistillationRun] {
    get { rare?.distillations ?? [] }
    set { if !newValue.isEmpty || rare != nil { keep { $0.distillations = newValue } } }
  }
  /// The classes that the configs of a model of this tree name.
  package var architectures: [String] = []
  /// The licenses that manifests of this tree state for the model, as written.
  package var declaredLicenses: [DeclaredLicense]
  /// The license texts that speak of the model, and those beside them that are the code's (``LicenseTextSubject/code``), which
  /// make no claim.
  package var licenseTexts: [DeclaredLicense]
  /// True for a model that lies nowhere and is said to be one's own, as a case of a policy's tests is.
  package var isCalledOwn = false
  /// True for a path that code or settings name, at which no file of the tree says anything of a model.
  package var isAbsent = false
  /// True when every reference only says that a local model was made from this one.
  package var isOnlyBase: Bool
  /// What is known of terms that have to be accepted before the model can be had.
  @Boxed package var gate: Gate?
  /// The names under which the tree knows the model and its publisher has taken it down.
  package var withdrawals: [Withdrawal] = []
  /// The licenses that badges and package metadata show for the repository that a model of the tree lies in.
  package var repositoryLabels: [ResolvedLabel] = []
  /// How the model stands to the lock file of the run, nil where there is none.
  @Boxed package var lock: LockStanding?
  /// Of a data set, what each of its licenses lets be done with it; empty for a model.
  package var data: [DataTerms]
  /// What others have judged of the release.
  package var openness: [ReleaseOpenness] = []
  /// What recipes of the tree merge it with, it among them, each under the model that it names first. What comes out lies nowhere yet.
  package var merges: [[LineageEdge]] = []
  /// What hardly any model has shares one word.
  @Boxed private var rare: Rare?

  private struct Rare: Sendable {
    var lineageCut: LineageCut?
    var changes: Location?
    var distillations: [DistillationRun] = []
  }

  private mutating func keep(_ change: (inout Rare) -> Void) {
    var rare = rare ?? Rare()
    change(&rare)
    self.rare = rare
  }

  package init(
    name: ModelName, revision: String? = nil, role: Role, references: [ModelReference] = [],
    license: LicenseConclusion, lineage: [LineageEdge] = [], declaredNames: [DeclaredName] = [],
    declaredLicenses: [DeclaredLicense] = [], licenseTexts: [DeclaredLicense] = [], isOnlyBase: Bool = false,
    gate: Gate? = nil, lock: LockStanding? = nil, data: [DataTerms] = []
  ) {
    self.name = name
    self.revision = revision
    self.role = role
    self.references = references
    self.license = license
    self.lineage = lineage
    self.declaredNames = declaredNames
    self.declaredLicenses = declaredLicenses
    self.licenseTexts = licenseTexts
    self.isOnlyBase = isOnlyBase
    self.data = data
    self.gate = gate
    self.lock = lock
  }
}

/// A base at which a lineage ends that goes on.
package struct LineageCut: Sendable, Hashable {
  package var base: ModelName
  /// Where the tree names it.
  package var location: Location?

  package init(base: ModelName, location: Location?) {
    self.base = base
    self.location = location
  }
}

/// A name that a manifest gives a model of the scanned tree.
package struct DeclaredName: Sendable, Hashable {
  package var name: String
  package var location: Location

  package init(name: String, location: Location) {
    self.name = name
    self.location = location
  }

  /// Whether, as a base, it is `_name_or_path` of a config: what a trainer was given, and nobody has looked at it.
  package var isLeftByTrainer: Bool { fileName == "config.json" }

  /// Whether, as a base, an adapter's configuration says it: where training has read the base from, whatever else names it.
  package var isOfAdapter: Bool { fileName == "adapter_config.json" }

  private var fileName: String? { location.path.split(separator: "/").last?.lowercased() }
}

/// A license that binds a model: one of its own, or one of a base that reaches through to it.
///
/// Every rule is handed those of every model, so that they are shared and not copied.
package final class ApplicableLicense: Sendable {
  package let license: License
  /// The step that the license comes by; nil for the model's own.
  package let edge: LineageEdge?

  package init(license: License, edge: LineageEdge? = nil) {
    self.license = license
    self.edge = edge
  }
}

extension License {
  /// Whether the license binds what was made from its model in this way: only some say that what learns from outputs is a
  /// derivative.
  package func reaches(by relation: Relation?) -> Bool {
    switch relation {
    case .distilled, .trainedOnOutputs: terms.outputsMakeDerivatives.value == true
    case .adapter, .merge, .quantized, .finetune, .converted, .component, nil: true
    }
  }
}

extension ResolvedModel {
  /// The licenses whose terms are evaluated, the strictest first. A base's license counts where it is restricted: permissive
  /// and copyleft bases leave nothing that the rules about use could hold against anyone.
  package var applicableLicenses: [ApplicableLicense] {
    let names = [name] + lineage.map(\.base)
    var licenses = license.candidates.map { ApplicableLicense(license: $0.published(for: names)) }
    for edge in lineage where !edge.isSettled {
      for candidate in edge.license.candidates
      where candidate.category.isRestricted && candidate.reaches(by: edge.relation)
        && !license.candidates.contains(where: { $0.succeeds(candidate) })
        // Terms that an agreement lifted of the one are not lifted of the other.
        && !licenses.contains(where: { $0.license.id == candidate.id && $0.license.isLifted == candidate.isLifted })
      {
        let bound = candidate.published(for: [edge.base]).published(for: names)
        licenses.append(ApplicableLicense(license: bound, edge: edge))
      }
    }
    return licenses.sorted {
      ($1.license.category, $0.license.id) < ($0.license.category, $1.license.id)
    }
  }

  /// True for a data set: the rules about models do not speak of it.
  package var isDataSet: Bool { role == .dataset }

  /// True for a model that lies in the scanned tree.
  package var isLocal: Bool { name.registry == .local && !isAbsent }

  /// True for a model whose label is ours to mend.
  package var isOwn: Bool { isLocal || isCalledOwn }
}

/// A sentence that calls a model open source, and whose license says otherwise or not.
package struct ResolvedStatement: Sendable {
  package var statement: OpennessStatement
  /// The words of the sentence that name the model.
  package var subject: String
  package var license: License
  /// nil where the sentence names a line of models that nothing else in the tree refers to.
  package var model: ModelName?
  /// Whether the release was found to be in keeping with the Open Source AI Definition.
  package var isOpenSourceAI: Bool

  package init(
    statement: OpennessStatement, subject: String, license: License, model: ModelName?, isOpenSourceAI: Bool = false
  ) {
    self.isOpenSourceAI = isOpenSourceAI
    self.statement = statement
    self.subject = subject
    self.license = license
    self.model = model
  }
}

/// A license that somebody has found out and put in the policy, against what the metadata say.
package struct LicenseCorrection: Sendable, Hashable {
  /// The model's id, as reports print it.
  package var model: String
  package var license: String
  package var reason: String
  package var location: Location?
  /// True where the policy holds the hash of the text that was read, and it is that text still.
  package var isBound: Bool

  package init(model: String, license: String, reason: String, location: Location? = nil, isBound: Bool = false) {
    self.model = model
    self.license = license
    self.reason = reason
    self.location = location
    self.isBound = isBound
  }
}
