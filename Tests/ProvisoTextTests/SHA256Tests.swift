import ProvisoText
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "answers the vectors of FIPS 180-4 and of NIST's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(text: String, hash: String) {
    #expect(SHA256.hexadecimal(Array(text.utf8)) == hash)
  }

  @Test("answers for a million letters")
  func million() {
    #expect(
      SHA256.hexadecimal(Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("gives the same hash as bytes")
  func bytes() {
    let text = Array("abc".utf8)
    let digits = SHA256.digest(text).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(digits == SHA256.hexadecimal(text))
  }

  @Test("pads around the ends of a block", arguments: [55, 56, 57, 63, 64, 65, 119, 120])
  func padding(count: Int) {
    // No two lengths of one letter meet, and each has 64 digits.
    let hashes = [count - 1, count, count + 1].map { SHA256.hexadecimal(Array(repeating: 0x61, count: $0)) }
    #expect(Set(hashes).count == 3 && hashes.allSatisfy { $0.utf8.count == 64 })
  }

  @Test("of what is read in pieces is that of the whole", arguments: [0, 1, 63, 64, 1 << 20, (1 << 20) + 7])
  func pieces(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(SHA256.hexadecimal(of: ByteSource(bytes)) == SHA256.hexadecimal(bytes))
    // A source that gives less than is asked for.
    let stingy = ByteSource(size: count) { offset, wanted in Array(bytes[offset..<(offset + min(wanted, 1_000))]) }
    #expect(SHA256.hexadecimal(of: stingy) == SHA256.hexadecimal(bytes))
    #expect(SHA256.hexadecimal(of: ByteSource(size: count + 1) { _, _ in nil }) == nil)
  }
}
