/// The words one of which stands in every name that is known by itself, found in a name at once.
///
/// Three letters decide whether there is anything to compare; a name with a slash needs no word.
struct NameNeedles: Sendable {
  static let shared = NameNeedles(words)

  private let words: [[UInt8]]
  /// For each three letters (five bits each), where its words start in `chained`, plus one.
  private let chains: [UInt16]
  private let chained: [Int]

  private init(_ texts: Set<String>) {
    let words = texts.map { Array($0.utf8) }.filter { $0.count >= 3 }.sorted { $0.lexicographicallyPrecedes($1) }
    var members: [Int: [Int]] = [:]
    for (index, word) in words.enumerated() { members[Self.key(word[0], word[1], word[2]), default: []].append(index) }
    var chains = [UInt16](repeating: 0, count: 1 << 15)
    var chained: [Int] = []
    for (key, indices) in members.sorted(by: { $0.key < $1.key }) {
      chains[key] = UInt16(chained.count + 1)
      chained += indices + [-1]
    }
    self.words = words
    self.chains = chains
    self.chained = chained
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 31) << 10 | Int(second & 31) << 5 | Int(third & 31)
  }

  /// Whether the bytes in `range` have a slash between two others, or a word of a model's name.
  func mayName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.count == 2 {
      return bytes[range.lowerBound] | 0x20 == UInt8(ascii: "o") && ASCII.isDigit(bytes[range.lowerBound + 1])
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "/"), offset > range.lowerBound, offset + 1 < range.upperBound { return true }
      if offset + 2 < range.upperBound {
        var link = Int(chains[Self.key(bytes[offset], bytes[offset + 1], bytes[offset + 2])]) - 1
        while link >= 0, chained[link] >= 0 {
          if stands(words[chained[link]], bytes, at: offset, before: range.upperBound) { return true }
          link += 1
        }
      }
      offset += 1
    }
    return false
  }

  /// Whether a count of parameters stands in `range`, as in `tuned-7b-chat`.
  static func hasSize(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for offset in range.dropFirst()
    where bytes[offset] | 0x20 == UInt8(ascii: "b") || bytes[offset] | 0x20 == UInt8(ascii: "m") {
      if ASCII.isDigit(bytes[offset - 1]) { return true }
    }
    return false
  }

  private func stands(_ word: [UInt8], _ bytes: Span<UInt8>, at start: Int, before end: Int) -> Bool {
    guard start + word.count <= end else { return false }
    for index in word.indices {
      let byte = bytes[start + index]
      guard word[index] == (ASCII.isUpper(byte) ? byte | 0x20 : byte) else { return false }
    }
    return true
  }

  private static let words: Set<String> = {
    var words = WeightNames.endings.union(ModelWords.strong.words).union(ModelWords.weak.words)
    words.formUnion(ModelWords.endings)
    words.formUnion(HostedModels.words)
    words.formUnion(BedrockName.words)
    for pair in ModelWords.pairs { words.formUnion(pair.split(separator: " ").map(String.init)) }
    for name in OllamaNames.all { words.insert(String(name.prefix { $0.isLetter })) }
    words.formUnion([
      "r1-", "yi-", "yi:", "core_", "dep_", "ent_", "sent_", "ctrl", "transfo", "labse", "t5-", "gtr-", "tts_", "o1-",
      "o3-", "o4-",
    ])
    // Everyday words of which a name needs others beside them.
    return words.subtracting(["all", "depth", "open", "face", "table", "text", "pose", "ms", "sd", "ip", "ada"]).union([
      "ada-"
    ])
    .filter { $0.utf8.count >= 3 }
  }()
}
