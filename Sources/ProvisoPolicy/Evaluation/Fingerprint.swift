/// An identity that survives moved lines.
enum Fingerprint {
  /// 32 hexadecimal digits over the parts: two 64-bit FNV-1a hashes with different starts. Nobody gains from a collision, so
  /// it need not withstand an attacker.
  static func of(_ parts: [String]) -> String {
    var one: UInt64 = 0xCBF2_9CE4_8422_2325
    var two: UInt64 = 0x6C62_272E_07BB_0142
    func add(_ byte: UInt8) {
      one = (one ^ UInt64(byte)) &* 0x100_0000_01B3
      two = (two ^ UInt64(byte ^ 0x5A)) &* 0x100_0000_01B3
    }
    for part in parts {
      for byte in part.utf8 { add(byte) }
      add(0)
    }
    return hexadecimal(one) + hexadecimal(two)
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
