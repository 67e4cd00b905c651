internal import ProvisoText

/// What a key of a configuration says of the value under it.
enum SettingKeys {
  enum Meaning: Sendable, Hashable {
    case model
    /// The model that a training or a merge starts from.
    case base
    /// A repository, which may be a model's.
    case repository
    case dataset
    /// A command line, or a list of its words.
    case command
    /// Containers are named like models; only Docker's own models are named there.
    case image
    /// Its own value names no model in use; what lies deeper may.
    case skipped
    /// Nothing under it names a model in use, however deep.
    case barred
    /// Says nothing; what is further out counts.
    case general
    case nothing
  }

  static func meaning(of key: String) -> Meaning { meaning(of: key, fold(key)) }

  /// - Parameter folded: ``fold(_:)`` of `key`.
  static func meaning(of key: String, _ folded: String) -> Meaning {
    if isGroup(key) { return .skipped }
    if let known = exact.index(of: folded.utf8.span, 0..<folded.utf8.count) { return exactMeanings[known] }
    if isOwnName(folded) || folded.hasPrefix("tokenizerggml") { return .skipped }
    if folded.hasPrefix("license") { return .skipped }
    if ExclusionNames.isOne(folded) { return .barred }
    if isWritten(folded) || isCode(folded) { return .skipped }
    if isCommand(folded) { return .command }
    if folded.hasSuffix("image") { return .image }
    switch NameWords.meaning(of: key) {
    case .model, .settings: return isOutput(folded) ? .skipped : .model
    case .repository: return .repository
    case .other:
      if folded.contains("dataset") { return .dataset }
      return folded.contains("model") && (folded.hasSuffix("url") || folded.hasSuffix("uri")) ? .model : .nothing
    case .nothing: return modelEndings.contains { folded.hasSuffix($0) } ? .model : .nothing
    }
  }

  /// `/model: lm/small`, `override /model/scale: large` of Hydra: a file of the configuration.
  private static func isGroup(_ key: String) -> Bool {
    key.utf8.first == UInt8(ascii: "/") && key.utf8.count > 1 || key.hasPrefix("override ")
  }

  /// Whether the key is somebody's own name for a thing that is not the model.
  /// - Parameter folded: ``fold(_:)`` of the key.
  static func isOwnName(_ folded: String) -> Bool {
    folded.hasPrefix("wandb") || ownNames.contains { folded.hasSuffix($0) }
  }

  /// `save_path`: where a run leaves what it makes.
  private static func isWritten(_ folded: String) -> Bool {
    guard let verb = writing.first(where: folded.hasPrefix) else { return false }
    return places.contains(folded.dropFirst(verb.count))
  }

  private static let writing = ["save", "saving", "export", "dump", "write"]
  private static let places = WordTable("as dir directory file filename folder name path to topath")

  /// `model_py_path`: where the code of a model lies.
  private static func isCode(_ folded: String) -> Bool { codes.contains { folded.hasSuffix($0) } }

  private static let codes = ["pypath", "pyfile", "modulepath", "importpath", "classpath", "scriptpath"]

  private static let ownNames = [
    "indexname", "runname", "projectname", "experimentname", "endpointname", "collectionname", "jobname", "tablename",
    "namespace", "branch",
  ]

  /// `build_commands`, `launch_command`, `pre_script`
  private static func isCommand(_ folded: String) -> Bool {
    commandEndings.contains { folded.hasSuffix($0) } && !writings.contains { folded.hasSuffix($0) }
  }

  private static let commandEndings = ["command", "commands", "cmd", "cmds", "script", "scripts"]
  /// What ends in `script` and is none.
  private static let writings = [
    "javascript", "manuscript", "subscript", "superscript", "transcript", "transcripts", "typescript",
  ]

  /// Whether a value under `key` may be a name that would mean nothing elsewhere, or a command.
  static func mayAsk(_ key: String) -> Bool {
    let folded = fold(key)
    return asking.contains(folded) || isCommand(folded) || libraries.containsAny(in: key.utf8.span)
  }

  /// The keys whose meaning is a base or a command.
  private static let asking = WordTable(meanings.filter { $0.value == .command || $0.value == .base }.map(\.key))
  private static let libraries = NeedleSet(["asr", "whisper", "ollama"], ignoresCase: true)

  /// Whether the key's words say that it is about speech recognition, whose models have short names of their own.
  static func isSpeech(_ keys: [SettingKey]) -> Bool {
    keys.contains { isSpeech($0.folded) }
  }

