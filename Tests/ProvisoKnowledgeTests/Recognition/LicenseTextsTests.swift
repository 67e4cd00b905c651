import Foundation
import ProvisoCore
import ProvisoKnowledge
import ProvisoTestSupport
import ProvisoText
import Testing

/// Measured on the texts of the folder `shared`, where it is there. Each variant takes every eighth text, another eighth each,
/// so that all of them come up and the suite stays quick in a debug build; with `PROVISO_EVERY_TEXT` set each takes all.
@Suite("License texts of the world are recognized", .enabled(if: LicenseTexts.folder != nil))
struct LicenseTextsTests {
  @Test("each as itself, without a difference")
  func themselves() {
    #expect(LicenseTexts.all.count >= 145)
    let wrong = LicenseTexts.all.filter { !isRight($0, $0.content, clean: true) }
    #expect(wrong.isEmpty, "\(wrong.map(\.name))")
  }

  @Test("in every layout", arguments: Array(TextVariant.layouts.enumerated()))
  func layouts(number: Int, variant: TextVariant) {
    let texts = LicenseTexts.sample(number)
    let wrong = texts.filter { !isRight($0, variant.change($0.content), clean: true) }
    #expect(wrong.count * 100 <= texts.count, "\(wrong.map(\.name))")
  }

  @Test("within another text")
  func framed() {
    let texts = LicenseTexts.sample(7)
    let wrong = texts.filter { !isRight($0, TextVariant.framed.change($0.content), clean: false) }
    #expect(wrong.count * 100 <= texts.count, "\(wrong.map(\.name))")
  }

  @Test(
    "never without a difference where the content has one",
    arguments: [("added", TextVariant.additions), ("removed", TextVariant.removals)])
  func changes(kind: String, variants: [TextVariant]) {
    var count = 0
    var wrong: [String] = []
    for (number, variant) in variants.enumerated() {
      for text in LicenseTexts.sample(number) {
        let changed = variant.change(text.content)
        guard changed != text.content else { continue }
        count += 1
        if let recognition = recognize(changed), recognition.differences.isEmpty || recognition.confidence == .high {
          wrong.append("\(text.name), \(variant.name)")
        }
      }
    }
    #expect(count >= 60)
    #expect(wrong.count * 50 <= count, "\(wrong)")
  }

  @Test(
    "never without a difference where restrictions of use behind the end of the terms are gone",
    arguments: [
      "deepseek", "creativeml-openrail-m", "openrail++", "bigcode-openrail-m", "bigscience-openrail-m",
      "bigscience-bloom-rail-1.0",
    ])
  func attachments(name: String) throws {
    let text = try #require(LicenseTexts.all.first { $0.name == name }).content
    let start = try #require(text.range(of: "END OF TERMS AND CONDITIONS")).upperBound
    #expect(recognize(String(text[..<start]))?.differences.isEmpty == false)
    let lines = text[start...].split(separator: "\n")
    for line in lines where line.split(separator: " ").count > 5 {
      let without = text.replacingOccurrences(of: line, with: "", range: start..<text.endIndex)
      #expect(recognize(without)?.differences.isEmpty == false, "\(line)")
    }
  }

  @Test("Apache's advice behind the end of its terms may be left out")
  func advice() throws {
    let text = try #require(LicenseTexts.all.first { $0.name == "apache-2.0" }).content
    let end = try #require(text.range(of: "END OF TERMS AND CONDITIONS")).upperBound
    #expect(recognize(String(text[..<end]))?.differences.isEmpty == true)
  }

  @Test("by an index that is the one of these texts", .enabled(if: KnowledgeFiles.generator != nil))
  func indexIsUpToDate() throws {
    let folder = try #require(LicenseTexts.folder)
    let arguments = ["--check", "--texts", folder]
    let result = try run(#require(KnowledgeFiles.generator), arguments, directory: packageRoot)
    #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
  }

  @Test("by an index that keeps the texts that are not packed again", .enabled(if: KnowledgeFiles.generator != nil))
  func indexKeepsOthers() throws {
    let text = try #require(LicenseTexts.all.first { $0.name == "apache-2.0" })
    let folder = NSTemporaryDirectory() + "proviso-texts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text.content.write(toFile: folder + "/apache-2.0.txt", atomically: true, encoding: .utf8)
    let arguments = ["--check", "--texts", folder]
    let result = try run(#require(KnowledgeFiles.generator), arguments, directory: packageRoot)
    #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
  }

  private func recognize(_ text: String) -> LicenseRecognition? {
    LicenseRecognizer.shared.recognize(SourceText(text))
  }

  private func isRight(_ text: LicenseTexts.Text, _ changed: String, clean: Bool) -> Bool {
    guard let recognition = recognize(changed) else { return false }
    return recognition.license == text.license && recognition.isUsePolicy == text.isUsePolicy
      && recognition.differences.isEmpty == clean
  }
}

/// The texts, which are other people's and no part of the package.
enum LicenseTexts {
  struct Text: Sendable {
    var name: String
    var content: String
    /// The id of the record: two texts of one record are one license.
    var license: String
    var isUsePolicy: Bool
  }

  static let folder = sharedFolder.map { $0 + "/license-texts" }.flatMap { isDirectory($0) ? $0 : nil }

  static let all: [Text] = {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
      guard let bytes = try? KnowledgeFiles.bytes("\(folder)/\(file)") else { return nil }
      let name = file.dropLast(".txt".count)
      let isUsePolicy = name.hasSuffix(".use-policy")
      let license = String(isUsePolicy ? name.dropLast(".use-policy".count) : name)
      return Text(
        name: String(name), content: String(decoding: bytes, as: UTF8.self),
        license: LicenseLibrary.shared.license(license)?.id ?? license, isUsePolicy: isUsePolicy)
    }
  }()

  private static let isWhole = ProcessInfo.processInfo.environment["PROVISO_EVERY_TEXT"] != nil

  /// Every eighth text, from the one that `number` says.
  static func sample(_ number: Int) -> [Text] {
    isWhole ? all : all.enumerated().filter { $0.offset % 8 == number % 8 }.map(\.element)
  }
}
