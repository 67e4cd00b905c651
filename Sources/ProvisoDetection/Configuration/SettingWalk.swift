internal import ProvisoCore
internal import ProvisoText

/// Walks the tree of a configuration, whatever it was written in, and judges each value by the keys above it.
struct SettingWalk {
  private let judge: SettingJudge
  private let input: DetectionInput
  private(set) var detections = Detections()
  private var path = SettingPath()
  /// The role of all models that are found, where the whole file says it.
  private let role: Role?
  /// What the image beside a command runs it by.
  private var server: ModelCommand?

  init(_ input: DetectionInput, kind: ReferenceKind, role: Role? = nil) {
    self.input = input
    self.role = role
    judge = SettingJudge(input: input, kind: kind)
    if let label = input.embedding?.label { path.push(label) }
  }

  /// The keys by which a revision stands beside a model.
  private static let revisionKeys = [
    "revision_of_model", "model_revision", "base_model_revision", "revision", "modelRevision",
    "hf_revision",
  ]

  mutating func walk(_ node: DataNode) {
    switch node.content {
    case .mapping: mapping(node)
    case .sequence(let items): sequence(items)
    case .scalar: scalar(node, in: nil)
    }
  }

  /// One setting, as the lines of an `.env` file are.
  mutating func setting(_ entry: DataNode.Entry, role: Role? = nil) {
    path.push(entry.key)
    defer { path.pop() }
    if role == nil, !(entry.value.scalar != nil) { return walk(entry.value) }
    scalar(entry.value, in: nil, role: role)
  }

  private mutating func mapping(_ node: DataNode) {
    if let pair = pair(node) {
      path.push(pair.name)
      walk(pair.value)
      path.pop()
      return
    }
    let outer = server
    server = node["image"]?.string.flatMap(ServerImages.command)
    defer { server = outer }
    var isNamedElsewhere: Bool?
    let siblings = Siblings(node)
    let first = detections.references.count
    defer { dropParts(of: node, since: first) }
    for entry in node.entries {
      if mayBeName(entry.key), path.key(entry.key).meaning == .nothing,
        entry.value.isMapping || SettingJudge.place(of: path.keys) == .model
      {
        keyed(entry)
      }
      if entry.value.scalar != nil {
        if let embedded = EmbeddedSetting.references(under: entry, in: input) {
          add(embedded, role: nil)
          continue
        }
        guard isWorthJudging(entry.value) || SettingKeys.mayAsk(entry.key) else { continue }
        let count = detections.references.count
        path.push(entry.key)
        scalar(entry.value, in: siblings)
        if detections.references.count > count {
          let key = path.key(entry.key).folded
          if Self.aliasKeys.contains(key) {
            let isAlias = isNamedElsewhere ?? hasOwnModel(node)
            isNamedElsewhere = isAlias
            if isAlias, !isOnlyName(entry.value, in: node) { detections.references.removeSubrange(count...) }
          } else if key == "modelid", isServedAs(entry.value, node) {
            detections.references.removeSubrange(count...)
          }
        }
      } else {
        path.push(entry.key)
        walk(entry.value)
      }
      path.pop()
    }
  }

  /// Files of a repository that stands beside them (``RepositoryFiles``).
  private mutating func dropParts(of node: DataNode, since first: Int) {
    let found = detections.references[first...]
    guard found.contains(where: { $0.model.registry == .local }) else { return }
    let parts = RepositoryFiles.names(in: node, beside: found)
    guard !parts.isEmpty else { return }
    let kept = found.filter { $0.model.registry != .local || !parts.contains($0.asWritten) }
    detections.references.replaceSubrange(first..., with: kept)
  }

  /// A look at the bytes of a value, since few name anything: whether there is a name's word or a slash in it, or it is no
  /// name but may hold one, or a key asks for more than names.
  private func isWorthJudging(_ node: DataNode) -> Bool {
    guard !path.asks, let text = node.string else { return true }
    let bytes = text.utf8.span
    let range = 0..<bytes.count
    return NameNeedles.shared.mayName(bytes, range) || NameNeedles.hasSize(bytes, range)
      || HostedModels.isShortName(text)
  }

