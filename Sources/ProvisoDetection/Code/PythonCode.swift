internal import ProvisoCore
internal import ProvisoText

/// Models in Python: arguments of loading calls, literals under names about models, names of well-known publishers' models.
///
/// Not recognized: names put together at run time, names without owner outside of loading calls, and ids that reach a call
/// through a variable whose name says nothing.
struct PythonCode: Detector {
  let id = "python-code"
  let summary = "Model names in string literals of Python code."
  /// ``mayFind(in:)`` looks for what every name has around it, which says more than words would.
  let needles: [String] = []

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "py" || path.fileExtension == "pyi"
  }

  func mayFind(in bytes: [UInt8]) -> Bool {
    QuotedNames.mayStand(in: bytes, calls: Self.calls)
  }

  private static let calls = LoadingCall.python.map { Array($0.callee.utf8) }

  func detect(_ input: DetectionInput) -> Detections {
    Detections(references: CodeReferences.find(in: input, dialect: .python, calls: LoadingCall.python))
  }
}
