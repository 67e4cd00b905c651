internal import ProvisoCore
internal import ProvisoText

/// The names under which training code and settings put what they make onto the hub: `push_to_hub("acme/chat-8b")`,
/// `hub_model_id: acme/chat-8b`, `--hub_model_id acme/chat-8b`.
///
/// They are models of one's own: nothing is looked up about them, and only the rule about names asks. Data sets, tokenizers and messages
/// of commits are left out.
struct PublishedNames: Detector {
  let id = "published-names"
  let summary = "Names under which training code and settings publish models."
  let needles = ["push_to_hub", "hub_model_id", "hub-model-id"]

  private static let extensions: Set<String> = ["py", "ipynb", "yaml", "yml", "json", "toml", "sh", "bash"]
  private static let maximumLine = 4_000
  private static let most = 1_000

  var endings: Set<String> { Self.extensions }

  func wants(_ path: FilePath) -> Bool {
    [.production, .example].contains(path.scope) && Self.extensions.contains(path.fileExtension)
  }

  func detect(_ input: DetectionInput) -> Detections {
    var found: [DeclaredName] = []
    for number in Self.lines(of: input.source) where found.count < Self.most {
      let line = input.source.lineRange(number)
      guard line.count <= Self.maximumLine else { continue }
      let bytes = Array(input.source.bytes[line])
      guard bytes.first(where: { !ASCII.isBlank($0) }) != UInt8(ascii: "#"), let range = Self.name(in: bytes) else {
        continue
      }
      let name = String(decoding: bytes[range], as: UTF8.self)
      guard !HubName.isPlaceholder(name), !NameJudge.isPlaceholder(name) else { continue }
      let place = line.lowerBound + range.lowerBound..<line.lowerBound + range.upperBound
      found.append(DeclaredName(name: name, location: input.location(place)))
    }
    var detections = Detections()
    detections.published = found
    if found.count == Self.most {
      detections.notifications.append(
        input.notification(
          .warning, "Of the names that it publishes models under only the first \(Self.most) were read."))
    }
    return detections
  }

  private static let keys = NeedleSet(["push_to_hub", "hub_model_id", "hub-model-id"], ignoresCase: false)

  /// The numbers of the lines with one of the words, in order: most lines have none.
  private static func lines(of source: SourceText) -> [Int] {
    var numbers: [Int] = []
    let bytes = source.bytes
    keys.forEachMatch(in: bytes.span) { _, offset in
      let number = source.lineNumber(at: offset)
      if numbers.last != number { numbers.append(number) }
      return true
    }
    return numbers
  }

  /// The bytes of the name that a line publishes under; nil where it publishes none.
  static func name(in line: [UInt8]) -> Range<Int>? {
    for key in ["hub_model_id", "hub-model-id"] {
      guard let found = line[...].firstRange(of: key) else { continue }
      let value = line[found.upperBound...].drop { "\"' \t\\:=".utf8.contains($0) }
      let name = value.prefix(while: isPart)
      if name.contains(UInt8(ascii: "/")), isName(name) { return name.startIndex..<name.endIndex }
    }
    guard let call = line[...].firstRange(of: "push_to_hub") else { return nil }
    // `push_to_hub_merged`, `push_to_hub_gguf`
    let rest = line[call.upperBound...].drop { ASCII.isWord($0) }
    guard rest.first == UInt8(ascii: "("), !isOfOther(line[..<call.lowerBound]) else { return nil }
    let arguments = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
    guard let quote = arguments.firstIndex(where: { "\"'".utf8.contains($0) }) else { return nil }
    let before = arguments[..<quote].filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\\") }
    guard before.isEmpty || before.elementsEqual("repo_id=".utf8) else { return nil }
    let name = arguments[(quote + 1)...].prefix(while: isPart)
    let end = name.endIndex < line.count ? line[name.endIndex] : 0
    guard "\"'\\".utf8.contains(end), isName(name) else { return nil }
    return name.startIndex..<name.endIndex
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, ASCII.isLetter(first) || ASCII.isDigit(first), name.last != UInt8(ascii: "/") else {
      return false
    }
    return name.count >= 3 && name.count <= 120 && name.count { $0 == UInt8(ascii: "/") } <= 1
  }

  /// `dataset.push_to_hub(…)`, `tokenizer.push_to_hub(…)`
  private static func isOfOther(_ before: ArraySlice<UInt8>) -> Bool {
    let word = before.dropLast().reversed().prefix {
      ASCII.isWord($0) || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[")
    }
    let name = ASCII.lowercased(String(decoding: Array(word.reversed()), as: UTF8.self))
    return name == "ds" || ["data", "tok", "processor", "corpus"].contains { name.contains($0) }
  }
}
