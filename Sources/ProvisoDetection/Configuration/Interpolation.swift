/// What stands in for a variable that is not set: `model` of `${MODEL:-model}`.
enum Interpolation {
  /// The bytes of `text` that hold the value to judge: those of the default where all of `text` is one variable with a
  /// default, else all of it. Nil where a variable without default is all there is.
  ///
  /// Of a path whose last part is a variable, `/models/${FILE:-chat.gguf}`, the file that stands in for it.
  ///
  /// Known are `${NAME:-x}`, `${NAME-x}`, `${NAME:=x}` (shells, compose), `${NAME:x}` (Spring) and
  /// `${oc.env:NAME,x}` (Hydra), one inside the other, too.
  static func literal(in text: String) -> Range<Int>? {
    let bytes = Array(text.utf8)
    var range = 0..<bytes.count
    // Each turn takes off at least four bytes.
    while bytes[range].starts(with: "${".utf8), bytes[range].last == UInt8(ascii: "}") {
      guard isOneVariable(bytes[range]),
        let inner = fallback(bytes, range.lowerBound + 2..<range.upperBound - 1)
      else {
        break
      }
      range = inner
    }
    if let file = file(in: bytes, range) { return file }
    if range.count > 1, let first = bytes[range].first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      bytes[range].last == first
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    if bytes[range].starts(with: "$".utf8), bytes[range].dropFirst().allSatisfy(ASCII.isWord) {
      return nil
    }
    if bytes[range].starts(with: "${".utf8), isOneVariable(bytes[range]) { return nil }
    return range.isEmpty ? nil : range
  }

  /// `chat.gguf` of `/models/${FILE:-chat.gguf}`; nil for an address, and for what is no weight file.
  private static func file(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let first = bytes[range].first, first == UInt8(ascii: "/") || first == UInt8(ascii: "."),
      let variable = bytes[range].firstIndex(of: UInt8(ascii: "$")), bytes[variable - 1] == UInt8(ascii: "/"),
      bytes[variable..<range.upperBound].starts(with: "${".utf8), isOneVariable(bytes[variable..<range.upperBound]),
      let inner = fallback(bytes, variable + 2..<range.upperBound - 1),
      WeightNames.isFile(String(decoding: bytes[inner], as: UTF8.self))
    else { return nil }
    return inner
  }

  /// Whether the brace that is opened first is closed by the last byte.
  private static func isOneVariable(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index == bytes.index(before: bytes.endIndex) }
      }
    }
    return false
  }

  private static func fallback(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let name = bytes[range].prefix { ASCII.isWord($0) || $0 == UInt8(ascii: ".") }
    guard !name.isEmpty, name.endIndex < range.upperBound else { return nil }
    if name.elementsEqual("oc.env".utf8) {
      guard let comma = bytes[range].firstIndex(of: UInt8(ascii: ",")) else { return nil }
      var start = comma + 1
      while start < range.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
      return start..<range.upperBound
    }
    var start = name.endIndex
    guard bytes[start] == UInt8(ascii: ":") || bytes[start] == UInt8(ascii: "-") else { return nil }
    start += 1
    if start < range.upperBound, bytes[start - 1] == UInt8(ascii: ":"),
      bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "=")
    {
      start += 1
    }
    return start < range.upperBound ? start..<range.upperBound : nil
  }
}
