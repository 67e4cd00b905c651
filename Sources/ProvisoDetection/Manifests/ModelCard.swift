internal import ProvisoCore
internal import ProvisoText

/// Model cards: the YAML front matter of Markdown files, by the hub's keys (`license`, `license_name`, `license_link`,
/// `base_model`, `base_model_relation`, `model-index`; `base_model:` among the `tags`; `datasets`; `extra_gated_…`), and a whole
/// license text in the body.
///
/// A README with front matter is a card when a key that only models have stands there, or when it declares a license or a gate
/// on the hub's terms. Other Markdown must name a model key to count. Cards of data sets and of spaces are left out.
struct ModelCard: Detector {
  let id = "model-card"
  let summary = "The front matter of model cards: license, base models, names."
  let needles = [
    "license", "licence", "base_model", "pipeline_tag", "library_name", "gated", "model-index", "model_index",
    "datasets", "metrics", "new_version",
  ]

  /// Nobody writes these of anything but a model, whatever else stands beside them.
  private static let modelKeys: Set<String> = [
    "base_model", "base_models", "base_model_relation", "pipeline_tag", "library_name", "model_index", "model_name",
    "quantized_by", "model_creator",
  ]
  /// The keys of which every value counts.
  private static let piled: Set<String> = ["license", "licence", "base_model", "base_models"]
  private static let likelyKeys: Set<String> = [
    "license_name", "license_link", "widget", "inference", "co2_eq_emissions", "adapter",
  ]
  /// In a README, what the hub's cards of models have and those of data sets have not.
  private static let keysOfReadme: Set<String> = ["license", "licence", "datasets", "metrics", "new_version"]
  private static let otherCardKeys: Set<String> = [
    "dataset_info", "task_categories", "task_ids", "size_categories", "annotations_creators", "configs", "sdk",
    "sdk_version", "app_file", "layout", "permalink", "sidebar_position",
  ]
  /// The hub has gates before data sets, too: beside these, one says nothing of what the card is of.
  private static let dataSetKeys: Set<String> = [
    "pretty_name", "source_datasets", "language_creators", "multilinguality", "license_details", "train_eval_index",
    "viewer",
  ]

  var endings: Set<String> { ["", "markdown", "md", "mdx", "rst"] }

  func wants(_ path: FilePath) -> Bool {
    ["md", "markdown", "mdx"].contains(path.fileExtension) || CardName.mayBeCard(path)
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    FrontMatter.locate(in: bytes) != nil
  }

  func detect(_ input: DetectionInput) -> Detections {
    let frontMatter: (document: YAMLDocument, bodyStart: Int)?
    do {
      frontMatter = try FrontMatter.read(input.source)
    } catch {
      return unreadable(input, error)
    }
    guard let (document, bodyStart) = frontMatter, let root = document.root, isCard(root, input.path) else {
      return Detections()
    }
    let model = input.path.directory
    let licenses = ManifestLicenses(input: input).licenses(of: root)
    let bases = self.bases(root, input)
    let title = self.title(after: bodyStart, input)
    let place = licenses.first?.location ?? input.location(root.range)
    let name = declaredName(root, input) ?? title
    let unread = unreadableBases(root, input)
    var detections = Detections()
    var declaration = ModelDeclaration(
      model: model, source: .modelCard, location: place, name: name, licenses: licenses, bases: bases,
      scope: input.path.scope, gate: gate(root, input))
    declaration.pathBases = pathBases(root, input)
    declaration.unreadBases = unread.map { DeclaredName(name: $0.text ?? "", location: input.location(of: $0)) }
    detections.declarations.append(declaration)
    let terms = gateTerms(root, input)
    let gated = terms.isEmpty ? gateLine(root) : nil
    detections.declarations += terms + taggedLines(root, bases, declaration, gated)
    if let text = CardLicenseText(input: input, bodyStart: bodyStart).find() { detections.declarations.append(text) }
    detections.references.append(
      input.reference(.local(model), at: place, as: name?.name ?? model, kind: .modelCard, role: .published))
    detections.references += bases.map { base in
      input.reference(
        base.model, at: base.location, as: base.model.id, kind: .modelCard, role: .base, derivative: model)
    }
    detections.references += NamedDataSets(input: input).references(in: root, derivative: model)
    detections.notifications += unread.map { unreadableBase($0, input) }
    detections.notifications += document.duplicateKeys.map { twice in
      input.notification(
        .note, at: input.source.position(at: twice.again.lowerBound),
        Self.piled.contains(DataNode.folded(twice.key))
          ? "The card has the key \"\(twice.key)\" twice; what both say counts, where libraries read the last one."
          : "The card has the key \"\(twice.key)\" twice; the last one counts.")
    }
    if FrontMatter.isOpen(in: input.source.bytes) {
      var notification = input.notification(
        .warning, at: input.source.position(at: bodyStart),
        "The front matter has no `---` at its end, so that the hub reads none; what stands above this line was read.")
      notification.isIncomplete = true
      detections.notifications.append(notification)
    }
    return detections
  }

