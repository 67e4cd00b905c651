/// The literals of a file of code that go on over lines: `"""` of Python and Swift, the template of JavaScript, the raw string of
/// Go, any string of shells, Ruby, PHP, Rust and their kin, and heredocs. What stands in one is data, also where it looks like a
/// comment. Of other languages nothing is known here.
struct LongLiterals {
  /// In order, each with the marks around it.
  private let ranges: [Range<Int>]

  /// - Parameter ending: of the file's name, without the dot.
  init(in bytes: [UInt8], ending: String) {
    guard let dialect = Self.dialects[ending] else {
      ranges = []
      return
    }
    var scanner = LiteralScanner(bytes: bytes, dialect: dialect)
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

  struct Dialect {
    /// How a comment begins: `#`, `#` at the start of a word only, `//` and `/*`.
    enum Comments { case numberSigns, numberSignsOfWords, slashes, both }

    var comments = Comments.slashes
    /// The quotes of literals that go on over lines, and of these the ones in which a backslash is one.
    var longQuotes: [UInt8] = []
    var plainQuotes: [UInt8] = []
    /// How many `<` begin a literal that ends with a line of its own; 0 where none do.
    var heredoc = 0
    /// Whether an apostrophe also stands for what is no literal, and `r#"` begins one: Rust's lifetimes and raw strings.
    var isRust = false
    /// Whether code stands between `<?` and `?>` only.
    var isTemplate = false
    /// The quotes that, three times, begin a literal over lines.
    var triples: [UInt8] = []
    /// Whether a backtick does.
    var hasBackticks = false
    /// The quotes of literals that end with their line.
    var quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
  }

  private static let dialects: [String: Dialect] = {
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    let python = Dialect(comments: .numberSigns, triples: [double, single])
    let swift = Dialect(triples: [double], quotes: [double])
    let java = Dialect(triples: [double])
    let script = Dialect(hasBackticks: true)
    let shell = Dialect(
      comments: .numberSignsOfWords, longQuotes: [double, single], plainQuotes: [single], heredoc: 2, quotes: [])
    let ruby = Dialect(comments: .numberSigns, longQuotes: [double, single], heredoc: 2, quotes: [])
    let php = Dialect(comments: .both, longQuotes: [double, single], heredoc: 3, isTemplate: true, quotes: [])
    let rust = Dialect(longQuotes: [double], isRust: true, quotes: [])
    let dialects = [
      (python, ["py", "pyi", "pyx"]), (swift, ["swift"]),
      (java, ["java", "kt", "kts", "scala", "groovy", "gradle", "cs"]),
      (script, ["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "go", "vue", "svelte"]),
      (shell, ["sh", "bash", "zsh", "ksh", "bats"]), (ruby, ["rb", "rake", "gemspec"]), (php, ["php", "phtml"]),
      (rust, ["rs"]),
    ]
    return Dictionary(uniqueKeysWithValues: dialects.flatMap { dialect, endings in endings.map { ($0, dialect) } })
  }()
}
