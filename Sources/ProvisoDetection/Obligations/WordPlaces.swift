internal import ProvisoCore
internal import ProvisoText

/// Tells by a file's path whether the words in it reach anybody, and whom.
enum WordPlaces {
  /// nil for files in which words do what no license asks: tests, pipelines, data.
  static func place(of path: FilePath) -> ObligationEvidence.Place? {
    guard path.scope != .test, path.scope != .ci, !isInstalled(path) else { return nil }
    if isLegal(path) { return .notice }
    if path.hasFolder(in: vendored) { return nil }
    if documents.contains(path.fileExtension) || isReadme(path) { return .document }
    if interfaces.contains(path.fileExtension) || code.contains(path.fileExtension) { return .interface }
    return isStringTable(path) ? .interface : nil
  }

  /// Whether a package manager has put the file there.
  static func isInstalled(_ path: FilePath) -> Bool { path.hasFolder(in: installed) }

  /// Source code, where comments are shown to nobody.
  static func isCode(_ path: FilePath) -> Bool { code.contains(path.fileExtension) }

  /// By its name a text that goes along with copies: notices, licenses, acknowledgments, terms.
  static func isLegal(_ path: FilePath) -> Bool {
    guard legalExtensions.contains(path.fileExtension) || path.fileExtension.utf8.count > 5 else { return false }
    return legalWords.containsAny(in: path.lowercasedName.utf8.span)
      || (path.fileExtension == "plist" && path.string.utf8.count < 4_096 && path.hasFolder(in: settingsBundle))
  }

  /// What package managers put there is none of the product's own pages.
  private static let installed = WordTable("node_modules site-packages bower_components pods carthage .venv venv")
  private static let vendored = WordTable("vendor vendored third_party thirdparty external")
  private static let settingsBundle = WordTable("settings.bundle")

  private static func isReadme(_ path: FilePath) -> Bool {
    ["readme", "readme.txt", "about.txt", "humans.txt"].contains(path.lowercasedName)
  }

  /// Tables of strings that have no extension of their own: Android resources and translations in JSON and YAML.
  private static func isStringTable(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "xml": path.lowercasedName.hasPrefix("strings")
    case "json", "yaml", "yml": path.hasFolder(in: languageFolders)
    default: false
    }
  }

  private static let legalWords = NeedleSet(
    [
      "license", "licence", "notice", "copying", "acknowledg", "attribution", "third-party", "thirdparty",
      "third_party",
      "credits", "legal", "terms", "eula", "agreement", "use_policy", "use-policy", "acceptable_use", "acceptable-use",
    ])
  private static let legalExtensions: Set<String> = ["", "txt", "md", "markdown", "rst", "html", "htm", "rtf", "plist"]
  private static let documents = WordTable("md markdown mdx rst adoc asciidoc tex qmd")
  private static let interfaces = WordTable(
    """
    html htm xhtml vue svelte astro strings xcstrings stringsdict plist xib storyboard xaml axaml resx arb po ftl qml
    cshtml razor erb hbs ejs njk jinja jinja2 j2 liquid twig templ mustache pug
    """)
  private static let code = WordTable("swift py ts tsx js jsx mjs kt java dart cs go rs rb php m mm")
  private static let languageFolders = WordTable(
    "locale locales _locales i18n l10n lang langs languages translations messages")
}
