internal import ProvisoCore
internal import ProvisoText

/// Any YAML, by its keys and then its values: training (axolotl, LLaMA-Factory, torchtune, TRL, mergekit), serving (vLLM, LiteLLM,
/// LocalAI, KServe, Ray Serve, BentoML, SkyPilot), compose, Kubernetes, Helm, pipelines, CloudFormation.
///
/// `base_model` and `model_name_or_path` name what a training starts from. A file that is no YAML as it stands (a template)
/// is read line by line, and that is told.
struct YAMLSettings: Detector {
  let id = "yaml-settings"
  let summary =
    "YAML configuration: models under keys that ask for one, commands, and names that speak for themselves."
  let needles = SettingNeedles.all

  var endings: Set<String> { ["asset", "dvc", "prefab", "tftpl", "tpl", "unity", "yaml", "yml"] }

  func wants(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    // A chart's helpers, and the values that Terraform fills in.
    case "tftpl", "tpl": true
    case "asset", "prefab", "unity": true
    case "dvc", "yaml", "yml": !Self.notSearched.contains(path.lowercasedName)
    default: false
    }
  }

  private static let notSearched: Set<String> = [
    "mergekit_config.yaml", "mergekit_config.yml", "_toctree.yml", "_toctree.yaml", "mkdocs.yml",
    "pnpm-lock.yaml", "pubspec.lock", "packages.lock.yml", "conda-lock.yml",
  ]

  /// Definitions of Kubernetes resources are megabytes of schema, and no model is in use there: false for a file of nothing
  /// else.
  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    // Scenes of Unity are megabytes of geometry.
    switch path.fileExtension {
    case "asset", "prefab", "unity": return Self.weights.containsAny(in: bytes.span)
    case "tftpl", "tpl": guard path.string.contains("templates/") || Self.hasKeys(bytes) else { return false }
    default: break
    }
    var definitions = 0
    var separators = 0
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      let isLineStart = offset == 0 || span[offset - 1] == 0x0A
      if isLineStart, span[offset] == UInt8(ascii: "k"), Self.starts(span, at: offset, with: Self.kindKey) {
        guard Self.starts(span, at: offset, with: Self.definitionLine) else { return true }
        definitions += 1
      } else if isLineStart, span[offset] == UInt8(ascii: "-"), Self.starts(span, at: offset, with: Self.separator) {
        separators += 1
      }
      offset += 1
    }
    return definitions == 0 || separators > definitions
  }

  /// Whether a template is one of YAML, as a line at its margin says: pages and scripts are called so, too.
  private static func hasKeys(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { !ASCII.isWhitespace($0) }), first != UInt8(ascii: "<") else { return false }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let key = bytes[start..<end].prefix { ASCII.isWord($0) || $0 == UInt8(ascii: "-") }
      if !key.isEmpty, key.endIndex < end, bytes[key.endIndex] == UInt8(ascii: ":"),
        key.endIndex + 1 == end || ASCII.isWhitespace(bytes[key.endIndex + 1])
      {
        return true
      }
      start = end + 1
    }
    return false
  }

  private static let weights = NeedleSet([".gguf", "huggingface.co", ".onnx", ".sentis", "ollama"])
  private static let definition = "CustomResourceDefinition"
  private static let kindKey = Array("kind:".utf8)
  private static let definitionLine = Array("kind: \(definition)".utf8)
  private static let separator = Array("---".utf8)

  private static func starts(_ bytes: Span<UInt8>, at offset: Int, with text: [UInt8]) -> Bool {
    guard offset + text.count <= bytes.count else { return false }
    return text.indices.allSatisfy { bytes[offset + $0] == text[$0] }
  }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      return try read(input)
    } catch {
      if let covered = TemplateText.covered(input.source),
        var detections = try? read(input.covered(by: covered))
      {
        detections.references += fallbacks(input)
        return detections
      }
      return SettingLines.detections(input, Self.kind(of: input.path, []), .yaml, error)
    }
  }

  private func read(_ input: DetectionInput) throws(DocumentError) -> Detections {
    let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
    let documents = try YAMLReader.readAll(input.source, limits: limits)
    let kind = Self.kind(of: input.path, documents)
    var detections = Detections()
    for document in documents {
      guard let root = document.root, root["kind"]?.string != Self.definition else { continue }
      var walk = SettingWalk(input, kind: kind, role: Self.role(of: root))
      walk.walk(root)
      var found = walk.detections
      MergeRecipe.mark(&found.references, by: root, input)
      detections.append(found)
    }
    return detections
  }

  /// `model: {{ .Values.model | default "owner/name" }}`
  private func fallbacks(_ input: DetectionInput) -> [ModelReference] {
    var walk = SettingWalk(input, kind: Self.kind(of: input.path, []))
    for number in 1...input.source.lineCount {
      let line = input.source.lineRange(number)
      guard let name = TemplateText.fallback(on: line, of: input.source.bytes),
        let key = fallbackKey(of: number, name, input.source)
      else { continue }
      let value = DataNode(content: .scalar(.init(text: input.source.string(in: name), form: .string)), range: name)
      walk.setting(DataNode.Entry(key: key, keyRange: name, value: value))
    }
    return walk.detections.references
  }

  /// What the text of a line that stands in for `name` is: the key, the option before it, or the variable on the line before.
  private func fallbackKey(of number: Int, _ name: Range<Int>, _ source: SourceText) -> String? {
    let line = source.lineRange(number)
    if let entry = SettingLines.entry(on: line, of: source) {
      guard entry.key == "value", number > 1 else { return entry.key }
      return SettingLines.entry(on: source.lineRange(number - 1), of: source)?.value.string
    }
    let before = source.bytes[line.lowerBound..<name.lowerBound]
    guard let option = before.indices.first(where: { before[$0...].starts(with: "--".utf8) }) else { return nil }
    return source.string(in: option + 2..<name.lowerBound).split { !$0.isLetter && $0 != "-" && $0 != "_" }.first
      .map(String.init)
  }

  private static func kind(of path: FilePath, _ documents: [YAMLDocument]) -> ReferenceKind {
    if path.scope == .ci { return .pipeline }
    if path.lowercasedName.contains("compose") { return .compose }
    let isKubernetes =
      documents.contains { $0.root?["apiVersion"] != nil && $0.root?["kind"] != nil }
      || path.lowercasedName.hasPrefix("values") || path.string.contains("charts/")
    return isKubernetes ? .kubernetes : .configuration
  }

  /// What mergekit merges is the base of what comes out; what the description of a service gives as an example, or takes, is
  /// mentioned.
  static func role(of root: DataNode) -> Role? {
    if root["merge_method"] != nil || root["gate_mode"] != nil { return .base }
    return root["openapi"] != nil || root["swagger"] != nil
      || root["$schema"] != nil && root["properties"] != nil
      ? .mentioned : nil
  }
}
