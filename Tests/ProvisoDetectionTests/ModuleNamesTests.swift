import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Names that the files of a module share")
struct ModuleNamesTests {
  private func shared(_ files: [(path: String, text: String)]) -> [String] {
    var all = Detections()
    for file in files {
      all.append(DetectorRunner().detect(path: FilePath(file.path), bytes: Array(file.text.utf8)))
    }
    return all.shared.references.map { "\($0.location.path) \($0.outline)" }
  }

  @Test(
    "a value that one file gives and another loads is a model",
    arguments: [
      (
        "app/names.py", "CHECK = 'acme/tiny-chat'\n", "app/load.py", "AutoModel.from_pretrained(names.CHECK)\n",
        "1:10-24"
      ),
      (
        "Sources/App/Names.swift", "enum Names {\n  static let chat = \"acme/tiny-chat\"\n}\n",
        "Sources/App/Load.swift",
        "let m = try await loadModel(id: Names.chat)\n", "2:22-36"
      ),
      (
        "src/names.ts", "export const CHECK = 'acme/tiny-chat';\n", "src/load.ts",
        "await pipeline('summarization', CHECK);\n", "1:23-37"
      ),
    ])
  func followed(path: String, text: String, caller: String, call: String, place: String) throws {
    #expect(shared([(path, text), (caller, call)]) == ["\(path) \(place) acme/tiny-chat used"])
    #expect(shared([(caller, call), (path, text)]).count == 1)
    #expect(shared([(path, text)]) == [])
  }

  @Test("what is of another language, another module, or of two values says nothing")
  func near() {
    let name = (path: "app/names.py", text: "CHECK = 'acme/tiny-chat'\n")
    #expect(shared([name, ("app/load.ts", "await pipeline('t', CHECK);\n")]) == [])
    #expect(shared([name, ("other/load.py", "AutoModel.from_pretrained(CHECK)\n")]) == [])
    #expect(shared([name, ("app/more.py", "CHECK = 'acme/other'\n"), ("app/l.py", "from_pretrained(CHECK)\n")]) == [])
    #expect(shared([name, ("app/load.py", "CHECK = pick()\nCHECK = 'x'\nAutoModel.from_pretrained(CHECK)\n")]) == [])
    #expect(shared([("app/names.py", "ROUTE = 'users/list'\n"), ("app/load.py", "load(ROUTE)\n")]) == [])
  }

  @Test("each place carries the hash of its line")
  func hashes() {
    var all = DetectorRunner().detect(path: FilePath("a.py"), bytes: Array("CHECK = 'acme/a'\n".utf8))
    all.append(DetectorRunner().detect(path: FilePath("b.py"), bytes: Array("from_pretrained(CHECK)\n".utf8)))
    #expect(all.shared.references.map { $0.location.lineHash != nil } == [true])
  }
}
