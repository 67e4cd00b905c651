import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Notebooks")
struct NotebookTests {
  let detector = Notebook()

  private let text = #"""
    {
     "cells": [
      {"cell_type": "markdown", "source": ["See https://huggingface.co/acme/a.\n"]},
      {
       "outputs": [{"text": ["model = \"acme/output\""], "data": {"image/png": "iVBOR/model/qwen"}}],
       "cell_type": "code",
       "source": [
        "%pip install x\n",
        "é = '\u00e9'\n",
        "model = \"acme/b\"\n",
        "f(f'Qwen/{x}')"
       ]
      },
      {"cell_type": "raw", "source": "model = 'acme/raw'"},
      {"cell_type": "code", "source": "load_model('acme/c')\n"}
     ],
     "metadata": {"language_info": {"name": "python"}},
     "nbformat": 4
    }
    """#

  @Test("code and Markdown of cells are found where they stand in the file, outputs are not read")
  func found() {
    let references = detector.detect("a.ipynb", text).references
    #expect(
      references.map(\.outline) == [
        "3:45-74 https://huggingface.co/acme/a mentioned", "10:16-22 acme/b used", "11:10-18 Qwen/{x} used",
        "15:48-54 acme/c used",
      ])
    #expect(references.map(\.remark) == ["cell 1", "cell 2", "cell 2", "cell 4"])
    #expect(references.allSatisfy { $0.kind == .notebook })
  }

  @Test("another kernel's language is read as such")
  func language() {
    let text =
      #"{"metadata": {"kernelspec": {"language": "C#"}}, "cells": [{"cell_type": "code", "source": ["string ModelId { get; } = \"acme/a\";"]}]}"#
    #expect(detector.detect("a.ipynb", text).names == ["acme/a"])
  }

  @Test("what libraries of the kernel's language stand for is found, too")
  func constants() {
    let text =
      #"{"metadata": {"kernelspec": {"language": "swift"}}, "cells": [{"cell_type": "code", "source": ["let m = LLMRegistry.llama3_8B_4bit"]}]}"#
    #expect(
      detector.detect("a.ipynb", text).references.map(\.model.id) == ["mlx-community/Meta-Llama-3-8B-Instruct-4bit"])
  }

  @Test("what is no notebook is told", arguments: ["", "[]", "{\"cells\": [", "{\"cells\": {}}", "x"])
  func broken(text: String) {
    #expect(detector.detect("a.ipynb", text).isIncomplete)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(text) {
      #expect(detector.detect("a.ipynb", bytes: bytes).isWithin(SourceText(path: "a.ipynb", bytes: bytes)))
    }
    let deep = String(repeating: "{\"cells\":[", count: 5_000)
    #expect(detector.detect("a.ipynb", deep).isIncomplete)
  }
}
