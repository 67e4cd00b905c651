internal import ProvisoCore
internal import ProvisoText

/// Paths of weight files in code and configuration: `model_path: models/chat.gguf`. Resolution keeps those that lead to a
/// file of the tree, so a path to somewhere else is no model here. `.pt` and other short extensions are left to the detectors
/// of code.
struct WeightPaths: Detector {
  let id = "weight-paths"
  let summary = "Paths in code and configuration that lead to weights of the tree."
  let needles = Self.extensions.map { "." + $0 }

  /// A needle as short as `.pt` would slow the search of every file.
  private static let extensions = [
    "ckpt", "gguf", "safetensors", "onnx", "tflite", "mlmodel", "mlpackage", "mlmodelc", "llamafile", "keras",
    "torchscript",
  ]
  private static let marks = NeedleSet(extensions.map { "." + $0 }, ignoresCase: true)
  private static let files: [String: ReferenceKind] = [
    "yaml": .configuration, "yml": .configuration, "json": .configuration, "toml": .configuration,
    "ini": .configuration, "cfg": .configuration, "conf": .configuration, "env": .environment, "sh": .shell,
    "py": .code, "swift": .code, "js": .code, "mjs": .code, "ts": .code, "tsx": .code, "kt": .code, "java": .code,
    "go": .code, "rs": .code, "cs": .code, "cpp": .code, "cc": .code, "c": .code, "h": .code, "m": .code, "mm": .code,
    "rb": .code, "dart": .code, "php": .code, "scala": .code, "jl": .code, "r": .code, "modelfile": .modelfile,
    "dockerfile": .dockerfile, "pbxproj": .configuration,
  ]
  /// Of the other languages, without those that pages are written in.
  private static let code = WordTable(
    CodeLanguage.all.filter { $0.name != "javascript" }.flatMap(\.extensions).filter { files[$0] == nil })
  private static let names: [String: ReferenceKind] = [
    "dockerfile": .dockerfile, "containerfile": .dockerfile, "modelfile": .modelfile, ".env": .environment,
    "makefile": .shell,
  ]
  private static let hubPrefix = Array("huggingface:".utf8)[...]
  private static let mostPaths = 1_000
  private static let longestPath = 300

  func wants(_ path: FilePath) -> Bool {
    // An index speaks of weights without using them.
    guard !path.lowercasedName.hasSuffix(".index.json") else { return false }
    // Lock files, vocabularies and expected results are nobody's configuration.
    if path.fileExtension == "json" { return JSONSettings().wants(path) && !JSONSettings.isOutput(path) }
    return Self.kind(of: path) != nil
  }

  static func kind(of path: FilePath) -> ReferenceKind? {
    names[path.lowercasedName] ?? files[path.fileExtension] ?? (code.contains(path.fileExtension) ? .code : nil)
      ?? (path.lowercasedName.hasPrefix("dockerfile.") ? .dockerfile : nil)
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let kind = Self.kind(of: input.path) else { return Detections() }
    let bytes = input.source.bytes
    guard !Self.isReport(bytes) else { return Detections() }
    let isJSON = input.path.fileExtension == "json"
    let isProject = input.path.fileExtension == "pbxproj"
    var references: [ModelReference] = []
    var last = 0
    Self.marks.forEachMatch(in: bytes.span) { _, offset in
      guard offset >= last, let range = Self.path(around: offset, in: bytes, isConfiguration: kind == .configuration)
      else { return true }
      last = range.upperBound
      guard !Self.isPartOfHubModel(range, in: bytes), kind != .code || !Self.isMember(range, in: bytes),
        kind != .code || !Self.isWritten(range, in: bytes), !isProject || Self.isFileReference(range, in: bytes)
      else { return true }
      let text = input.source.string(in: range)
      // `huggingface.co/…` is an address, which the detectors of names have.
      guard !WeightNames.isForm(FilePath(text)), !NameJudge.isPlaceholder(FilePath(text).name),
        !text.contains("/redacted/"), !HubAddress.isHubHost(text),
        !Self.isOther(text, range, in: bytes),
        kind != .shell || !Self.isMoved(range, in: input.source)
      else { return true }
      let repository = SlashName.repository(ofFile: text)
      // What of the hub is recorded so, is fetched.
      if repository == nil, isJSON, RecordedPath.isOne(range, in: bytes) { return true }
      let isMention = kind == .code && Self.isInComment(range, in: input.source)
      references.append(
        ModelReference(
          // `owner/name/file.gguf` is a file of the hub's, or of a folder that is called so.
          model: repository.map(ModelName.huggingFace) ?? .local(text),
          location: input.location(range), asWritten: text, kind: kind,
          role: isMention ? .mentioned : .used, scope: input.path.scope, confidence: isMention ? .low : .medium))
      return references.count < Self.mostPaths
    }
    let isCut = references.count >= Self.mostPaths
    return Detections(
      references: references,
      notifications: isCut
        ? [input.notification(.warning, "Only its first \(Self.mostPaths) paths to weights were taken.")] : [])
  }

