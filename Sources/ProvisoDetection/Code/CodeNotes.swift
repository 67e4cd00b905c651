internal import ProvisoText

/// What is known of the calls and names of a source file before its literals are judged.
struct CodeNotes {
  let code: CodeLiterals
  let source: SourceText
  private let calls: [LoadingCall]
  /// For each scope, whether its callee is that of a loading call.
  private let isLoading: [Bool]
  /// The revision that a call names, by scope.
  private(set) var revisions: [Int: String] = [:]
  /// The kind of repository that a call asks for (`repo_type="dataset"`), by scope.
  private(set) var repositoryTypes: [Int: String] = [:]
  /// The ending of the resource that a call asks for, by scope.
  private(set) var resourceTypes: [Int: String] = [:]
  /// Names that loading calls are given where they take a model, each with the first of its calls.
  private(set) var followed: [String: FollowedName] = [:]
  /// The same with their calls.
  private(set) var loads: [FollowedName] = []
  /// Where the values stand that these calls take under another name.
  private(set) var places: ValuePlaces?
  /// Names of data sets that calls are given: `snapshot_download(repo_id=REPO, repo_type="dataset")`.
  private var dataSetNames: Set<String> = []
  /// Names under which calls put something onto the hub.
  private var published: Set<String> = []
  /// The calls whose help speaks of a data set.
  private var dataSets: Set<Int> = []
  /// The first literal of calls in which it says what the others are, by scope.
  private(set) var keys: [Int: Range<Int>] = [:]
  /// The literal that is labelled as a name, by scope.
  private(set) var settingNames: [Int: Range<Int>] = [:]
  /// Whether the file, or the document around it, speaks of Ollama, so that a name of its library means that model.
  var speaksOfOllama: Bool { file.speaksOfOllama }
  let file: WholeFile
  /// Constants and members that calls are given where they load a data set.
  private var loadedDataSets: Set<String> = []
  private(set) var dataPlaces: ValuePlaces?
  /// Whether the file speaks of gradio, whose clients are given Spaces.
  private let speaksOfGradio: Bool

  init(_ code: CodeLiterals, _ source: SourceText, _ language: CodeLanguage, file: WholeFile) {
    self.code = code
    self.source = source
    calls = language.calls
    self.file = file
    speaksOfGradio =
      code.scopes.contains { scope in scope.callee.map { Self.clients.contains(source.bytes.span, $0) } == true }
      && Self.gradio.containsAny(in: source.bytes.span)
    isLoading = code.scopes.map { scope in
      scope.callee.map { language.callees.contains(source.bytes.span, $0) } == true
    }
    for literal in code.literals where !literal.range.isEmpty && !literal.isInComment {
      guard let scope = literal.scope else { continue }
      if let label = literal.label, reads(label, "help") { help(literal, scope) }
      if let label = literal.label, let call = optionsCall(scope), isRevision(label, of: call) {
        revisions[call] = source.string(in: literal.range)
      }
      // `corev1.EnvVar{Name: "CHAT_MODEL", Value: "owner/name"}`
      if let label = literal.label, reads(label, "Name") || reads(label, "name") { settingNames[scope] = literal.range }
      guard code.scopes[scope].kind == .call else { continue }
      if let label = literal.label { note(literal, label, scope) }
      if literal.label == nil, isKeyed(scope), isKey(literal, after: keys[scope]) { keys[scope] = literal.range }
      if let label = literal.label, isAnnotation(scope) { annotate(literal, label, scope) }
    }
    let names = code.arguments.filter { !$0.isKey }
    if !repositoryTypes.isEmpty {
      for argument in names where repositoryTypes[argument.scope].map({ $0 != "model" }) == true {
        dataSetNames.insert(source.string(in: argument.name))
      }
    }
    for argument in names
    where argument.argument == 0 && argument.label == nil
      && LoadedDataSets.callees.contains(where: { reads(code.scopes[argument.scope].callee, $0) })
    {
      loadedDataSets.insert(source.string(in: argument.name))
    }
    noteNamedRevisions()
    for argument in names where isPublishing(argument.scope) {
      published.insert(source.string(in: argument.name))
    }
    for argument in code.arguments where repositoryTypes[argument.scope] ?? "model" == "model" {
      guard let call = loadingCall(argument.scope, label: argument.label, argument: argument.argument) else { continue }
      let name = source.string(in: argument.name)
      // What everybody's entries are called, any literal may be.
      if argument.isKey, ModuleNames.isGeneral(name) { continue }
      followed[name, default: FollowedName(call.library, argument)].take(call.library)
      if !argument.isKey, loads.count < Self.mostLoads { loads.append(FollowedName(call.library, argument)) }
    }
    loads += entryLoads()
    if !loads.isEmpty { places = valuePlaces() }
    dataPlaces = LoadedDataSets.places(in: code, source)
  }

