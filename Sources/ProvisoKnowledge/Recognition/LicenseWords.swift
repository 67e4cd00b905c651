/// The words of a text as license recognition compares them: layout gone, content kept.
///
/// Letters are lower case. Line breaks, punctuation, quotes of any kind, comment signs, Markdown marks and HTML tags separate
/// words and are nothing themselves; apostrophes join. Left out are single letters and digits and small Roman numerals (marks
/// of lists, which every layout writes anew), addresses behind Markdown links, and `http`, `https`, `www`.
package struct LicenseWords: Sendable {
  /// 16 bits of each word's hash: enough to compare sequences, nothing to read a text from.
  package private(set) var hashes: [UInt16] = []
  /// The byte offset of each word.
  package private(set) var offsets: [Int32] = []

  package init(_ bytes: [UInt8]) {
    hashes.reserveCapacity(bytes.count / 6)
    offsets.reserveCapacity(bytes.count / 6)
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      let byte = span[offset]
      if Self.isWordByte(byte) {
        offset = word(span, from: offset)
      } else if byte == UInt8(ascii: "<") {
        offset = Self.afterTag(span, from: offset)
      } else if byte == UInt8(ascii: "&") {
        offset = Self.afterEntity(span, from: offset)
      } else if byte == UInt8(ascii: "("), offset > 0, span[offset - 1] == UInt8(ascii: "]") {
        offset = Self.afterAddress(span, from: offset)
      } else {
        offset += 1
      }
    }
  }

  private mutating func word(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    var length = 0
    var packed: UInt64 = 0
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if Self.isWordByte(byte) {
        if byte >= 0xC2, let width = Self.mark(bytes, at: offset) {
          // A curly apostrophe joins as the straight one does; every other mark ends the word.
          guard width.joins else { break }
          offset += width.bytes
          continue
        }
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        hash = (hash ^ UInt32(lower)) &* 0x0100_0193
        packed = packed << 8 | UInt64(lower)
        length += 1
        offset += 1
      } else if byte == UInt8(ascii: "'"), offset + 1 < bytes.count, Self.isWordByte(bytes[offset + 1]) {
        offset += 1
      } else {
        break
      }
    }
    if offset == start {
      // A mark of several bytes between words.
      return start + (Self.mark(bytes, at: start)?.bytes ?? 1)
    }
    if length > 1, !Self.isIgnored(packed, length) {
      hashes.append(UInt16(truncatingIfNeeded: hash ^ hash >> 16))
      offsets.append(Int32(clamping: start))
    }
    return offset
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }

  /// Typographic marks that begin with 0xC2 or 0xE2: no-break space, ©, quotes, dashes, bullets.
  private static func mark(_ bytes: Span<UInt8>, at offset: Int) -> (bytes: Int, joins: Bool)? {
    if bytes[offset] == 0xC2 { return (2, false) }
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count,
      bytes[offset + 1] == 0x80 || bytes[offset + 1] == 0x96 || bytes[offset + 1] == 0x97
    else {
      return bytes[offset] == 0xEF && offset + 2 < bytes.count && bytes[offset + 1] == 0xBB ? (3, false) : nil
    }
    return (
      3,
      bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x99 && offset + 3 < bytes.count
        && isWordByte(bytes[offset + 3]) && bytes[offset + 3] < 0x80
    )
  }

  private static func packed(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
  private static let ignored: Set<UInt64> = Set(
    ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "http", "https", "www"].map(packed)
  )

  private static func isIgnored(_ packed: UInt64, _ length: Int) -> Bool {
    guard length <= 5 else { return false }
    // Few words of a text end in these letters: the table is hardly ever asked.
    switch UInt8(truncatingIfNeeded: packed) {
    case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "w"), UInt8(ascii: "p"):
      return ignored.contains(packed)
    case UInt8(ascii: "s"): return length == 5 && ignored.contains(packed)
    default: return false
    }
  }

  /// Past `<p class="x">` and its like; a bracket that opens no tag of HTML is passed alone.
  private static func afterTag(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start + 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "!") || bytes[offset] == UInt8(ascii: "/") { offset += 1 }
    var packed: UInt64 = 0
    var length = 0
    while offset < bytes.count, length < 10, isWordByte(bytes[offset]) {
      packed = packed << 8 | UInt64(bytes[offset] | 0x20)
      length += 1
      offset += 1
    }
    guard length > 0, tags.contains(packed) else { return start + 1 }
    var end = offset
    while end < bytes.count, end - start < 1_000 {
      if bytes[end] == UInt8(ascii: ">") { return end + 1 }
      end += 1
    }
    return start + 1
  }

  private static let tags: Set<UInt64> = Set(
    [
      "p", "br", "div", "li", "ul", "ol", "b", "i", "a", "em", "strong", "span", "pre", "code", "html", "head", "body",
      "title", "meta",
      "table", "tr", "td", "th", "h", "hr", "section", "center", "sup", "sub", "u", "font", "link", "style", "doctype",
    ].flatMap { tag in [tag] + (tag == "h" ? ["h1", "h2", "h3", "h4", "h5", "h6"] : []) }.map { word in
      word.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
    })

  /// Past `&quot;` and `&#8217;`.
  private static func afterEntity(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count, offset - start < 10 {
      if bytes[offset] == UInt8(ascii: ";") { return offset + 1 }
      guard isWordByte(bytes[offset]) || bytes[offset] == UInt8(ascii: "#") else { break }
      offset += 1
    }
    return start + 1
  }

  /// Past the address of `[text](address)`; a bracket after `]` that holds no address is text.
  private static func afterAddress(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count, offset - start < 500 {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ")") { return offset + 1 }
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { break }
      offset += 1
    }
    return start + 1
  }
}
