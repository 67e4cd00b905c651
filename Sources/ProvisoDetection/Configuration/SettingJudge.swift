internal import ProvisoCore
internal import ProvisoText

/// Judges the value of a setting by itself and by the keys above it.
struct SettingJudge {
  let input: DetectionInput
  let kind: ReferenceKind

  /// What the keys, the innermost last, say of the value under them.
  enum Place: Sendable, Hashable {
    case model, base, repository, dataset, command, image, skipped, nothing
  }

  static func place(of keys: [SettingKey]) -> Place {
    // `pull: llama3.2:3b` of what speaks of Ollama.
    if let last = keys.last, last.folded == "pull", SettingKeys.isOllama(keys) { return .model }
    if isData(keys) { return .dataset }
    var innermost = Place.nothing
    var isDecided = false
    var isDirect = true
    for key in keys.reversed() {
      if key.isItem {
        isDirect = false
        continue
      }
      switch key.meaning {
      case .barred: return .skipped
      case .skipped where !isDecided: return .skipped
      case .dataset where !isDecided: return .dataset
      case .dataset:
        return innermost == .repository ? .dataset : innermost == .nothing ? .skipped : innermost
      case .command where !isDecided: return .command
      case .image where !isDecided: return .image
      case .base where !isDecided: (innermost, isDecided) = (.base, true)
      case .model where !isDecided: (innermost, isDecided) = (.model, true)
      case .model where isDirect && innermost == .nothing && key.folded.hasSuffix("models"):
        // `models: {chat: …, embedding: …}`
        innermost = .model
      case .command where isDirect && innermost == .nothing && key.folded.hasSuffix("s"):
        // `scripts: {start: …}`
        return .command
      case .image where innermost == .repository: return .image
      case .repository where !isDecided: (innermost, isDecided) = (.repository, true)
      case .general: break
      // `data: {path: owner/name}` of a trainer.
      case .nothing where !isDecided && isDirect && key.folded == "data" && keys.last?.folded == "path": return .dataset
      case .nothing where !isDecided: isDecided = true
      case .skipped, .command, .image, .base, .model, .repository, .nothing: isDirect = false
      }
    }
    return innermost
  }

  /// `data: {train: owner/name}`, `train_data: owner/name`: what a model is trained on or tested with.
  private static func isData(_ keys: [SettingKey]) -> Bool {
    guard let last = keys.last else { return false }
    if data.contains(last.folded) { return true }
    return splits.contains(last.folded) && keys.dropLast().last { !$0.isItem }?.folded == "data"
  }

  private static let data = WordTable(
    "evaldata evaluationdata finetuningdata pretrainingdata sftdata testdata traindata trainingdata validationdata")
  private static let splits = WordTable("eval test train trainfile trainfiles val valfile valfiles validation")

  /// The references of one value. `range` are the bytes of `text` in the file; `place` is what ``place(of:)`` says; `part` gives
  /// the bytes in the file of a part of a text that stands there in another form.
  func references(
    _ text: String, at range: @autoclosure () -> Range<Int>?, whole: Range<Int>, place: Place, keys: [SettingKey],
    revision: @autoclosure () -> Revision? = nil, role: Role? = nil, part: ((Range<Int>) -> Range<Int>)? = nil
  ) -> [ModelReference] {
    // `bbox\face_yolov8m.pt`, as Windows writes it.
    let written = text
    let text =
      text.utf8.contains(UInt8(ascii: "\\")) && WeightNames.isFile(text) ? text.replacing("\\", with: "/") : text
    let place = isWeightsOfHub(text, place, keys) ? .nothing : place
    guard place != .skipped, place != .command,
      place == .model || place == .base || NameJudge.mayName(text) || Self.isRow(text),
      let literal = Interpolation.literal(in: text)
    else { return [] }
    var value = String(decoding: Array(text.utf8)[literal], as: UTF8.self)
    // `model_id=owner/name/`
    if place == .model, value.utf8.last == UInt8(ascii: "/"), HubName.isKnownModel(String(value.dropLast())) {
      value.removeLast()
    }
    let found = names(value, place, keys, whole.lowerBound)
    guard !found.isEmpty else { return [] }
    let (range, revision) = (range(), revision())
    return found.map { name in
      let bytes =
        literal.lowerBound + name.range.lowerBound..<literal.lowerBound + name.range.upperBound
      let location = range.map { range in
        input.location(range.lowerBound + bytes.lowerBound..<range.lowerBound + bytes.upperBound)
      }
      var reference = input.reference(
        name.verdict.model, revision: name.verdict.revision, at: location ?? input.location(part?(bytes) ?? whole),
        as: written == text ? name.text : String(decoding: Array(written.utf8)[bytes], as: UTF8.self),
        kind: place == .base ? .trainingConfig : kind,
        role: role ?? (place == .base ? .base : place == .dataset ? .dataset : .used),
        confidence: name.verdict.confidence, isPartial: name.verdict.isPartial)
      reference.part = keys.lazy.filter { !$0.isItem }.compactMap { DistillationPart(of: $0.text) }.first
      if reference.revision == .notApplicable {
        reference.revision =
          revision ?? (place == .base ? .unpinned : ServedRevision(input: input, kind: kind).revision(of: value, keys))
      }
      return reference
    }
  }