  private static let mostLoads = 200

  private func isAnnotation(_ scope: Int) -> Bool {
    code.scopes[scope].callee.map { KeyedCalls.annotations.contains(source.bytes.span, $0) } == true
  }

  /// `@ConfigProperty(name = "chat.model", defaultValue = "…")` of Java; `#[arg(long, default_value = "…")]` of Rust, where the
  /// field behind it says what it is.
  private mutating func annotate(_ literal: CodeLiteral, _ label: Range<Int>, _ scope: Int) {
    if reads(label, "name") || reads(label, "env") || reads(label, "names") {
      keys[scope] = literal.range
    } else if keys[scope] == nil, let field = field(behind: code.scopes[scope].range.upperBound) {
      keys[scope] = field
    }
  }

  /// The name of the field declared after `)]`.
  private func field(behind end: Int) -> Range<Int>? {
    let bytes = source.bytes
    guard end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
    var start = end + 1
    for _ in 0..<2 {
      while start < bytes.count, ASCII.isWhitespace(bytes[start]) { start += 1 }
      var stop = start
      while stop < bytes.count, ASCII.isWord(bytes[stop]) { stop += 1 }
      guard start < stop else { return nil }
      guard bytes[start..<stop].elementsEqual("pub".utf8) else { return start..<stop }
      start = stop
    }
    return nil
  }

  /// `help="…"` of a parser, and `field(default="…", metadata={"help": "…"})`.
  private mutating func help(_ literal: CodeLiteral, _ scope: Int) {
    guard Self.dataSet.containsAny(in: source.bytes.span.extracting(literal.range)) else { return }
    let call = code.scopes[scope].kind == .call ? scope : code.scopes[scope].parent
    if let call, code.scopes[call].kind == .call { dataSets.insert(call) }
  }

  private static let dataSet = NeedleSet(["dataset", "data set"], ignoresCase: true)

  private mutating func note(_ literal: CodeLiteral, _ label: Range<Int>, _ scope: Int) {
    if reads(label, "repo_type") {
      repositoryTypes[scope] = source.string(in: literal.range)
    } else if reads(label, "ofType") || reads(label, "withExtension") {
      resourceTypes[scope] = source.string(in: literal.range)
    } else if isRevision(label, of: scope) {
      revisions[scope] = source.string(in: literal.range)
    } else if reads(label, "hf_subset") {
      // `TaskConfig(hf_repo="owner/name", hf_subset="default")` of LightEval.
      dataSets.insert(scope)
    }
  }

  /// Whether a label of the loading call `scope` is that of the revision.
  private func isRevision(_ label: Range<Int>, of scope: Int) -> Bool {
    isLoading[scope]
      && calls.contains { call in call.revisionLabel.map { reads(label, $0) } == true && isCall(scope, of: call) }
  }

  /// The loading call whose options are the braces `scope`: `pipeline("task", "owner/name", {revision: "…"})`.
  private func optionsCall(_ scope: Int) -> Int? {
    guard code.scopes[scope].kind != .call, code.scopes[scope].callee == nil, let call = code.scopes[scope].parent,
      isLoading[call], source.bytes[code.scopes[scope].range.lowerBound] == UInt8(ascii: "{")
    else { return nil }
    return call
  }

