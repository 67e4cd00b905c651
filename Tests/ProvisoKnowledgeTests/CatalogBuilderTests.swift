import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("Making the catalog from lists")
struct CatalogBuilderTests {
  private static let heading = "id\tnamespace\tlicense\tlicense_name\tlicense_link\tbase_model\tpopularity\tsource\n"

  /// The rows that come of lists, by the lists' names; each row is `id license name bases`, parted by bars.
  private static func rows(
    _ lists: [String: [String]], omitting: Set<String> = [], renamed: [String: String] = [:]
  ) -> [String: ModelRow] {
    var builder = CatalogBuilder(omitting: omitting, renamed: renamed)
    for list in CatalogList.ofHub {
      let lines = (lists[list.name] ?? []).map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        return "\(parts[0])\thuggingface\t\(parts[1])\t\(parts[2])\t\t\(parts[3])\t\tx\n"
      }
      builder.add(Array((heading + lines.joined()).utf8), of: list)
    }
    return Dictionary(uniqueKeysWithValues: builder.rows.map { ($0.id, $0) })
  }

  @Test("the most trusted list that gives a license is believed; third parties only where none of the hub's does")
  func trust() {
    let rows = Self.rows([
      "hf-open-models-2025-10": ["acme/A|cc-by-nc-4.0||", "acme/c|||acme/a"],
      "lollms-models-zoo-2025-05": ["Acme/a|apache-2.0||", "acme/b|mit||"],
      "fastembed-0.9.1": ["acme/A|mit|A-model|", "acme/B|gpl-3.0||", "acme/C|mit|C-model|"],
    ])
    #expect(rows["acme/A"]?.statement.license == "cc-by-nc-4.0")
    #expect(rows["acme/b"]?.statement.license == "mit")
    #expect(rows["acme/c"]?.statement.license == "mit")
    #expect(rows["acme/c"]?.statement.list == "fastembed-0.9.1")
    #expect(rows["acme/c"]?.statement.licenseName == "", "third parties write the model's name there")
    #expect(rows["acme/c"]?.statement.baseList == "hf-open-models-2025-10")
    #expect(CatalogEntry(rows["acme/c"] ?? ModelRow(id: "")).isThirdParty)
    #expect(!CatalogEntry(rows["acme/A"] ?? ModelRow(id: "")).isThirdParty)
  }

  @Test(
    "the name that an older list of the hub has beside the very license is kept with its list: the weights may be under that"
  )
  func namesBeside() {
    let rows = Self.rows([
      "hf-open-models-2025-10": ["acme/A|mit||", "acme/B|mit||", "acme/C|other||", "acme/D|mit||"],
      "hf-model-trees-2025-04": ["acme/A|mit|deepseek|", "acme/B|gemma|gemma|", "acme/C|other|old|"],
      "open-llms-2025-02": ["acme/D|mit|D-model|"],
    ])
    let names = ["acme/A", "acme/B", "acme/C", "acme/D"].map { rows[$0]?.statement.licenseName }
    #expect(names == ["deepseek", "", "", ""])
    #expect(rows["acme/A"]?.statement.license == "mit" && rows["acme/B"]?.statement.license == "mit")
    #expect(rows["acme/A"]?.statement.list == "hf-model-trees-2025-04")
    #expect(rows["acme/D"]?.statement.list == "hf-open-models-2025-10")
  }

  @Test("a free label that copies agree on is believed of two owners, of the model's own, or of one who never errs")
  func copies() {
    let rows = Self.rows([
      "hf-open-models-2025-10": [
        "one/A-GGUF|mit||acme/A", "one/B-GGUF|mit||acme/B", "two/B-GPTQ|mit||acme/B", "acme/C-GGUF|mit||acme/C",
        "mradermacher/D-GGUF|mit||acme/D", "one/E-GGUF|llama3||acme/E", "one/F-GGUF|mit||acme/F",
        "two/F-AWQ|gemma||acme/F", "one/G-GGUF|mit||acme/G", "one/G-AWQ|mit||acme/G",
      ]
    ])
    func label(_ id: String) -> String { rows[id]?.statement.license ?? "" }
    #expect(["acme/B", "acme/C", "acme/D"].map(label) == ["mit", "mit", "mit"])
    #expect(label("acme/E") == "llama3", "what restricts needs no second")
    #expect(["acme/A", "acme/F", "acme/G"].map(label) == ["", "", ""])
  }

  @Test("a list that types labels by the kind of model frees none of a publisher who has restricted ones")
  func doubted() {
    let rows = Self.rows([
      "hf-open-models-2025-10": ["acme/A|cc-by-nc-4.0||", "other/A|mit||"],
      "mteb-2.26.24": ["acme/B|mit||acme/base", "acme/C|cc-by-nc-4.0||", "other/B|mit||"],
    ])
    #expect(rows["acme/B"]?.statement.license == "" && rows["acme/B"]?.bases == ["acme/base"])
    #expect(rows["acme/C"]?.statement.license == "cc-by-nc-4.0" && rows["other/B"]?.statement.license == "mit")
  }

  @Test("what a list says of an id that is no more it says of today's")
  func renamed() {
    let lists = [
      "hf-open-models-2025-10": ["acme/a|||acme/base"], "hf-top-downloads-2024-12": ["Old/A|cc-by-nc-4.0||"],
    ]
    let rows = Self.rows(lists, renamed: ["old/a": "acme/a"])
    #expect(rows["acme/a"]?.statement.license == "cc-by-nc-4.0" && rows["acme/a"]?.bases == ["acme/base"])
    #expect(rows["Old/A"] == nil)
    #expect(Self.rows(lists, omitting: ["old/a"], renamed: ["old/a": "acme/a"])["acme/a"]?.statement.license == "")
  }

  @Test("an unknown license is none where an older list of the hub says that none is declared")
  func unknown() {
    let rows = Self.rows([
      "hf-open-models-2025-10": ["acme/a|unknown||", "acme/b|unknown||"],
      "hf-top-downloads-2024-12": ["acme/a|none-declared||", "acme/b|mit||"],
    ])
    #expect(rows["acme/a"]?.statement.license == "none-declared")
    #expect(rows["acme/b"]?.statement.license == "unknown", "the publisher may have taken it back")
  }

  @Test("bases are those of all lists but third parties', never the model itself, and only what can be an id")
  func bases() {
    let rows = Self.rows([
      "hf-open-models-2025-10": ["acme/a|mit||acme/Base;ACME/A;./local;gpt2"],
      "hf-lineage-2025-06": ["acme/a|||Acme/base;acme/Other", "acme/b-GGUF|||acme/b", "acme/b-lora|||acme/b"],
      "localai-gallery-2026-08": ["acme/a|mit||acme/third", "acme/d|mit||acme/third"],
    ])
    #expect(rows["acme/a"]?.bases == ["acme/Base", "acme/Other"])
    #expect(rows["acme/d"]?.bases == ["acme/third"])
    #expect(rows["acme/b-GGUF"]?.relation == .quantized)
    #expect(rows["acme/b-lora"]?.relation == .adapter)
    #expect(rows["acme/a"]?.relation == .unknown)
  }

  @Test("models that are left out stay as bases")
  func omitting() {
    let rows = Self.rows(
      ["hf-open-models-2025-10": ["acme/a|mit||acme/b", "acme/B|mit||"]], omitting: ["acme/b"])
    #expect(rows.keys.sorted() == ["acme/a"])
    let table = ModelTable(ModelTableWriter.write(Array(rows.values)))
    #expect(table?.row(for: "acme/b") == ModelRow(id: "acme/b"))
  }

  @Test("a table holds what was written, whatever the ids share", arguments: [0, 1, 15, 16, 17, 33, 300])
  func roundTrip(count: Int) throws {
    let rows = (0..<count).map { number in
      let id = "owner-\(number % 7)/\(String(repeating: "x", count: number % 5))Model-\(number * 7919 % 1000)"
      let statement = ModelStatement(
        license: "mit", licenseName: number.isMultiple(of: 3) ? "n\(number)" : "", list: "l")
      let bases = number == 0 ? [] : ["owner-0/Model-0"]
      return ModelRow(id: id, statement: statement, bases: bases, relation: number.isMultiple(of: 2) ? .same : .adapter)
    }
    let bytes = ModelTableWriter.write(rows)
    #expect(ModelTableWriter.write(rows.reversed()) == bytes)
    let table = try #require(ModelTable(bytes))
    #expect(table.count == count)
    for row in rows {
      #expect(table.row(for: row.id.uppercased()) == row)
      #expect(table.row(for: row.id + "x") == nil)
      #expect(table.row(for: String(row.id.dropLast())) == nil || count == 300)
    }
    #expect(Set(table.rows) == Set(rows))
    #expect(table.rows(startingWith: "OWNER-3/").count == rows.count { $0.id.hasPrefix("owner-3/") })
    #expect(table.rows(startingWith: "owner-3/", limit: 1).count <= 1)
  }

  @Test("bytes that are no table, or a broken one, are read without harm")
  func broken() {
    #expect(ModelTable([UInt8]()) == nil)
    #expect(ModelTable([UInt8](repeating: 0xFF, count: 64)) == nil)
    var bytes = ModelTableWriter.write((0..<40).map { ModelRow(id: "acme/m\($0)", bases: ["acme/m\($0 / 2)"]) })
    for offset in stride(from: 32, to: bytes.count, by: 3) {
      bytes[offset] ^= 0xA5
      _ = ModelTable(bytes)?.row(for: "acme/m7")
      _ = ModelTable(bytes)?.row(for: "zzz")
    }
  }
}
