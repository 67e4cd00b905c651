import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Files and classes of the Model Openness Framework")
struct OpennessFrameworkTests {
  private let file = """
    framework:
      name: Model Openness Framework
      version: '1.0'
    release:
      name: Acme
      class: 2
      license:
        code:
          name: MIT
      components:
      - name: Model card
        license: CC-BY-4.0
      - name: Training code
    """

  @Test("are read with their components and licenses")
  func release() throws {
    let found = OpennessFramework().detect("mof.yml", file)
    let release = try #require(found.releases.first)
    #expect(release.name == "Acme" && release.licenses == ["code": "MIT"])
    #expect(release.components.map(\.name) == ["Model card", "Training code"])
    #expect(release.components.map(\.license) == ["CC-BY-4.0", nil])
    #expect(found.classClaims.map(\.value) == [2] && found.classClaims.first?.location.line == 6)
  }

  @Test("are no other YAML", arguments: ["a: 1", "framework: x\nrelease: y", "- [", ""])
  func others(text: String) {
    #expect(OpennessFramework().detect("a.yml", text).isEmpty)
  }

  @Test(
    "are named in documents",
    arguments: [
      ("Acme is MOF Class II.", 2), ("It reaches class I of the Model Openness Framework.", nil),
      ("Model Openness Framework: Class III - Open Model", 3),
      ("![](https://img.shields.io/badge/MOF-Class%20I-green)", 1), ("MOF class 3", 3),
      ("It is not MOF class I yet.", nil), ("The MOF has classes.", nil), ("kMOF class I", nil), ("MOF", nil),
    ] as [(String, Int?)])
  func claims(line: String, value: Int?) {
    #expect(OpennessFramework.claim(in: line) == value)
    #expect(
      OpennessFramework().detect("README.md", "# A\n\n\(line)\n").classClaims.map(\.value) == [value].compactMap(\.self)
    )
  }
}