  /// What an application calls a model whose own name stands beside it: `{name: llama3, modelURL: owner/name}`,
  /// `{model_name: chat, litellm_params: {model: …}}`, `{filename: …, uri: …}`.
  private static let aliasKeys = WordTable("name modelname id key alias label filename displayname")

  private mutating func hasOwnModel(_ node: DataNode) -> Bool {
    for entry in node.entries where isOwnModel(entry) { return true }
    return false
  }

  /// `{uri: pvc://weights-of-r1, name: owner/name}`: where its weights lie says nothing, so that the name says which model it is.
  private func isOnlyName(_ name: DataNode, in node: DataNode) -> Bool {
    guard let text = name.string, HubName.isKnownModel(text) else { return false }
    return node.entries.contains { entry in
      entry.value.string.map { $0.hasPrefix("pvc://") && NameJudge.judge($0, in: .modelKey) == nil } == true
    }
  }

  /// `{model_id: chat, model_source: owner/name}` of Ray, `{model: HF://owner/name, model_id: chat}` of MLC: what a server calls it.
  private mutating func isServedAs(_ id: DataNode, _ node: DataNode) -> Bool {
    guard id.string?.utf8.contains(UInt8(ascii: "/")) == false else { return false }
    for entry in node.entries where entry.value.string?.utf8.contains(UInt8(ascii: "/")) == true {
      if ["model", "modelsource"].contains(path.key(entry.key).folded) { return true }
    }
    return false
  }

  private mutating func isOwnModel(_ entry: DataNode.Entry) -> Bool {
    if let text = entry.value.string {
      let isPath = text.utf8.contains(UInt8(ascii: "/"))
      // Few values have a slash, so that few keys are looked at.
      guard isPath || entry.key.utf8.count <= 8 else { return false }
      let key = path.key(entry.key)
      guard !Self.aliasKeys.contains(key.folded), !Self.tokenizer.containsAny(in: key.folded.utf8.span),
        key.meaning == .model || Self.addressKeys.contains(key.folded)
      else { return false }
      return isPath || key.folded == "model"
    }
    return Self.parameterKeys.contains(path.key(entry.key).folded) && entry.value["model"] != nil
  }

  private static let tokenizer = NeedleSet(["tokenizer"])
  private static let addressKeys = WordTable("uri url")
  private static let parameterKeys = WordTable("litellmparams parameters")

  /// `{name: MODEL_ID, value: …}`, as containers have their environment and templates their parameters.
  private func pair(_ node: DataNode) -> (name: String, value: DataNode)? {
    let entries = node.entries
    guard (2...4).contains(entries.count), entries.contains(where: { Self.valueKeys.contains($0.key) }) else {
      return nil
    }
    for (name, value) in [
      ("name", "value"), ("Name", "Value"), ("key", "value"), ("Key", "Value"),
      ("ParameterKey", "ParameterValue"),
      ("option_name", "value"),
    ] {
      if let name = node[name]?.string, let value = node[value] { return (name, value) }
    }
    return nil
  }

  private func mayBeName(_ key: String) -> Bool {
    key.utf8.count >= 4 && NameJudge.mayName(key) && NameNeedles.shared.mayName(key.utf8.span, 0..<key.utf8.count)
  }

  private static let valueKeys = WordTable("value ParameterValue")

  /// `models: {"owner/name": {…}}`, `execution_settings: {gpt-4o: {…}}`: a key that is unmistakably a model's name.
  private mutating func keyed(_ entry: DataNode.Entry) {
    let place = SettingJudge.place(of: path.keys)
    guard place != .skipped, let verdict = NameJudge.judge(entry.key, in: .bare), !verdict.isPartial,
      verdict.model.registry != .local,
      verdict.confidence == .high || place == .model && entry.value.isMapping || HubName.isKnownModel(entry.key)
    else { return }
    let isQuoted = entry.keyRange.count == entry.key.utf8.count + 2
    let range =
      isQuoted ? entry.keyRange.lowerBound + 1..<entry.keyRange.upperBound - 1 : entry.keyRange
    detections.references += judge.references(
      entry.key, at: range, whole: entry.keyRange,
      place: verdict.confidence == .high || place != .model ? .nothing : .model,
      keys: path.keys, role: role)
  }

