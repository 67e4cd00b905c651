internal import ProvisoCore
internal import ProvisoText

/// Names of models in comments: `# or google/gemma-2-27b-it`, ``/// Recorded with `unsloth/gemma-3-12b-it-GGUF`.``
///
/// Only `owner/name` of a publisher that is known, with a size or a format in it or on file to the letter; what else stands in a
/// comment is a word of its sentence. Whether it is an alternative or what was tried is not told apart: it is mentioned.
///
/// It looks through settings and scripts, in which publishers are searched for anyway. Of code ``SourceCode`` asks it where the file
/// names something besides: to search all code for every publisher would cost more than all else.
struct CommentedNames: Detector {
  let id = "commented-names"
  let summary = "Names of models in comments of settings and scripts, and of code that names models."
  let needles = SettingNeedles.owners
  let yieldsToOthers = true

  /// What has comments and is no code.
  static let settings: [any Detector] = [
    YAMLSettings(), TOMLSettings(), INISettings(), EnvironmentFile(), TerraformCode(), ShellScript(), Makefile(),
    Dockerfile(), BuildScript(),
  ]

  func wants(_ path: FilePath) -> Bool { Self.isSettings(path) }

  /// Whether one of ``settings`` wants the file.
  static func isSettings(_ path: FilePath) -> Bool { table.contains(path, where: { settings[$0].wants(path) }) }

  private static let table = EndingTable(settings.map(\.endings))

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    bytes.count <= SettingNeedles.maximumBytes && Self.mayStand(in: bytes, at: path)
  }

  func detect(_ input: DetectionInput) -> Detections {
    Detections(references: Self.references(of: input))
  }

  /// The first mention of each model.
  static func references(of input: DetectionInput) -> [ModelReference] {
    var references: [ModelReference] = []
    var seen: Set<String> = []
    forEachName(in: input.source.bytes, at: input.path) { name in
      if let reference = reference(name, input), seen.insert(reference.model.id).inserted {
        references.append(reference)
      }
      return true
    }
    return references
  }

  /// Whether something stands in a comment that may be a name.
  private static func mayStand(in bytes: [UInt8], at path: FilePath) -> Bool {
    var stands = false
    forEachName(in: bytes, at: path) { _ in
      stands = true
      return false
    }
    return stands
  }

  /// Calls `body` for each `owner/name` of a publisher in a comment until it returns false.
  private static func forEachName(in bytes: [UInt8], at path: FilePath, _ body: (Range<Int>) -> Bool) {
    guard let signs = Signs(path) else { return }
    // The line that was looked at last, and where its comment begins.
    var (line, comment) = (0..<0, Int?.none)
    var last = 0
    owners.forEachMatch(in: bytes.span) { _, offset in
      guard offset >= last else { return true }
      if !line.contains(offset) {
        line = wholeLine(around: offset, after: line.upperBound, bytes)
        comment = signs.start(of: line, bytes)
      }
      guard let comment, offset >= comment, let name = name(at: offset, in: comment..<line.upperBound, bytes) else {
        return true
      }
      last = name.upperBound
      return body(name)
    }
  }

  /// The bytes of the line of `offset`, which does not begin before `first`.
  private static func wholeLine(around offset: Int, after first: Int, _ bytes: [UInt8]) -> Range<Int> {
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let start = bytes[first..<offset].lastIndex(where: isEnd).map { $0 + 1 } ?? first
    return start..<(bytes[offset...].firstIndex(where: isEnd) ?? bytes.count)
  }

  private static let owners = NeedleSet(SettingNeedles.owners, ignoresCase: true)

  private static func reference(_ range: Range<Int>, _ input: DetectionInput) -> ModelReference? {
    let text = input.source.string(in: range)
    let verdict = HubName.hasModelMarks(text) ? NameJudge.judge(text, in: .prose) : input.listedModel(text)
    guard let verdict, verdict.model.registry == .huggingface, !verdict.isPartial else { return nil }
    return input.reference(verdict.model, at: range, as: text, kind: .code, role: .mentioned, confidence: .low)
  }

  /// `owner/name` that begins at `start` and is no piece of a path, an address or a longer name.
  private static func name(at start: Int, in comment: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    if start > comment.lowerBound, !before.contains(bytes[start - 1]) { return nil }
    var end = start
    while end < comment.upperBound, end - start <= longest, ASCII.isWord(bytes[end]) || "-./".utf8.contains(bytes[end])
    {
      end += 1
    }
    if end < comment.upperBound, after.contains(bytes[end]) { return nil }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return start..<end
  }

  private static let longest = 200
  private static let before = Set(" \t\"'`([{<|,=#*".utf8)
  private static let after = Set("\\@:~${%*#(".utf8)

  /// How comments begin in a language.
  private struct Signs {
    private let isHash: Bool

    init?(_ path: FilePath) {
      switch path.fileExtension {
      case "json", "jsonc", "json5", "xml", "html", "plist", "md", "ipynb": return nil
      case "bash", "bzl", "cfg", "conf", "env", "ex", "exs", "fish", "hcl", "ini", "jl", "mk", "nix", "pl",
        "properties", "ps1",
        "py", "r", "rb", "sh", "tf", "tfvars", "toml", "yaml", "yml", "zsh", "":
        isHash = true
      default:
        isHash = path.lowercasedName.hasPrefix("dockerfile") || path.lowercasedName.hasPrefix(".env")
      }
    }

    /// Where the comment of a line begins, behind the sign.
    func start(of line: Range<Int>, _ bytes: [UInt8]) -> Int? {
      var isInQuotes = false
      var previous = UInt8(ascii: " ")
      var isFirst = true
      var offset = line.lowerBound
      while offset < line.upperBound {
        let byte = bytes[offset]
        if isHash {
          if byte == UInt8(ascii: "#"), !isInQuotes, ASCII.isBlank(previous) { return offset + 1 }
        } else if byte == UInt8(ascii: "/"), !isInQuotes, previous != UInt8(ascii: ":"), offset + 1 < line.upperBound,
          bytes[offset + 1] == UInt8(ascii: "/") || bytes[offset + 1] == UInt8(ascii: "*")
        {
          return offset + 2
        } else if byte == UInt8(ascii: "*"), isFirst {
          return offset + 1
        }
        if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { isInQuotes.toggle() }
        if !ASCII.isBlank(byte) { isFirst = false }
        previous = byte
        offset += 1
      }
      return nil
    }
  }
}
