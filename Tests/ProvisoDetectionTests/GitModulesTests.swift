import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Detecting models that are submodules")
struct GitModulesTests {
  private static func found(_ url: String) -> [String] {
    let text = "[submodule \"weights\"]\n\tpath = weights\n\turl = \(url)\n"
    return GitModules().detect(".gitmodules", text).references.map {
      "\($0.model.id) \($0.role.rawValue) \($0.location.line):\($0.location.column)"
    }
  }

  @Test("finds the hub's models and data sets by their addresses")
  func found() {
    #expect(Self.found("https://huggingface.co/acme/model-7b") == ["acme/model-7b bundled 3:8"])
    #expect(Self.found("https://huggingface.co/acme/model-7b.git") == ["acme/model-7b bundled 3:8"])
    #expect(Self.found("\"git@hf.co:acme/model-7b\"") == ["acme/model-7b bundled 3:9"])
    #expect(Self.found("https://huggingface.co/datasets/acme/texts") == ["acme/texts dataset 3:8"])
  }

  @Test(
    "leaves other submodules alone",
    arguments: ["https://github.com/acme/model-7b", "../model-7b", "https://huggingface.co/spaces/acme/demo", ""])
  func left(url: String) {
    #expect(Self.found(url) == [])
  }

  @Test("reads nothing else")
  func wanted() {
    #expect(GitModules().wants(FilePath("a/.gitmodules")) && !GitModules().wants(FilePath("gitmodules")))
  }
}
