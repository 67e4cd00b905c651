import ProvisoCore
import ProvisoText
import Synchronization
import Testing

@testable import ProvisoDetection

@Suite("License texts in cards")
struct CardLicenseTextTests {
  private static let text = String(repeating: "The licensor does hereby grant to you a license.\n", count: 12)

  private func detect(_ body: String, _ recognize: @escaping DetectionInput.Recognizer) -> [ModelDeclaration] {
    let source = SourceText(path: "m/README.md", "---\nlicense: mit\n---\n" + body)
    return ModelCard().detect(DetectionInput(path: FilePath("m/README.md"), source: source, recognize: recognize))
      .declarations.filter { $0.source == .licenseFile }
  }

  private func known(_ differences: Int = 0) -> LicenseRecognition {
    let difference = LicenseRecognition.Difference(
      kind: .added, line: 9, addedWords: 3, removedWords: 0, excerpt: "No")
    return LicenseRecognition(
      license: "gemma", isUsePolicy: false, similarity: 1,
      differences: Array(repeating: difference, count: differences))
  }

  @Test("speak for the model, from the heading they stand under")
  func section() throws {
    let found = detect("# Acme\n\nHello.\n\n## License\n\(Self.text)\n## More\nWords.\n") { source in
      // The section alone, on its own lines.
      source.line(8) == "## License" && !source.line(1).contains("license") && source.lineCount < 24 ? known() : nil
    }
    let license = try #require(found.first?.licenses.first)
    #expect(license.tag == "gemma" && license.isWithin && license.location.outline == "8:1-11")
    #expect(found.first?.model == "m" && found.first?.establishesModel == false)
  }

  @Test("a changed text is told with the line of the change")
  func changed() {
    let found = detect("# Acme\n\(Self.text)") { _ in known(2) }
    #expect(found.flatMap(\.licenses).map(\.tag) == ["gemma, with changes"])
    #expect(found.map(\.location.line) == [9])
  }

  @Test("short bodies and those that do not speak like a license are not held against the texts")
  func others() {
    #expect(detect("Licensor.") { _ in known() }.isEmpty)
    #expect(detect(String(repeating: "Words about the model. ", count: 60)) { _ in known() }.isEmpty)
    let policy = LicenseRecognition(license: "gemma", isUsePolicy: true, similarity: 1, differences: [])
    #expect(detect(Self.text) { _ in policy }.isEmpty)
  }

  private final class Count: Sendable {
    let bytes = Mutex(0)
  }

  @Test("sections longer than any license are read with the whole body, not again from each heading")
  func longSections() {
    let count = Count()
    let body = "\(Self.text)\n" + String(repeating: "# License\n", count: 200_000)
    let found = detect(body) { source in
      count.bytes.withLock { $0 += source.bytes.count { $0 != 0x0A } }
      return nil
    }
    #expect(found.isEmpty)
    #expect(count.bytes.withLock(\.self) < 2 * body.utf8.count)
  }
}
