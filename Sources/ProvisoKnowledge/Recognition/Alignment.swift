/// Where two sequences of words differ.
struct Alignment {
  /// Words of the text in place of words of the reference; one of the two ranges can be empty.
  struct Difference: Equatable {
    var text: Range<Int>
    var reference: Range<Int>
  }

  private(set) var differences: [Difference] = []
  /// Words of the reference that stand in the text, in order.
  private(set) var matched = 0

  private static let anchorLength = 4
  /// Above this many cells a gap is taken as changed throughout, and so is every gap once all have taken their share.
  private static let maximumCells = 1_000_000
  private var cells = 8_000_000

  /// Where each run of four words stands in a text.
  private static func runs(of text: [UInt16]) -> RunTable {
    var runs = RunTable(count: text.count)
    var key: UInt64 = 0
    for index in text.indices {
      key = key << 16 | UInt64(text[index])
      if index >= anchorLength - 1 { runs.insert(key, index - (anchorLength - 1)) }
    }
    return runs
  }

  /// - Parameters:
  ///   - runs: Those of `text`, made when first needed.
  ///   - limit: As many differing words are too many.
  /// - Returns: nil where ``weight`` would not be below `limit`.
  init?(text: [UInt16], runs: inout RunTable?, reference: [UInt16], below limit: Int = .max) {
    var at = (text: 0, reference: 0)
    follow(&at, text, reference)
    if at.text == text.count, at.reference == reference.count { return }
    let known = runs ?? Self.runs(of: text)
    runs = known
    for anchor in Self.anchors(text, reference, known, from: at) + [(text.count, reference.count)] {
      // A run can reach beyond the next anchor of another diagonal.
      guard anchor.0 >= at.text, anchor.1 >= at.reference else { continue }
      gap(text, at.text..<anchor.0, reference, at.reference..<anchor.1)
      guard weight < limit else { return nil }
      at = (anchor.0, anchor.1)
      follow(&at, text, reference)
    }
    merge()
    guard weight < limit else { return nil }
  }

  /// The count of differing words, of both.
  var weight: Int { differences.reduce(0) { $0 + $1.text.count + $1.reference.count } }

  /// Goes on as long as the two agree.
  private mutating func follow(_ at: inout (text: Int, reference: Int), _ text: [UInt16], _ reference: [UInt16]) {
    while at.text < text.count, at.reference < reference.count, text[at.text] == reference[at.reference] {
      at.text += 1
      at.reference += 1
      matched += 1
    }
  }

  /// The runs of four words that the two share, those that stand once in the text and what follows alike, as the longest
  /// chain that rises in both.
  private static func anchors(
    _ text: [UInt16], _ reference: [UInt16], _ runs: RunTable, from start: (text: Int, reference: Int)
  ) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var key: UInt64 = 0
    // Up to where the reference is known to go along with the text after the last run that was looked up.
    var along = (reference: start.reference, ahead: 0)
    for index in reference.indices.dropFirst(start.reference) {
      key = key << 16 | UInt64(reference[index])
      let position = index - (anchorLength - 1)
      guard position >= start.reference else { continue }
      if index < along.reference {
        pairs.append((position + along.ahead, position))
        continue
      }
      guard let found = runs.only(key), found >= start.text else { continue }
      pairs.append((found, position))
      var next = (text: found + anchorLength, reference: index + 1)
      while next.text < text.count, next.reference < reference.count, text[next.text] == reference[next.reference] {
        next.text += 1
        next.reference += 1
      }
      along = (next.reference, found - position)
    }
    return thinned(rising(pairs))
  }

  /// The longest subsequence whose first parts rise (patience sorting).
  private static func rising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = tails.count
      // Most rise anyway.
      if let last = tails.last, pairs[last].0 < pairs[index].0 { low = high }
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].0 < pairs[index].0 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [(Int, Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = previous[index]
    }
    return chain.reversed()
  }

  /// One anchor a run: those that lie in the run an earlier one began say nothing new.
  private static func thinned(_ chain: [(Int, Int)]) -> [(Int, Int)] {
    var kept: [(Int, Int)] = []
    var last: (Int, Int)?
    for pair in chain {
      defer { last = pair }
      if let last, pair.0 == last.0 + 1, pair.1 == last.1 + 1 { continue }
      // Runs that overlap in one of the two cannot both stand.
      if let last, pair.0 < last.0 + anchorLength || pair.1 < last.1 + anchorLength { continue }
      kept.append(pair)
    }
    return kept
  }

  private mutating func gap(
    _ text: [UInt16], _ textRange: Range<Int>, _ reference: [UInt16], _ referenceRange: Range<Int>
  ) {
    guard !textRange.isEmpty || !referenceRange.isEmpty else { return }
    guard !textRange.isEmpty, !referenceRange.isEmpty,
      textRange.count * referenceRange.count <= min(Self.maximumCells, cells)
    else {
      differences.append(Difference(text: textRange, reference: referenceRange))
      return
    }
    cells -= textRange.count * referenceRange.count
    longestCommon(text, textRange, reference, referenceRange)
  }

  /// The textbook table over a gap between two anchors.
  private mutating func longestCommon(
    _ text: [UInt16], _ textRange: Range<Int>, _ reference: [UInt16], _ referenceRange: Range<Int>
  ) {
    let rows = textRange.count
    let columns = referenceRange.count
    let textWords = Array(text[textRange])
    let referenceWords = Array(reference[referenceRange])
    var table = [UInt16](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in (0..<rows).reversed() {
      let word = textWords[row]
      var cell = row * (columns + 1) + columns
      var right: UInt16 = 0
      for column in (0..<columns).reversed() {
        cell -= 1
        let below = table[cell + columns + 1]
        right = word == referenceWords[column] ? table[cell + columns + 2] + 1 : max(below, right)
        table[cell] = right
      }
    }
    var row = 0
    var column = 0
    var start = (0, 0)
    func difference() -> Difference {
      Difference(
        text: (textRange.lowerBound + start.0)..<(textRange.lowerBound + row),
        reference: (referenceRange.lowerBound + start.1)..<(referenceRange.lowerBound + column))
    }
    while row < rows, column < columns {
      if textWords[row] == referenceWords[column] {
        if start != (row, column) { differences.append(difference()) }
        row += 1
        column += 1
        matched += 1
        start = (row, column)
      } else if table[(row + 1) * (columns + 1) + column] >= table[row * (columns + 1) + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    row = rows
    column = columns
    if start != (row, column) { differences.append(difference()) }
  }

  /// Differences with at most two words between them are one: single words meet by chance.
  private mutating func merge() {
    var merged: [Difference] = []
    for next in differences {
      if let last = merged.last, next.text.lowerBound - last.text.upperBound <= 2,
        next.reference.lowerBound - last.reference.upperBound <= 2, last.text.count + last.reference.count > 4
      {
        merged[merged.count - 1] = Difference(
          text: last.text.lowerBound..<next.text.upperBound,
          reference: last.reference.lowerBound..<next.reference.upperBound)
      } else {
        merged.append(next)
      }
    }
    differences = merged
  }
}
