import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("License copies in files of other names")
struct LicenseCopiesTests {
  /// Takes a text for the license that its first word names; `~` before it means with changes, `policy` its use policy.
  private func copies(_ path: String, _ text: String) -> [String] {
    let input = DetectionInput(path: FilePath(path), source: SourceText(path: path, text)) { source in
      let words = source.string(in: 0..<source.bytes.count).split(whereSeparator: \.isWhitespace)
      guard words.count > 9, !words.contains("====="), let first = words.first, first.hasPrefix("text-") else {
        return nil
      }
      let difference = LicenseRecognition.Difference(
        kind: .added, line: 1, addedWords: 1, removedWords: 0, excerpt: "")
      return LicenseRecognition(
        license: String(first.dropFirst(5)), isUsePolicy: words.contains("policy"), similarity: 1,
        differences: words.contains("changed") ? [difference] : [])
    }
    return LicenseCopies().detect(input).evidence.map {
      "\($0.kind.rawValue) \($0.subject) \($0.location.line)"
    }
  }

  private let filler = String(repeating: " word", count: 50)

  @Test("are wanted by their names, where nothing else reads them")
  func wants() {
    for path in ["NOTICE", "USE_POLICY.md", "third_party/THIRD-PARTY-NOTICES.txt", "docs/terms.html"] {
      #expect(LicenseCopies().wants(FilePath(path)), "\(path)")
    }
    for path in ["LICENSE", "app.py", "README.md", "tests/NOTICE", "licensing.swift"] {
      #expect(!LicenseCopies().wants(FilePath(path)), "\(path)")
    }
  }

  @Test("are the whole file, or the parts between lines of signs")
  func parts() {
    #expect(copies("NOTICE", "text-mit" + filler) == ["license-copy mit 1"])
    #expect(
      copies(
        "NOTICE", "Ours.\n==========\n\ntext-mit\(filler)\n==========\ntext-llama3.1\(filler)\n----------\nEnd.")
        == ["license-copy mit 4", "license-copy llama3.1 6"])
    #expect(copies("NOTICE.md", "# Ours\n```\ntext-mit\(filler)\n```\n") == ["license-copy mit 3"])
    #expect(copies("USE_POLICY.md", "text-llama3.1 policy" + filler) == ["use-policy llama3.1 1"])
  }

  @Test("are those of the package where a package manager has put it")
  func installed() {
    #expect(copies("third_party/x/NOTICE", "text-mit" + filler) == ["license-copy mit 1"])
    #expect(copies("web/node_modules/x/NOTICE", "text-mit" + filler) == [])
  }

  @Test("are none where words were changed or nothing is recognized")
  func nothing() {
    #expect(copies("NOTICE", "text-mit changed" + filler) == [])
    #expect(copies("NOTICE", "Ours, all of it." + filler) == [])
    #expect(copies("NOTICE", "") == [])
  }
}
