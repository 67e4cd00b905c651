import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("License texts under other names")
struct LicenseAsideTests {
  let detector = LicenseAside()

  @Test(
    "are wanted where a name or a folder says license",
    arguments: [
      ("m/LLAMA_LICENSE.txt", true), ("Model License Agreement.txt", true), ("COPYING.weights", true),
      ("EULA.txt", true), ("Llama3.1-LICENSE", true), ("m/gemma-2_LICENSE", true),
      ("TERMS_OF_USE.md", true), ("LICENSES/llama3.1.txt", true), ("m/licenses/weights/LICENSE", true),
      ("legal/license.txt", true), ("license/LICENSE", true), ("m/docs/LICENSE", true), ("许可协议.txt", true),
      ("LEGAL.md", true), ("docs/usage.md", false), ("README.md", false), ("LICENSE", false),
      ("licenses/a.json", false),
      ("license_check.py", false), ("tests/LLAMA_LICENSE.txt", false), ("terms.swift", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test(
    "speak of the model that the folder of documents or licenses lies with", arguments: ["docs", "license", "legal"])
  func place(folder: String) {
    let path = "m/\(folder)/LICENSE"
    let input = DetectionInput(
      path: FilePath(path), source: SourceText(path: path, bytes: Array("text".utf8)),
      recognize: { _ in
        LicenseRecognition(license: "cc-by-nc-4.0", isUsePolicy: false, similarity: 1, differences: [])
      })
    #expect(detector.detect(input).declarations.map(\.model) == ["m"])
  }

  @Test("say nothing that is not known word for word")
  func unknown() {
    #expect(detector.detect("EULA.txt", "Llama 3.1 Community License Agreement").isEmpty)
  }
}