  /// `revision=COMMIT`, where the file gives the name one value.
  private mutating func noteNamedRevisions() {
    var constants = FileConstants(code, source)
    for argument in code.arguments where revisions[argument.scope] == nil && !argument.isKey {
      guard let label = argument.label, isRevision(label, of: argument.scope) else { continue }
      revisions[argument.scope] = constants[source.string(in: argument.name)]
    }
  }

  /// Whether the word before the scope's bracket is that of a loading call.
  func isLoadingScope(_ scope: Int) -> Bool { isLoading[scope] }

  var hasLoadingCalls: Bool { isLoading.contains(true) }

  /// The loading call that the scope is, if what stands in this place of it is the model.
  func loadingCall(_ scope: Int, label: Range<Int>?, argument: Int) -> LoadingCall? {
    guard isLoading[scope] else { return nil }
    return calls.first { call in
      guard isCall(scope, of: call) else { return false }
      if let label { return call.labels.contains { reads(label, $0) } }
      return call.positions?.contains(argument) == true
    }
  }

  private func isCall(_ scope: Int, of call: LoadingCall) -> Bool {
    guard let callee = code.scopes[scope].callee, reads(callee, call.callee) else { return false }
    guard let qualifier = call.qualifier else { return true }
    var start = callee.lowerBound
    let bytes = source.bytes
    while start > 0, bytes[start - 1] == UInt8(ascii: ".") || bytes[start - 1] == UInt8(ascii: ":") { start -= 1 }
    guard start < callee.lowerBound, start >= qualifier.utf8.count else { return false }
    return bytes[start - qualifier.utf8.count..<start].elementsEqual(qualifier.utf8)
  }

  func isKeyed(_ scope: Int) -> Bool {
    code.scopes[scope].callee.map { KeyedCalls.callees.contains(source.bytes.span, $0) } == true
  }

  /// What the names around the literal say, from the nearest outwards. A label that says nothing, such as `revision`, also
  /// keeps a model's call or dictionary from saying that it holds the model. Through a call only what the literal is *not*
  /// reaches in: `model = load("…")` may load anything, but nothing in `datasets = [make(path="…")]` is a model.
  func meaning(_ literal: CodeLiteral) -> NameWords.Meaning {
    var label = literal.label
    var scope = literal.scope
    var isDirect = true
    var isOutside = literal.isKey
    // A repository is a model's unless something further out says otherwise.
    var sofar = NameWords.Meaning.nothing
    if !literal.isKey, let beside = nameBeside(literal) {
      switch meaning(of: beside) {
      case .other: return .other
      case .model, .settings: return .model
      case .repository: sofar = .repository
      case .nothing: break
      }
    }
    while true {
      switch meaning(of: label) {
      case .other: return .other
      case .model: return isOutside ? sofar : .model
      case .settings where isDirect: return isOutside ? sofar : .model
      case .settings: isOutside = true
      case .repository: if !isOutside { sofar = .repository }
      case .nothing: break
      }
      guard let current = scope.map({ code.scopes[$0] }), current.kind != .block || label == nil else { return sofar }
      if current.kind == .call {
        if isDirect, let key = scope.flatMap({ keys[$0] }), key != literal.range {
          switch meaning(of: key) {
          case .other: return .other
          case .model, .settings: return isOutside ? sofar : .model
          case .repository: sofar = .repository
          case .nothing: break
          }
        }
        // `model_name: str = Field(default="…")`
        let isDeclared =
          isDirect && label.map(isGeneral) != false
          && current.callee.map { KeyedCalls.declarations.contains(source.bytes.span, $0) } == true
        if isDeclared {
          isDirect = false
          label = current.label
          scope = current.parent
          continue
        }
        if let label, !isGeneral(label) { isOutside = true }
        switch meaning(of: current.callee) {
        case .other: return .other
        case .model, .settings: return isOutside ? sofar : .model
        case .repository: if !isOutside { sofar = .repository }
        case .nothing: break
        }
      }
      isOutside = isOutside || current.kind == .call || current.kind == .subscript
      isDirect = false
      label = current.label
      scope = current.kind == .block ? nil : current.parent
    }
  }

