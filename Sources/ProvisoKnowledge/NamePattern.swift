/// A name in lower case in which `*` stands for any run of characters.
struct NamePattern: Sendable {
  private let bytes: [UInt8]

  init(_ pattern: String) {
    bytes = Array(pattern.utf8)
  }

  func matches(_ name: String) -> Bool { matches(Array(name.utf8)) }

  /// Greedy matching with one point to return to: linear in practice, never exponential.
  func matches(_ text: [UInt8]) -> Bool {
    var patternIndex = 0
    var textIndex = 0
    var star: (pattern: Int, text: Int)?
    while textIndex < text.count {
      if patternIndex < bytes.count, bytes[patternIndex] == UInt8(ascii: "*") {
        star = (patternIndex + 1, textIndex)
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
}
