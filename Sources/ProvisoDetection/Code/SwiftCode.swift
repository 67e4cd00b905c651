internal import ProvisoCore
internal import ProvisoText

/// Models in Swift: arguments of the calls of swift-transformers, MLX Swift and WhisperKit, literals under names about
/// models, names of well-known publishers' models.
///
/// Not recognized yet: constants of a library's registry (`LLMRegistry.llama3_8B_4bit`), which hold no name in the file.
struct SwiftCode: Detector {
  let id = "swift-code"
  let summary = "Model names in string literals of Swift code."
  /// ``mayFind(in:)`` looks for what every name has around it, which says more than words would.
  let needles: [String] = []

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "swift"
  }

  func mayFind(in bytes: [UInt8]) -> Bool {
    QuotedNames.mayStand(in: bytes, calls: Self.calls)
  }

  private static let calls = LoadingCall.swift.map { Array($0.callee.utf8) }

  func detect(_ input: DetectionInput) -> Detections {
    Detections(references: CodeReferences.find(in: input, dialect: .swift, calls: LoadingCall.swift))
  }
}
