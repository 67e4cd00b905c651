import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Models under names that a file imports from another")
struct ImportedNamesTests {
  private func shared(_ files: [(path: String, text: String)]) -> [String] {
    var all = Detections()
    for file in files {
      all.append(DetectorRunner().detect(path: FilePath(file.path), bytes: Array(file.text.utf8)))
    }
    return all.shared.references.map { "\($0.location.path) \($0.outline) \($0.scope.rawValue)" }
  }

  private let names = (path: "research/names.py", text: "MODEL = 'acme/chat-7b'\n")

  @Test(
    "are used where they are loaded, too",
    arguments: [
      "from research.names import MODEL\nm = AutoModel.from_pretrained(MODEL)\n",
      "import research.names\nm = AutoModel.from_pretrained(research.names.MODEL)\n",
      "from research import names\nm = AutoModel.from_pretrained(names.MODEL)\n",
      "from research.names import MODEL as M, MODEL\nm = AutoModel.from_pretrained(MODEL)\n",
    ])
  func python(text: String) {
    let found = shared([names, ("services/load.py", text)])
    #expect(found.count == 1 && found[0].hasPrefix("services/load.py 2:"))
    #expect(found[0].hasSuffix("acme/chat-7b used production"))
    #expect(shared([("services/load.py", text), names]) == found, "in whatever order the files are read")
  }

  @Test("are read over several lines of an import")
  func lines() {
    let text =
      "from research.names import (\n  OTHER,  # as before\n  MODEL,\n)\nm = AutoModel.from_pretrained(MODEL)\n"
    #expect(shared([names, ("services/load.py", text)]).count == 1)
    #expect(
      shared([names, ("services/load.py", "from research.names import *\nAutoModel.from_pretrained(MODEL)\n")]).count
        == 1)
  }

  @Test(
    "are not meant by a parameter or a member that is only called so",
    arguments: [
      "from research.names import other\ndef load(MODEL):\n  return AutoModel.from_pretrained(MODEL)\n",
      "from research.names import Base\nclass A(Base):\n  def load(self):\n    AutoModel.from_pretrained(self.MODEL)\n",
      "import research.names\ndef load(args):\n  return AutoModel.from_pretrained(args.MODEL)\n",
    ])
  func parameters(text: String) {
    #expect(shared([names, ("services/load.py", text)]) == [])
  }

  @Test("are used in production though their name stands among tests")
  func scope() {
    let caller = "from tests.names import MODEL\nm = AutoModel.from_pretrained(MODEL)\n"
    let found = shared([("tests/names.py", names.text), ("src/load.py", caller)])
    #expect(found.count == 1 && found[0].hasSuffix("used production"))
  }

  @Test("and in JavaScript")
  func javaScript() {
    let found = shared([
      ("research/names.js", "export const MODEL = 'acme/chat-7b';\n"),
      ("web/load.js", "import { MODEL } from '../research/names.js';\nawait pipeline('text-generation', MODEL);\n"),
    ])
    #expect(found.count == 1 && found[0].hasPrefix("web/load.js 2:"))
  }

  @Test("a file that imports another, gives the name a value itself or lies in the same folder says nothing new")
  func near() {
    let call = "m = AutoModel.from_pretrained(MODEL)\n"
    #expect(shared([names, ("services/load.py", "from config.other import MODEL\n" + call)]) == [])
    #expect(shared([names, ("services/load.py", call)]) == [])
    #expect(
      shared([names, ("services/load.py", "from research.names import MODEL\nMODEL = pick()\n" + call)]).count <= 1)
    #expect(shared([names, ("research/load.py", "from research.names import MODEL\n" + call)]) == [])
    let twice = (path: "other/names.py", text: "MODEL = 'acme/other-7b'\n")
    #expect(shared([names, twice, ("services/load.py", "from a.names import MODEL\n" + call)]) == [])
  }
}