  /// Whether a name around the literal says that it is a data set, an image, code or a place on the disk.
  func isElsewhere(_ literal: CodeLiteral, _ words: NeedleSet = Self.elsewhere) -> Bool {
    var label = literal.label
    var scope = literal.scope
    while true {
      if says(label, words) { return true }
      guard let index = scope else { return false }
      if says(keys[index], words) || says(code.scopes[index].callee, words) { return true }
      guard code.scopes[index].kind != .block else { return false }
      label = code.scopes[index].label
      scope = code.scopes[index].parent
    }
  }

  /// Whether a name around the literal says that `text`, an owner's model by its name, is something else here.
  func isElsewhere(_ literal: CodeLiteral, naming text: String) -> Bool {
    let names = [literal.label, literal.scope.flatMap { keys[$0] }]
    if names.contains(where: { $0.map { NameWords.isModelFolder(source.bytes.span, $0) } == true }) {
      return isElsewhere(literal, Self.elsewhereButFolders)
    }
    // `_infer_image("Qwen/Qwen2-VL-2B-Instruct")`: no image has a size or a publisher's family in its name, or is on file.
    let isKnown = HubName.isKnownModel(text) && text.utf8.contains(where: ASCII.isDigit)
    let isModel = isKnown || HubName.hasModelMarks(text) || file.isListed(SlashName.withoutPrefix(text))
    return isElsewhere(literal, isModel ? Self.elsewhereButImages : Self.elsewhere)
  }

  private func says(_ name: Range<Int>?, _ words: NeedleSet) -> Bool {
    guard let name else { return false }
    return words.containsAny(in: source.bytes.span.extracting(name))
  }

  private static let otherPlaces = [
    "author", "cache", "container", "data", "docker", "ggml", "git", "output", "package", "push", "save", "space",
    "upload",
  ]
  private static let folders = ["dir", "folder"]
  static let elsewhere = NeedleSet(otherPlaces + folders + ["image"], ignoresCase: true)
  private static let elsewhereButImages = NeedleSet(otherPlaces + folders, ignoresCase: true)
  private static let elsewhereButFolders = NeedleSet(otherPlaces + ["image"], ignoresCase: true)

  /// Whether the literal is the image that a test starts: `new QdrantContainer("qdrant/qdrant")`, `DockerImageName.parse("…")`.
  func isImage(_ literal: CodeLiteral) -> Bool {
    guard let scope = literal.scope, literal.argument == 0, let callee = code.scopes[scope].callee else { return false }
    let name = source.bytes[callee]
    if name.last == UInt8(ascii: "r"), name.count > 9 {
      return name.suffix(9).elementsEqual("Container".utf8) && name.first.map(ASCII.isUpper) == true
        && !source.string(in: callee).contains("Model")
    }
    if name.elementsEqual("new".utf8) {
      return source.bytes[..<callee.lowerBound].suffix(14).elementsEqual("GenericImage::".utf8)
    }
    guard name.elementsEqual("parse".utf8) else { return false }
    return source.bytes[..<callee.lowerBound].suffix(16).elementsEqual("DockerImageName.".utf8)
  }

  /// Whether the call puts something onto the hub or the disk under the name: `push_to_hub("owner/name")`, also where the name is
  /// a constant that nothing loads.
  func isPublished(_ literal: CodeLiteral) -> Bool {
    if let scope = literal.scope, let callee = code.scopes[scope].callee,
      Self.publishing.contains(source.bytes.span, callee)
    {
      return true
    }
    guard !published.isEmpty, let label = literal.label else { return false }
    let name = source.string(in: label)
    return published.contains(name) && followed[name] == nil
  }

  private func isPublishing(_ scope: Int) -> Bool {
    code.scopes[scope].callee.map { Self.toHub.contains(source.bytes.span, $0) } == true
  }

  private static let toHub = WordTable(
    "create_repo push_to_hub push_to_hub_gguf push_to_hub_merged upload_file upload_folder upload_large_folder")

  private static let publishing = WordTable(
    "create_repo export export_model export_onnx save save_file save_model save_pretrained push_to_hub push_to_hub_gguf push_to_hub_merged upload_file upload_folder upload_large_folder"
  )

