internal import ProvisoCore

/// Relative URI references (RFC 3986 section 4.2) to files of the scanned tree.
package enum RelativeReference {
  /// The reference to a path of the tree, percent-encoded; nil for what is no path inside it: absolute paths, paths that
  /// climb with `..` or are of a file elsewhere, the empty path and the root itself.
  package static func to(_ path: String) -> String? {
    to(bytes: path.utf8)
  }

  /// The same for a path by its bytes, which need not be UTF-8: they are encoded as they are.
  package static func to(bytes path: some Collection<UInt8>) -> String? {
    let slash = UInt8(ascii: "/")
    guard path.first != slash, !path.starts(with: Location.elsewhere.utf8) else { return nil }
    let segments = path.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }
    guard !segments.isEmpty, !segments.contains(where: { $0.elementsEqual("..".utf8) }) else { return nil }
    return segments.map { percentEncoded(bytes: $0) }.joined(separator: "/")
  }

  /// The text with every byte of its UTF-8 but the unreserved characters (section 2.3) written as `%XX`.
  package static func percentEncoded(_ text: String) -> String {
    // Nearly all is plain.
    text.utf8.allSatisfy(isUnreserved) ? text : percentEncoded(bytes: text.utf8)
  }

  /// The bytes, each but those of the unreserved characters written as `%XX`.
  package static func percentEncoded(bytes text: some Collection<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in text {
      if isUnreserved(byte) {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes.append(contentsOf: (digits.utf8.count == 1 ? "%0" + digits : "%" + digits).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~".utf8.contains(byte)
    }
  }
}