  /// `extra_gated_prompt` and its kin, or `gated`.
  private static func isGate(_ entry: DataNode.Entry) -> Bool {
    entry.key.hasPrefix("extra_gated_") || (entry.key == "gated" && entry.value.boolean != false)
  }

  /// Who wants the files has to accept terms on the hub.
  private func gate(_ root: DataNode, _ input: DetectionInput) -> Gate? {
    for entry in root.entries {
      guard Self.isGate(entry) else { continue }
      let location = input.location(entry.keyRange)
      var gate = Gate(evidence: "\(location.path):\(location.line) has \(entry.key)", location: location)
      gate.barredCommerce =
        root.entries.lazy.filter { $0.key.hasPrefix("extra_gated_") }.compactMap {
          GateWords.barringCommerce(in: $0.value)
        }.first
      return gate
    }
    return nil
  }

  /// The licenses that the gate's prompt and fields name, or hold.
  private func gateTerms(_ root: DataNode, _ input: DetectionInput) -> [ModelDeclaration] {
    let licenses = root.entries.filter { $0.key.hasPrefix("extra_gated_") }.prefix(16).flatMap {
      GateWords.licenses(in: $0.value, input)
    }
    guard let first = licenses.first else { return [] }
    return [
      ModelDeclaration(
        model: input.path.directory, source: .readme, location: first.location, licenses: licenses,
        establishesModel: false, scope: input.path.scope)
    ]
  }

  /// A line that the tags, or the terms of a gate, name where nothing names a base, `llama-3.1`: it is looked at as a name of the
  /// model would be.
  private func taggedLines(
    _ root: DataNode, _ bases: [DeclaredBase], _ card: ModelDeclaration, _ gated: String?
  ) -> [ModelDeclaration] {
    guard bases.isEmpty, card.pathBases.isEmpty,
      let tag = root["tags"]?.stringsWithNodes.first(where: { NamedKeys.isLine($0.0) })?.0 ?? gated
    else { return [] }
    return [
      ModelDeclaration(
        model: card.model, source: .modelCard, location: card.location,
        name: DeclaredName(name: tag, location: card.location), scope: card.scope)
    ]
  }

  private func gateLine(_ root: DataNode) -> String? {
    GateWords.line(of: root.entries.filter { $0.key.hasPrefix("extra_gated_") }.map(\.value))
  }

  private func isCard(_ root: DataNode, _ path: FilePath) -> Bool {
    guard root.isMapping else { return false }
    let keys = Set(root.entries.map { DataNode.folded($0.key) })
    if !keys.isDisjoint(with: Self.modelKeys) { return true }
    guard keys.isDisjoint(with: Self.otherCardKeys) else { return false }
    if !keys.isDisjoint(with: Self.likelyKeys) { return true }
    guard CardName.mayBeCard(path) else { return false }
    if keys.isDisjoint(with: Self.dataSetKeys), root.entries.contains(where: Self.isGate) { return true }
    guard !keys.contains("title") else { return false }
    return !keys.isDisjoint(with: Self.keysOfReadme)
      || (root["tags"]?.stringsWithNodes ?? []).contains {
        $0.0.hasPrefix(ManifestLicenses.tag) || $0.0.hasPrefix("base_model:")
      }
  }

  private func bases(_ root: DataNode, _ input: DetectionInput) -> [DeclaredBase] {
    let stated = root["base_model_relation"]?.string.flatMap { Relation(rawValue: ASCII.lowercased($0)) }
    // So does the hub.
    let relation = stated ?? (root["library_name"]?.string == "peft" ? .adapter : nil)
    let bases = statedBases(root).flatMap { stated in
      stated.stringsWithNodes.compactMap { text, node in
        BaseName.model(in: text, mayHaveFile: true).map { (model: $0, node: node) }
      } + (stated.isMapping ? [stated] : stated.items).flatMap(Self.nestedBases)
    }.map { DeclaredBase(model: $0.model, relation: relation, location: input.location(of: $0.node)) }
    return (bases.isEmpty ? taggedBases(root, relation, input) : bases)
      + NamedKeys.bases(of: root, input).filter { named in
        !bases.contains { $0.model == named.model }
      }
  }

  /// The hub reads `base_model` alone; what somebody wrote under a key like it, or within `model`,
  /// they meant.
  private func statedBases(_ root: DataNode) -> [DataNode] {
    let within = root.entries.filter { $0.value.isMapping && DataNode.folded($0.key) == "model" }.map(\.value)
    return ([root] + within).flatMap { $0.everyValue(like: "base_model") + $0.everyValue(like: "base_models") }
  }

