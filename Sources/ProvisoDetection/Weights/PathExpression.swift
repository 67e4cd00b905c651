internal import ProvisoText

/// What an expression of code puts before the last part of a path: `os.path.join(ROOT, "lab", "m")`, `Path("lab") / "m"`,
/// `root.appendingPathComponent("m")`, `path.join(__dirname, "m")`, `ROOT + "/m"`.
///
/// It is read backwards from the last literal, without knowing the language: what is no such expression ends it.
enum PathExpression {
  enum Part {
    case text(String)
    case name(String)
    case unknown
  }

  private static let longest = 500
  private static let mostParts = 12
  /// Functions and methods that put paths together.
  private static let joiners = WordTable(
    "Combine Join append appending appendingPathComponent join joinpath resolve resolveSibling", ignoresCase: false)
  /// What functions among them belong to; any other receiver is the path that they go on from.
  private static let modules = WordTable(
    "os.path path filepath posixpath ntpath Path File pathlib System.IO.Path IO.Path nodePath upath url",
    ignoresCase: false)
  /// Calls that make a path of a text.
  private static let makers = WordTable(
    "Path PosixPath PurePath PurePosixPath URL File str String PathBuf Paths.get Path.of Path::new PathBuf::from pathlib.Path",
    ignoresCase: false)

  /// The parts before the literal whose quote is at `quote`; nil where nothing is put together.
  static func parts(before quote: Int, in bytes: [UInt8]) -> [Part]? {
    var reader = Reader(bytes: bytes, offset: quote - 1, first: max(0, quote - longest))
    return reader.parts(mostParts)
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset: Int
    let first: Int

    mutating func parts(_ most: Int) -> [Part]? {
      var parts: [Part] = []
      var isJoined = false
      var isArgument = false
      skipPrefix()
      while parts.count < most {
        skipBlanks()
        guard offset >= first else { break }
        switch bytes[offset] {
        case UInt8(ascii: "/"), UInt8(ascii: "+"):
          // `//` begins a comment.
          guard offset == 0 || bytes[offset - 1] != UInt8(ascii: "/") else { return finished(parts, isJoined) }
          offset -= 1
          guard let part = primary() else { return finished(parts, isJoined) }
          parts.insert(part, at: 0)
          isJoined = true
        case UInt8(ascii: ","):
          offset -= 1
          isArgument = true
          guard let part = primary() else { return finished(parts, isJoined) }
          parts.insert(part, at: 0)
        case UInt8(ascii: ":"):
          // `appending(path: "m")`
          offset -= 1
          skipBlanks()
          let label = word()
          guard ["component", "path"].contains(label) else { return finished(parts, isJoined) }
        case UInt8(ascii: "("):
          offset -= 1
          let callee = word()
          // `Path("lab", "m")`, `Paths.get("lab", "m")`
          if isArgument, PathExpression.makers.contains(callee) || isOfPaths(callee) { return parts }
          guard PathExpression.joiners.contains(callee) else {
            // Arguments of a call that joins nothing are no path.
            guard PathExpression.makers.contains(callee) else {
              return isArgument ? nil : finished(parts, isJoined)
            }
            continue
          }
          isJoined = true
          isArgument = false
          guard offset >= first, bytes[offset] == UInt8(ascii: ".") else { return parts }
          offset -= 1
          let end = offset
          let receiver = chain()
          if PathExpression.modules.contains(receiver) { return parts }
          offset = end
          if let part = primary() { parts.insert(part, at: 0) }
        default: return isArgument ? nil : finished(parts, isJoined)
        }
      }
      return isArgument ? nil : finished(parts, isJoined)
    }

    private func isOfPaths(_ callee: String) -> Bool {
      guard ["get", "of"].contains(callee), offset >= first, bytes[offset] == UInt8(ascii: ".") else { return false }
      let word = bytes[first..<offset].reversed().prefix(while: ASCII.isWord).reversed()
      return ["Path", "Paths"].contains { word.elementsEqual($0.utf8) }
    }

    private func finished(_ parts: [Part], _ isJoined: Bool) -> [Part]? { isJoined ? parts : nil }

    private mutating func skipBlanks() {
      while offset >= first, ASCII.isWhitespace(bytes[offset]) || bytes[offset] == UInt8(ascii: "\\") { offset -= 1 }
    }

    /// `r` of `r"lab"`.
    private mutating func skipPrefix() {
      guard offset > first, "rRbBfFuU@$".utf8.contains(bytes[offset]), !ASCII.isWord(bytes[offset - 1]) else { return }
      offset -= 1
    }

    private mutating func word() -> String {
      let end = offset + 1
      while offset >= first, ASCII.isWord(bytes[offset]) { offset -= 1 }
      return String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    }

    /// `os.path`
    private mutating func chain() -> String {
      let end = offset + 1
      while offset >= first, ASCII.isWord(bytes[offset]) || bytes[offset] == UInt8(ascii: ".") { offset -= 1 }
      return String(decoding: bytes[offset + 1..<end], as: UTF8.self)
    }

    /// A literal, a name or a call, whichever ends here.
    private mutating func primary() -> Part? {
      skipBlanks()
      guard offset >= first else { return nil }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return literal(byte).map(Part.text) }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { return call() }
      guard ASCII.isWord(byte) else { return nil }
      let name = word()
      guard offset >= first, bytes[offset] == UInt8(ascii: ".") else { return .name(name) }
      // `settings.ROOT`; of `Path(__file__).parent` nothing is known.
      offset -= 1
      let isCall = offset >= first && ")]".utf8.contains(bytes[offset])
      if isCall { _ = call() } else { _ = chain() }
      return isCall || name == "parent" ? .unknown : .name(name)
    }

