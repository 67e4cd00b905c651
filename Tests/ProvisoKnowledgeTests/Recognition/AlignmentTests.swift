import Testing

@testable import ProvisoKnowledge

@Suite("Two sequences of words held against each other")
struct AlignmentTests {
  private static let reference: [UInt16] = Array(1...40)

  private static func align(_ text: [UInt16], _ reference: [UInt16], below limit: Int = .max) -> Alignment? {
    var runs: RunTable?
    return Alignment(text: text, runs: &runs, reference: reference, below: limit)
  }

  @Test(
    "differ where one was edited",
    arguments: [
      (Array(1...40), 40, []),
      ([90, 91] + Array(1...40), 40, [Alignment.Difference(text: 0..<2, reference: 0..<0)]),
      (Array(1...20) + [90, 91, 92] + Array(21...40), 40, [Alignment.Difference(text: 20..<23, reference: 20..<20)]),
      (Array(1...40) + [90], 40, [Alignment.Difference(text: 40..<41, reference: 40..<40)]),
      (Array(1...10) + Array(16...40), 35, [Alignment.Difference(text: 10..<10, reference: 10..<15)]),
      (Array(1...10) + [90, 91] + Array(13...40), 38, [Alignment.Difference(text: 10..<12, reference: 10..<12)]),
      (Array(1...30), 30, [Alignment.Difference(text: 30..<30, reference: 30..<40)]),
      ([], 0, [Alignment.Difference(text: 0..<0, reference: 0..<40)]),
    ] as [([UInt16], Int, [Alignment.Difference])])
  func edits(text: [UInt16], matched: Int, differences: [Alignment.Difference]) throws {
    let alignment = try #require(Self.align(text, Self.reference))
    #expect(alignment.matched == matched)
    #expect(alignment.differences == differences)
  }

  @Test("differ wholly where nothing is shared")
  func nothingShared() throws {
    let alignment = try #require(Self.align(Array(100...140), Self.reference))
    #expect(alignment.matched == 0)
    #expect(alignment.differences == [Alignment.Difference(text: 0..<41, reference: 0..<40)])
  }

  @Test("are given up where they differ in too much")
  func limit() {
    let text = Array(Self.reference[..<20]) + [90, 91, 92] + Self.reference[20...]
    #expect(Self.align(text, Self.reference, below: 3) == nil)
    #expect(Self.align(text, Self.reference, below: 4)?.weight == 3)
    #expect(Self.align(Self.reference, Self.reference, below: 1)?.weight == 0)
  }

  @Test("are matched as far as the longest common subsequence goes, or nearly, whatever was edited", arguments: 1...60)
  func randomEdits(seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    // A vocabulary small enough for words to come again.
    let reference = (0..<Int.random(in: 30...300, using: &random)).map { _ in UInt16.random(in: 0..<60, using: &random)
    }
    var text = reference
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let at = Int.random(in: 0...text.count, using: &random)
      let added = (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt16.random(in: 0..<80, using: &random) }
      let end = min(text.count, at + Int.random(in: 0...8, using: &random))
      text.replaceSubrange(at..<end, with: added)
    }
    let alignment = try #require(Self.align(text, reference))
    let longest = Self.longestCommon(text, reference)
    #expect(alignment.matched <= longest)
    #expect(Double(alignment.matched) >= 0.95 * Double(longest))
    #expect(alignment.differences.isEmpty == (text == reference))
    // The differences in place of the reference's words give the text: nothing is lost and nothing is told twice.
    var rebuilt: [UInt16] = []
    var position = 0
    for difference in alignment.differences {
      rebuilt += reference[position..<difference.reference.lowerBound]
      rebuilt += text[difference.text]
      position = difference.reference.upperBound
    }
    rebuilt += reference[position...]
    #expect(rebuilt == text)
  }

  private static func longestCommon(_ one: [UInt16], _ other: [UInt16]) -> Int {
    var row = [Int](repeating: 0, count: other.count + 1)
    for word in one {
      var diagonal = 0
      for (column, against) in other.enumerated() {
        let above = row[column + 1]
        row[column + 1] = word == against ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[other.count]
  }
}
