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
      ("legal/license.txt", true), ("README.md", false), ("LICENSE", false), ("licenses/a.json", false),
      ("license_check.py", false), ("tests/LLAMA_LICENSE.txt", false), ("terms.swift", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("say nothing that is not known word for word")
  func unknown() {
    #expect(detector.detect("EULA.txt", "Llama 3.1 Community License Agreement").isEmpty)
  }
}