    private mutating func literal(_ quote: UInt8) -> String? {
      let end = offset
      offset -= 1
      while offset >= first, bytes[offset] != quote, bytes[offset] != 0x0A { offset -= 1 }
      guard offset >= first, bytes[offset] == quote else { return nil }
      let text = bytes[offset + 1..<end]
      offset -= 1
      skipPrefix()
      return text.contains { "{}$\\".utf8.contains($0) } ? nil : String(decoding: text, as: UTF8.self)
    }

    /// `Path("lab")` is its text, `Path(ROOT)` its name; of any other call nothing is known.
    private mutating func call() -> Part {
      let end = offset
      var depth = 0
      while offset >= first {
        if ")]".utf8.contains(bytes[offset]) { depth += 1 }
        if "([".utf8.contains(bytes[offset]) { depth -= 1 }
        offset -= 1
        if depth == 0 { break }
      }
      guard depth == 0 else { return .unknown }
      let inside = offset + 2..<end
      var callee = ""
      while true {
        callee = chain() + callee
        // `Path(__file__).resolve()`, `Path::new("lab")`
        if offset > first, bytes[offset] == UInt8(ascii: ":"), bytes[offset - 1] == UInt8(ascii: ":") {
          offset -= 2
          callee = "::" + callee
        } else if callee.hasPrefix("."), offset >= first, ")]".utf8.contains(bytes[offset]) {
          _ = call()
          return .unknown
        } else {
          break
        }
      }
      guard PathExpression.makers.contains(callee), !inside.isEmpty else { return .unknown }
      let text = CallArguments.trimmed(inside, bytes)
      guard let start = text.first, let last = text.last else { return .unknown }
      if bytes[start] == bytes[last], "\"'".utf8.contains(bytes[start]), text.count > 2,
        !bytes[start + 1..<last].contains(bytes[start])
      {
        return .text(String(decoding: bytes[start + 1..<last], as: UTF8.self))
      }
      return bytes[text].allSatisfy(ASCII.isWord) ? .name(String(decoding: bytes[text], as: UTF8.self)) : .unknown
    }
  }
}

/// The folders that a file gives names: `ROOT = "lab"`, `ROOT = Path("lab")`, `ROOT=lab` of a script.
struct PathConstants {
  let bytes: [UInt8]
  /// Whether a value may stand without quotes.
  let mayBeBare: Bool
  private var known: [String: String?] = [:]

  private static let mostNames = 32
  private static let longestValue = 200

  init(bytes: [UInt8], mayBeBare: Bool) {
    self.bytes = bytes
    self.mayBeBare = mayBeBare
  }

  subscript(name: String) -> String? {
    mutating get {
      if let value = known[name] { return value }
      guard known.count < Self.mostNames, !name.isEmpty else { return nil }
      let value = value(of: Array(name.utf8))
      known[name] = .some(value)
      return value
    }
  }

  /// The first path that the name is given; what it is given later is not followed.
  private func value(of word: [UInt8]) -> String? {
    guard let first = word.first else { return nil }
    var next = 0
    while let start = bytes[next...].firstIndex(of: first) {
      next = start + 1
      let end = start + word.count
      guard end < bytes.count, bytes[start..<end].elementsEqual(word), start == 0 || !ASCII.isWord(bytes[start - 1]),
        !ASCII.isWord(bytes[end]), let value = value(after: end)
      else { continue }
      return value
    }
    return nil
  }

  private func value(after end: Int) -> String? {
    var offset = end
    while offset < bytes.count, offset - end < 40,
      ASCII.isBlank(bytes[offset]) || ASCII.isWord(bytes[offset]) || ":.?".utf8.contains(bytes[offset])
    {
      offset += 1
    }
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "="), bytes[offset + 1] != UInt8(ascii: "=") else {
      return nil
    }
    let line = bytes[(offset + 1)...].prefix(Self.longestValue).prefix { $0 != 0x0A && $0 != UInt8(ascii: ";") }
    var parts: [String] = []
    var rest = line
    while let quote = rest.first(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
      let open = rest.firstIndex(of: quote), let close = rest[(open + 1)...].firstIndex(of: quote)
    {
      parts.append(String(decoding: rest[(open + 1)..<close], as: UTF8.self))
      rest = rest[(close + 1)...]
    }
    if parts.isEmpty, mayBeBare {
      let bare = line.drop(while: ASCII.isBlank).prefix { ASCII.isWord($0) || "/.-".utf8.contains($0) }
      return bare.isEmpty ? nil : String(decoding: bare, as: UTF8.self)
    }
    guard !parts.isEmpty, parts.allSatisfy(Self.isPath) else { return nil }
    return parts.joined(separator: "/")
  }

  private static func isPath(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { ASCII.isWord($0) || "/.-~".utf8.contains($0) || $0 >= 0x80 }
  }
}
