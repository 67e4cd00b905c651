/// An instruction of a Dockerfile.
package struct DockerInstruction: Sendable {
  /// In lower case.
  package var keyword: String
  /// What follows the keyword, continued lines included.
  package var argument: Range<Int>
  /// The lines of its here-documents.
  package var heredocs: [Range<Int>]

  package init(keyword: String, argument: Range<Int>, heredocs: [Range<Int>] = []) {
    self.keyword = keyword
    self.argument = argument
    self.heredocs = heredocs
  }
}

/// How much of a stranger's Dockerfile is read before it is an error.
package struct DockerfileLimits: ReadingLimits {
  package var instructions: Int
  package var bytes: Int

  package init(instructions: Int = 50_000, bytes: Int = 4 << 20) {
    self.instructions = instructions
    self.bytes = bytes
  }

  package static let `default` = DockerfileLimits()
}

/// Reads the instructions of Dockerfiles and Containerfiles: continued lines, comments between them, here-documents, and
/// the parser directive that makes the backtick the character that continues.
package enum DockerfileReader {
  package static func read(
    _ source: SourceText, limits: DockerfileLimits = .default
  ) throws(DocumentError) -> [DockerInstruction] {
    do throws(TextFault) {
      try limits.check(source.bytes.count, "Dockerfile")
      var parser = DockerfileParser(source.bytes, limits: limits)
      return try parser.instructions()
    } catch {
      throw error.documentError(in: source)
    }
  }
}

private struct DockerfileParser {
  private var scanner: ByteScanner
  private let limits: DockerfileLimits
  private var escape = UInt8(ascii: "\\")
  /// How often the end of a here-document was looked for in vain: each time costs the rest of the file.
  private var unclosed = 0
  private static let maximumUnclosed = 8

  init(_ bytes: [UInt8], limits: DockerfileLimits) {
    scanner = ByteScanner(bytes)
    self.limits = limits
  }

  mutating func instructions() throws(TextFault) -> [DockerInstruction] {
    scanner.skipByteOrderMark()
    readDirectives()
    var instructions: [DockerInstruction] = []
    while !scanner.isAtEnd {
      scanner.skipSpace()
      if scanner.byte == UInt8(ascii: "#") {
        scanner.skipToLineEnd()
        continue
      }
      let start = scanner.offset
      let keyword = scanner.run(ByteScanner.isLetter)
      guard !keyword.isEmpty else {
        // A line that is no instruction, as templates have them.
        scanner.skipToLineEnd()
        continue
      }
      guard instructions.count < limits.instructions else {
        throw TextFault(offset: start, message: "There are more than \(limits.instructions) instructions.")
      }
      scanner.skipBlanks()
      let argument = logicalLine()
      instructions.append(
        DockerInstruction(
          keyword: scanner.string(keyword).lowercased(), argument: argument,
          heredocs: heredocs(argument)))
    }
    return instructions
  }

  /// `# escape=` in the comments at the very start.
  private mutating func readDirectives() {
    let start = scanner.offset
    while scanner.byte == UInt8(ascii: "#") {
      let line = scanner.line()
      let text = scanner.string(line).filter { $0 != " " && $0 != "\t" }.lowercased()
      if text == "#escape=`" { escape = UInt8(ascii: "`") }
    }
    scanner.offset = start
  }

  /// To the end of the last line that belongs to the instruction, blanks at the end left out.
  private mutating func logicalLine() -> Range<Int> {
    let start = scanner.offset
    while true {
      let line = scanner.trimmed(scanner.line())
      guard scanner.bytes[line].last == escape else { return start..<max(start, line.upperBound) }
      // Comments and empty lines may stand between.
      while !scanner.isAtEnd {
        let before = scanner.offset
        let next = scanner.trimmed(scanner.line())
        guard next.isEmpty || scanner.bytes[next].first == UInt8(ascii: "#") else {
          scanner.offset = before
          break
        }
      }
      if scanner.isAtEnd { return start..<max(start, line.upperBound) }
    }
  }

  /// The texts that `<<WORD` in the argument announces; the scanner stands after the argument's line.
  private mutating func heredocs(_ argument: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var inner = ByteScanner(scanner.bytes, in: argument)
    while !inner.isAtEnd, words.count < 16 {
      guard inner.starts(with: "<<") else {
        inner.offset += 1
        continue
      }
      inner.offset += 2
      if inner.byte == UInt8(ascii: "-") { inner.offset += 1 }
      if inner.byte == UInt8(ascii: "\"") || inner.byte == UInt8(ascii: "'") { inner.offset += 1 }
      let word = inner.run(ByteScanner.isWord)
      if !word.isEmpty { words.append(word) }
    }
    var texts: [Range<Int>] = []
    for word in words where unclosed < Self.maximumUnclosed {
      let start = scanner.offset
      var isClosed = false
      while !scanner.isAtEnd, !isClosed {
        let line = scanner.line()
        guard scanner.bytes[scanner.trimmed(line)].elementsEqual(scanner.bytes[word]) else { continue }
        texts.append(start..<line.lowerBound)
        isClosed = true
      }
      if !isClosed {
        // `$((1 << 2))` is none.
        scanner.offset = start
        unclosed += 1
      }
    }
    return texts
  }
}