  /// `multi-dataset: {hf_url: https://huggingface.co/owner/name/resolve/main/model.pth}`: no key makes data of a model's weights.
  private func isWeightsOfHub(_ text: String, _ place: Place, _ keys: [SettingKey]) -> Bool {
    (place == .skipped || place == .dataset) && HubAddress.isHubHost(text)
      && HubAddress.parse(text)?.file.map(WeightNames.isFile) == true && keys.contains { $0.meaning == .dataset }
  }

  private typealias Name = (verdict: NameVerdict, text: String, range: Range<Int>)

  /// - Parameter offset: Where `value` begins in the file.
  private func names(_ value: String, _ place: Place, _ keys: [SettingKey], _ offset: Int) -> [Name] {
    if let part = DrivePath.weights(in: value) {
      let text = String(decoding: Array(value.utf8)[part], as: UTF8.self)
      return verdict(text, place, keys, offset).map { [($0, text, part)] } ?? []
    }
    if Self.isRow(value) { return cells(value, place, keys, offset) }
    if let part = QualifiedName.name(in: value) {
      let text = String(decoding: Array(value.utf8)[part], as: UTF8.self)
      return verdict(text, place, keys, offset).map { [($0, text, part)] } ?? []
    }
    if place != .dataset, place != .image, case let files = FilesOfModels.names(in: value), !files.isEmpty {
      return files.compactMap { part in verdict(part.text, .model, keys, offset).map { ($0, part.text, part.range) } }
    }
    if let verdict = verdict(value, place, keys, offset) ?? above(value, place, keys, offset) {
      return [(verdict, value, 0..<value.utf8.count)]
    }
    if place == .model, let arguments = arguments(value, keys, offset) { return arguments }
    // `--lora-modules sql=owner/name`: what the application calls it, and the model.
    if place == .model, let equals = value.utf8.firstIndex(of: UInt8(ascii: "=")),
      value.utf8[..<equals].allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    {
      let rest = String(value[value.utf8.index(after: equals)...])
      let start = value.utf8.count - rest.utf8.count
      return verdict(rest, place, keys, offset).map { [($0, rest, start..<value.utf8.count)] } ?? []
    }
    // `llama3,qwen2` or `llama3 qwen2` in a place that asks for models.
    guard place == .model || place == .base, value.utf8.contains(where: Self.isSeparator),
      value.utf8.count <= 4_096
    else {
      return []
    }
    let bytes = Array(value.utf8)
    let parts = bytes.indices.split { Self.isSeparator(bytes[$0]) }
    var names: [Name] = []
    for part in parts {
      guard let first = part.first, let last = part.last else { continue }
      let text = String(decoding: bytes[first...last], as: UTF8.self)
      guard let verdict = verdict(text, place, keys, offset) else { return [] }
      names.append((verdict, text, first..<last + 1))
    }
    return names
  }

  /// `pretrained=owner/name,dtype=auto` of lm_eval: of several arguments those that name a model; nil where there is one or none.
  private func arguments(_ value: String, _ keys: [SettingKey], _ offset: Int) -> [Name]? {
    guard value.utf8.count <= 4_096, value.utf8.contains(UInt8(ascii: "=")) else { return nil }
    let parts = value.split(separator: ",")
    guard parts.count > 1 || value.hasPrefix("pretrained="), parts.allSatisfy({ $0.contains("=") }) else { return nil }
    return parts.compactMap { part in
      guard let equals = part.firstIndex(of: "="), Self.namingArguments.contains(part[..<equals]) else { return nil }
      let text = part[part.index(after: equals)...]
      let start = value.utf8.distance(from: value.utf8.startIndex, to: text.startIndex)
      return verdict(String(text), .model, keys, offset).map { ($0, String(text), start..<start + text.utf8.count) }
    }
  }

  /// `chat|owner/name|model.gguf`, as scripts write tables.
  private static func isRow(_ value: String) -> Bool {
    value.utf8.contains(UInt8(ascii: "|")) && value.utf8.contains(UInt8(ascii: "/")) && value.utf8.count <= 1_000
      && !value.utf8.contains(where: ASCII.isBlank)
  }

  /// The cells of a row that are unmistakably models; all of them, where the place asks for one.
  private func cells(_ value: String, _ place: Place, _ keys: [SettingKey], _ offset: Int) -> [Name] {
    let bytes = Array(value.utf8)
    let parts: [Name] = bytes.indices.split { bytes[$0] == UInt8(ascii: "|") }.compactMap { part in
      guard let first = part.first, let last = part.last else { return nil }
      let text = String(decoding: bytes[first...last], as: UTF8.self)
      return verdict(text, place, keys, offset).map { ($0, text, first..<last + 1) }
    }
    let known = parts.filter { HubName.isKnownModel($0.text) || AddressName.isAddress($0.text) }
    guard known.isEmpty, place == .model || place == .base,
      parts.count == bytes.count(where: { $0 == UInt8(ascii: "|") }) + 1
    else { return known }
    return parts
  }

