internal import ProvisoCore
internal import ProvisoText

/// Documents: blocks of code, commands and configuration use a model; addresses of the hub in sentences and names in inline
/// code mention it.
struct Document: Detector {
  let id = "document"
  let summary = "Documents: models in blocks of code and commands, and those that sentences mention."
  let needles = SettingNeedles.all + ["registry."]

  var endings: Set<String> {
    ["", "adoc", "asciidoc", "feature", "livemd", "markdown", "md", "mdx", "org", "qmd", "rmd", "rst", "tex", "txt"]
  }

  func wants(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "adoc", "asciidoc", "feature", "livemd", "markdown", "md", "mdx", "org", "qmd", "rmd", "rst", "tex", "txt":
      true
    case "": Self.names.contains(path.lowercasedName)
    default: false
    }
  }

  private static let names: Set<String> = ["changelog", "install", "readme", "usage"]

  func detect(_ input: DetectionInput) -> Detections {
    let listed = ModelList.references(of: input)
    return Detections(references: listed.isEmpty ? DocumentText.references(of: input) : listed)
  }
}
