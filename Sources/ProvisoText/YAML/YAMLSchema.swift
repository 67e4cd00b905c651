/// The core schema: what a scalar is when nobody says so (YAML 1.2.2 section 10.3.2).
enum YAMLSchema {
  /// The form of a scalar. A tag counts if the text fits it; tags that are not of the core schema mean a string.
  static func form(of text: String, tag: String?, isPlain: Bool) -> DataNode.Form {
    guard let tag else { return isPlain ? form(ofPlain: text) : .string }
    let form = form(ofPlain: text)
    switch (tag, form) {
    case ("tag:yaml.org,2002:null", .null), ("tag:yaml.org,2002:bool", .boolean),
      ("tag:yaml.org,2002:int", .integer), ("tag:yaml.org,2002:float", .decimal):
      return form
    case ("tag:yaml.org,2002:float", .integer): return .decimal
    default: return .string
    }
  }

  static func form(ofPlain text: String) -> DataNode.Form {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .boolean(true)
    case "false", "False", "FALSE": .boolean(false)
    case ".nan", ".NaN", ".NAN": .decimal
    default: numberForm(text.utf8)
    }
  }

  private static func numberForm(_ text: String.UTF8View) -> DataNode.Form {
    guard let first = text.first, isDigit(first) || first == 0x2B || first == 0x2D || first == 0x2E else {
      return .string
    }
    if text.starts(with: "0x".utf8) {
      let digits = text.dropFirst(2)
      return !digits.isEmpty && digits.allSatisfy(isHexDigit) ? .integer : .string
    }
    if text.starts(with: "0o".utf8) {
      let digits = text.dropFirst(2)
      return !digits.isEmpty && digits.allSatisfy { (0x30...0x37).contains($0) } ? .integer : .string
    }
    var rest = text[...]
    if first == 0x2B || first == 0x2D { rest.removeFirst() }
    if rest.elementsEqual(".inf".utf8) || rest.elementsEqual(".Inf".utf8) || rest.elementsEqual(".INF".utf8) {
      return .decimal
    }
    let whole = skipDigits(&rest)
    if rest.isEmpty { return whole > 0 ? .integer : .string }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = skipDigits(&rest)
    }
    guard whole + fraction > 0 else { return .string }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard skipDigits(&rest) > 0 else { return .string }
    }
    return rest.isEmpty ? .decimal : .string
  }

  private static func skipDigits(_ rest: inout Substring.UTF8View) -> Int {
    let digits = rest.prefix(while: isDigit).count
    rest.removeFirst(digits)
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

  /// The tag that a node is written with, where it is none of the core schema: `!!python/object`, `!Ref`.
  static func otherTag(in node: ArraySlice<UInt8>) -> String? {
    var rest = node
    if rest.first == UInt8(ascii: "&") { rest = rest.drop { !isBlank($0) }.drop { isBlank($0) } }
    guard rest.first == UInt8(ascii: "!") else { return nil }
    let tag = rest.prefix(80).prefix { !isBlank($0) && !",[]{}".utf8.contains($0) }
    let text = String(decoding: tag, as: UTF8.self)
    return coreTags.contains(text) ? nil : text
  }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

  private static let coreTags: Set<String> = [
    "!", "!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq",
  ]
}
