internal import ProvisoCore
internal import ProvisoKnowledge

/// Finds the model that a sentence calls open source.
///
/// A sentence fires where its grammar ties the claim to a model: the model is what "is open source" is said of, or the
/// words stand right before the model's name or before "model". "An open-source app built on Llama" claims nothing of Llama.
struct OpennessSubjects {
  private let models: [ResolvedModel]
  private let library: LicenseLibrary

  init(models: [ResolvedModel], library: LicenseLibrary) {
    self.models = models
    self.library = library
  }

  func resolve(_ statements: [OpennessStatement]) -> [ResolvedStatement] {
    guard !statements.isEmpty else { return [] }
    let names = self.names()
    return statements.compactMap { statement in
      let sentence = OpennessSentence(statement.sentence, phrase: statement.phrase)
      for name in names where sentence.claims(opennessOf: name.words) {
        return ResolvedStatement(
          statement: statement, subject: name.words, license: name.license, model: name.model)
      }
      return ownModel(statement, sentence)
    }
  }

  private struct Name {
    /// Lower case, `-` and `_` as blanks.
    var words: String
    var license: License
    var model: ModelName?
  }

  /// "This model is open source" on a card speaks of the model that lies there.
  private func ownModel(_ statement: OpennessStatement, _ sentence: OpennessSentence) -> ResolvedStatement? {
    guard let model = models.first(where: { $0.name == .local(statement.directory) }),
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
      let short = model.name.id.split(separator: "/").last.map(String.init) ?? model.name.id
      for name in Set([model.name.id, short] + model.declaredNames.map(\.name)) where name.utf8.count >= 4 {
        names.append(Name(words: OpennessSentence.fold(name), license: license, model: model.name))
      }
    }
    for (words, id) in Self.lines {
      guard let license = library.license(id) else { continue }
      let model = models.first { OpennessSentence.fold($0.name.id).contains(words) }
      names.append(Name(words: words, license: license, model: model?.name))
    }
    return names.sorted { ($1.words.utf8.count, $0.words) < ($0.words.utf8.count, $1.words) }
  }

  /// Lines of models under one license each, as prose names them.
  private static let lines: [(String, String)] = [
    ("llama 2", "llama2"), ("llama 3", "llama3"), ("llama 3.1", "llama3.1"), ("llama 3.2", "llama3.2"),
    ("llama 3.3", "llama3.3"), ("llama 4", "llama4"), ("llama2", "llama2"), ("llama3", "llama3"),
    ("gemma 2", "gemma"), ("gemma 3", "gemma"), ("gemma 3n", "gemma"),
    ("flux.1 dev", "flux-1-dev-non-commercial-license"), ("flux.1 [dev]", "flux-1-dev-non-commercial-license"),
    ("stable diffusion 3", "stabilityai-ai-community"), ("stable diffusion 3.5", "stabilityai-ai-community"),
    ("stable diffusion xl", "openrail++"), ("sdxl", "openrail++"), ("stable diffusion 1.5", "creativeml-openrail-m"),
    ("stable diffusion v1.5", "creativeml-openrail-m"),
  ]
}
