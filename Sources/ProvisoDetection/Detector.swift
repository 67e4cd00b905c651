package import ProvisoCore
package import ProvisoText
internal import Synchronization

/// Finds models, and what manifests say of them, in the text of one file.
///
/// One detector, one file; the head of the file says what it recognizes and what it leaves out.
package protocol Detector: Sendable {
  /// Kebab case, unique; the file is named after it.
  var id: String { get }
  /// One sentence for the documentation.
  var summary: String { get }
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
  func wants(_ path: FilePath) -> Bool
  /// Whether a git LFS pointer at a wanted path stands for weights. False where only the contents could tell.
  func isWeights(pointerAt path: FilePath) -> Bool
  func detect(_ input: WeightInput) -> Detections
}

extension WeightDetector {
  package func isWeights(pointerAt path: FilePath) -> Bool { true }
}

/// A text file that a detector wanted.
package struct DetectionInput: Sendable {
  package typealias Recognizer = @Sendable (SourceText) -> LicenseRecognition?
  /// Whether `owner/name` is to the letter, in whatever case, the id of a hub model that is known.
  package typealias ListedIDs = @Sendable (String) -> Bool

  package let path: FilePath
  package let source: SourceText
  /// Where the source stands if it is a part of a file: a block of a document, a cell of a notebook.
  package let embedding: Embedding?
  /// What is known of the whole file, which all parts of it share.
  let file: WholeFile
  /// Recognizes license texts; whoever runs the detectors brings it.
  package let recognize: Recognizer

  package init(
    path: FilePath, source: SourceText, embedding: Embedding? = nil, recognize: @escaping Recognizer = { _ in nil },
    isListed: @escaping ListedIDs = { _ in false }
  ) {
    self.path = path
    self.source = source
    self.embedding = embedding
    file = embedding?.file ?? WholeFile(source, isListed: isListed)
    self.recognize = recognize
  }
}

/// A file whose parts are read one after the other: what is asked of the whole of it is found out once.
final class WholeFile: Sendable {
  let source: SourceText
  /// Looks ids up; whoever runs the detectors brings it.
  let isListed: DetectionInput.ListedIDs
  private let ollama = Mutex<Bool?>(nil)
  private let hub = Mutex<Bool?>(nil)
  private let models = Mutex<Bool?>(nil)
  private let pins = Mutex<Bool?>(nil)
  private let counted = Mutex<WordCounts?>(nil)
  private let code = Mutex<CodeRepositories?>(nil)

  init(_ source: SourceText, isListed: @escaping DetectionInput.ListedIDs = { _ in false }) {
    self.source = source
    self.isListed = isListed
  }

  /// Whether it speaks of Ollama, so that a name of its library means that model.
  var speaksOfOllama: Bool {
    if let known = ollama.withLock({ $0 }) { return known }
    let bytes = source.bytes
    var found = false
    Self.needle.forEachMatch(in: bytes.span) { _, offset in
      // Not `VideoLLaMA`.
      found = offset == 0 || bytes[offset] == UInt8(ascii: "O") || !ASCII.isLetter(bytes[offset - 1])
      return !found
    }
    ollama.withLock { $0 = found }
    return found
  }

  /// Whether it speaks of the model hub, so that a repository is one there.
  var speaksOfHub: Bool {
    if let known = hub.withLock({ $0 }) { return known }
    let bytes = source.bytes
    let found = Self.hubNeedles.containsAny(in: bytes.span)
    hub.withLock { $0 = found }
    return found
  }

  /// Whether it speaks of models at all, so that its strings of several lines are looked at.
  var speaksOfModels: Bool {
    if let known = models.withLock({ $0 }) { return known }
    let bytes = source.bytes
    let found = Self.modelNeedles.containsAny(in: bytes.span)
    models.withLock { $0 = found }
    return found
  }

  /// Whether it names a revision apart from the model: which one is meant is not followed.
  var namesRevisions: Bool {
    if let known = pins.withLock({ $0 }) { return known }
    let bytes = source.bytes
    let found = Self.pinNeedles.containsAny(in: bytes.span)
    pins.withLock { $0 = found }
    return found
  }

