/// The literals of a file of code that go on over lines: `"""` of Python and Swift, the template of JavaScript, the raw string of
/// Go. What stands in one is data, also where it looks like a comment. Of other languages nothing is known here.
struct LongLiterals {
  /// In order, each with the marks around it.
  private let ranges: [Range<Int>]

  /// - Parameter ending: of the file's name, without the dot.
  init(in bytes: [UInt8], ending: String) {
    guard let dialect = Self.dialects[ending] else {
      ranges = []
      return
    }
    var scanner = Scanner(bytes: bytes, dialect: dialect)
    ranges = scanner.literals()
  }

  /// Where on `line` a literal ends that began on a line before it; nil where none does.
  func end(on line: Range<Int>) -> Int? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= line.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].lowerBound < line.lowerBound, ranges[low].upperBound <= line.upperBound else {
      return nil
    }
    return ranges[low].upperBound
  }

  fileprivate struct Dialect {
    /// Whether `#` begins a comment; else `//` and `/*` do.
    var hasNumberSigns = false
    /// The quotes that, three times, begin a literal over lines.
    var triples: [UInt8] = []
    /// Whether a backtick does.
    var hasBackticks = false
    /// The quotes of literals that end with their line.
    var quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
  }

  private static let dialects: [String: Dialect] = {
    let double = UInt8(ascii: "\"")
    let python = Dialect(hasNumberSigns: true, triples: [double, UInt8(ascii: "'")])
    let swift = Dialect(triples: [double], quotes: [double])
    let java = Dialect(triples: [double])
    let script = Dialect(hasBackticks: true)
    let dialects = [
      (python, ["py", "pyi", "pyx"]), (swift, ["swift"]),
      (java, ["java", "kt", "kts", "scala", "groovy", "gradle", "cs"]),
      (script, ["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "go", "vue", "svelte"]),
    ]
    return Dictionary(uniqueKeysWithValues: dialects.flatMap { dialect, endings in endings.map { ($0, dialect) } })
  }()
}

/// Goes through code as far as it takes to tell literals from comments.
private struct Scanner {
  let bytes: [UInt8]
  let dialect: LongLiterals.Dialect
  private var offset = 0
  /// By a quote, the end of the line on which none closes what it opens.
  private var unclosed: [UInt8: Int] = [:]

  init(bytes: [UInt8], dialect: LongLiterals.Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  mutating func literals() -> [Range<Int>] {
    var found: [Range<Int>] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      let start = offset
      if skipComment() { continue }
      if dialect.triples.contains(byte), isNext(byte, times: 3) {
        offset += 3
        skip(to: byte, times: 3)
        found.append(start..<offset)
      } else if dialect.hasBackticks, byte == UInt8(ascii: "`") {
        offset += 1
        skip(to: byte, times: 1)
        found.append(start..<offset)
      } else if dialect.quotes.contains(byte) {
        skipLine(to: byte)
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

  private mutating func skipComment() -> Bool {
    if dialect.hasNumberSigns ? bytes[offset] == UInt8(ascii: "#") : isNext("/", "/") {
      offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      return true
    }
    guard !dialect.hasNumberSigns, isNext("/", "*") else { return false }
    offset += 2
    while offset < bytes.count, !isNext("*", "/") { offset += 1 }
    offset = min(offset + 2, bytes.count)
    return true
  }

  private mutating func skip(to byte: UInt8, times: Int) {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset = min(offset + 2, bytes.count)
      } else if isNext(byte, times: times) {
        offset += times
        return
      } else {
        offset += 1
      }
    }
  }

  /// Behind a literal of one line, or behind a quote that opens none: an apostrophe, a character, a lifetime.
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
