internal import ProvisoCore
internal import ProvisoText

/// Models in Swift: arguments of the calls of swift-transformers, MLX Swift and WhisperKit, literals under names about
/// models, names of well-known publishers' models.
///
/// Not recognized yet: constants of a library's registry (`LLMRegistry.llama3_8B_4bit`), which hold no name in the file.
struct SwiftCode: Detector {
  let id = "swift-code"
  let summary = "Model names in string literals of Swift code."
  let needles = CodeReferences.needles(of: LoadingCall.swift)

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "swift"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let literals = CodeLiterals.find(in: input.source, dialect: .swift)
    return Detections(
      references: CodeReferences(input: input, calls: LoadingCall.swift).references(in: literals))
  }
}
