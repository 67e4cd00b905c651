internal import ProvisoCore
internal import ProvisoText

/// Finds models that a library stands for in code of its language: constants, classes, defaults and bundles of which no name of a
/// model is written in the file. Each language lists its finders.
protocol LibraryFinder: Sendable {
  /// Calls that a file is read for because the finder looks into them; none where words of the search lead to the file.
  var calls: [LoadingCall] { get }

  func find(in part: CodePart) -> [ModelReference]
}

extension LibraryFinder {
  var calls: [LoadingCall] { [] }
}

/// The code of a file, or of a part of it.
struct CodePart {
  let input: DetectionInput
  let code: CodeLiterals
  /// Bytes of the source, within it.
  let range: Range<Int>
  let kind: ReferenceKind

  var bytes: [UInt8] { input.source.bytes }
}
