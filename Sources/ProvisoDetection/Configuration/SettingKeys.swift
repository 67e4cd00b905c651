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

  static func meaning(of key: String) -> Meaning {
    let folded = fold(key)
    if let known = exact[folded] { return known }
    switch NameWords.meaning(of: key.utf8) {
    case .model, .settings: return isOutput(folded) ? .skipped : .model
    case .repository: return .repository
    case .other:
      if folded.contains("dataset") { return .dataset }
      return folded.contains("model") && (folded.hasSuffix("url") || folded.hasSuffix("uri")) ? .model : .nothing
    case .nothing: return modelEndings.contains { folded.hasSuffix($0) } ? .model : .nothing
    }
  }

  /// Whether the key's words say that it is about speech recognition, whose models have short names of their own.
  static func isSpeech(_ keys: [SettingKey]) -> Bool {
    keys.contains { $0.folded.hasPrefix("asr") || $0.folded.contains("whisper") }
  }

  static func isOllama(_ keys: [SettingKey]) -> Bool {
    keys.contains { $0.folded.contains("ollama") }
  }

  /// Lower case, without all that is no letter or digit: `model_name`, `ModelName` and `MODEL-NAME` are one.
  static func fold(_ key: String) -> String {
    String(
      decoding: key.utf8.lazy.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }
        .map { ASCII.isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// What is written, served or shown, not what is loaded.
  private static func isOutput(_ folded: String) -> Bool {
    outputs.contains { folded.contains($0) }
  }

  private static let outputs = [
    "hubmodelid", "output", "save", "served", "push", "export", "modeltype", "modelclass",
    "modelfamily", "modelformat",
    "modeldir", "modelversion", "modelmax", "modelarch", "modelparallel", "modelserver",
    "modelcard", "modelhash",
    "modelsha", "modellicense", "modelprovider", "modelsize", "modeldescription",
  ]

  /// `ada_embedding`, `judge_llm`.
  private static let modelEndings = [
    "llm", "embedding", "embeddings", "embedder", "reranker", "deployment", "deploymentname",
    "deploymentid", "hfrepo",
    "hfid", "ckpt", "adapternameorpath", "visiontower", "lora", "draft", "storageuri", "llmname",
  ]

  private static let exact: [String: Meaning] = table([
    .base: """
    basemodel modelnameorpath pretrainedmodelnameorpath basemodelnameorpath basemodelname basemodelid basemodelpath
    """,
    .model: """
    model models llm llms engine engines tokenizer tokenizernameorpath unet vae textencoder adapter adapters
    loraadapter pretrained pretrainednameorpath weights parameters litellmparams modelparams
    """,
    .repository: "repo repoid repository hub hubid",
    .dataset: """
    dataset datasets datasetname datasetid datasetpath datasetnameorpath traindataset evaldataset testdatasets trainset
    hfhuburl mshuburl omhuburl hfdatasetid hfdataset pretrainingdataset pretrainingdatasets calibrationdataset evaluationdataset
    """,
    .command: """
    run script scripts command commands cmd cmds args arguments argument entrypoint beforescript afterscript exec execstart
    execstartpre shell userdata setup onstart postcreatecommand poststartcommand updatecontentcommand runcmd startupscript
    postinstall prestart startcommand installcommand buildcommand extraargs lifecycle customdata
    """,
    .image: "image images baseimage imagename imageuri container containerimage dockerimage",
    .skipped: """
    uses schema ref license licenses version apiversion kind template chattemplate architectures architecture tokenizerclass
    outputdir savedir hubmodelid servedmodelname servedmodelnames wandbname wandbproject runname project homepage icon author
    authors resolved integrity keywords prompt systemprompt reponame repourl arch backbone slug
    """,
    .barred: """
    labels annotations matchlabels selector nodeselector dependencies devdependencies peerdependencies optionaldependencies
    messages tags
    """,
    .general:
      "default id name path value values key uri source from defaultvalue key0 primary main fallback list enabled url urls",
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
