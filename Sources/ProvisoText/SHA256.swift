/// SHA-256 (FIPS 180-4), so that the package keeps its one dependency.
package enum SHA256 {
  /// The hash of `bytes` as 64 hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    var hash = Running()
    hash.add(bytes)
    return hash.finished()
  }

  /// The hash of `bytes` as 32 bytes.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var hash = Running()
    hash.add(bytes)
    return hash.words().flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The hash of what is too large to be held; nil where it cannot be read to its end.
  package static func hexadecimal(of source: ByteSource) -> String? {
    var hash = Running()
    var offset = 0
    while offset < source.size {
      guard let bytes = source.read(offset, min(piece, source.size - offset)), !bytes.isEmpty else { return nil }
      hash.add(bytes)
      offset += bytes.count
    }
    return hash.finished()
  }

  private static let piece = 1 << 20

  private struct Running {
    private var state = initialState
    private var count = 0
    /// Fewer than 64 bytes that no whole block could be made of.
    private var rest: [UInt8] = []

    mutating func add(_ bytes: [UInt8]) {
      count += bytes.count
      let bytes = rest.isEmpty ? bytes : rest + bytes
      var offset = 0
      while bytes.count - offset >= 64 {
        compress(bytes, at: offset, into: &state)
        offset += 64
      }
      rest = Array(bytes[offset...])
    }

    mutating func finished() -> String { words().map(digits).joined() }

    /// What is left, a one bit, zeros, and the length in bits.
    mutating func words() -> [UInt32] {
      let bits = UInt64(count) &* 8
      var tail: [UInt8] = [0x80]
      while (rest.count + tail.count) % 64 != 56 { tail.append(0) }
      for shift in stride(from: UInt64(56), through: 0, by: -8) {
        tail.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
      add(tail)
      return state
    }
  }

  private static func digits(_ word: UInt32) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }

  private static func compress(_ bytes: [UInt8], at start: Int, into state: inout [UInt32]) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<16 {
      let first = start + index * 4
      words[index] =
        UInt32(bytes[first]) << 24 | UInt32(bytes[first + 1]) << 16 | UInt32(bytes[first + 2]) << 8
        | UInt32(bytes[first + 3])
    }
    for t in 16..<64 {
      let (a, b) = (words[t - 15], words[t - 2])
      let small0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
      let small1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
      words[t] = words[t - 16] &+ small0 &+ words[t - 7] &+ small1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let one = h &+ big1 &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ words[t]
      let big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let two = big0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