  /// Whether the nearest name is somebody's own for a thing that is not the model: `run_name`, `index_name`, `wandb_project`.
  /// So is what Ray Serve calls a deployment: `serve.run(app, name="qwen3-8b")`.
  func isOwnName(_ literal: CodeLiteral) -> Bool {
    if reads(literal.label, "name"), let callee = literal.scope.flatMap({ code.scopes[$0].callee }),
      source.bytes[..<callee.lowerBound].suffix(6).elementsEqual("serve.".utf8)
    {
      return true
    }
    if isTracked(literal) { return true }
    return [literal.label, literal.scope.flatMap { keys[$0] }].contains { name in
      name.map { SettingKeys.isOwnName(SettingKeys.fold(source.string(in: $0))) } == true
    }
  }

  /// `MISTRAL_ENDPOINT_NAME`: people call an endpoint after the model that it serves.
  func isEndpoint(_ literal: CodeLiteral) -> Bool {
    literal.label.map { SettingKeys.fold(source.string(in: $0)).hasSuffix("endpointname") } == true
  }

  /// `ollama.generateWithFormat("llama2", …)`: the first argument of what a client of Ollama's does.
  func isOllamaCall(_ literal: CodeLiteral) -> Bool {
    guard speaksOfOllama, literal.argument == 0, literal.label == nil, let scope = literal.scope,
      let callee = code.scopes[scope].callee, callee.lowerBound > 0,
      source.bytes[callee.lowerBound - 1] == UInt8(ascii: ".")
    else { return false }
    let client = source.bytes[..<(callee.lowerBound - 1)].suffix(40).reversed().prefix(while: ASCII.isWord)
    return SettingKeys.isOllama(ASCII.lowercased(String(decoding: client.reversed(), as: UTF8.self)))
  }

  /// Whether a repository that a name speaks of is one of the hub: `repo_id`, `hf_repo`, `hubRepo`.
  func isHubRepository(_ literal: CodeLiteral) -> Bool {
    let scope = literal.scope.map { code.scopes[$0] }
    for name in [literal.label, literal.scope.flatMap { keys[$0] }, scope?.callee, scope?.label] {
      guard let name, meaning(of: name) == .repository else { continue }
      let folded = SettingKeys.fold(source.string(in: name))
      if folded.contains("git") { return false }
      if Self.parts.contains(where: folded.hasPrefix) || Self.kinds.contains(where: { folded.contains($0) })
        || folded.contains("repoid") || folded.contains("hf")
        || folded.contains("hub") || file.speaksOfHub
      {
        return true
      }
    }
    return false
  }

  /// What a model is made of: `codec_repo`.
  private static let parts = ["backbone", "draft"]
  /// `fishCodecRepo`, `dacvaeRepo`, `textEncoderRepo`
  private static let kinds = ["codec", "decoder", "encoder", "vae", "vocoder"]

  /// Whether what a parser says of the argument is that it is a data set: `add_argument("--data", help="the dataset")`.
  func isDataSet(_ literal: CodeLiteral) -> Bool {
    literal.scope.map { dataSets.contains($0) } == true
  }

  /// `data_path = "owner/name"`, `DATA_ID`: the nearest name has the word in it.
  func saysData(_ literal: CodeLiteral) -> Bool {
    guard let label = literal.label else { return false }
    if !dataSetNames.isEmpty {
      let name = source.string(in: label)
      if dataSetNames.contains(name), followed[name] == nil { return true }
    }
    return source.string(in: label).split(separator: "_").contains { ["data", "dataset"].contains($0.lowercased()) }
  }