  /// `path = chat.gguf;` of an Xcode project: what an application is built with, also where the weights are not in the tree. The
  /// project names each file again in comments and lists.
  private static func isFileReference(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var end = range.lowerBound
    if end > 0, bytes[end - 1] == UInt8(ascii: "\"") { end -= 1 }
    return bytes[..<end].suffix(projectKey.count).elementsEqual(projectKey)
  }

  private static let projectKey = Array("path = ".utf8)

  /// A report of this tool names what it found.
  private static func isReport(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(400), as: UTF8.self)
    return head.contains("\"schemaVersion\"") && head.contains("\"proviso\"")
  }

  /// The path whose extension begins at `dot`; nil for an address, a template, or another word that goes on, and in a configuration for
  /// a path of Windows, which is read there with the key above it.
  private static func path(around dot: Int, in bytes: [UInt8], isConfiguration: Bool) -> Range<Int>? {
    var end = dot + 1
    while end < bytes.count, ASCII.isWord(bytes[end]) { end += 1 }
    let name = ASCII.lowercased(String(decoding: bytes[(dot + 1)..<end], as: UTF8.self))
    guard extensions.contains(name) else { return nil }
    if end < bytes.count,
      [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "*")].contains(bytes[end])
    {
      return nil
    }
    var start = dot
    while start > 0, dot - start <= longestPath, isPathByte(bytes[start - 1]) { start -= 1 }
    // `D:\\models\\chat.gguf`
    if start > 0, isConfiguration, bytes[start - 1] == UInt8(ascii: "\\") || isBehindDrive(start, in: bytes) {
      return nil
    }
    guard start < dot, dot - start <= longestPath, bytes[start] != UInt8(ascii: "-"),
      // `name + "_q4.gguf"`: the end of a name.
      !(bytes[start] == UInt8(ascii: "_") && start > 0 && isQuote(bytes[start - 1]))
    else { return nil }
    // `https://`, `${MODELS}/`, `{name}`, `*` and their like.
    if start > 0,
      [UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "%")].contains(
        bytes[start - 1]),
      bytes[start] == UInt8(ascii: "/") || bytes[start - 1] != UInt8(ascii: ":") || isBehindName(start, in: bytes)
    {
      return nil
    }
    return start..<end
  }

  /// `D:/My Models/chat.gguf`: a blank stands in a path of Windows.
  private static func isBehindDrive(_ start: Int, in bytes: [UInt8]) -> Bool {
    guard bytes[start - 1] == UInt8(ascii: " ") else { return false }
    var offset = start - 1
    while offset > 1, start - offset <= longestPath, bytes[offset] != 0x0A, !isQuote(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: ":"),
        bytes[offset + 1] == UInt8(ascii: "/") || bytes[offset + 1] == UInt8(ascii: "\\"),
        ASCII.isLetter(bytes[offset - 1]), !ASCII.isWord(bytes[offset - 2])
      {
        return true
      }
      offset -= 1
    }
    return false
  }

  /// `localhost:8080/…`: digits behind a host; `owner/name::file`: a part of a model that is named.
  private static func isBehindName(_ start: Int, in bytes: [UInt8]) -> Bool {
    guard start > 1 else { return false }
    if bytes[start - 2] == UInt8(ascii: ":") { return true }
    // `huggingface:owner/name/file.gguf`
    if [hubPrefix, hubPrefix.suffix(3)].contains(where: { bytes[..<start].suffix($0.count).elementsEqual($0) }) {
      return true
    }
    guard ASCII.isWord(bytes[start - 2]) else { return false }
    let digits = bytes[start...].prefix(while: ASCII.isDigit)
    return (2...5).contains(digits.count) && digits.endIndex < bytes.count
      && bytes[digits.endIndex] == UInt8(ascii: "/")
  }

  /// `torch.onnx`, `args.onnx`: outside of quotes it is what an expression of code takes out of something.
  private static func isMember(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard !bytes[range].contains(UInt8(ascii: "/")), !bytes[range].contains(UInt8(ascii: "-")) else { return false }
    guard range.lowerBound > 0 else { return true }
    let before = bytes[range.lowerBound - 1]
    return !isQuote(before) && before != UInt8(ascii: "`")
  }

  /// `torch.onnx.export(model, x, "a.onnx")`, `model.save("a.keras")`: what a call writes.
  private static func isWritten(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var (offset, depth) = (range.lowerBound, 0)
    let first = max(0, offset - longestCall)
    while offset > first {
      offset -= 1
      if bytes[offset] == UInt8(ascii: ")") { depth += 1 }
      guard bytes[offset] == UInt8(ascii: "(") else { continue }
      if depth > 0 {
        depth -= 1
        continue
      }
      var start = offset
      while start > 0, ASCII.isWord(bytes[start - 1]) { start -= 1 }
      return writers.contains(bytes.span, start..<offset)
    }
    return false
  }

  private static let writers = WordTable(
    "export export_onnx onnx_export save save_file save_model save_pretrained save_to savez save_weights write_gguf")

  /// `com.acme.sherpa.onnx` is a package; of `"step=2-last.ckpt"` the name begins before the sign.
  private static func isOther(_ text: String, _ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    if !text.contains("/"), ["com.", "org.", "io.", "net."].contains(where: text.hasPrefix) { return true }
    if WeightNames.isLogTag(text) || WeightNames.isMediaType(text) { return true }
    return range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "=")
      && ASCII.isDigit(bytes[range.lowerBound])
  }

  /// `rm -f a.onnx`, `mv a.onnx b.onnx`, `echo "- a.onnx"`: nothing is loaded.
  private static func isMoved(_ range: Range<Int>, in source: SourceText) -> Bool {
    let line = source.lineRange(source.lineNumber(at: range.lowerBound))
    let word = source.bytes[line].drop(while: ASCII.isBlank).prefix { !ASCII.isBlank($0) }
    if word.elementsEqual("echo".utf8) { return !source.bytes[line].contains { ">|".utf8.contains($0) } }
    return ["rm", "mv", "ls", "du"].contains { word.elementsEqual($0.utf8) }
  }

  /// Whether the line begins as a comment (`///`, ` * `, `#`), or one begins on it before the path. Far from the beginning of a line
  /// nothing is a comment, but a part of what was written by a machine.
  static func isInComment(_ range: Range<Int>, in source: SourceText) -> Bool {
    let bytes = source.bytes
    let line = source.lineRange(source.lineNumber(at: range.lowerBound))
    guard range.lowerBound - line.lowerBound <= longestComment else { return false }
    let before = bytes[line.lowerBound..<range.lowerBound].drop(while: ASCII.isBlank)
    guard let first = before.first else { return false }
    if before.starts(with: "//".utf8) || before.starts(with: "/*".utf8) { return true }
    // `#define`, `#include` of C are no comments.
    if first == UInt8(ascii: "#") { return !isDirective(before.dropFirst()) }
    if first == UInt8(ascii: "*"), before.dropFirst().first.map(ASCII.isBlank) ?? true { return true }
    // `load(x) // was a.gguf`: outside of quotes.
    guard !before.contains(where: isQuote) else { return false }
    return before.indices.dropLast().contains { before[$0] == UInt8(ascii: "/") && before[$0 + 1] == UInt8(ascii: "/") }
  }

  private static func isDirective(_ rest: ArraySlice<UInt8>) -> Bool {
    let word = rest.drop(while: ASCII.isBlank).prefix(while: ASCII.isLetter)
    return ["define", "embed", "include"].contains { word.elementsEqual($0.utf8) }
  }

  /// Whether the file is given to a call beside a model of the hub: `hf_hub_download("owner/name", "file.gguf")`.
  private static func isPartOfHubModel(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard range.lowerBound > 0, isQuote(bytes[range.lowerBound - 1]),
      !bytes[range].contains(UInt8(ascii: "/"))
    else { return false }
    return hasHubName(bytes, from: range.lowerBound - 1, by: -1) || hasHubName(bytes, from: range.upperBound + 1, by: 1)
  }

  /// Whether `owner/name` stands in quotes between `start` and the bracket that the call opens or closes with.
  private static func hasHubName(_ bytes: [UInt8], from start: Int, by step: Int) -> Bool {
    let (closing, opening) = step < 0 ? (UInt8(ascii: "("), UInt8(ascii: ")")) : (UInt8(ascii: ")"), UInt8(ascii: "("))
    var depth = 0
    var offset = start + (step < 0 ? -1 : 0)
    var quote: Int?
    for _ in 0..<longestCall {
      guard bytes.indices.contains(offset) else { return false }
      let byte = bytes[offset]
      if isQuote(byte) {
        if let other = quote {
          let text = min(offset, other) + 1..<max(offset, other)
          if text.count <= 120, bytes[text].contains(UInt8(ascii: "/")),
            HubName.isID(String(decoding: bytes[text], as: UTF8.self))
          {
            return true
          }
          quote = nil
        } else {
          quote = offset
        }
      } else if quote == nil {
        if byte == opening { depth += 1 }
        if byte == closing {
          if depth == 0 { return false }
          depth -= 1
        }
      }
      offset += step
    }
    return false
  }

  private static let longestCall = 300
  private static let longestComment = 2_000
  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte >= 0x80
  }
}
