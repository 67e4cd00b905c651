internal import ProvisoCore
internal import ProvisoKnowledge

/// The references of a scan by the models that they mean.
struct ReferenceGroups: Sendable {
  private(set) var locals: LocalModels
  private var references: [ModelName: [ModelReference]] = [:]
  /// Those to data sets, by the model of the tree that was made from them.
  private var dataSets: [String: [ModelReference]] = [:]
  private var withdrawals: [ModelName: Set<Withdrawal>] = [:]
  private let labels: Access.Labels
  let duties: KeptDuties
  /// The models of the tree as each stands by itself and on bases of the hub: what was made from them asks for them again and again.
  let alone = Remembered<String, ResolvedModel>(limit: 16_384)
  /// The folders of the tree that hold data and no model.
  private let folders: Set<String>

  init(_ detections: Detections, _ known: KnownModels) {
    locals = LocalModels(detections.declarations, links: detections.folderLinks, library: known.reader.library)
    labels = Access.Labels(detections.labels, known.reader.library)
    duties = KeptDuties(detections.evidence)
    folders = Set(
      detections.references.filter { $0.role == .dataset && $0.model.registry == .local && $0.derivative == nil }
        .map(\.model.id))
    // One model is named many times.
    var names: [ModelName: ModelName] = [:]
    var loaded: [ModelReference] = []
    for var reference in [detections.references, detections.shared.references].joined() {
      if reference.role == .dataset, reference.model.registry == .huggingface {
        // A word that no table of data sets has may be a script's or a folder's.
        if reference.confidence == .low, DataSets.entry(for: reference.model.id) == nil { continue }
        reference.model = dataSet(of: reference)
      } else {
        if reference.model.registry == .local, [.used, .mentioned, .dataset].contains(reference.role) {
          if let owner = locals.owner(ofPath: reference.model.id, in: reference.location.path) {
            reference.model = .local(owner)
          } else if reference.mayBeFolder {
            continue
          } else if let fetched = Self.fetched(reference) {
            reference.model = fetched
          } else if reference.confidence < .high, PartName.isAny(reference.model.id) {
            // `model.onnx`, and no such file in the tree: it could be any model's, unless its folder says more.
            guard let folder = PartName.restrictedFolder(of: reference.model.id) else { continue }
            reference.model = .local(folder)
          }
        }
        if reference.isLoadedByUltralytics, reference.model.registry == .local { loaded.append(reference) }
        if let name = names[reference.model] {
          reference.model = name
        } else {
          let name = self.name(of: reference.model, known)
          if let withdrawal = Access.withdrawal(of: reference.model) {
            withdrawals[name, default: []].insert(withdrawal)
          }
          names[reference.model] = name
          reference.model = name
        }
      }
      if let derivative = reference.derivative { reference.derivative = locals.owner(of: derivative) ?? derivative }
      if reference.role == .dataset, let derivative = reference.derivative {
        dataSets[derivative, default: []].append(reference)
      }
      references[reference.model, default: []].append(reference)
    }
    for reference in loaded { locals.add(madeByUltralytics: reference) }
    leaveOutPackages()
    name(detections.published)
  }

  /// Where weights of the line are named, those are the model.
  private mutating func leaveOutPackages() {
    guard references[UltralyticsName.library]?.contains(where: \.isPackage) == true else { return }
    let isNamed = references.contains { name, references in
      name != UltralyticsName.library && references.contains { $0.role >= .used }
        && (name.id.hasPrefix("Ultralytics/") || references.contains(where: \.isLoadedByUltralytics))
    }
    references[UltralyticsName.library]?.removeAll { $0.isPackage && isNamed }
    if references[UltralyticsName.library]?.isEmpty == true { references[UltralyticsName.library] = nil }
  }

