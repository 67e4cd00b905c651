import Foundation
import ProvisoCore
import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("Licenses of data sets")
struct DataLicenseTests {
  private func words(_ text: String) -> String {
    let terms = DataLicense().terms(text)
    return
      ([terms.use.rawValue] + (terms.isShareAlike ? ["share-alike"] : [])
      + (terms.isNoDerivatives ? ["no-derivatives"] : [])).joined(separator: " ")
  }

  @Test(
    "are read by their record, else by their words",
    arguments: [
      ("cc-by-4.0", "any"), ("CC BY-NC 4.0", "non-commercial"), ("cc-by-nc-sa-3.0", "non-commercial share-alike"),
      ("CC BY-SA 3.0", "any share-alike"), ("cc-by-nc-nd-4.0", "non-commercial no-derivatives"),
      ("CC BY-ND 4.0", "any no-derivatives"), ("odbl", "any share-alike"), ("MIT License", "any"),
      ("For non-commercial research and educational purposes only", "academic"),
      ("Custom (non-commercial)", "non-commercial"), ("Some words of a stranger", "unstated"), ("", "unstated"),
      ("Research Only", "academic"), ("qwen-research", "academic"), ("llama2", "any"),
    ])
  func reading(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test("no words of a stranger are free", arguments: ["committed", "gplus data", "the summit", "isca", "accurate"])
  func nearMisses(text: String) {
    #expect(words(text) == "unstated")
  }

  // MARK: - The Data Provenance Initiative's own classes

  private static func table<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> [String: Value] {
    let path = try #require(sharedFolder) + "/papers/dpi/\(name).json"
    return try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: URL(filePath: path)))
  }

  private static let uses: [String: DataTerms.Use] = [
    "All": .any, "NC": .nonCommercial, "Acad": .academic, "Unspecified": .unstated,
  ]

  /// Names that say nothing by themselves; the auditors class them by what they read elsewhere. Saying less than they do is
  /// right here: unstated is not free.
  private static let silent: Set<String> = [
    "No License", "Unclear", "Various", "Skywork Community License", "LMSYS-Chat-1M Dataset License",
  ]

  @Test("at least 95 % of the auditors' names have the auditors' class", .enabled(if: sharedFolder != nil))
  func classes() throws {
    let classes = try Self.table("license_classes", [String].self).filter { !Self.silent.contains($0.key) }
    #expect(classes.count > 55)
    let wrong = classes.filter { name, triple in DataLicense().terms(name).use != Self.uses[triple[0]] }
    #expect(
      Double(wrong.count) <= 0.05 * Double(classes.count),
      "\(wrong.map { "\($0.key): \($0.value[0]), not \(DataLicense().terms($0.key).use)" }.sorted())")
  }

  @Test(
    "at least 95 % of the spellings in the wild are read as strictly as the license they stand for",
    .enabled(if: sharedFolder != nil))
  func paraphrases() throws {
    let classes = try Self.table("license_classes", [String].self)
    var count = 0
    var wrong: [String] = []
    for (name, spellings) in try Self.table("license_paraphrases", [String].self) {
      guard let use = classes[name].flatMap({ Self.uses[$0[0]] }), !Self.silent.contains(name) else { continue }
      for spelling in spellings {
        count += 1
        let terms = DataLicense().terms(spelling)
        // An unstated license is never taken for a free one, so it errs on the right side.
        if terms.use != use, !(terms.use == .unstated && use != .any) {
          wrong.append("\(spelling): \(use), not \(terms.use)")
        }
      }
    }
    #expect(count > 100)
    #expect(Double(wrong.count) <= 0.05 * Double(count), "\(wrong.count) of \(count): \(wrong.sorted())")
  }

  @Test("nothing that the auditors call restricted is read as free", .enabled(if: sharedFolder != nil))
  func neverTooFree() throws {
    let classes = try Self.table("license_classes", [String].self)
    for (name, triple) in classes where ["NC", "Acad"].contains(triple[0]) {
      #expect(DataLicense().terms(name).use != .any, "\(name)")
    }
  }
}

@Suite("The table of data sets")
struct DataSetsTests {
  @Test("knows licenses and the models whose outputs a data set is made of")
  func lookup() throws {
    let alpaca = try #require(DataSets.entry(for: "Tatsu-Lab/ALPACA"))
    #expect(alpaca.id == "tatsu-lab/alpaca" && alpaca.licenses == ["CC BY-NC 4.0"])
    #expect(alpaca.generators == [ModelName(registry: .hosted, id: "OpenAI GPT-3")])
    #expect(DataSets.entry(for: "databricks/databricks-dolly-15k")?.licenses == ["CC BY-SA 3.0"])
    #expect(DataSets.entry(for: "nobody/nothing") == nil)
  }

  @Test("is packed from the auditors' table: one line a data set, with what all its parts say")
  func pack() {
    let table = """
      dataset\thf_url\taudited_licenses\tmodel_generated_by
      a-1\thttps://huggingface.co/datasets/Acme/A/viewer/x\tMIT License | OpenAI\tOpenAI GPT-4
      a-2\thttps://huggingface.co/datasets/acme/a\tCC BY-NC 4.0\tVicuna
      b\thttps://huggingface.co/datasets/imdb/tree/main\tUnspecified\t
      c\thttps://example.com/x\tMIT License\t
      d\thttps://huggingface.co/datasets/glue\tApache License 2.0\tStarCoder

      """
    #expect(
      String(decoding: DataSets.pack(Array(table.utf8)), as: UTF8.self) == """
        Acme/A\tCC BY-NC 4.0;MIT License\thosted:OpenAI GPT-4
        glue\tApache License 2.0\thuggingface:bigcode/starcoder

        """)
    #expect(DataSets.pack(Array("nothing\n".utf8)).isEmpty)
  }

  @Test("stands in the order that the search expects, and every license of it is read")
  func order() {
    let rows = EmbeddedText.dataSets.allFields()
    let keys = rows.map { $0[0].lowercased() }
    #expect(keys == keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(rows.count > 150 && rows.allSatisfy { $0.count == 3 })
  }
}
