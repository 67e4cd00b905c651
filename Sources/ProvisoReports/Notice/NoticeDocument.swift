package import ProvisoCore

/// What the licenses in use ask to be said, license by license, before it takes a format.
package struct NoticeDocument: Sendable {
  /// One license, and the models that stand under it.
  package struct Section: Sendable {
    package var license: License
    /// Ids and folders, in order.
    package var models: [Model]
    /// The text of the license, from a file of the tree; nil where none is there.
    package var text: String?

    package init(license: License, models: [Model], text: String? = nil) {
      self.license = license
      self.models = models
      self.text = text
    }
  }

  package struct Model: Sendable, Hashable {
    package var name: ModelName
    /// True where the model itself was made from one under this license.
    package var isDerivative: Bool
    /// The models under this license that it was made from.
    package var bases: [ModelName]

    package init(name: ModelName, isDerivative: Bool = false, bases: [ModelName] = []) {
      self.name = name
      self.isDerivative = isDerivative
      self.bases = bases
    }
  }

  /// In order of the licenses' names.
  package var sections: [Section]
  /// Models whose license is not known, or has no terms on file: nobody can say what they ask.
  package var unknown: [ModelName]

  package init(sections: [Section], unknown: [ModelName] = []) {
    self.sections = sections
    self.unknown = unknown
  }
}

extension NoticeDocument.Section {
  /// The sentence that has to go along. Outputs have one of their own, which is for who passes outputs on.
  package var sentence: String? {
    license.terms.noticeAppliesTo == .outputs ? nil : license.terms.noticeText.value
  }

  /// The words that have to be shown: not where only derivatives owe them and none is there, nor where a file does not do for them
  /// or they hang on a number.
  package var display: String? {
    let terms = license.terms
    if terms.isDisplayOfInterface || terms.thresholds.contains(where: { $0.effect == .display }) { return nil }
    switch terms.displayAppliesTo {
    case nil, .commercialUse: return terms.display.value
    case .derivatives: return models.contains(where: \.isDerivative) ? terms.display.value : nil
    case .multimodalModels, .outputs, .unmodifiedCopies: return nil
    }
  }

  /// One sentence on the uses that are restricted, with the place where they are listed.
  package var restrictions: String? {
    guard license.terms.restrictionsFlowDown.value == true, let place = license.terms.acceptableUse.value else {
      return nil
    }
    return place.hasPrefix("http")
      ? "Use of these models is subject to the use policy at \(place)"
      : "Use of these models is subject to the use restrictions of the \(license.nameAfterArticle), Attachment A or the like."
  }

  /// One sentence for words that no file of notices shows.
  package var missingDisplay: String? {
    let terms = license.terms
    guard terms.isDisplayOfInterface, let words = terms.display.value else { return nil }
    let isNumbered = terms.thresholds.contains { $0.effect == .display }
    let clause = terms.display.clause.map { " (\($0))" } ?? ""
    let product = "a commercial product\(isNumbered ? " above the license's numbers" : "")"
    return "To be shown in the user interface of \(product): \"\(words)\"\(clause)."
  }

  /// One sentence for words that are not in the file, since only some uses of the models owe them: whoever runs the command is told, as
  /// nobody who reads the file is to be told of uses that there may not be.
  package var owedDisplay: String? {
    let terms = license.terms
    guard display == nil, missingDisplay == nil, let words = terms.display.value else { return nil }
    let clause = terms.display.clause.map { " (\($0))" } ?? ""
    return
      "The \(license.name) asks that \"\(words)\" be shown \(owing)\(clause), and the notice does not have the words: add them there."
  }

  /// Which uses owe the words.
  private var owing: String {
    if license.terms.thresholds.contains(where: { $0.effect == .display }) { return "above its numbers" }
    switch license.terms.displayAppliesTo {
    case .derivatives: return "with what is made from its models"
    case .multimodalModels: return "with its multimodal models"
    case .outputs: return "with outputs of its models"
    case .commercialUse, .unmodifiedCopies, nil: return "with its models"
    }
  }

  /// What is left to do where the file alone does not do what the license asks.
  package var missing: [String] { [missingDisplay, missingText].compactMap(\.self) }

  /// One sentence for a text that has to go along and was not found.
  package var missingText: String? {
    guard license.terms.licenseCopy.value == true, text == nil else { return nil }
    let address = license.url.map { ", from \($0)" } ?? ""
    return "To be added: the text of the \(license.nameAfterArticle)\(address). The license asks that it go along."
  }

  /// `acme/tune, made from meta-llama/Llama-3.1-8B`.
  package var modelLines: [String] {
    models.map { model in
      let name = model.name.id == "." ? "the model in this folder" : model.name.id
      let address = model.name.address.map { " (\($0))" } ?? ""
      let bases = model.bases.isEmpty ? "" : ", made from \(model.bases.map(\.id).joined(separator: ", "))"
      return name + address + bases
    }
  }

  /// The license's name with its address or SPDX identifier.
  package var licenseLine: String {
    let spdx = license.spdx.hasPrefix("LicenseRef-") ? "" : " [\(license.spdx)]"
    return license.name + spdx + (license.url.map { " (\($0))" } ?? "")
  }
}

extension ModelName {
  /// Where the model is published, for registries whose addresses follow from ids.
  fileprivate var address: String? {
    switch registry {
    case .huggingface: id.contains("/") ? "https://huggingface.co/\(id)" : nil
    case .ollama: "https://ollama.com/library/\(id)"
    default: nil
    }
  }
}
