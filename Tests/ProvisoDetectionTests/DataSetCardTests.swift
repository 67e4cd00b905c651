import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Cards of data sets")
struct DataSetCardTests {
  private func detect(_ text: String, at path: String = "data/README.md") -> Detections {
    DataSetCard().detect(path, text)
  }

  @Test("give the license and the models whose outputs the data is made of")
  func card() throws {
    let found = detect(
      "---\nlicense: cc-by-nc-4.0\ntask_categories: [text-generation]\ngenerated_by: meta-llama/Llama-2-70b-chat-hf\n---\n# D\n"
    )
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "data" && declaration.licenses.map(\.tag) == ["cc-by-nc-4.0"])
    #expect(declaration.bases.map(\.model.id) == ["meta-llama/Llama-2-70b-chat-hf"])
    #expect(declaration.bases.map(\.relation) == [.trainedOnOutputs])
    #expect(found.references.map(\.role) == [.dataset])
    #expect(declaration.location.line == 2)
  }

  @Test(
    "cards of models and spaces, and other Markdown, are none",
    arguments: [
      "---\nlicense: mit\nbase_model: a/b\n---\n", "---\nsdk: gradio\ndataset_info: x\n---\n", "# License\n",
      "---\n[\n---\n",
    ])
  func nearMisses(text: String) {
    #expect(detect(text).isEmpty)
  }
}

@Suite("Data sets named in cards")
struct NamedDataSetsTests {
  private func names(_ detector: any Detector, _ path: String, _ text: String) -> [String] {
    detector.detect(path, text).references.filter { $0.role == .dataset }.map {
      "\($0.model.id) \($0.location.line):\($0.location.column) \($0.derivative ?? "-")"
    }
  }

  @Test("a card's are those of its model")
  func card() {
    let text =
      "---\nlicense: mit\nbase_model: a/b\ndatasets:\n- tatsu-lab/alpaca\n- imdb\n- ./local/file\n- data.jsonl\n---\n"
    #expect(
      names(ModelCard(), "m/README.md", text) == ["tatsu-lab/alpaca 5:3 m", "imdb 6:3 m", "./local/file 7:3 m"])
  }

  @Test("a card of data says what they were made of")
  func sources() {
    let text = "---\nlicense: mit\nsource_datasets:\n- original\n- extended|acme/a\n- acme/b\n---\n"
    #expect(names(ModelCard(), "m/README.md", text) == ["acme/a 5:3 m", "acme/b 6:3 m"])
  }
}
