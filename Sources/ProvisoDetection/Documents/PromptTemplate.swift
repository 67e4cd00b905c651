internal import ProvisoCore
internal import ProvisoText

/// Prompts that are files of their own (`.prompt` of Dotprompt, `.prompty`): the model that their front matter asks for.
struct PromptTemplate: Detector {
  let id = "prompt-template"
  let summary = "Prompt files: the model that the front matter of a .prompt or .prompty file asks for."
  let needles = ["model"]

  var endings: Set<String> { ["prompt", "prompty"] }

  func wants(_ path: FilePath) -> Bool { ["prompt", "prompty"].contains(path.fileExtension) }

  func detect(_ input: DetectionInput) -> Detections {
    guard let range = FrontMatter.locate(in: input.source.bytes) else { return Detections() }
    return YAMLSettings().detect(input.part(range))
  }
}