  /// The hub's ids in `{name: owner/model}` or a list within the list, which the hub reads none of and somebody meant.
  private static func nestedBases(_ node: DataNode) -> [(model: ModelName, node: DataNode)] {
    guard node.scalar == nil else { return [] }
    return (node.isMapping ? node.entries.map(\.value) : node.items).compactMap { value in
      guard let text = value.string, text.utf8.contains(UInt8(ascii: "/")),
        let model = BaseName.model(in: text, mayHaveFile: true)
      else { return nil }
      return (model, value)
    }
  }

  /// What stands under `base_model` and names no model: the license of the base is then not known, and that must be told.
  private func unreadableBases(_ root: DataNode, _ input: DetectionInput) -> [DataNode] {
    let nodes = statedBases(root).flatMap { $0.scalar == nil && !$0.isMapping ? $0.items : [$0] }
    return nodes.filter { node in
      guard let text = node.scalar?.text else {
        // `{{ base_model }}` of a template is a mapping without values.
        let isStated = !node.isMapping || node.entries.contains { $0.value.string?.isEmpty == false }
        // Other values of a mapping say how or of which revision; in a list each is a base.
        let bases = Self.nestedBases(node)
        return isStated && (bases.isEmpty || !node.isMapping && bases.count < node.items.count)
      }
      let isStated =
        !text.isEmpty && !node.isNull && node.boolean == nil && !BasePaths.isPath(text)
        && !NameJudge.isPlaceholder(text) && !TemplateName.isTemplate(text)
      return isStated && (node.string == nil || BaseName.model(in: text, mayHaveFile: true) == nil)
    }
  }

  private func pathBases(_ root: DataNode, _ input: DetectionInput) -> [DeclaredBase] {
    let relation = root["base_model_relation"]?.string.flatMap { Relation(rawValue: ASCII.lowercased($0)) }
    return statedBases(root).flatMap(\.stringsWithNodes).filter { BasePaths.isPath($0.0) }.map { text, node in
      DeclaredBase(model: .local(text), relation: relation, location: input.location(of: node))
    }
  }

  private func unreadableBase(_ node: DataNode, _ input: DetectionInput) -> Notification {
    BasePaths.unread(at: input.location(of: node))
  }

  /// `base_model:acme/a` and `base_model:finetune:acme/a` among the tags, as the hub writes them.
  private func taggedBases(_ root: DataNode, _ relation: Relation?, _ input: DetectionInput) -> [DeclaredBase] {
    var seen: [ModelName: Int] = [:]
    var bases: [DeclaredBase] = []
    for (tag, node) in root["tags"]?.stringsWithNodes ?? [] where tag.hasPrefix("base_model:") {
      let parts = tag.split(separator: ":").map(String.init)
      guard let last = parts.last, (2...3).contains(parts.count), last.contains("/"),
        let model = BaseName.model(in: last, mayHaveFile: true)
      else { continue }
      let tagged = parts.count == 3 ? Relation(rawValue: parts[1]) : nil
      if let index = seen[model] {
        bases[index].relation = bases[index].relation ?? tagged
      } else {
        seen[model] = bases.count
        bases.append(DeclaredBase(model: model, relation: tagged ?? relation, location: input.location(of: node)))
      }
    }
    return bases
  }

  private func declaredName(_ root: DataNode, _ input: DetectionInput) -> DeclaredName? {
    let nodes = [root["model_name"]] + (root["model-index"]?.items ?? []).map { $0["name"] }
    for case let node? in nodes {
      if let name = node.string { return DeclaredName(name: name, location: input.location(of: node)) }
    }
    return nil
  }

  /// The first heading of level one outside of code, without "Model Card for".
  private func title(after start: Int, _ input: DetectionInput) -> DeclaredName? {
    let source = input.source
    let first = source.lineNumber(at: start)
    var isInCode = false
    for number in first..<min(first + 80, source.lineCount + 1) {
      let line = source.line(number)
      if line.hasPrefix("```") || line.hasPrefix("~~~") { isInCode.toggle() }
      guard !isInCode, line.hasPrefix("# ") else { continue }
      var title = line.dropFirst(2).drop { $0 == " " }
      for prefix in ["Model Card for ", "Model card for ", "Model Card: "] where title.hasPrefix(prefix) {
        title = title.dropFirst(prefix.count)
      }
      while let last = title.last, last == " " || last == "\r" { title = title.dropLast() }
      guard !title.isEmpty, title.utf8.count <= 200 else { return nil }
      return DeclaredName(name: String(title), location: input.location(source.lineRange(number)))
    }
    return nil
  }

  /// A card whose front matter is no YAML could say anything: that is told, and the scan is incomplete.
  private func unreadable(_ input: DetectionInput, _ error: DocumentError) -> Detections {
    guard input.path.lowercasedName == "readme.md" else { return Detections() }
    var notification = input.notification(
      .warning, at: error.position,
      "The front matter could not be read as YAML, so the card's license and base model are not known: \(error.message)"
    )
    notification.isIncomplete = true
    return Detections(notifications: [notification])
  }
}
