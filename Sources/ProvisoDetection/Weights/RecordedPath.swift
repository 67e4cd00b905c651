internal import ProvisoText

/// Paths in JSON that say that files are there, and use none: reports, indexes, baselines of other tools.
enum RecordedPath {
  /// Whether the document is a report of this tool or a bill of materials.
  static func isReport(_ source: SourceText) -> Bool {
    guard let root = try? JSONReader.read(source).root else { return false }
    return !RecordedKeys.keys(of: root).isEmpty || root["$schema"]?.string?.contains("sarif") == true
  }

  /// Whether a path that ends at or behind `range` is the address of a finding, or stands beside what only a record says of a file: its
  /// line, its fingerprint, or, under a name that says nothing of models, its hash or size. A key is one where its value says no more
  /// than that.
  static func isOne(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    if let value = value(ofKey: range.upperBound, in: bytes) {
      guard bytes[value] == UInt8(ascii: "{") else { return true }
      let object = value..<min(value + reach, bytes[value...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count)
      return [ofFindings, ofContents].contains { hasKey($0, in: object, of: bytes) }
        || hasNumber(ofSizes, in: object, of: bytes)
    }
    let key = SettingAround.word(before: range.lowerBound, in: bytes)
    if ["artifactlocation", "location", "uri"].contains(key) { return true }
    guard let object = object(around: range, in: bytes) else { return false }
    if hasKey(ofFindings, in: object, of: bytes) { return true }
    return generalKeys.contains(key) && !isOfModels(object.lowerBound, bytes)
      && (hasKey(ofContents, in: object, of: bytes) || hasNumber(ofSizes, in: object, of: bytes))
  }

  private static let generalKeys: Set<String> = [
    "", "entry", "file", "filename", "filepath", "key", "name", "path", "relpath", "source",
  ]
  private static let ofFindings = ["fingerprint", "lineno", "rule", "ruleid", "rule_id", "severity"]
  private static let ofContents = ["checksum", "digest", "etag", "hash", "md5", "oid", "sha1", "sha256", "sha512"]
  private static let ofSizes = ["bytes", "line", "size", "startline"]
  /// Nobody writes more about one file.
  private static let reach = 600

  /// Where the value of a key begins whose text goes on at `end`; nil for what is no key.
  private static func value(ofKey end: Int, in bytes: [UInt8]) -> Int? {
    let rest = bytes[end...].prefix(300).drop { $0 != UInt8(ascii: "\"") && $0 != 0x0A }
    guard rest.first == UInt8(ascii: "\""),
      let colon = rest.dropFirst().firstIndex(where: { !ASCII.isWhitespace($0) }), bytes[colon] == UInt8(ascii: ":")
    else { return nil }
    return rest[(colon + 1)...].firstIndex { !ASCII.isWhitespace($0) }
  }

  /// What stands between the braces around the path.
  private static func object(around range: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    var start = range.lowerBound
    var depth = 0
    while start > 0, range.lowerBound - start < reach, depth >= 0 {
      start -= 1
      if bytes[start] == UInt8(ascii: "}") { depth += 1 }
      if bytes[start] == UInt8(ascii: "{") { depth -= 1 }
    }
    var end = range.upperBound
    guard depth < 0 else { return nil }
    depth = 0
    while end < bytes.count, end - range.upperBound < reach, depth >= 0 {
      if bytes[end] == UInt8(ascii: "{") { depth += 1 }
      if bytes[end] == UInt8(ascii: "}") { depth -= 1 }
      end += 1
    }
    return start..<end
  }

  private static func hasKey(_ keys: [String], in object: Range<Int>, of bytes: [UInt8]) -> Bool {
    !values(of: keys, in: object, of: bytes).isEmpty
  }

  private static func hasNumber(_ keys: [String], in object: Range<Int>, of bytes: [UInt8]) -> Bool {
    values(of: keys, in: object, of: bytes).contains { ASCII.isDigit(bytes[$0]) }
  }

  /// The places of the values that keys of the object have.
  private static func values(of keys: [String], in object: Range<Int>, of bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var offset = object.lowerBound
    while let open = bytes[offset..<object.upperBound].firstIndex(of: UInt8(ascii: "\"")),
      let close = bytes[(open + 1)..<object.upperBound].firstIndex(of: UInt8(ascii: "\""))
    {
      offset = close + 1
      guard let colon = bytes[offset..<object.upperBound].firstIndex(where: { !ASCII.isWhitespace($0) }),
        bytes[colon] == UInt8(ascii: ":"),
        let value = bytes[(colon + 1)..<object.upperBound].firstIndex(where: { !ASCII.isWhitespace($0) })
      else { continue }
      let key = ASCII.lowercased(String(decoding: bytes[open + 1..<close], as: UTF8.self))
      if keys.contains(key) { found.append(value) }
    }
    return found
  }

  /// `"models": [{` before the object: what lists models is loaded from.
  private static func isOfModels(_ open: Int, _ bytes: [UInt8]) -> Bool {
    var start = open
    var depth = 0
    // Back over the objects before it in the list, to the key that the list has.
    while start > 0, open - start < reach {
      start -= 1
      let byte = bytes[start]
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth += 1 }
      if byte == UInt8(ascii: "{") { depth -= 1 }
      if byte == UInt8(ascii: "[") { depth -= 1 }
      if depth < 0 { break }
    }
    let before = bytes[max(0, start - 80)..<(depth < 0 ? start : open)]
    let words = String(decoding: before, as: UTF8.self).split { !$0.isLetter }
    return words.last.map { word in
      ["model", "weight", "checkpoint", "adapter"].contains { word.lowercased().contains($0) }
    } == true
  }
}
