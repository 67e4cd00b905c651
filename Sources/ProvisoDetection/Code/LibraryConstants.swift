internal import ProvisoCore
internal import ProvisoText

/// Constants and classes of libraries that stand for a model without naming it. Some of them may not be used commercially, and no
/// name stands in the file.
///
/// What is not in the tables is of another version of the library, and not reported.
struct LibraryConstants: LibraryFinder {
  /// Words one of which stands in every file that has one of the constants; none where ``marks`` say enough.
  let words: [String]
  /// The library, as the reports name it.
  private let library: String
  private let libraries: NeedleSet?
  /// What every constant has in it: a type with its point, or how the classes end.
  private let marks: NeedleSet
  private let lengths: [Int]
  /// Whether each constant counts once in a file.
  private let countsOnce: Bool
  /// Constants and what they stand for.
  private let models: [String: String]

  /// - Parameter table: On each line a constant and the hub's id of what it stands for.
  init(of library: String, words: [String] = [], marks: [String], countsOnce: Bool, _ table: String) {
    self.words = words
    self.library = library
    libraries = words.isEmpty ? nil : NeedleSet(words)
    self.marks = NeedleSet(marks)
    lengths = marks.map(\.utf8.count)
    self.countsOnce = countsOnce
    models = WordList.pairs(table)
  }

  func find(in part: CodePart) -> [ModelReference] {
    let (bytes, range, source) = (part.bytes, part.range, part.input.source)
    guard libraries?.containsAny(in: bytes.span) ?? true else { return [] }
    var references: [ModelReference] = []
    var seen: Set<String> = []
    marks.forEachMatch(in: bytes.span) { mark, offset in
      guard range.contains(offset) else { return true }
      var (start, end) = (offset, offset + lengths[mark])
      while start > range.lowerBound, ASCII.isWord(bytes[start - 1]), offset - start < Self.longest { start -= 1 }
      while end < range.upperBound, ASCII.isWord(bytes[end]), end - offset < Self.longest { end += 1 }
      guard end <= range.upperBound, case let name = source.string(in: start..<end), let model = models[name],
        !source.isCommentLine(at: start), !countsOnce || seen.insert(name).inserted
      else { return true }
      references.append(
        part.input.reference(
          .huggingFace(model), at: start..<end, kind: part.kind, confidence: .medium,
          remark: "what \(name) stands for in \(library)"))
      return true
    }
    return references
  }

  private static let longest = 80

  /// Words one of which stands in every file that names nothing else.
  static let hints = (rust.words + rustBert.words + langChain4j.words).map(ASCII.lowercased)
}
