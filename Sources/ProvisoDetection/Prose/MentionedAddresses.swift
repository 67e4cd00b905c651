internal import ProvisoCore
internal import ProvisoText

/// Addresses of the hub in comments and sentences of code, scripts and settings, which mention a model: `# weights:
/// https://huggingface.co/owner/name`, `"help": "Accept the terms at https://huggingface.co/owner/name first."`.
///
/// It gives way to the others: what they say of a model in the file, whichever way it is named there, says more. Translations and
/// what tests expect are not looked through.
struct MentionedAddresses: Detector {
  let id = "mentioned-addresses"
  let summary = "Addresses of the hub in comments and sentences of code, scripts and settings."
  let needles = ["huggingface.co/", "hf.co/"]
  let yieldsToOthers = true

  private static let code = SourceCode()
  private static let others: [any Detector] = [JSONSettings(), MarkupSettings(), code]

  func wants(_ path: FilePath) -> Bool {
    let isWanted = Self.others.contains { $0.wants(path) } || CommentedNames.isSettings(path)
    return isWanted && !JSONSettings.isOutput(path)
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    // Settings that are larger are told by their own detectors.
    bytes.count <= SettingNeedles.maximumBytes || Self.code.wants(path)
  }

  func detect(_ input: DetectionInput) -> Detections {
    let bytes = input.source.bytes
    var references: [ModelReference] = []
    var seen: Set<String> = []
    var last = 0
    Self.hosts.forEachMatch(in: bytes.span) { _, offset in
      guard offset >= last else { return true }
      let line = input.source.lineRange(input.source.lineNumber(at: offset))
      var start = offset
      while start > line.lowerBound, Self.isAddressByte(bytes[start - 1]), offset - start < Self.longestHost {
        start -= 1
      }
      let end = Mention.endOfAddress(at: offset, before: line.upperBound, in: bytes)
      last = end
      // Cut by the end of a line that goes on.
      guard end >= line.upperBound || bytes[end] != UInt8(ascii: "\\") || end + 1 < line.upperBound,
        !Self.isValue(start..<end, on: line, bytes),
        var reference = Mention.reference(start..<end, of: input, scope: input.path.scope),
        seen.insert(reference.model.id).inserted
      else { return true }
      reference.kind = .code
      reference.confidence = .low
      references.append(reference)
      return true
    }
    return Detections(references: references)
  }

  /// Whether the address is all of a value, which the others have judged: `"license": "https://huggingface.co/owner/name"`.
  private static func isValue(_ address: Range<Int>, on line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[line.lowerBound..<address.lowerBound]
    let after = bytes[address.upperBound..<line.upperBound]
    if let first = before.last, let last = after.first {
      if "\"'`".utf8.contains(first), last == first { return true }
      if first == UInt8(ascii: ">"), last == UInt8(ascii: "<") { return true }
    }
    guard after.allSatisfy({ ASCII.isWhitespace($0) || $0 == UInt8(ascii: ",") }),
      let mark = before.last(where: { !ASCII.isBlank($0) }), ":=".utf8.contains(mark)
    else { return false }
    let start = before.drop(while: ASCII.isBlank)
    return !comments.contains { start.starts(with: $0) } && !start.contains(UInt8(ascii: "#"))
  }

  private static let comments = ["#", "//", ";", "--", "*", "<!--", "%"].map { Array($0.utf8) }
  private static let hosts = NeedleSet(["huggingface.co/", "hf.co/"])
  /// `https://api-inference.`
  private static let longestHost = 32

  private static func isAddressByte(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || "-./:".utf8.contains(byte) }
}
