internal import ProvisoCore
internal import ProvisoText

/// A word of a card's sentence, without the marks around it.
struct CardWord {
  var text: String
  var folded: String
  var range: Range<Int>
  /// Whether a mark behind the word ends a clause.
  var isEnd: Bool
  /// The data set of the hub that the word links to.
  var dataSet: String?
  /// Whether the word links to the model of the hub that it names.
  var isLinked = false

  /// The words of a sentence. A link to a model of the hub is one word, its id, whatever its text says; of other links the text
  /// counts.
  static func words(of source: SourceText, _ range: Range<Int>) -> [CardWord] {
    var words: [CardWord] = []
    // Where the text of a link that is not yet closed begins.
    var opening: Int?
    for part in source.bytes[range].split(whereSeparator: { ASCII.isBlank($0) || $0 == UInt8(ascii: "\n") }) {
      guard let close = part.firstRange(of: "](")?.lowerBound else {
        if part.drop(while: { "*_(|".utf8.contains($0) }).first == UInt8(ascii: "[") { opening = words.count }
        if part.contains(UInt8(ascii: "]")) { opening = nil }
        if let word = word(part) { words.append(word) }
        continue
      }
      let start = opening ?? words.count
      opening = nil
      let isEnd = part.last.map { ".,;:".utf8.contains($0) } ?? false
      if var word = word(part[..<close]) {
        word.isEnd = isEnd
        words.append(word)
      }
      guard start < words.count else { continue }
      let address = String(decoding: part[(close + 2)...].prefix { $0 != UInt8(ascii: ")") }, as: UTF8.self)
      link(&words, from: start, to: address)
    }
    return words
  }

  /// Makes one word of those of a link's text, where the address says which model or data set is meant.
  private static func link(_ words: inout [CardWord], from start: Int, to address: String) {
    let isNamed = words.count == start + 1 && words[start].text.contains("/")
    if let dataSet = HubAddress.dataSet(of: address) {
      words[words.count - 1].dataSet = dataSet
    } else if let model = HubAddress.parse(address), !model.isDocument {
      defer { words[words.count - 1].isLinked = true }
      guard !isNamed else { return }
      let last = words[words.count - 1]
      let range = words[start].range.lowerBound..<last.range.upperBound
      words.removeSubrange(start...)
      words.append(
        CardWord(text: model.id, folded: ASCII.lowercased(model.id), range: range, isEnd: last.isEnd, dataSet: nil))
    }
  }

  private static func word(_ part: ArraySlice<UInt8>) -> CardWord? {
    var part = part
    var isEnd = false
    while let last = part.last, marks.contains(last) {
      if ".,;:!)".utf8.contains(last) { isEnd = true }
      part = part.dropLast()
    }
    part = part.drop(while: marks.contains)
    guard !part.isEmpty else { return nil }
    let text = String(decoding: part, as: UTF8.self)
    return CardWord(
      text: text, folded: ASCII.lowercased(text), range: part.startIndex..<part.endIndex, isEnd: isEnd, dataSet: nil)
  }

  private static let marks = Set("()[]*_|<>,;:.!`'\"#".utf8)
}
