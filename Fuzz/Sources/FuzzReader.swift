import ProvisoText

/// One reader under test.
struct FuzzReader: Sendable {
  var name: String
  /// Reads bytes, ends the process where a promise about the answer is broken, and gives a digest of the answer.
  var read: @Sendable ([UInt8]) -> Int
}

/// Ends the process where something that must hold does not.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard !condition else { return }
  fatalError("BROKEN PROMISE: \(message())")
}

/// What two readings must agree in.
struct Digest {
  private var hasher = Hasher()

  mutating func add(_ value: some Hashable) { hasher.combine(value) }

  var value: Int { hasher.finalize() }

  static func of(_ values: any Hashable...) -> Int {
    var digest = Digest()
    for value in values { digest.add(value) }
    return digest.value
  }
}

extension SourceText {
  /// A mistake is told at a place that the text has, in a sentence.
  func check(_ error: DocumentError) -> Int {
    check(error.position)
    expect(!error.message.isEmpty, "a mistake without a message")
    return Digest.of(error)
  }

  func check(_ position: TextPosition) {
    expect((1...lineCount).contains(position.line), "line \(position.line) of \(lineCount)")
    let line = lineRange(position.line)
    // A place may be that of the line end, which has two bytes at most.
    let end = self.position(at: line.upperBound).column
    expect((1...(end + 2)).contains(position.column), "line \(position.line), column \(position.column) of \(end)")
  }

  func check(_ range: Range<Int>) {
    expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "bytes \(range) of \(bytes.count)")
  }

  /// Every value stands within the text, and so does everything inside it.
  func check(_ node: DataNode, into digest: inout Digest) {
    check(node.range)
    digest.add(node.range)
    switch node.content {
    case .scalar(let scalar):
      digest.add(scalar.text)
      digest.add(scalar.form)
      _ = node.integer
    case .sequence(let items):
      for item in items { check(item, into: &digest) }
    case .mapping(let entries):
      for entry in entries {
        digest.add(entry.key)
        check(entry.keyRange)
        check(entry.value, into: &digest)
      }
    }
  }
}
