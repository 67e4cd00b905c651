internal import ProvisoCore

/// A line of models that a name of somebody's model carries: `someone/Llama-3.1-8B-tuned` says Llama 3.1.
///
/// Only lines under restricted licenses are known this way: that a name carries a free one does not say that what was made of it
/// is free.
package struct NamedLine: Sendable, Hashable {
  /// What stands for the models of the line where it is not known which one is meant: `meta-llama/Llama-3.1-*`. No model of the
  /// hub can have such an id.
  package var id: String
  package var license: String
  /// The month of the collected labels that the line was last held against.
  package var checked: String
  /// The model of the line that the name says, where the catalog has it.
  package var base: String?

  /// The line that the name of the hub model `id` carries; nil where it carries none, or is a publisher's own.
  package static func inName(of id: String) -> NamedLine? {
    guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")), slash != id.startIndex else { return nil }
    let name = id[id.utf8.index(after: slash)...]
    guard !name.isEmpty, name.utf8.count <= maximumLength, !name.utf8.contains(UInt8(ascii: "/")), mayCarry(name)
    else { return nil }
    let words = withoutMarks(self.words(withPoints(name)))
    guard let (row, end) = longest(in: words, butOf: id[..<slash].lowercased()), companions.isDisjoint(with: words)
    else { return nil }
    var line = NamedLine(row)
    line.base = base(row, words[end...])
    return line
  }

  /// Whether a word of the name is grown together with the name of some line whose models are, or were, under restricted licenses:
  /// what a publisher's other models are under says nothing of it, unless `witness` has the word as well.
  package static func speaksOfLine(_ id: String, beside witness: String) -> Bool {
    guard let slash = id.firstIndex(of: "/") else { return false }
    let witness = witness.lowercased()
    return words(id[id.index(after: slash)...]).contains { word in
      guard let first = word.utf8.first, let last = word.utf8.last else { return false }
      let isGrown =
        lineWordsByFirst[first]?.contains { line in
          (word == line || line.utf8.count >= 4 && word.hasPrefix(line)) && !witness.contains(line)
        } == true
        || lineWordsByLast[last]?.contains { line in
          line.utf8.count >= 4 && word.hasSuffix(line) && !witness.contains(line)
        } == true
      // `llamafile` is a format.
      return isGrown && !ModelNameWords.isShape(word)
    }
  }

  private static let lineWords = [
    "llama", "vicuna", "alpaca", "guanaco", "koala", "gemma", "qwen", "glm", "baichuan", "internlm", "ministral",
    "codestral", "flux", "command", "aya", "falcon", "exaone", "minicpm", "nemotron", "lfm", "opt", "bloom", "ziya",
    "xverse", "aquila", "yi", "chatglm", "codegeex", "visualglm", "cogvlm", "deepseek", "hunyuan", "kimi", "minimax",
    "stablelm",
    "starcoder", "wizardlm", "wizardcoder", "galactica", "nllb", "musicgen", "seamless", "skywork", "dbrx", "jamba",
    "grok", "devstral", "kanana", "hyperclovax", "plamo",
  ]

  private static let lineWordsByFirst = Dictionary(grouping: lineWords) { $0.utf8.first ?? 0 }
  private static let lineWordsByLast = Dictionary(grouping: lineWords) { $0.utf8.last ?? 0 }

  /// Whether the hub model `id` is one of the line's own.
  package func isOfLine(_ id: String) -> Bool {
    NamePattern(self.id.lowercased(), acrossVersions: true).matches(Array(id.lowercased().utf8))
  }

  /// The line that `id` stands for.
  package static func standing(for id: String) -> NamedLine? {
    id.hasSuffix("*") ? byID[id.lowercased()].map(NamedLine.init) : nil
  }

  /// `llama 3.1 8b` of `Llama-3.1-8B` and `llama3.1-8b`: a number that follows letters is a word of its own.
  static func words(_ name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isOfLetters = true
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
      isOfLetters = true
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): end()
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isOfLetters { end() }
        isOfLetters = false
        word.append(byte)
      default:
        let lowercased = ModelTableLayout.lowercased(byte)
        // What is not ASCII may be a letter.
        if !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased), byte < 0x80 { isOfLetters = false }
        word.append(lowercased)
      }
    }
    end()
    return words
  }

  /// `Qwen1.5-7B` of `Qwen1_5-7B`: of names that must not have points in them. A size is no version: `Llama-2_7b`.
  private static func withPoints(_ name: Substring) -> String {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return String(name) }
    var bytes = Array(name.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "_") && index > 0 && index + 1 < bytes.count {
      let isVersion =
        ModelTableLayout.isDigit(bytes[index - 1]) && ModelTableLayout.isDigit(bytes[index + 1])
        && (index + 2 == bytes.count || "-_".utf8.contains(bytes[index + 2]))
      if isVersion { bytes[index] = UInt8(ascii: ".") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `llama 2` of `llama v 2`, as people write it. Elsewhere a version may be the model's own: `gemma-v2`, `flyingllama-v2`.
  private static func withoutMarks(_ words: [String]) -> [String] {
    words.indices.filter { words[$0] != "v" || $0 == 0 || words[$0 - 1] != "llama" }.map { words[$0] }
  }

  private init(_ row: Row) {
    id = row.line
    license = row.license
    checked = row.checked
  }

  private struct Row: Sendable {
    /// `*` stands for any words, of which none is another size than the row's: `qwen 2.5 * 3b`.
    var words: [String]
    var line: String
    var license: String
    var checked: String

    /// Where the `*` is.
    let gap: Int?
    /// What stands in one piece says more than what has other words in between.
    let weight: Int

    /// Who publishes the line, in lower case.
    let publisher: String

    /// What the ids of its models begin with, in lower case.
    let stems: [String]

    /// Whether what was taught by a model of the line stands under the line's license as well.
    var bindsStudents: Bool {
      LicenseLibrary.shared.license(license).map { $0.reaches(by: .distilled) } ?? true
    }

    /// Whether other words may be grown together with the first: `HyperLlama3.1` says Llama 3.1, and `inbloom` nothing.
    let isFused: Bool

    init(words: [String], line: String, license: String, checked: String) {
      self.words = words
      self.line = line
      self.license = license
      self.checked = checked
      publisher = String(line.lowercased().prefix { $0 != "/" })
      stems = Self.stems(line.lowercased().prefix { $0 != "*" })
      gap = words.firstIndex(of: "*")
      weight = gap == nil ? words.count * 2 : 1
      isFused =
        words.count > 1 && words[0].utf8.count >= 4 && words[1].first?.isNumber == true && license != "llama1"
    }

    /// With `meta-` before the name, and without it.
    private static func stems(_ line: Substring) -> [String] {
      let stem = line.last == "-" ? line.dropLast() : line
      guard let slash = stem.firstIndex(of: "/") else { return [] }
      return ["", "meta-"].map { "\(stem[...slash])\($0)\(stem[stem.index(after: slash)...])" }
    }
  }

  /// Longer names say nothing that their first words do not.
  private static let maximumLength = 200

  private static let allRows: [Row] = EmbeddedText.names.allFields().compactMap { fields in
    guard fields.count == 5 else { return nil }
    let words = fields[0].split(separator: " ").map(String.init)
    return words.isEmpty ? nil : Row(words: words, line: fields[1], license: fields[2], checked: fields[3])
  }
  private static let rows = allRows.filter { $0.license != "-" }
  /// Where a free model's name begins as a restricted line's does, a row without a license has it: `command a plus`.
  private static let freeByFirstWord = Dictionary(
    grouping: allRows.filter { $0.license == "-" }, by: \.words[0])

  private static let byFirstWord = Dictionary(grouping: rows, by: \.words[0])
  private static let byID = Dictionary(rows.map { ($0.line.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  private static let fusedWords = Set(rows.filter(\.isFused).map(\.words[0])).sorted()

  /// How the words begin that lines begin with, and how those end that others may be grown together with: most words of most names are
  /// told from all of them by that.
  private static let beginnings = LetterPairs(allRows.map { Array($0.words[0].utf8.prefix(2)) })
  private static let endings = LetterPairs(fusedWords.map { Array($0.utf8.suffix(2)) })

  /// Whether a line may begin with a word of the name.
  private static func mayCarry(_ name: Substring) -> Bool {
    var word = WordEnds()
    for byte in name.utf8 {
      if word.isEnded(by: byte) {
        if word.mayBeginLine { return true }
        word = WordEnds()
      }
      word.append(byte)
    }
    return word.mayBeginLine
  }

  /// The first two letters of a word and the last two, as ``words(_:)`` takes names apart.
  private struct WordEnds {
    private var first: (UInt8, UInt8) = (0, 0)
    private var last: (UInt8, UInt8) = (0, 0)
    private var count = 0
    private var isOfLetters = true

    var mayBeginLine: Bool {
      count > 0
        && (NamedLine.beginnings.contains(first.0, first.1) || count > 1 && NamedLine.endings.contains(last.0, last.1))
    }

    func isEnded(by byte: UInt8) -> Bool { isMark(byte) || isOfLetters && count > 0 && ModelTableLayout.isDigit(byte) }

    mutating func append(_ byte: UInt8) {
      if isMark(byte) { return }
      let byte = ModelTableLayout.lowercased(byte)
      // What is not ASCII may be a letter.
      if byte < 0x80, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { isOfLetters = false }
      if count == 0 { first.0 = byte } else if count == 1 { first.1 = byte }
      last = (last.1, byte)
      count += 1
    }

    private func isMark(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
    }
  }

  /// Words before a line's name that make another name of it: Open LLaMA, Tiny Llama.
  private static let otherNames: Set<String> = [
    "open", "tiny", "video", "baby", "smol", "nano", "micro", "random", "no", "not", "non", "o",
  ]
  /// Words after it that say that something is only shaped like it.
  private static let likenesses: Set<String> = [
    "tokenizer", "vocab", "vocabulary", "format", "formatted", "arch", "architecture", "style", "compatible", "like",
    "config", "template",
  ]

  /// What is used together with a model and was not made from it, whose name says what it fits. A ControlNet is none of these: it
  /// begins as a copy of half of the model that it steers.
  private static let companions: Set<String> = ["vae", "captioner", "ip"]

  /// The line of the most words that stands in `words`, and where it ends.
  private static func longest(in words: [String], butOf owner: String) -> (row: Row, end: Int)? {
    var found: (row: Row, end: Int)?
    for start in words.indices {
      for (first, before) in firstWords(of: words[start], start == 0 ? nil : words[start - 1]) {
        let free = freeByFirstWord[first]?.filter { end(of: $0, in: words, from: start) != nil }.map(\.weight).max()
        for row in byFirstWord[first] ?? [] where row.weight > max(found?.row.weight ?? 0, free ?? 0) {
          guard let end = end(of: row, in: words, from: start), row.isFused || first == words[start],
            // An `L` stands for Llama at the start of a name, or with a size behind it: elsewhere it counts layers.
            start == 0 || first != "l" || end < words.count && isSize(words[end]),
            !(before.map { isOtherName($0, of: row) } ?? false),
            end == words.count || !likenesses.contains(words[end]),
            row.publisher != owner, !(isTeacher(in: words, from: start, to: end) && !row.bindsStudents)
          else { continue }
          found = (row, end)
        }
      }
    }
    return found
  }

  /// Where the row's words end whose first stands at `start`; nil where the others do not follow.
  private static func end(of row: Row, in words: [String], from start: Int) -> Int? {
    guard let gap = row.gap else {
      let end = start + row.words.count
      return end <= words.count && carries(words[(start + 1)..<end], row.words[...]) ? end : nil
    }
    let first = start + gap
    guard first <= words.count, carries(words[(start + 1)..<first], row.words[..<gap]) else { return nil }
    let rest = row.words[(gap + 1)...]
    // `llama 3.5 … 8b` is another edition.
    guard first == words.count || words[first].first?.isNumber != true || isSize(words[first]),
      words.count >= rest.count + first,
      let last = (first...(words.count - rest.count)).first(where: {
        words[$0..<($0 + rest.count)].elementsEqual(rest)
      }), words.allSatisfy({ !isSize($0) || row.words.contains($0) })
    else { return nil }
    return last + rest.count
  }

  /// Whether the name tells of the line only that it taught: `tiny-distilled-from-llama-3-70b`, `llama-3.1-405b-outputs`, and the
  /// larger one of two behind a distillation, `tiny-135m-distill-llama-3-70b`. `R1-Distill-Llama-8B` is a Llama that was taught.
  private static func isTeacher(in words: [String], from start: Int, to end: Int) -> Bool {
    let rest = words[end...].drop { isSize($0) || variants.contains($0) }
    if let next = rest.first, taught.contains(next) { return true }
    guard let last = words[..<start].last else { return false }
    if origins.contains(last) { return words[..<start].dropLast().last.map(distillations.contains) == true }
    guard distillations.contains(last), end < words.count, let size = billions(words[end]) else { return false }
    return words[..<start].contains { billions($0).map { $0 < size } == true }
  }

  private static let distillations: Set<String> = ["distil", "distill", "distillation", "distilled"]
  private static let origins: Set<String> = ["by", "from", "of"]
  private static let taught: Set<String> = ["outputs", "teacher"]
  private static let variants: Set<String> = ["chat", "instruct", "it"]

  /// `70` of `70b`, `0.135` of `135m`.
  private static func billions(_ word: String) -> Double? {
    let number = Double(word.dropLast())
    switch word.utf8.last {
    case UInt8(ascii: "b"): return number
    case UInt8(ascii: "m"): return number.map { $0 / 1000 }
    default: return nil
    }
  }

  /// There is a line that is called Open LLaMA, and none of the other lines is.
  private static func isOtherName(_ before: String, of row: Row) -> Bool {
    otherNames.contains(before) && (before != "open" || row.words[0].hasSuffix("llama"))
  }

  /// `8b`.
  static func isSize(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.last == UInt8(ascii: "b")
      && word.utf8.dropLast().allSatisfy { ModelTableLayout.isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  /// Whether the words are the row's. What a version is grown together with at the end says nothing: `gemma2slerp`; a mark of
  /// one letter or two may be a part of it, as in `3n` and `7b`.
  /// Behind an `L` that would be too little.
  private static func carries(_ words: ArraySlice<String>, _ line: ArraySlice<String>) -> Bool {
    let row = line.dropFirst()
    guard line[line.startIndex].utf8.count >= 4 else { return words.elementsEqual(row) }
    guard let last = words.last, let version = row.last, last != version else { return words.elementsEqual(row) }
    guard words.dropLast().elementsEqual(row.dropLast()), last.hasPrefix(version),
      version.utf8.last.map(ModelTableLayout.isDigit) == true
    else { return false }
    let rest = last.dropFirst(version.count)
    return rest.utf8.prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }.count >= 3
  }

  /// The words that a line may begin with, the second without what is grown together with it, and what stands before each.
  private static func firstWords(of word: String, _ before: String?) -> [(first: String, before: String?)] {
    guard endings.contains(endOf: word) else {
      return beginnings.contains(beginningOf: word) ? [(word, before)] : []
    }
    for fused in fusedWords where word.utf8.count > fused.utf8.count && word.hasSuffix(fused) {
      return [(word, before), (fused, String(word.dropLast(fused.count)))]
    }
    return [(word, before)]
  }

  /// The longest name of the line's words and some of those after it, or with `meta-` before it, that is a model of the publisher.
  private static func base(_ row: Row, _ rest: ArraySlice<String>) -> String? {
    let continuations = row.stems.map { stem in
      (stem: stem, known: self.continuations.value(of: stem) { ModelCatalog.continuations(of: stem) })
    }
    var ends = [""]
    for word in rest.prefix(5) { ends.append("\(ends[ends.count - 1])-\(word)") }
    for end in ends.reversed() {
      for (stem, known) in continuations where known.contains(end) {
        if let entry = ModelCatalog.entry(for: stem + end) { return entry.id }
      }
    }
    return nil
  }

  /// By the stem of a line how the ids on file go on that begin with it: nearly all that names say is none of them.
  private static let continuations = Remembered<String, Set<String>>(limit: 1_024)
}