  private static let namingArguments = WordTable(
    """
    adapter base_model delta draft lora model model_id model_name model_version peft pretrained pretrained_model_name_or_path
    tokenizer
    """
  )

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
      || ASCII.isBlank(byte)
  }

  private func verdict(_ value: String, _ place: Place, _ keys: [SettingKey], _ offset: Int) -> NameVerdict? {
    switch place {
    case .dataset:
      return HubName.isID(value) && !NameJudge.isPlaceholder(value)
        ? NameVerdict(.huggingface, value) : nil
    case .image:
      if let carried = CarriedModel.verdict(value) { return carried }
      let verdict = NameJudge.judge(value, in: .bare)
      return verdict?.model.registry == .docker ? verdict : nil
    case .model, .base:
      if SettingKeys.isSpeech(keys), let known = NameJudge.judge(value, in: .library(.whisper)),
        !known.isPartial,
        known.model.id != value || value.utf8.contains(UInt8(ascii: "/"))
      {
        return known
      }
      if SettingKeys.isOllama(keys), OllamaNames.contains(String(value.prefix { $0 != ":" })) || isTaggedOfOwner(value)
      {
        return NameJudge.judge(value, in: .library(.ollama))
      }
      if keys.contains(where: { $0.folded == "preset" }), !isPreset(value) { return nil }
      // Azure's own name of whisper-1.
      if value == "whisper", keys.last?.folded.contains("deployment") == true {
        return NameVerdict(.hosted, value, confidence: .medium)
      }
      if place == .base { return NameJudge.judge(value, in: .modelKey) ?? base(value) }
      let verdict =
        MakersService.verdict(value, at: offset, in: input.file)
        ?? NameJudge.judge(value, in: .modelKey)
      return verdict.flatMap { isArchitecture(value, $0) ? nil : $0 }
    case .repository:
      // `repo_name: owner/name`: of code as often, so that nothing less than a size or an id on file says that it is a model.
      if keys.last?.folded == "reponame" {
        guard !input.file.codeRepositories.contains(value) else { return nil }
        return ModelWords(value).hasBillions ? NameJudge.judge(value, in: .repositoryKey) : input.listedModel(value)
      }
      // Of an owner who is not known, only what is called by the hub's own word is a model.
      let verdict = NameJudge.judge(value, in: .repositoryKey)
      if verdict?.confidence == .high && !isCode(value) || keys.last?.folded == "repoid" { return verdict }
      return input.file.speaksOfHub ? input.listedModel(value) : nil
    case .nothing:
      // People call many things after a model: services, jobs, images.
      let verdict = NameJudge.judge(value, in: .bare)
      return isCode(value)
        ? nil : verdict?.confidence == .low ? input.listedModel(value) : verdict ?? input.listedModel(value)
    case .skipped, .command: return nil
    }
  }

  /// `model: {name: qwen3, num_layers: 24}`: a word that Ollama's library has as well says here what is built.
  private func isArchitecture(_ value: String, _ verdict: NameVerdict) -> Bool {
    verdict.model.registry == .ollama && kind == .configuration && input.embedding == nil
      && !value.utf8.contains(UInt8(ascii: ":")) && input.file.trains
      && !input.file.speaksOfOllama
  }

  /// `..\..\models\gemma-2b.onnx` of a project's file: weights that lie folders above it, told by their name.
  private func above(_ value: String, _ place: Place, _ keys: [SettingKey], _ offset: Int) -> NameVerdict? {
    guard value.hasPrefix("../../"), WeightNames.isFile(value), ModelWords(FilePath(value).name).hasFamily else {
      return nil
    }
    var path = value[...]
    while path.hasPrefix("../") { path = path.dropFirst(3) }
    guard let verdict = verdict(String(path), place, keys, offset), verdict.model.registry == .local else { return nil }
    return NameVerdict(.local, value, confidence: verdict.confidence)
  }

  /// `preset: {name: phi-4-mini-instruct}` of a server; a form of prompts (`llama3`) or a package (`jest-expo/ios`) is a preset, too.
  private func isPreset(_ value: String) -> Bool {
    let words = ModelWords(value)
    return words.isModel && words.hasFamily && value.utf8.contains(UInt8(ascii: "-"))
  }

  /// `owner/name:q4`, as Ollama has the models of its users.
  private func isTaggedOfOwner(_ value: String) -> Bool {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && HubName.isID(String(parts[0]))
  }

  /// `InternLM/lmdeploy` of a pipeline, which checks out code: makers of models have repositories there, too.
  private func isCode(_ value: String) -> Bool {
    HubName.isPlain(value) && (input.path.scope == .ci || input.file.codeRepositories.contains(value))
  }

  /// Trainers take any name of the hub there, also one of which nothing is known.
  private func base(_ value: String) -> NameVerdict? {
    // Without an owner it is as often what the same recipe calls another of its own results.
    guard !NameJudge.isPlaceholder(value),
      HubName.isID(value) || HubName.isBareName(value) && ModelWords(value).hasFamily,
      let model = HubName.model(in: value)
    else { return nil }
    return NameVerdict(model.registry, model.id, confidence: .medium)
  }
}
