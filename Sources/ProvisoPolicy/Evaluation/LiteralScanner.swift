/// Goes through code as far as it takes to tell literals from comments.
struct LiteralScanner {
  private let bytes: [UInt8]
  private let dialect: LongLiterals.Dialect
  private var offset = 0
  private var heredocs: HeredocEnds?
  /// Where the heredocs that the current line opens end; nil where it opens none.
  private var bodyEnd: Int?
  /// By a quote, the end of the line on which none closes what it opens.
  private var unclosed: [UInt8: Int] = [:]

  init(bytes: [UInt8], dialect: LongLiterals.Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  mutating func literals() -> [Range<Int>] {
    var found: [Range<Int>] = []
    if dialect.isTemplate { skipMarkup() }
    while offset < bytes.count {
      let byte = bytes[offset]
      let start = offset
      if skipComment() || skipHeredoc() { continue }
      if dialect.triples.contains(byte), isNext(byte, times: 3) {
        offset += 3
        skip(to: byte, times: 3)
        found.append(start..<offset)
      } else if dialect.hasBackticks && byte == UInt8(ascii: "`") || dialect.longQuotes.contains(byte) {
        let marks = dialect.isRust ? numberSignsBefore(start) : nil
        offset += 1
        if let marks { skipRaw(marks: marks) } else { skip(to: byte, times: 1) }
        found.append(start..<offset)
      } else if dialect.quotes.contains(byte) {
        skipLine(to: byte)
      } else if dialect.isRust, byte == UInt8(ascii: "'") {
        skipCharacter()
      } else if dialect.isTemplate, isNext("?", ">") {
        skipMarkup()
      } else {
        offset += 1
      }
    }
    return found
  }

  private func isNext(_ byte: UInt8, times: Int) -> Bool {
    offset + times <= bytes.count && bytes[offset..<offset + times].allSatisfy { $0 == byte }
  }

  private func isNext(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == UInt8(ascii: first) && bytes[offset + 1] == UInt8(ascii: second)
  }

  private var beginsLineComment: Bool {
    let isSigned = bytes[offset] == UInt8(ascii: "#")
    switch dialect.comments {
    case .numberSigns: return isSigned
    case .numberSignsOfWords: return isSigned && (offset == 0 || Self.betweenWords.contains(bytes[offset - 1]))
    case .slashes: return isNext("/", "/")
    case .both: return isSigned || isNext("/", "/")
    }
  }

  private static let betweenWords: [UInt8] = Array(" \t\n;&|()".utf8)

  private mutating func skipComment() -> Bool {
    if beginsLineComment {
      offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      return true
    }
    guard dialect.comments == .slashes || dialect.comments == .both, isNext("/", "*") else { return false }
    var depth = 1
    offset += 2
    while offset < bytes.count, depth > 0 {
      if isNext("*", "/") {
        depth -= 1
        offset += 2
      } else if dialect.isRust, isNext("/", "*") {
        depth += 1
        offset += 2
      } else {
        offset += 1
      }
    }
    offset = min(offset, bytes.count)
    return true
  }

  private mutating func skip(to byte: UInt8, times: Int) {
    let hasEscapes = !dialect.plainQuotes.contains(byte)
    while offset < bytes.count {
      if hasEscapes, bytes[offset] == UInt8(ascii: "\\") {
        offset = min(offset + 2, bytes.count)
      } else if isNext(byte, times: times) {
        offset += times
        return
      } else {
        offset += 1
      }
    }
  }

  /// Behind a literal of one line, or behind a quote that opens none: an apostrophe, a character.
  private mutating func skipLine(to byte: UInt8) {
    offset += 1
    // A line of opening quotes is looked at once for each kind of them.
    if let end = unclosed[byte], offset <= end { return }
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == UInt8(ascii: "\\") {
        end += 2
      } else if bytes[end] == byte {
        offset = end + 1
        return
      } else {
        end += 1
      }
    }
    unclosed[byte] = min(end, bytes.count)
  }
}

// MARK: Rust

extension LiteralScanner {
  /// How many `#` stand between an `r` and the quote at `start`; nil where no `r` stands there.
  private func numberSignsBefore(_ start: Int) -> Int? {
    var place = start
    while place > 0, bytes[place - 1] == UInt8(ascii: "#") { place -= 1 }
    return place > 0 && bytes[place - 1] == UInt8(ascii: "r") ? start - place : nil
  }

  private mutating func skipRaw(marks: Int) {
    while offset < bytes.count {
      let isQuote = bytes[offset] == UInt8(ascii: "\"")
      offset += 1
      if isQuote, isNext(UInt8(ascii: "#"), times: marks) {
        offset += marks
        return
      }
    }
  }

  /// Behind a character, or behind the apostrophe of a lifetime.
  private mutating func skipCharacter() {
    offset += 1
    guard offset < bytes.count else { return }
    if bytes[offset] == UInt8(ascii: "\\") {
      offset = min(offset + 2, bytes.count)
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "'"), bytes[offset] != UInt8(ascii: "\n") {
        offset += 1
      }
      offset = min(offset + 1, bytes.count)
    } else if let end = bytes[(offset + 1)...].prefix(4).firstIndex(of: UInt8(ascii: "'")) {
      // A character is at most four bytes long, and of ASCII there is but one.
      if bytes[offset] >= 0x80 || end == offset + 1 { offset = end + 1 }
    }
  }
}

// MARK: Heredocs and templates

extension LiteralScanner {
  private mutating func skipMarkup() {
    while offset < bytes.count, !isNext("<", "?") { offset += 1 }
    offset = min(offset + 2, bytes.count)
  }

  /// Notes what a heredoc's opening names, and at the end of its line goes behind the body.
  private mutating func skipHeredoc() -> Bool {
    guard dialect.heredoc > 0 else { return false }
    if bytes[offset] == UInt8(ascii: "\n"), let end = bodyEnd {
      offset = end
      bodyEnd = nil
      return true
    }
    guard isNext(UInt8(ascii: "<"), times: dialect.heredoc) else { return false }
    var place = offset + dialect.heredoc
    // A here-string has one more and no body.
    let isLonger = place < bytes.count && bytes[place] == UInt8(ascii: "<")
    offset = place
    while isLonger, offset < bytes.count, bytes[offset] == UInt8(ascii: "<") { offset += 1 }
    guard !isLonger else { return true }
    while place < bytes.count, " \t-~'\"\\".utf8.contains(bytes[place]) { place += 1 }
    let tag = bytes[place...].prefix { HeredocEnds.isOfTag($0) }
    guard let first = tag.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return true }
    let ends = heredocs ?? HeredocEnds(bytes)
    heredocs = ends
    guard let end = ends.first(of: tag, from: bodyEnd ?? tag.endIndex) else { return true }
    bodyEnd = end
    offset = tag.endIndex
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "'") || bytes[offset] == UInt8(ascii: "\"") { offset += 1 }
    return true
  }
}

/// Where lines stand that begin with a word: each may end a heredoc.
private struct HeredocEnds {
  /// The places behind the words, in order.
  private var places: [ArraySlice<UInt8>: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let tag = rest.prefix { Self.isOfTag($0) }
      // Behind the word of PHP code may go on.
      guard !tag.isEmpty, rest[tag.endIndex...].first.map({ ";,)\r ".utf8.contains($0) }) ?? true else { continue }
      places[tag, default: []].append(tag.endIndex)
    }
  }

  static func isOfTag(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The first place behind a line of `tag` that lies behind `start`.
  func first(of tag: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard let places = places[tag] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] <= start { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }
}
