/// Takes what looks like a credential out of a line of a scanned file, since reports go where the file does not.
///
/// The known forms of tokens are masked wherever they stand; any other value where a key before it says that it is secret. A mask
/// has as many characters as what it hides, so columns stay right.
package enum SecretMask {
  private static let marks = [
    "hf_", "api_org_", "sk-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-",
    "xoxa-", "xoxe-", "xoxr-", "xapp-", "glrt-", "gldt-", "sk_live_", "sk_test_", "rk_live_", "whsec_", "hvs.", "SG.",
    "xai-", "dop_v1_", "AGE-SECRET-KEY", "shpat_", "GOCSPX-", "ya29.", "lin_api_", "ntn_",
    "AKIA", "ASIA", "AIza", "eyJ", "npm_", "pypi-", "nvapi-", "gsk_", "r8_", "dckr_pat_",
  ].map { Array($0.utf8) }
  private static let keys = [
    "token", "secret", "password", "passwd", "apikey", "api_key", "api-key", "access_key", "bearer", "authorization",
    "signature", "?sig", "&sig", "pwd", "passphrase", "accountkey", "account_key", "credential", "private_key",
  ].map { Array($0.utf8) }
  /// What stands between `Authorization:` and its value.
  private static let schemes = ["basic ", "bearer ", "bot ", "digest ", "token "].map { Array($0.utf8) }
  private static let shortestToken = 16
  private static let shortestSecret = 6
  private static let star = UInt8(ascii: "*")

  /// The address without the user and the query that hold a secret, so that it names the same file for everybody.
  package static func bare(_ address: String) -> String {
    let masked = masked(address)
    guard masked != address, let scheme = masked.firstRange(of: "://") else { return masked }
    let host = masked[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    let start = host.lastIndex(of: "@").map { masked.index(after: $0) } ?? scheme.upperBound
    let query = address.firstIndex(of: "?").map { address[$0...].count } ?? 0
    let isQuerySecret = query > 0 && masked.suffix(query) != address.suffix(query)
    return String(masked[..<scheme.upperBound] + masked[start...].dropLast(isQuerySecret ? query : 0))
  }

  package static func masked(_ line: String) -> String {
    var bytes = Array(line.utf8)
    var offset = 0
    while offset < bytes.count {
      let end = tokenEnd(bytes, at: offset) ?? passwordEnd(bytes, at: offset) ?? userEnd(bytes, at: offset)
      if let end {
        hide(&bytes, offset..<end)
        offset = end
      } else if let value = value(bytes, afterKeyAt: offset) {
        hide(&bytes, value)
        offset = value.upperBound
      } else {
        offset += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The end of a token of a known form.
  private static func tokenEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start == 0 || !isTokenByte(bytes[start - 1]) else { return nil }
    guard marks.contains(where: { bytes[start...].starts(with: $0) }) else { return nil }
    let end = bytes[start...].firstIndex { !isTokenByte($0) && $0 != UInt8(ascii: ".") } ?? bytes.count
    return end - start >= shortestToken ? end : nil
  }

  /// The end of `name:password` between `://` and `@`.
  private static func passwordEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start >= 3, bytes[(start - 3)..<start].elementsEqual("://".utf8) else { return nil }
    let end = bytes[start...].firstIndex { $0 <= 0x20 || "/\"'`<>@".utf8.contains($0) }
    guard let end, bytes[end] == UInt8(ascii: "@"), end > start else { return nil }
    return end
  }

  /// The end of `name:password` behind curl's `-u` or `--user`.
  private static func userEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard ["-u ", "--user "].contains(where: { bytes[..<start].suffix($0.utf8.count).elementsEqual($0.utf8) }),
      let end = bytes[start...].firstIndex(where: { $0 <= 0x20 }) ?? (bytes.isEmpty ? nil : bytes.count),
      let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")), colon > start, end - colon > 3,
      !bytes[start..<end].contains(UInt8(ascii: "$")), bytes[start..<end].contains(where: { $0 > 0x3A })
    else { return nil }
    return end
  }

  /// The value behind `token = "`, `--token `, `"token": "` and their like.
  private static func value(_ bytes: [UInt8], afterKeyAt start: Int) -> Range<Int>? {
    guard let key = keys.first(where: { starts(bytes, at: start, with: $0) }) else { return nil }
    var offset = start + key.count
    var separators = 0
    while offset < bytes.count, " \t\"':=>".utf8.contains(bytes[offset]) {
      separators += 1
      offset += 1
    }
    guard separators > 0 else { return nil }
    // `Authorization: Basic x`, whatever the value is made of.
    if let scheme = schemes.first(where: { starts(bytes, at: offset, with: $0) }) {
      offset += scheme.count
      let end = bytes[offset...].firstIndex { $0 <= 0x20 || "\"'`<>,".utf8.contains($0) } ?? bytes.count
      if end - offset >= shortestSecret, !"${".utf8.contains(bytes[offset]) { return offset..<end }
    }
    // `"token": {"secret": "x"}`: the inner key has the value.
    guard !keys.contains(where: { starts(bytes, at: offset, with: $0) }) else { return nil }
    // `password = "correct horse"`: what stands in quotes is nothing but the value.
    if let quote = bytes[..<offset].last, "\"'".utf8.contains(quote), offset < bytes.count,
      !"${\"'".utf8.contains(bytes[offset]),
      let close = bytes[offset...].firstIndex(of: quote), close - offset >= shortestSecret,
      !bytes[offset..<close].contains(UInt8(ascii: "{"))
    {
      return offset..<close
    }
    let end = bytes[offset...].firstIndex { !isTokenByte($0) && !"./+=~%".utf8.contains($0) } ?? bytes.count
    // A call or a property is no value: `token=os.environ[…]`, `token: settings.token`.
    guard end - offset >= shortestSecret, end == bytes.count || !"([".utf8.contains(bytes[end]) else { return nil }
    let isPlain = bytes[offset..<end].contains { (0x30...0x39).contains($0) }
    return isPlain ? offset..<end : nil
  }

  private static func starts(_ bytes: [UInt8], at start: Int, with key: [UInt8]) -> Bool {
    start + key.count <= bytes.count && key.indices.allSatisfy { bytes[start + $0] | 0x20 == key[$0] | 0x20 }
  }

  private static func hide(_ bytes: inout [UInt8], _ range: Range<Int>) {
    for index in range where bytes[index] < 0x80 { bytes[index] = star }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
