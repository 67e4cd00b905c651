import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Licenses in the metadata of weights")
struct WeightLicenseTests {
  private static func input(_ recognize: @escaping DetectionInput.Recognizer = { _ in nil }) -> WeightInput {
    WeightInput(path: FilePath("a.gguf"), bytes: ByteSource([]), recognize: recognize)
  }

  @Test(
    "are a tag, and an address beside it",
    arguments: [
      ("apache-2.0", "apache-2.0", nil), (" MIT\n", "MIT", nil),
      ("AGPL-3.0 License (https://ultralytics.com/license)", "AGPL-3.0 License", "https://ultralytics.com/license"),
      ("https://acme.example/l", "other", "https://acme.example/l"),
      ("See https://acme.example/l.", "other", "https://acme.example/l"),
      ("Acme License (v1)", "Acme License (v1)", nil),
      ("Apache License. Version 2.0 http://a.example/2.0", "Apache License. Version 2.0", "http://a.example/2.0"),
    ] as [(String, String, String?)])
  func tags(text: String, tag: String, link: String?) throws {
    let license = try #require(WeightLicense.read(text, Self.input()))
    #expect(license.tag == tag && license.link == link && license.recognition == nil)
  }

  @Test("nothing is nothing, and a name or link alone is a license of the publisher's own")
  func parts() {
    #expect(WeightLicense.read("", Self.input()) == nil && WeightLicense.read(nil, Self.input()) == nil)
    #expect(WeightLicense.read(nil, name: "acme", Self.input())?.tag == "other")
    #expect(WeightLicense.read("other", name: "acme", link: "l", Self.input())?.name == "acme")
  }

  @Test("a whole text is recognized by its words")
  func text() throws {
    let text = "Acme License\n" + String(repeating: "You may. ", count: 40)
    let known = LicenseRecognition(license: "gemma", isUsePolicy: false, similarity: 1, differences: [])
    let license = try #require(WeightLicense.read(text, Self.input { _ in known }))
    #expect(license.tag == "gemma" && license.recognition == known && license.isWithin && license.subject == .model)
    #expect(WeightLicense.read(text, Self.input())?.tag == "Acme License")
    let policy = LicenseRecognition(license: "gemma", isUsePolicy: true, similarity: 1, differences: [])
    #expect(WeightLicense.read(text, Self.input { _ in policy }) == nil)
  }
}
