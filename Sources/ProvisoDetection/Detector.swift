package import ProvisoCore

/// Finds models, and what manifests say of them, in the text of one file.
///
/// One detector, one file; the head of the file says what it recognizes and what it leaves out.
package protocol Detector: Sendable {
  /// Kebab case, unique; the file is named after it.
  var id: String { get }
  /// One sentence for `DETECTORS.md`.
  var summary: String { get }
  /// The endings, as ``FilePath/fileExtension`` has them, of the files that it may want; empty for any. It is not asked for others.
  var endings: Set<String> { get }
  /// Whether the file's path alone makes it interesting. Cheap: called for every file of the tree.
  func wants(_ path: FilePath) -> Bool
  /// What a wanted file begins with; empty for anything. Of a file that no other detector wants, and that begins otherwise, nothing
  /// more is read.
  var start: [UInt8] { get }
  /// ASCII literals, lower case, one of which (in any case) must stand in the file before ``detect(_:)`` is called.
  /// Empty: every wanted file is read.
  var needles: [String] { get }
  /// At most 64 ASCII literals, lower case, of which ``mayFind(in:at:hints:)`` is told whether they stand in the file.
  var hints: [String] { get }
  /// A last cheap look at a file that has a needle, before its lines are indexed. Never false for a file that
  /// ``detect(_:)`` would find something in.
  ///
  /// - Parameter hints: one bit for each of ``hints``, in order.
  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool
  func detect(_ input: DetectionInput) -> Detections
  /// Whether what it finds of a model is left out where another detector finds that model in the file.
  var yieldsToOthers: Bool { get }
  /// The same detector with the words that licenses ask for, which whoever runs the detectors brings.
  func searching(for texts: [RequiredText]) -> any Detector
}

extension Detector {
  package var endings: Set<String> { [] }
  package var start: [UInt8] { [] }
  package var hints: [String] { [] }
  package var yieldsToOthers: Bool { false }
  package func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool { true }
  package func searching(for texts: [RequiredText]) -> any Detector { self }
}

/// Reads the head of a weight file. The tensors are never read.
package protocol WeightDetector: Sendable {
  var id: String { get }
  var summary: String { get }
  /// The endings, as ``FilePath/fileExtension`` has them, of the files that it may want; empty for any. It is not asked for others.
  var endings: Set<String> { get }
  func wants(_ path: FilePath) -> Bool
  /// Whether a git LFS pointer at a wanted path stands for weights. False where only the contents could tell.
  func isWeights(pointerAt path: FilePath) -> Bool
  func detect(_ input: WeightInput) -> Detections
}

extension WeightDetector {
  package var endings: Set<String> { [] }
  package func isWeights(pointerAt path: FilePath) -> Bool { true }
}
