package import ProvisoText

/// A word of a command, wherever the command stands: in a script, in a list of YAML or JSON, in a line of a document.
package struct CommandWord: Sendable {
  package let text: String
  /// Where each byte of the text stands; nil where the text stands there in another form (escapes, a folded block).
  let offsets: [Int]?
  private let whole: Range<Int>

  package init(_ word: ShellWord) {
    text = Self.withSlashes(word.text)
    offsets = word.offsets
    whole = word.range()
  }

  /// `../models/chat.gguf` of `..\models\chat.gguf`: a path of Windows, not what has escapes in it.
  private static func withSlashes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")),
      text.utf8.allSatisfy({ ASCII.isWord($0) || "\\/.-:=~ ()".utf8.contains($0) })
    else { return text }
    return String(
      decoding: text.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }

  /// A scalar of a list such as `["vllm", "serve", "…"]`; nil for what is no scalar.
  init?(_ node: DataNode, _ input: DetectionInput) {
    guard let text = node.text else { return nil }
    self.text = text
    if let range = input.textRange(of: node) {
      offsets = Array(range)
      whole = range
    } else {
      offsets = nil
      whole = node.range
    }
  }

  /// The bytes of the file that a part of the text (counted in bytes) stands in.
  func range(_ part: Range<Int>) -> Range<Int> {
    guard let offsets, part.lowerBound < part.upperBound, part.upperBound <= offsets.count else {
      return whole
    }
    return offsets[part.lowerBound]..<offsets[part.upperBound - 1] + 1
  }

  var range: Range<Int> { range(0..<text.utf8.count) }

  /// `ollama` of `/usr/bin/ollama` and `ollama.exe`, and of `@ollama` in a Makefile.
  var commandName: String {
    // What is longer is no command, and to fold it anew for each word after it takes forever.
    guard text.utf8.count <= Self.longestCommand else { return "" }
    let name = FilePath(text).lowercasedName.drop { "@-+".contains($0) }
    for ending in [".exe", ".py", ".cmd", ".sh"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.utf8.count))
    }
    return String(name)
  }

  private static let longestCommand = 1_024

  /// The bytes from the first of the text to the last, with what stands there between them: backslashes before the end of a line.
  var writtenRange: Range<Int>? {
    guard let offsets, let first = offsets.first, let last = offsets.last else { return nil }
    return first..<last + 1
  }

  /// Whether the text is one contiguous piece of the file, so that it can be read again as a script.
  var contiguousRange: Range<Int>? {
    guard let offsets, let first = offsets.first, let last = offsets.last,
      last - first == offsets.count - 1
    else {
      return nil
    }
    return first..<last + 1
  }
}

extension DetectionInput {
  /// The bytes of a scalar's text without quotes, anchor and tag; nil where it stands there in another form.
  func textRange(of node: DataNode) -> Range<Int>? {
    guard let text = node.scalar?.text.utf8, !text.isEmpty else { return nil }
    let range = node.range.clamped(to: 0..<source.bytes.count)
    let bytes = source.bytes
    var end = range.upperBound
    while end > range.lowerBound,
      bytes[end - 1] == UInt8(ascii: "\"") || bytes[end - 1] == UInt8(ascii: "'") || bytes[end - 1] == UInt8(ascii: "`")
    {
      // The text itself may end in a quote.
      if end - text.count >= range.lowerBound, bytes[end - text.count..<end].elementsEqual(text) {
        break
      }
      end -= 1
    }
    let start = end - text.count
    guard start >= range.lowerBound, bytes[start..<end].elementsEqual(text) else { return nil }
    return start..<end
  }
}
