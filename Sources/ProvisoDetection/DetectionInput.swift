package import ProvisoCore
package import ProvisoText

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

  /// What the file says of a model at `range` (bytes of the source).
  ///
  /// - Parameter text: The name as written, nil for what stands at `range`.
  func reference(
    _ model: ModelName, revision: Revision = .notApplicable, at range: Range<Int>, as text: String? = nil,
    kind: ReferenceKind, role: Role = .used, derivative: String? = nil, confidence: Confidence = .high,
    isPartial: Bool = false, remark: String? = nil
  ) -> ModelReference {
    reference(
      model, revision: revision, at: location(range), as: text ?? source.string(in: range), kind: kind, role: role,
      derivative: derivative, confidence: confidence, isPartial: isPartial, remark: remark)
  }

  /// The same at a place that is known.
  func reference(
    _ model: ModelName, revision: Revision = .notApplicable, at location: Location, as text: String,
    kind: ReferenceKind, role: Role = .used, derivative: String? = nil, confidence: Confidence = .high,
    isPartial: Bool = false, remark: String? = nil
  ) -> ModelReference {
    ModelReference(
      model: model, revision: revision, location: location, asWritten: text, kind: kind, role: role, scope: path.scope,
      derivative: derivative, confidence: confidence, isPartial: isPartial, remark: remark)
  }

  package func notification(_ level: Level, at position: TextPosition? = nil, _ message: String) -> Notification {
    let place = position.map { "line \($0.line), column \($0.column): " } ?? ""
    return Notification(level: level, message: place + message, path: path.string)
  }

  /// That the file was not read as what it was taken for, and what was done instead: incomplete where a limit of ours is the cause.
  func unread(_ what: String, _ error: DocumentError) -> Notification {
    var notification = notification(error.isLimit ? .warning : .note, at: error.position, "\(what): \(error.message)")
    notification.isIncomplete = error.isLimit
    return notification
  }
}
