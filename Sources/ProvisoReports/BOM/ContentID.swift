/// An identity made of what a document holds, so that the same content has the same on every machine and day.
struct ContentID {
  /// Stands in a document for its own identity while that is computed.
  static let placeholder = "00000000-0000-8000-8000-000000000000"

  private var one: UInt64 = 0xCBF2_9CE4_8422_2325
  private var two: UInt64 = 0x6C62_272E_07BB_0142

  /// The identity of a document that is written once with ``placeholder`` for it.
  static func of(_ document: JSONValue) -> String {
    var id = Self()
    JSONWriter.write(document) { id.add($0) }
    return id.uuid
  }

  /// Two 64-bit FNV-1a hashes. Nobody gains from a collision, so it need not withstand an attacker.
  private mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      one = (one ^ UInt64(byte)) &* 0x100_0000_01B3
      two = (two ^ UInt64(byte ^ 0x5A)) &* 0x100_0000_01B3
    }
  }

  /// A UUID (RFC 9562, version 8).
  private var uuid: String {
    let version = one & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    let variant = two & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Array((Self.hexadecimal(version) + Self.hexadecimal(variant)).utf8)
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: digits[$0], as: UTF8.self) }
    return groups.joined(separator: "-")
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