  static func isSpeech(_ folded: String) -> Bool {
    folded.hasPrefix("asr") || whisper.containsAny(in: folded.utf8.span)
  }

  static func isOllama(_ keys: [SettingKey]) -> Bool {
    keys.contains { isOllama($0.folded) }
  }

  static func isOllama(_ folded: String) -> Bool { ollama.containsAny(in: folded.utf8.span) }

  private static let whisper = NeedleSet(["whisper"])
  private static let ollama = NeedleSet(["ollama"])

  /// Lower case, without all that is no letter or digit: `model_name`, `ModelName` and `MODEL-NAME` are one.
  static func fold(_ key: String) -> String {
    if key.utf8.allSatisfy({ $0 != 0 && folded[Int($0)] == $0 }) { return key }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(key.utf8.count)
    for byte in key.utf8 where folded[Int(byte)] != 0 { bytes.append(folded[Int(byte)]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A letter in lower case, a digit as it is, and 0 for the rest.
  private static let folded: [UInt8] = (0..<256).map { byte in
    let byte = UInt8(byte)
    return ASCII.isLetter(byte) || ASCII.isDigit(byte) ? ASCII.lowercased(byte) : 0
  }

  /// What is written, served or shown, not what is loaded.
  private static func isOutput(_ folded: String) -> Bool {
    outputs.containsAny(in: folded.utf8.span)
  }

  private static let outputs = NeedleSet([
    "hubmodelid", "output", "save", "served", "push", "export", "modeltype", "modelclass",
    "modelfamily", "modelformat",
    "modeldir", "modelversion", "modelmax", "modelarch", "modelparallel", "modelserver",
    "modelcard", "modelcategory", "modelhash",
    "modelsha", "modellicense", "modelprovider", "modelsize", "modeldescription",
  ])

  /// `ada_embedding`, `judge_llm`.
  private static let modelEndings = [
    "llm", "embedding", "embeddings", "embedder", "reranker", "deployment", "deploymentname",
    "deploymentid", "hfrepo",
    "hfid", "ckpt", "openaiengine", "llmengine", "adapternameorpath", "visiontower", "lora", "draft",
    "llmname",
  ]

  private static let exact = WordTable(meanings.keys)
  /// In the order of ``exact``.
  private static let exactMeanings = exact.words.map { meanings[$0] ?? .nothing }
  private static let meanings: [String: Meaning] = table([
    .base: """
    basemodel modelnameorpath pretrainedmodelnameorpath basemodelnameorpath basemodelname basemodelid basemodelpath
    """,
    .model: """
    model models llm llms engine engines tokenizer tokenizernameorpath unet vae textencoder adapter adapters
    loraadapter pretrained pretrainednameorpath preset weights parameters litellmparams modelparams storageuri
    """,
    .repository: "repo repoid repository reponame hub hubid modelversion chattemplatepath",
    .dataset: """
    dataset datasets datasetname datasetid datasetpath datasetnameorpath traindataset evaldataset testdatasets trainset
    hfhuburl mshuburl omhuburl hfdatasetid hfdataset pretrainingdataset pretrainingdatasets calibrationdataset evaluationdataset
    mixer mixerlist datamixer datamix
    """,
    .command: """
    run script scripts command commands cmd cmds args arguments argument entrypoint beforescript afterscript exec execstart
    execstartpre shell userdata setup onstart postcreatecommand poststartcommand updatecontentcommand runcmd startupscript
    postinstall prestart startcommand installcommand buildcommand extraargs lifecycle customdata inline tasks processes
    """,
    .image: "image images baseimage imagename imageuri container containerimage dockerimage",
    .skipped: """
    uses schema ref license licenses version apiversion kind template chattemplate architectures architecture generalarchitecture tokenizerclass
    outputdir savedir hubmodelid servedmodelname servedmodelnames wandbname wandbproject runname project homepage icon author
    authors resolved integrity keywords prompt systemprompt repourl slug
    """,
    .barred: """
    labels annotations matchlabels selector nodeselector dependencies devdependencies peerdependencies optionaldependencies
    messages tags
    """,
    .general:
      "default id name nameorpath path value values key uri source from defaultvalue key0 primary main fallback list enabled url urls",
  ])

  private static func table(_ words: [Meaning: String]) -> [String: Meaning] {
    var table: [String: Meaning] = [:]
    for (meaning, words) in words {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table[String(word)] = meaning
      }
    }
    return table
  }
}
