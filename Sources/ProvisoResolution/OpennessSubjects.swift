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
    let names = Dictionary(grouping: self.names()) { Self.firstWord($0.words) }
    return statements.compactMap { statement in
      let sentence = OpennessSentence(statement.sentence, phrase: statement.phrase)
      // Only names whose first word stands in the sentence can stand there.
      let candidates = sentence.words.flatMap { names[$0] ?? [] }.sorted(by: Name.isLonger)
      for name in candidates where sentence.claims(opennessOf: name.words) {
        return ResolvedStatement(
          statement: statement, subject: name.display, license: name.license, model: name.model,
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
    var license: License
    var model: ModelName?

    static func isLonger(_ one: Self, _ other: Self) -> Bool {
      (other.words.utf8.count, one.words, one.license.id, one.model?.id ?? "", one.display)
        < (one.words.utf8.count, other.words, other.license.id, other.model?.id ?? "", other.display)
    }
  }

  /// An id without its owner, or the last folder of a path.
  private static func short(_ id: String) -> String {
    id.split(separator: "/").last.map(String.init) ?? id
  }

  private static func firstWord(_ words: String) -> String {
    String(words.prefix { $0 != " " })
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
  private func names() -> [Name] {
    var names: [Name] = []
    for model in models {
      guard let license = model.applicableLicenses.first?.license else { continue }
      for name in Set([model.name.id, Self.short(model.name.id)] + model.declaredNames.map(\.name))
      where name.utf8.count >= 4 {
        names.append(
          Name(display: name, words: OpennessSentence.fold(name), license: license, model: model.name))
      }
    }
    let shorts = models.map { (name: $0.name, words: OpennessSentence.fold(Self.short($0.name.id))) }
    for (display, id) in Self.lines {
      guard let license = library.license(id) else { continue }
      let words = OpennessSentence.fold(display)
      let model = shorts.first { OpennessSentence.names(words, in: $0.words) }
      names.append(Name(display: display, words: words, license: license, model: model?.name))
    }
    return names
  }

  /// Lines of models under one license each, as prose names them.
  private static let lines: [(String, String)] = [
    ("Llama 2", "llama2"), ("Llama 3", "llama3"), ("Llama 3.1", "llama3.1"), ("Llama 3.2", "llama3.2"),
    ("Llama 3.3", "llama3.3"), ("Llama 4", "llama4"), ("Llama2", "llama2"), ("Llama3", "llama3"),
    ("Gemma 2", "gemma"), ("Gemma 3", "gemma"), ("Gemma 3n", "gemma"),
    ("FLUX.1 dev", "flux-1-dev-non-commercial-license"),
    ("Stable Diffusion 3", "stabilityai-ai-community"), ("Stable Diffusion 3.5", "stabilityai-ai-community"),
    ("Stable Diffusion XL", "openrail++"), ("SDXL", "openrail++"), ("Stable Diffusion 1.5", "creativeml-openrail-m"),
    ("Stable Diffusion v1.5", "creativeml-openrail-m"),
  ]
}
