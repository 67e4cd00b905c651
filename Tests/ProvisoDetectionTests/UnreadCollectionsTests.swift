import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Lists that nothing reads")
struct UnreadCollectionsTests {
  private static let list = "fourbit_models = [\n  'acme/a',\n  'acme/b',  # faster\n]\n"
  private static let inFunction = """
    def cell():
        if True:
            fourbit_models: list[str] = ["acme/a", "acme/b"]

        return load()
    """

  @Test(
    "elements are mentioned where no other file can read the list",
    arguments: [
      ("nb/train (1).py", list), ("nb/train-1.py", list), ("nb/1st.py", list), ("src/a.py", inFunction),
      ("a-b.py", "MODELS = {'base_models': ['acme/a', 'acme/b']}"),
    ])
  func unread(path: String, text: String) {
    let references = SourceCode().detect(path, text).references
    #expect(references.map(\.asWritten) == ["acme/a", "acme/b"])
    #expect(references.allSatisfy { $0.role == .mentioned && $0.confidence == .low })
    #expect(references.allSatisfy { $0.remark?.hasSuffix(", which nothing reads") == true })
  }

  @Test(
    "elements are used where the list is read, or may be",
    arguments: [
      ("src/models.py", list), ("nb/train-1.py", list + "load(fourbit_models[0])"),
      ("nb/train-1.py", list + "fourbit_models += ['acme/c']"), ("nb/train-1.py", "print(fourbit_models)\n" + list),
      ("src/a.py", "class Models:\n    base_models = ['acme/a', 'acme/b']"),
      ("src/a.py", "def f():\n    class Models:\n        base_models = ['acme/a', 'acme/b']"),
      ("src/a.py", "def f():\n    pass\nbase_models = ['acme/a', 'acme/b']"),
      ("src/a.py", inFunction + "\n    x = fourbit_models"), ("nb/train-1.py", "models = [load_model('acme/a')]"),
      ("nb/train-1.py", "model = 'acme/a'"), ("nb/train-1.py", "load_model(['Qwen/Qwen3-8B'])"),
      ("nb/a-b.js", "const baseModels = ['acme/a', 'acme/b']"),
    ])
  func read(path: String, text: String) {
    let references = SourceCode().detect(path, text).references
    #expect(!references.isEmpty && references.allSatisfy { $0.role == .used })
  }

  @Test("a notebook is one file: a list of one cell is read in another")
  func notebook() {
    func notebook(_ second: String) -> [Role] {
      let text = """
        {"cells": [
          {"cell_type": "code", "source": ["x = 1\\nfourbit_models = [\\n", "'acme/a', 'acme/b']"]},
          {"cell_type": "code", "source": ["\(second)"]}]}
        """
      return Notebook().detect("nb/train.ipynb", text).references.map(\.role)
    }
    #expect(notebook("load(x)") == [.mentioned, .mentioned])
    #expect(notebook("y = 1\\nfourbit_models.append(y)") == [.used, .used])
    #expect(notebook("!run --models {fourbit_models}") == [.used, .used])
  }

  @Test("a notebook of two thousand such lists is counted once, not for each of them", .timeLimit(.minutes(1)))
  func manyLists() {
    let filler = String(repeating: "# some words of no meaning ", count: 20)
    let cells = (0..<2_000).map { index in
      #"{"cell_type": "code", "source": ["fourbit_models_\#(index) = [\n", "'acme/a']\n", "\#(filler)"]}"#
    }
    let references = Notebook().detect("nb/train.ipynb", #"{"cells": [\#(cells.joined(separator: ","))]}"#).references
    #expect(references.count == 2_000)
    #expect(references.allSatisfy { $0.role == .mentioned })
  }
}