  /// How often its words stand in it.
  var words: WordCounts {
    if let known = counted.withLock({ $0 }) { return known }
    let words = WordCounts(source)
    counted.withLock { $0 = words }
    return words
  }

  /// The repositories of code that it names by their addresses.
  var codeRepositories: CodeRepositories {
    if let known = code.withLock({ $0 }) { return known }
    let repositories = CodeRepositories(source)
    code.withLock { $0 = repositories }
    return repositories
  }

  private static let modelNeedles = NeedleSet(
    QuotedNames.blockWords.filter { $0 != "llm" } + ["llama", "vllm", "whisper"], ignoresCase: true)
  private static let pinNeedles = NeedleSet(["--revision", "model_revision"], ignoresCase: true)
  private static let needle = NeedleSet(["ollama"], ignoresCase: true)
  private static let hubNeedles = NeedleSet(
    ["huggingface", "hf_hub", "hf-hub", "hub_download", "snapshot_download"], ignoresCase: true)
}

/// A weight file that can be read in pieces.
package struct WeightInput: Sendable {
  package let path: FilePath
  /// What cannot be read the detector reports.
  package let bytes: ByteSource
  /// Recognizes license texts; whoever runs the detectors brings it.
  package let recognize: DetectionInput.Recognizer

  package init(
    path: FilePath, bytes: ByteSource, recognize: @escaping DetectionInput.Recognizer = { _ in nil }
  ) {
    self.path = path
    self.bytes = bytes
    self.recognize = recognize
  }

  package init(path: FilePath, size: Int, read: @escaping ByteSource.Read) {
    self.init(path: path, bytes: ByteSource(size: size, read: read))
  }

  /// In bytes.
  package var size: Int { bytes.size }

  /// Up to `count` bytes from `offset`; fewer at the end of the file, nil when the file cannot be read.
  package func read(_ offset: Int, _ count: Int) -> [UInt8]? { bytes.read(offset, count) }

  /// A part of the file, such as an entry of an archive, as if it were the file.
  package func part(_ bytes: ByteSource) -> Self {
    Self(path: path, bytes: bytes, recognize: recognize)
  }
}

extension DetectionInput {
  /// The place of `range` (bytes of the source), cut to one line.
  package func location(_ range: Range<Int>) -> Location {
    let range = embedding?.range(range) ?? range
    let source = embedding?.host ?? source
    let start = source.position(at: range.lowerBound)
    let line = source.lineRange(start.line)
    let bytes = range.clamped(to: line)
    let end = source.position(at: bytes.upperBound)
    let excerpt = Excerpt.around(bytes, of: line, in: source)
    return Location(
      path: path.string, line: start.line, column: start.column, endColumn: max(end.column, start.column),
      excerpt: source.string(in: excerpt),
      excerptColumn: excerpt.lowerBound == line.lowerBound ? 1 : source.position(at: excerpt.lowerBound).column,
      byteColumns: (bytes.lowerBound - line.lowerBound + 1)..<(bytes.upperBound - line.lowerBound + 1),
      isFollowed: start.line < source.lineCount)
  }

  /// The place of a scalar without its quotes, anchor and tag; of the whole node where its text stands there in another form.
  package func location(of node: DataNode) -> Location {
    guard let text = node.scalar?.text.utf8, !text.isEmpty, let last = source.bytes[node.range].last else {
      return location(node.range)
    }
    let isQuoted = last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
    let end = node.range.upperBound - (isQuoted ? 1 : 0)
    let start = end - text.count
    guard start >= node.range.lowerBound, source.bytes[start..<end].elementsEqual(text) else {
      return location(node.range)
    }
    return location(start..<end)
  }

  package func notification(_ level: Level, at position: TextPosition? = nil, _ message: String) -> Notification {
    let place = position.map { "line \($0.line), column \($0.column): " } ?? ""
    return Notification(level: level, message: place + message, path: path.string)
  }
}