  private mutating func sequence(_ items: [DataNode]) {
    let isCommand = path.asks && SettingJudge.place(of: path.keys) == .command
    if isCommand, items.contains(where: { $0.scalar != nil }), !isModelList {
      let words = items.compactMap { CommandWord($0, input) }
      // Lines of a script each, or the words of one command.
      if words.contains(where: { $0.text.utf8.contains(UInt8(ascii: " ")) }) {
        for item in items where item.scalar != nil { script(item) }
      }
      detections.references += ModelCommands.references(
        of: words, in: input, kind: judge.kind, by: path.isCommandLine ? server : nil)
      for item in items where item.scalar == nil { walk(item) }
      return
    }
    defer { listed(items) }
    for item in items {
      if let text = item.string, let equals = Self.assignment(text),
        let range = input.textRange(of: item)
      {
        // `- MODEL=…` of a list of variables.
        let name = String(text.utf8.prefix(equals)) ?? ""
        let value = String(text.utf8.dropFirst(equals + 1)) ?? ""
        if let embedded = EmbeddedSetting.references(
          in: range.lowerBound + equals + 1..<range.upperBound, of: input, label: name)
        {
          add(embedded, role: nil)
          continue
        }
        add(
          value, at: range.lowerBound + equals + 1..<range.upperBound, whole: item.range,
          keys: path.keys + [path.key(name)])
      } else if item.isMapping {
        path.pushItem()
        walk(item)
        path.pop()
      } else if item.scalar == nil || isWorthJudging(item) {
        walk(item)
      }
    }
  }

  /// Names of which nothing is known, among models in the same place of a list.
  private mutating func listed(_ items: [DataNode]) {
    let unknown = ListedSettings.unknown(among: items) { [path] key in
      var path = path
      path.pushItem()
      path.push(key)
      return SettingJudge.place(of: path.keys) == .nothing
    }
    guard !unknown.isEmpty, SettingJudge.place(of: path.keys) == .nothing else { return }
    for (node, verdict) in unknown {
      let range = input.textRange(of: node)
      detections.references.append(
        input.reference(
          verdict.model, revision: verdict.revision, at: range.map { input.location($0) } ?? input.location(node.range),
          as: node.string ?? verdict.model.id, kind: judge.kind, role: role ?? .used, confidence: verdict.confidence,
          remark: "among other models"))
    }
  }

  /// `ollama: {models: {run: […]}}` of Helm charts: what looks like a command is none.
  private var isModelList: Bool {
    path.parentIsModels
  }

  /// The bytes before the `=` of `NAME=value`.
  private static func assignment(_ text: String) -> Int? {
    let name = text.utf8.prefix(while: ASCII.isWord)
    guard !name.isEmpty, name.endIndex < text.utf8.endIndex,
      text.utf8[name.endIndex] == UInt8(ascii: "=")
    else {
      return nil
    }
    return name.count
  }

  private mutating func scalar(_ node: DataNode, in parent: Siblings?, role: Role? = nil) {
    guard let text = node.string else { return }
    if role == nil, path.asks, !isModelList, SettingJudge.place(of: path.keys) == .command { return script(node) }
    if role == nil, runs(text) { return script(node) }
    if let range = EmbeddedSetting.mayHold(text) ? input.textRange(of: node) : nil,
      let embedded = EmbeddedSetting.references(in: range, of: input, label: path.innermost)
    {
      return add(embedded, role: role)
    }
    if let embedded = textOfLines(text, node) { return add(embedded, role: role) }
    if text.utf8.first == UInt8(ascii: "{"), text.utf8.count > 12 {
      // A request that was recorded.
      detections.references += RecordedRequests.references(
        in: node.range, of: input, kind: judge.kind, role: role ?? self.role)
      return
    }
    // Looked for only where the text is a name.
    let input = input
    add(
      text, at: input.textRange(of: node), whole: node.range, keys: path.keys, revision: parent?.revision,
      isOfHub: parent?.isOfHub == true, role: role)
  }

