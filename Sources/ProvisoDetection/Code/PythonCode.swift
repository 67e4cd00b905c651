internal import ProvisoCore
internal import ProvisoText

/// Models in Python: arguments of loading calls, literals under names about models, names of well-known publishers' models.
///
/// Not recognized: names put together at run time, names without owner outside of loading calls, and ids that reach a call
/// through a variable whose name says nothing.
struct PythonCode: Detector {
  let id = "python-code"
  let summary = "Model names in string literals of Python code."
  let needles = CodeReferences.needles(of: LoadingCall.python)

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "py" || path.fileExtension == "pyi"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let literals = CodeLiterals.find(in: input.source, dialect: .python)
    return Detections(
      references: CodeReferences(input: input, calls: LoadingCall.python).references(in: literals))
  }
}
