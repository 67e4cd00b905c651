import ProvisoCore
import ProvisoKnowledge
import Testing

@Suite("Lines told by the sizes of their weights")
struct ShapedLineTests {
  @Test("every row is read, names what is known under its license, and no two say the same")
  func rows() {
    let rows = EmbeddedText.shapes.allFields()
    #expect(rows.count > 20)
    for row in rows {
      let numbers = [0, 1, 3].compactMap { Int(row[$0]) }
      guard row.count == 8, numbers.count == 3 else {
        Issue.record("\(row) is no row")
        continue
      }
      let shape = ModelShape(
        hidden: numbers[0], intermediate: numbers[1], vocabulary: numbers[2], layers: Int(row[2]))
      #expect(ShapedLine.of(shape)?.id == row[4])
      let line = NamedLine.standing(for: row[4])
      let license = line?.license ?? ModelCatalog.familyRule(for: row[4])?.license
      #expect(license == row[5], "\(row[4])")
      #expect(LicenseLibrary.shared.license(row[5])?.category.isRestricted == true)
    }
    #expect(Set(rows.map { $0[0..<4].joined(separator: " ") }).count == rows.count)
  }

  @Test("some tokens more or less are the same line; other sizes are none")
  func tolerance() {
    func line(_ vocabulary: Int, hidden: Int = 3072) -> String? {
      ShapedLine.of(ModelShape(hidden: hidden, intermediate: 8192, vocabulary: vocabulary, layers: 28))?.id
    }
    #expect(line(128256) == "meta-llama/Llama-3.2-*" && line(128264) == line(128256))
    #expect(line(32064) == nil && line(200064) == nil, "Phi 3 and 4 mini, which are free")
    #expect(line(128256, hidden: 64) == nil, "somebody's test")
    #expect(line(Int.max) == nil && line(-1) == nil)
  }
}
