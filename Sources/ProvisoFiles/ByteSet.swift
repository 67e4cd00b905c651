/// A set of bytes: the character class of an ignore pattern.
struct ByteSet: Sendable {
  private var words = SIMD4<UInt64>(repeating: 0)

  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
  }

  mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  mutating func remove(_ byte: UInt8) {
    words[Int(byte >> 6)] &= ~(1 << UInt64(byte & 63))
  }

  mutating func insert(where belongs: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where belongs(byte) { insert(byte) }
  }

  mutating func invert() {
    words = ~words
  }

  /// Adds the ASCII members of a POSIX class such as `alpha`, as git has them.
  ///
  /// - Returns: false when there is no such class.
  mutating func insert(posixClass name: ArraySlice<UInt8>) -> Bool {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isUpper = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    let isAlpha = { (byte: UInt8) in isUpper(byte) || isLower(byte) }
    let isGraph = { (byte: UInt8) in (0x21...0x7E).contains(byte) }
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": insert { isAlpha($0) || isDigit($0) }
    case "alpha": insert(where: isAlpha)
    case "blank": insert { $0 == 0x20 || $0 == 0x09 }
    case "cntrl": insert { $0 < 0x20 || $0 == 0x7F }
    case "digit": insert(where: isDigit)
    case "graph": insert(where: isGraph)
    case "lower": insert(where: isLower)
    case "print": insert { isGraph($0) || $0 == 0x20 }
    case "punct": insert { isGraph($0) && !isAlpha($0) && !isDigit($0) }
    // Git's own isspace: no vertical tab, no form feed.
    case "space": insert { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    case "upper": insert(where: isUpper)
    case "xdigit": insert { isDigit($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
    default: return false
    }
    return true
  }
}