  /// What a file publishes was made of the one model that it trains, or else the one that it loads.
  private mutating func name(_ published: [DeclaredName]) {
    guard !published.isEmpty else { return }
    let names = Dictionary(grouping: published, by: \.location.path)
    // What each of those files does with a model.
    var uses: [String: [ModelName: (role: Role, isTaught: Bool)]] = [:]
    for (name, references) in references {
      for reference in references
      where reference.role >= .base && reference.derivative == nil && names[reference.location.path] != nil {
        let path = reference.location.path
        let use = uses[path]?[name] ?? (reference.role, false)
        uses[path, default: [:]][name] = (min(use.role, reference.role), use.isTaught || reference.part == .teacher)
      }
    }
    var made: [ModelName: [String: [DeclaredName]]] = [:]
    for (path, names) in names {
      let own = Set(names.map { $0.name.lowercased() })
      let roles = (uses[path] ?? [:]).filter { !$0.value.isTaught && !own.contains($0.key.id.lowercased()) }
      let trained = roles.filter { $0.value.role == .base }
      let bases = trained.isEmpty ? roles : trained
      if bases.count == 1, let base = bases.keys.first { made[base, default: [:]][path] = names }
    }
    for (base, made) in made {
      guard var all = references.removeValue(forKey: base) else { continue }
      for index in all.indices { if let names = made[all[index].location.path] { all[index].publishedAs = names } }
      references[base] = all
    }
  }

  /// Weights that no file of the tree is, under a name by which a library fetches them: `yolo11n.pt`, `torch.hub`'s `yolov5s`.
  private static func fetched(_ reference: ModelReference) -> ModelName? {
    guard !reference.isPartial else { return nil }
    let file = reference.model.id.split(separator: "/").last ?? ""
    return UltralyticsName.model(ofFile: file.lowercased()).map(ModelName.huggingFace)
  }

  /// In the order of the report.
  var names: [ModelName] {
    references.keys.map { (name: $0, shown: DataSetResolution.shown($0)) }
      .sorted { ($0.shown, $0.name) < ($1.shown, $1.name) }.map(\.name)
  }

  func references(to name: ModelName) -> [ModelReference] { Self.sorted(references[name] ?? []) }

  func declarations(of name: ModelName) -> [ModelDeclaration] { locals.declarations[name.id] ?? [] }

  /// The license texts in the folder above the model.
  func texts(above name: ModelName) -> [ModelDeclaration] { locals.textsAbove[name.id] ?? [] }

  func dataSets(of name: ModelName) -> [ModelReference] { Self.sorted(dataSets[name.id] ?? []) }

  /// The model with what the scan shows of getting at it.
  func withAccess(_ model: ResolvedModel) -> ResolvedModel {
    var model = model
    model.withdrawals = (withdrawals[model.name] ?? []).sorted { $0.id < $1.id }
    model.repositoryLabels = labels.labels(over: model)
    return model
  }

  private func name(of model: ModelName, _ known: KnownModels) -> ModelName {
    if model.registry == .torchhub, let line = UltralyticsName.model(named: model.id) {
      return known.canonical(.huggingFace(line))
    }
    guard model.registry == .local else {
      let name = known.canonical(model)
      return inTree(name, known).map(ModelName.local) ?? name
    }
    return .local(locals.owner(of: model.id) ?? model.id)
  }

  /// The model of the tree that goes by the hub id, where nothing is known of one on the hub: what lies there is not what somebody
  /// else publishes under that name.
  private func inTree(_ name: ModelName, _ known: KnownModels) -> String? {
    guard name.registry == .huggingface, let owner = locals.owner(ofHubID: name.id), !folders.contains(owner),
      known.isUnheardOf(name)
    else { return nil }
    return owner
  }

  /// The data set that is meant: one of the hub, or one of the tree that goes by an id which no table of data sets has.
  private func dataSet(of reference: ModelReference) -> ModelName {
    let name = DataSetResolution.name(of: reference)
    let id = DataSetResolution.shown(name).id
    // Models and the data that they were trained on often go by one id.
    guard DataSets.entry(for: id) == nil, let owner = locals.owner(ofHubID: id), folders.contains(owner) else {
      return name
    }
    return .local(owner)
  }

  private static func sorted(_ references: [ModelReference]) -> [ModelReference] {
    guard references.count > 1 else { return references }
    return references.sorted { ($0.location, $0.asWritten) < ($1.location, $1.asWritten) }
  }
}
