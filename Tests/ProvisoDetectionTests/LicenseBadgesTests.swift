import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Licenses that a repository shows of itself")
struct LicenseBadgesTests {
  @Test(
    "are read from badges",
    arguments: [
      ("![License](https://img.shields.io/badge/License-MIT-green.svg)", ["MIT"]),
      ("[![x](https://img.shields.io/badge/license-Apache_2.0-blue)](LICENSE)", ["Apache 2.0"]),
      ("<img src='https://img.shields.io/badge/Licence-BSD--3--Clause-blue?style=flat'>", ["BSD-3-Clause"]),
      ("![](https://img.shields.io/badge/License-Apache%202.0-red)", ["Apache 2.0"]),
      (
        "![](https://img.shields.io/badge/code_license-MIT-green) ![](https://img.shields.io/badge/license-GPL_v3-x)",
        ["GPL v3"]
      ),
      ("![](https://img.shields.io/badge/Weights_License-MIT-green)", []),
      ("![](https://img.shields.io/badge/python-3.11-green)", []),
      ("![](https://img.shields.io/github/license/acme/tool)", []), ("The license is MIT.", []),
      ("https://img.shields.io/badge/license-", [""]),
    ] as [(String, [String])])
  func badges(line: String, licenses: [String]) {
    #expect(LicenseBadges.badges(line) == licenses)
  }

  /// A file, and the licenses that it shows.
  private static let files: [(String, String, [String])] = [
    ("CITATION.cff", "cff-version: 1.2.0\nlicense: MIT\nreferences:\n  - license: GPL-3.0\n", ["MIT"]),
    (
      "pyproject.toml", "[project]\nclassifiers = [\n  \"License :: OSI Approved :: MIT License\",\n]\n",
      ["MIT License"]
    ),
    ("setup.py", "classifiers=[\"License :: OSI Approved :: Apache Software License\"]", ["Apache-2.0"]),
    ("setup.py", "classifiers=[\"License :: Other/Proprietary License\"]", []),
    ("Acme.podspec", "  s.license = { :type => 'MIT', :file => 'LICENSE' }\n", ["MIT"]),
    ("Acme.podspec", "  s.license = \"Apache-2.0\"\n", ["Apache-2.0"]), ("a.gemspec", "s.license='MIT'\n", ["MIT"]),
    ("composer.json", "{\"name\": \"a/a\", \"license\": \"MIT\"}", ["MIT"]),
    ("codemeta.json", "{\"license\": \"https://spdx.org/licenses/MIT\"}", ["MIT"]),
    ("conda/meta.yaml", "about:\n  license: BSD-3-Clause\n", ["BSD-3-Clause"]),
    ("pom.xml", "<licenses>\n<license>\n<name>MIT License</name>\n</license>\n<name>Acme</name>", ["MIT License"]),
    ("a.nuspec", "<license type=\"expression\">MIT</license>", ["MIT"]),
    ("a.nuspec", "<license type=\"file\">LICENSE</license>", []),
    ("tests/CITATION.cff", "license: MIT\n", []),
  ]

  @Test("are read where research and packages of other languages state them", arguments: files.indices)
  func states(index: Int) {
    let (path, text, licenses) = Self.files[index]
    let found = LicenseBadges().wants(FilePath(path)) ? LicenseBadges().detect(path, text).labels : []
    #expect(found.map(\.license) == licenses)
    #expect(found.allSatisfy { $0.kind == .metadata })
  }

  @Test(
    "are read from package metadata",
    arguments: [
      ("license = \"MIT\"", ["MIT"]), ("license = {text = \"Apache-2.0\"}", ["Apache-2.0"]),
      ("  \"license\": \"ISC\",", ["ISC"]), ("    license='BSD',", ["BSD"]), ("license = Apache 2.0", ["Apache 2.0"]),
      ("license = {file = \"LICENSE\"}", []), ("license_files = LICENSE", []), ("licensed = \"x\"", []),
      ("{\"name\": \"acme\", \"license\": \"MIT\"}", ["MIT"]), ("setup(name='acme', license='MIT')", ["MIT"]),
      ("{\"scripts\": {\"a\": \"license-checker\"}}", []), ("setup(license_files=['LICENSE'])", []),
      ("{\"name\": \"license: MIT\"}", []),
      ("license: \"\"", []), ("license =", []),
      ("{\"name\": \"a\", \"license\": \"MIT\", \"files\": [\"a\"]}", ["MIT"]),
      ("setup(name='a', license='MIT', version='1')", ["MIT"]),
      ("{\"license\": {\"type\": \"BSD-3-Clause\", \"url\": \"https://a.io\"}}", ["BSD-3-Clause"]),
      ("# license = MIT", []), ("description = \"the license: MIT\"", []), ("\"license-checker\": \"1.0\"", []),
    ] as [(String, [String])])
  func metadata(line: String, licenses: [String]) {
    #expect(LicenseBadges.metadata(line) == licenses)
  }

  @Test("are told with their lines, and what kind of place it is")
  func places() {
    let detector = LicenseBadges()
    let readme = detector.detect("README.md", "# A\n\n![](https://img.shields.io/badge/License-MIT-green)\n")
    #expect(readme.labels.map { "\($0.kind) \($0.license) \($0.location.line)" } == ["badge MIT 3"])
    let package = detector.detect("package.json", "{\n  \"license\": \"MIT\"\n}\n")
    #expect(package.labels.map { "\($0.kind) \($0.license) \($0.location.line)" } == ["metadata MIT 2"])
    for path in ["tests/README.md", "docs/index.md", "app.py"] { #expect(!detector.wants(FilePath(path)), "\(path)") }
  }
}
