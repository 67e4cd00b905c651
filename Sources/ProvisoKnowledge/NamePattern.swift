/// A name in lower case in which `*` stands for any run of characters, but behind a digit for none that goes on with the number:
/// `glm-5*` is `glm-5-air` and neither `glm-5.3` nor `glm-51`, which are other generations than the one that was looked at.
struct NamePattern: Sendable {
  private let bytes: [UInt8]
  private let acrossVersions: Bool

  /// - Parameter acrossVersions: Whether `*` goes on with numbers as well: for what a name may mean, never for what a license covers.
  init(_ pattern: String, acrossVersions: Bool = false) {
    bytes = Array(pattern.utf8)
    self.acrossVersions = acrossVersions
  }

  func matches(_ name: String) -> Bool { matches(Array(name.utf8)) }

  /// Greedy matching with one point to return to: linear in practice, never exponential.
  func matches(_ text: [UInt8]) -> Bool {
    var patternIndex = 0
    var textIndex = 0
    var star: (pattern: Int, text: Int)?
    while textIndex < text.count {
      if patternIndex < bytes.count, bytes[patternIndex] == UInt8(ascii: "*") {
        if !goesOnWithNumber(before: patternIndex, text, textIndex) { star = (patternIndex + 1, textIndex) }
        patternIndex += 1
      } else if patternIndex < bytes.count, bytes[patternIndex] == text[textIndex] {
        patternIndex += 1
        textIndex += 1
      } else if let (afterStar, from) = star {
        star = (afterStar, from + 1)
        patternIndex = afterStar
        textIndex = from + 1
      } else {
        return false
      }
    }
    return bytes[patternIndex...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether the pattern has a digit before the star at `star` and the text goes on from `index` with another digit, or with a
  /// point or a low line and a digit: the star then stands for nothing.
  private func goesOnWithNumber(before star: Int, _ text: [UInt8], _ index: Int) -> Bool {
    guard !acrossVersions, star > 0, Self.isDigit(bytes[star - 1]) else { return false }
    if Self.isDigit(text[index]) { return true }
    return (text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: "_")) && index + 1 < text.count
      && Self.isDigit(text[index + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
