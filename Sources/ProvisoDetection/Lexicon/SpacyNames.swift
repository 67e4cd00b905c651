internal import ProvisoCore

/// spaCy's pipelines: `en_core_web_sm`, and the packages of their releases.
enum SpacyNames {
  static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "_")
    guard parts.count == 4, let size = parts.last, let language = parts.first else { return false }
    return ["sm", "md", "lg", "trf"].contains(size) && [2, 3].contains(language.utf8.count)
      && ["core", "dep", "ent", "sent"].contains(parts[1])
  }

  /// `…/spacy-models/releases/download/en_core_web_sm-3.7.0/en_core_web_sm-3.7.0.tar.gz`.
  static func inAddress(_ path: String) -> String? {
    guard path.contains("/spacy-models/"), let file = path.split(separator: "/").last else { return nil }
    let name = String(file.prefix { $0 != "-" })
    return isName(name) ? name : nil
  }
}
