internal import ProvisoCore
internal import ProvisoKnowledge

/// Finds the model that a sentence calls open source.
///
/// A sentence fires where its grammar ties the claim to a model: the model is what "is open source" is said of, or the
/// words stand right before the model's name or before "model". "An open-source app built on Llama" claims nothing of Llama.
struct OpennessSubjects {
  private let models: [ResolvedModel]
  private let localModels: [String: ResolvedModel]
  private let library: LicenseLibrary

  init(models: [ResolvedModel], library: LicenseLibrary) {
    self.models = models
    self.library = library
    let locals = models.filter(\.isLocal).map { ($0.name.id, $0) }
    localModels = Dictionary(locals) { first, _ in first }
  }

  func resolve(_ statements: [OpennessStatement]) -> [ResolvedStatement] {
    guard !statements.isEmpty else { return [] }
    // Only names whose first word stands in a sentence can stand there.
    let sentences = statements.map { OpennessSentence($0.sentence, phrase: $0.phrase) }
    let words = sentences.map(\.words)
    let names = Dictionary(grouping: self.names(beginningWith: words.reduce(into: []) { $0.formUnion($1) })) {
      Self.firstWord($0.words)
    }
    return statements.indices.compactMap { index in
      let (statement, sentence) = (statements[index], sentences[index])
      let candidates = words[index].flatMap { names[$0] ?? [] }.sorted(by: Name.isLonger)
      for name in candidates where sentence.claims(opennessOf: name.words) {
        return ResolvedStatement(
          statement: statement, subject: name.display, license: name.applicable.license, model: name.model,
          isOpenSourceAI: name.model.map { ModelAccess.isOpenSourceAI($0.id) } ?? false)
      }
      return ownModel(statement, sentence)
    }
  }

  private struct Name {
    /// As a message prints it.
    var display: String
    /// Lower case, `-` and `_` as blanks.
    var words: String
    var applicable: ApplicableLicense
    var model: ModelName?

    static func isLonger(_ one: Self, _ other: Self) -> Bool {
      (other.words.utf8.count, one.words, one.applicable.license.id, one.model?.id ?? "", one.display)
        < (one.words.utf8.count, other.words, other.applicable.license.id, other.model?.id ?? "", other.display)
    }
  }

  /// An id without its owner, or the last folder of a path.
  private static func short(_ id: String) -> String {
    guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return id }
    let name = id[id.utf8.index(after: slash)...]
    return name.isEmpty ? id.split(separator: "/").last.map(String.init) ?? id : String(name)
  }

  private static func firstWord(_ words: String) -> String {
    words.utf8.firstIndex(of: UInt8(ascii: " ")).map { String(words[..<$0]) } ?? words
  }

  /// "This model is open source" on a card speaks of the model that lies there.
  private func ownModel(_ statement: OpennessStatement, _ sentence: OpennessSentence) -> ResolvedStatement? {
    guard let model = localModels[statement.directory],
      let license = model.applicableLicenses.first?.license
    else { return nil }
    for words in ["this model", "the model", "our model", "these models", "the weights", "these weights"]
    where sentence.claims(opennessOf: words) {
      return ResolvedStatement(statement: statement, subject: words, license: license, model: model.name)
    }
    return nil
  }

  /// Ids of the models of the scan and their short names, then the lines of models that everybody names without an id;
  /// longer names first, since they say more.
  private func names(beginningWith first: Set<String>) -> [Name] {
    var names: [Name] = []
    for model in models {
      var folded = Set([model.name.id, Self.short(model.name.id)] + model.declaredNames.map(\.name))
        .filter { $0.utf8.count >= 4 }.map { (display: $0, words: OpennessSentence.fold($0)) }
        .filter { first.contains(Self.firstWord($0.words)) }
      guard !folded.isEmpty || mayBeOfLine(model, first), let applicable = model.applicableLicenses.first else {
        continue
      }
      folded += lineNames(of: model, applicable.license).map { (display: $0, words: OpennessSentence.fold($0)) }
      names += folded.map { Name(display: $0.display, words: $0.words, applicable: applicable, model: model.name) }
    }
    for (display, id) in Self.lines {
      let words = OpennessSentence.fold(display)
      guard first.contains(Self.firstWord(words)), let license = library.license(id) else { continue }
      let model = models.first { OpennessSentence.names(words, in: OpennessSentence.fold(Self.short($0.name.id))) }
      names.append(
        Name(display: display, words: words, applicable: ApplicableLicense(license: license), model: model?.name))
    }
    return names
  }

  /// Whether the first word of the model's name stands in a sentence.
  private func mayBeOfLine(_ model: ResolvedModel, _ first: Set<String>) -> Bool {
    first.contains(Self.firstWord(OpennessSentence.fold(Self.short(model.name.id))))
  }

  /// The names of the line of a model whose license is no open one, where nothing that its publisher says of the line is.
  private func lineNames(of model: ResolvedModel, _ license: License) -> [String] {
    guard model.name.registry == .huggingface, license.openness.osd == .fail else { return [] }
    return LineNames.of(model.name.id).filter { line in
      self.library.license(line.license).map { $0.openness.osd == .fail } ?? true
    }.map(\.name)
  }

  /// Lines of models under one license each, as prose names them.
  private static let lines: [(String, String)] = [
    ("Llama 2", "llama2"), ("Llama 3", "llama3"), ("Llama 3.1", "llama3.1"), ("Llama 3.2", "llama3.2"),
    ("Llama 3.3", "llama3.3"), ("Llama 4", "llama4"), ("Llama2", "llama2"), ("Llama3", "llama3"),
    ("Gemma 2", "gemma"), ("Gemma 3", "gemma"), ("Gemma 3n", "gemma"),
    ("FLUX.1 dev", "flux-1-dev-non-commercial-license"),
    ("Stable Diffusion 3", "stabilityai-ai-community"), ("Stable Diffusion 3.5", "stabilityai-ai-community"),
    ("Stable Diffusion XL", "openrail++"), ("SDXL", "openrail++"), ("Stable Diffusion 1.5", "creativeml-openrail-m"),
    ("Stable Diffusion v1.5", "creativeml-openrail-m"), ("SDXL Turbo", "sdxl-turbo-nc"),
    ("Stable Video Diffusion", "stable-video-diffusion-nc"), ("Stable Cascade", "stability-ai-nc"),
    ("FLUX.1 Kontext dev", "flux-1-dev-non-commercial-license"), ("FLUX.2 dev", "flux-dev-non-commercial-license"),
    ("CodeLlama", "llama2"), ("CodeGemma", "gemma"), ("PaliGemma", "gemma"),
    ("MedGemma", "health-ai-developer-foundations"), ("DBRX", "databricks-open-model-license"),
    ("Falcon 180B", "falcon-180b-tii"), ("EXAONE 3.5", "exaone-1.1-nc"), ("EXAONE 4.0", "exaone-1.2-nc"),
    ("DINOv3", "dinov3-license"), ("HunyuanVideo", "tencent-hunyuan-community"), ("MusicGen", "cc-by-nc-4.0"),
    ("StarCoder", "bigcode-openrail-m"), ("StarCoder2", "bigcode-openrail-m"),
  ]
}
