internal import ProvisoCore
internal import ProvisoText

/// `mergekit_config.yml`, which mergekit leaves beside its result: every model that was merged, as a base of the model in its
/// folder. `owner/name+owner/lora` names a model and an adapter. mergekit-moe's has `experts` instead of a method, under a name of
/// its own (`mergekit_moe_config.yml`). Recipes under other names are read as configuration: nothing says that what comes out lies
/// beside them, so they make no model; what they merge is marked, and held against each other.
struct MergeRecipe: Detector {
  let id = "merge-recipe"
  let summary = "The recipe that mergekit leaves beside its result: the models that were merged."
  let needles = ["merge_method", "experts"]

  var endings: Set<String> { ["yaml", "yml"] }

  func wants(_ path: FilePath) -> Bool { Self.names.contains(path.lowercasedName) }

  /// What mergekit calls the recipe beside its result.
  static let names: Set<String> = [
    "mergekit_config.yml", "mergekit_config.yaml", "mergekit_moe_config.yml", "mergekit_moe_config.yaml",
    "mergekit-config.yml", "mergekit-config.yaml",
  ]

  func detect(_ input: DetectionInput) -> Detections {
    let root: DataNode
    do {
      let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
      guard let document = try YAMLReader.read(input.source, limits: limits).root else { return Detections() }
      root = document
    } catch {
      var notification = input.notification(
        .warning, at: error.position, "Not read as YAML, so what was merged is not known: \(error.message)")
      notification.isIncomplete = true
      return Detections(notifications: [notification])
    }
    guard let method = Self.mark(of: root) else { return Detections() }
    var merged = Merged()
    Self.collect(root, into: &merged, input)
    var seen: Set<ModelName> = []
    let models = merged.models.filter { seen.insert($0.model).inserted }
    var detections = input.model(at: input.location(method.keyRange), bases: models, relation: .merge)
    var names: Set<String> = []
    detections.declarations[detections.declarations.count - 1].unreadBases = merged.unread.filter {
      names.insert($0.name).inserted
    }
    return detections
  }

  /// The entry that makes a recipe: the method, or the list of experts.
  private static func mark(of root: DataNode) -> DataNode.Entry? {
    root.entries.last { $0.key == "merge_method" }
      ?? root.entries.last { entry in
        entry.key == "experts" && entry.value.items.contains { $0["source_model"] != nil }
      }
  }

  /// The models of a recipe that a card shows, as mergekit's templates do; none where the block is no recipe.
  static func models(in range: Range<Int>, of input: DetectionInput) -> [DeclaredBase] {
    let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
    guard let root = try? YAMLReader.read(input.source, range: range, limits: limits).root, mark(of: root) != nil else {
      return []
    }
    var merged = Merged()
    collect(root, into: &merged, input)
    var seen: Set<ModelName> = []
    return merged.models.filter { seen.insert($0.model).inserted }.map {
      DeclaredBase(model: $0.model, relation: .merge, location: input.location(of: $0.node))
    }
  }

  /// Marks those of the references that the document merges, where it is a recipe and not the one that lies beside its result.
  static func mark(_ references: inout [ModelReference], by root: DataNode, _ input: DetectionInput) {
    guard !names.contains(input.path.lowercasedName), let mark = mark(of: root) else { return }
    var written: [(String, DataNode)] = []
    collect(root, into: &written)
    let models = Set(written.compactMap { BaseName.model(in: $0.0) })
    let place = input.location(mark.keyRange)
    for index in references.indices where references[index].role == .base && models.contains(references[index].model) {
      references[index].recipe = place
    }
  }

  /// Whether a block that does not say what it is written in is a recipe by its words.
  static func stands(in block: [UInt8]) -> Bool {
    words.containsAny(in: block.span) && TextLanguage.of(block[...]) == "yaml"
  }

  private static let words = NeedleSet(["merge_method:", "source_model:"])

  private struct Merged {
    var models: [(model: ModelName, node: DataNode)] = []
    var unread: [DeclaredName] = []
  }

  private static let keys: Set<String> = ["model", "base_model", "source_model"]

  private static func collect(_ node: DataNode, into merged: inout Merged, _ input: DetectionInput) {
    var names: [(String, DataNode)] = []
    collect(node, into: &names)
    for (name, node) in names { add(name, node, to: &merged, input) }
  }

  /// The names that a recipe has, each with its node.
  private static func collect(_ node: DataNode, into names: inout [(String, DataNode)]) {
    for entry in node.entries {
      if keys.contains(entry.key), let text = entry.value.string {
        names += text.split(separator: "+").map { (String($0), entry.value) }
      }
      // Recent versions write `model: {model: {path: owner/name}}`.
      if entry.key == "path", let text = entry.value.string { names.append((text, entry.value)) }
      collect(entry.value, into: &names)
    }
    for item in node.items { collect(item, into: &names) }
  }

  private static func add(_ text: String, _ node: DataNode, to merged: inout Merged, _ input: DetectionInput) {
    if let model = BaseName.model(in: text) {
      merged.models.append((model, node))
    } else if !NameJudge.isPlaceholder(text) {
      merged.unread.append(DeclaredName(name: text, location: input.location(of: node)))
    }
  }
}