  /// `base: "flux2"`, `"Starcoder2ForCausalLM": "StarCoder2"`, `ChatTemplateConfig(model_name="llava-v1")`: of what kind a model is,
  /// not which one.
  func saysKind(_ literal: CodeLiteral) -> Bool {
    let bytes = source.bytes
    guard !bytes[literal.range].contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }) else {
      return false
    }
    if let callee = literal.scope.flatMap({ code.scopes[$0].callee }),
      Self.templates.containsAny(in: bytes.span.extracting(callee))
    {
      return true
    }
    // `"Phi4ForCausalLM": ("phi4", "Phi4ForCausalLM")`
    let labels = [literal.label, literal.scope.flatMap { code.scopes[$0].label }].compactMap(\.self)
    if labels.contains(where: { Self.classes.containsAny(in: bytes.span.extracting($0)) }) { return true }
    // `writer.add_tokenizer_model("gpt2")` of GGUF.
    if reads(literal.scope.flatMap { code.scopes[$0].callee }, "add_tokenizer_model") { return true }
    guard let label = literal.label else { return false }
    // `qwen2Tokenizer = "qwen2"`
    if SettingKeys.fold(source.string(in: label)) == SettingKeys.fold(source.string(in: literal.range)) + "tokenizer" {
      return true
    }
    guard reads(label, "base") else { return false }
    let words = ModelWords(source.string(in: literal.range))
    return !words.hasSize && !words.hasFormat && !words.hasVariant
  }

  /// Whether the label is the literal's own word, or a name in quotes that goes on from it: `{"mistral-v0.1-7b": "mistral"}`.
  func isShortFor(_ literal: CodeLiteral) -> Bool {
    guard let label = literal.label, label.lowerBound > 0 else { return false }
    let (name, word) = (SettingKeys.fold(source.string(in: label)), SettingKeys.fold(source.string(in: literal.range)))
    if name == word { return true }
    return "\"'".utf8.contains(source.bytes[label.lowerBound - 1]) && name.hasPrefix(word)
  }

  private static let templates = NeedleSet(["chattemplate", "chat_template"], ignoresCase: true)
  private static let classes = NeedleSet(["ForCausalLM", "ForConditionalGeneration"])

  /// `repo_id = "owner/name"` where `load_dataset(self.repo_id)` stands in the file and nothing loads a model by that name.
  func isLoadedDataSet(_ literal: CodeLiteral) -> Bool {
    if dataPlaces?.load(of: literal) != nil { return placed(literal) == nil }
    guard !loadedDataSets.isEmpty, let label = literal.label else { return false }
    let name = source.string(in: label)
    return loadedDataSets.contains(name) && followed[name] == nil
  }

  /// `Client("owner/name")` of gradio, whose names are those of Spaces.
  func isSpace(_ literal: CodeLiteral) -> Bool {
    guard speaksOfGradio, let scope = literal.scope, let callee = code.scopes[scope].callee,
      literal.argument == 0 && literal.label == nil || reads(literal.label, "src")
    else { return false }
    if reads(callee, "Client") { return true }
    // `Client.connect("owner/name")`
    return Self.clients.contains(source.bytes.span, callee)
      && source.bytes[..<callee.lowerBound].suffix(7).elementsEqual("Client.".utf8)
  }

  private static let clients = WordTable("Client connect duplicate", ignoresCase: false)
  private static let gradio = NeedleSet(["gradio"])

  /// Whether the nearest name is about an address, which some give as `owner/name`.
  func isAddress(_ literal: CodeLiteral) -> Bool {
    [literal.label, literal.scope.flatMap { keys[$0] }].contains { name in
      guard let name else { return false }
      let text = ASCII.lowercased(source.string(in: name))
      return text.hasSuffix("uri") || text.hasSuffix("url")
    }
  }

  /// Whether the literal stands in a call directly, and no first argument says what it is.
  func isPlainCall(_ literal: CodeLiteral) -> Bool {
    guard let scope = literal.scope else { return false }
    return code.scopes[scope].kind == .call && keys[scope] == nil
  }

  /// Whether the call takes or gives what goes with a model, as `get_model_info(…)` says.
  func isSettingsCall(_ literal: CodeLiteral) -> Bool {
    literal.scope.map { meaning(of: code.scopes[$0].callee) } == .settings
  }

  func meaning(of name: Range<Int>?) -> NameWords.Meaning {
    name.map { NameWords.meaning(of: source.bytes.span, $0) } ?? .nothing
  }

  func isGeneral(_ label: Range<Int>) -> Bool {
    NameWords.general.contains(source.bytes.span, label)
  }

  func reads(_ name: Range<Int>?, _ word: String) -> Bool {
    guard let name, name.count == word.utf8.count else { return false }
    return source.bytes[name].elementsEqual(word.utf8)
  }
}