  /// `"completion.launch": "llama-server -hf owner/name"`: a command under any key, unless people read what stands there, and the
  /// variables of a unit of systemd, `Environment="MODEL=owner/name"`.
  private mutating func runs(_ text: String) -> Bool {
    guard (Self.shortestCommand...Self.longestCommand).contains(text.utf8.count) else { return false }
    let mayBeCommand = ShownCommand.mayBe(text)
    let mayBeVariable = text.utf8.contains(UInt8(ascii: "="))
    guard mayBeCommand || mayBeVariable, let key = path.innermost else { return false }
    if mayBeVariable, SettingKeys.fold(key) == "environment" { return true }
    guard mayBeCommand, ShownCommand.isOne(Array(text.utf8)[...]), !EmbeddedSetting.isProse(key) else { return false }
    switch SettingJudge.place(of: path.keys) {
    case .skipped, .dataset, .image: return false
    case .model, .base, .repository, .command, .nothing: return true
    }
  }

  private static let shortestCommand = 8
  private static let longestCommand = 4_096

  /// What a text of several lines names, as TOML and HCL write it; that of YAML is looked at with its key.
  private mutating func textOfLines(_ text: String, _ node: DataNode) -> [ModelReference]? {
    // In quotes without escapes there is one line only.
    guard node.range.count != text.utf8.count + 2, text.utf8.contains(0x0A),
      !(input.source.bytes[node.range].first == UInt8(ascii: "\"") && !input.source.bytes[node.range].contains(0x0A))
    else { return nil }
    switch SettingJudge.place(of: path.keys) {
    case .skipped, .dataset, .command: return nil
    default: break
    }
    let range = input.textRange(of: node) ?? node.range.clamped(to: 0..<input.source.bytes.count)
    return EmbeddedSetting.references(ofText: range, in: input, label: path.innermost)
  }

  /// The entries beside a value, of which a revision is asked once, however many models they are.
  private final class Siblings {
    private let parent: DataNode

    init(_ parent: DataNode) { self.parent = parent }

    lazy var revision: Revision? = SettingWalk.revisionKeys.lazy.compactMap { [parent] in parent[$0]?.text }.first
      .map(Revision.init(written:))

    /// `{repo: owner/name, source: HF}`
    lazy var isOfHub = parent["source"]?.string.map { ["hf", "hub", "huggingface"].contains(SettingKeys.fold($0)) }
  }

  private mutating func add(
    _ text: String, at range: @autoclosure () -> Range<Int>?, whole: Range<Int>, keys: [SettingKey],
    revision: @autoclosure () -> Revision? = nil, isOfHub: @autoclosure () -> Bool = false, role: Role? = nil
  ) {
    var place = isModelList ? .model : SettingJudge.place(of: keys)
    if place == .repository, isOfHub() { place = .model }
    detections.references += judge.references(
      text, at: range(), whole: whole, place: place, keys: keys, revision: revision(),
      role: role ?? (place == .dataset ? nil : self.role))
  }

  /// What a file inside a value names.
  private mutating func add(_ embedded: [ModelReference], role: Role?) {
    detections.references += embedded.map { reference in
      var reference = reference
      reference.kind = judge.kind
      if let role = role ?? self.role { reference.role = role }
      return reference
    }
  }

  /// A text that a shell runs.
  private mutating func script(_ node: DataNode) {
    guard node.string != nil else { return }
    let bytes = input.source.bytes
    var range = node.range.clamped(to: 0..<bytes.count)
    var joinsLines = false
    if let text = input.textRange(of: node) {
      range = text
    } else if let first = bytes[range].first {
      joinsLines = first != UInt8(ascii: "|")
      switch first {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        range = range.lowerBound + 1..<max(range.upperBound - 1, range.lowerBound + 1)
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        // The first line says how the text is folded.
        let end = bytes[range].firstIndex(of: 0x0A) ?? range.upperBound
        range = end..<range.upperBound
      default: break
      }
    }
    detections.append(
      ModelCommands.detect(in: range, of: input, joinsLines: joinsLines, kind: judge.kind))
  }
}
