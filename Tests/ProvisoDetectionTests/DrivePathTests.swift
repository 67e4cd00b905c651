import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Paths of Windows with blanks")
struct DrivePathTests {
  @Test(
    "say by the file's name which model is meant",
    arguments: [
      ("C:\\My Models\\llama-2-7b-chat.Q4_K_M.gguf", "llama-2-7b-chat.Q4_K_M.gguf"),
      ("D:/AI Stuff/gemma-2-2b-it-Q4_K_M.gguf", "gemma-2-2b-it-Q4_K_M.gguf"),
    ])
  func named(path: String, name: String) throws {
    let part = try #require(DrivePath.weights(in: path))
    #expect(String(decoding: Array(path.utf8)[part], as: UTF8.self) == name)
  }

  @Test(
    "say none where no family stands there, no weights or no drive",
    arguments: [
      "C:\\My Models\\model.gguf", "C:\\My Models\\llama-2-7b.txt", "C:\\Models\\llama-2-7b.gguf",
      "see C:\\a b\\llama-2-7b.gguf", "",
      "C:\\ ", "C: a b c d e f g", "C:\\a b\\",
    ])
  func unnamed(path: String) {
    #expect(DrivePath.weights(in: path) == nil)
  }

  @Test("an example in the description of an interface is a mention")
  func shown() {
    let text = "#[schema(example = \"thenlper/gte-base\")]\nlet a = b(model = \"thenlper/gte-large\");"
    let found = DetectorRunner().detect(path: FilePath("a.rs"), bytes: Array(text.utf8)).references
    #expect(found.sorted { $0.location < $1.location }.map(\.role) == [.mentioned, .used])
  }
}
