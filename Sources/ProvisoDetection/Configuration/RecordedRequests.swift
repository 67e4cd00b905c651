internal import ProvisoCore
internal import ProvisoText

/// Requests to services and their answers as tests record them (`.httprr`, `.http`, VCR cassettes, streams): `"model": "…"` in JSON
/// anywhere in the text, also where its quotes are escaped.
///
/// Snapshots of tests (`.snap`) are read line by line, `"HF_MODEL_ID": "owner/name"`, by key and value.
///
/// A recording repeats a name on every line of an answer: the first place counts.
struct RecordedRequests: Detector {
  let id = "recorded-requests"
  let summary = "Recorded requests and answers of services: the model they name."
  let needles = ["model", "huggingface.co", "}}/"]

  var endings: Set<String> { ["bru", "cassette", "har", "http", "httprr", "rest", "snap", "sse", "txt"] }

  func wants(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "bru", "httprr", "http", "rest", "cassette", "har", "snap": true
    // Answers that tests keep.
    case "txt", "sse": path.scope == .test || Self.test.containsAny(in: path.directory.utf8.span)
    default: false
    }
  }

  private static let test = NeedleSet(["test"], ignoresCase: true)

  func detect(_ input: DetectionInput) -> Detections {
    if input.path.fileExtension == "snap" { return Detections(references: entries(input)) }
    var references = Self.references(in: 0..<input.source.bytes.count, of: input, kind: .configuration)
    if ["http", "rest"].contains(input.path.fileExtension) { references += variables(input) + addresses(input) }
    return Detections(references: references)
  }

  /// `"HF_MODEL_ID": "owner/name",` of a snapshot.
  private func entries(_ input: DetectionInput) -> [ModelReference] {
    var walk = SettingWalk(input, kind: .configuration)
    for number in 1...input.source.lineCount {
      guard let (key, value) = Self.entry(on: input.source.lineRange(number), input.source.bytes) else { continue }
      let text = DataNode(content: .scalar(.init(text: input.source.string(in: value), form: .string)), range: value)
      walk.setting(DataNode.Entry(key: input.source.string(in: key), keyRange: key, value: text))
    }
    return walk.detections.references
  }

  /// The bytes between the quotes of `"key": "value"`.
  private static func entry(on line: Range<Int>, _ bytes: [UInt8]) -> (key: Range<Int>, value: Range<Int>)? {
    let quote = UInt8(ascii: "\"")
    let text = bytes[line].drop(while: ASCII.isBlank)
    guard text.first == quote, text.count < 1_000, let end = text.dropFirst().firstIndex(of: quote) else { return nil }
    let rest = text[(end + 1)...]
    guard rest.starts(with: ": \"".utf8), let close = rest.dropFirst(3).firstIndex(of: quote),
      bytes[(close + 1)..<line.upperBound].allSatisfy({ $0 == UInt8(ascii: ",") || ASCII.isWhitespace($0) })
    else { return nil }
    return (text.startIndex + 1..<end, rest.startIndex + 3..<close)
  }

  /// `GET {{host}}/owner/name`, `GET https://huggingface.co/owner/name/resolve/main/model.gguf`
  private func addresses(_ input: DetectionInput) -> [ModelReference] {
    let bytes = input.source.bytes
    return (1...input.source.lineCount).flatMap { number -> [ModelReference] in
      let line = input.source.lineRange(number)
      guard let first = bytes[line].first, ASCII.isLetter(first) || first == UInt8(ascii: "{") else { return [] }
      return bytes[line].split(whereSeparator: ASCII.isBlank).prefix(2).compactMap { word -> ModelReference? in
        let text = input.source.string(in: word.startIndex..<word.endIndex)
        let part = MirroredAddress.name(in: text)
        let address = HubAddress.isHubHost(text) ? HubAddress.parse(text) : nil
        guard let id = part.map({ String(decoding: Array(text.utf8)[$0], as: UTF8.self) }) ?? address?.id else {
          return nil
        }
        let range = part.map { word.startIndex + $0.lowerBound..<word.startIndex + $0.upperBound }
        return input.reference(
          .huggingFace(id), revision: address?.revision.map(Revision.init(written:)) ?? .notApplicable,
          at: range ?? word.startIndex..<word.endIndex, as: part == nil ? text : id, kind: .configuration,
          confidence: part == nil ? .high : .medium)
      }
    }
  }

  /// `@model = owner/name` of what editors send.
  private func variables(_ input: DetectionInput) -> [ModelReference] {
    let (bytes, judge) = (input.source.bytes, SettingJudge(input: input, kind: .configuration))
    return (1...input.source.lineCount).flatMap { number -> [ModelReference] in
      let line = input.source.lineRange(number)
      guard bytes[line].first == UInt8(ascii: "@"), let equals = bytes[line].firstIndex(of: UInt8(ascii: "=")) else {
        return []
      }
      let name = CallArguments.trimmed(line.lowerBound + 1..<equals, bytes)
      let value = CallArguments.trimmed(equals + 1..<line.upperBound, bytes)
      guard !name.isEmpty, bytes[name].allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: "-") }) else { return [] }
      let keys = [SettingKey(input.source.string(in: name))]
      return judge.references(
        input.source.string(in: value), at: value, whole: value, place: SettingJudge.place(of: keys), keys: keys)
    }
  }

  /// The models under model keys of JSON somewhere in `range`, each once.
  static func references(
    in range: Range<Int>, of input: DetectionInput, kind: ReferenceKind, role: Role? = nil
  ) -> [ModelReference] {
    let bytes = input.source.bytes
    var found: [ModelReference] = []
    var seen: Set<String> = []
    var offset = range.lowerBound
    while offset < range.upperBound,
      let colon = bytes[offset..<range.upperBound].firstIndex(of: UInt8(ascii: ":"))
    {
      offset = colon + 1
      guard let key = key(endingAt: colon, in: bytes, from: range.lowerBound),
        NameWords.meaning(of: bytes.span, key) == .model,
        let value = value(startingAt: colon + 1, in: bytes, to: range.upperBound)
      else { continue }
      offset = value.upperBound
      let text = input.source.string(in: value)
      guard !seen.contains(text) else { continue }
      let judge = SettingJudge(input: input, kind: kind)
      let references = judge.references(
        text, at: value, whole: value,
        place: SettingJudge.place(of: [SettingKey(input.source.string(in: key))]), keys: [],
        role: role)
      if !references.isEmpty { seen.insert(text) }
      found += references
    }
    return found
  }

  /// `"key"` or `\"key\"` before a colon.
  private static func key(endingAt colon: Int, in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard colon > start, bytes[colon - 1] == UInt8(ascii: "\"") else { return nil }
    var end = colon - 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    var first = end
    while first > start, ASCII.isWord(bytes[first - 1]), end - first <= 64 { first -= 1 }
    guard first > start, first < end, bytes[first - 1] == UInt8(ascii: "\"") else { return nil }
    return first..<end
  }

  private static func value(startingAt start: Int, in bytes: [UInt8], to limit: Int) -> Range<Int>? {
    var offset = start
    while offset < limit, ASCII.isBlank(bytes[offset]) || bytes[offset] == UInt8(ascii: "\\") {
      offset += 1
    }
    guard offset < limit, bytes[offset] == UInt8(ascii: "\"") else { return nil }
    let first = offset + 1
    var end = first
    while end < limit, end - first <= 200, bytes[end] != UInt8(ascii: "\""),
      bytes[end] != UInt8(ascii: "\\"),
      bytes[end] >= 0x20
    {
      end += 1
    }
    guard end < limit, end > first,
      bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "\\")
    else {
      return nil
    }
    return first..<end
  }
}
