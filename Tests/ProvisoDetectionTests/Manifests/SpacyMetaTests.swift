import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Pipelines of spaCy")
struct SpacyMetaTests {
  let detector = SpacyMeta()
  private static let meta = #"{"lang":"it","name":"core_news_sm","license":"CC BY-NC-SA 3.0","spacy_version":">=3.7"}"#

  @Test("are models with a name and a license")
  func pipeline() throws {
    let found = detector.detect("it/meta.json", Self.meta)
    #expect(found.outlines == ["1:47-62 core_news_sm bundled"])
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "it" && declaration.establishesModel && declaration.name?.name == "core_news_sm")
    #expect(declaration.licenses.map(\.tag) == ["CC BY-NC-SA 3.0"])
  }

  @Test("without a license are models all the same")
  func withoutLicense() {
    let found = detector.detect("it/meta.json", #"{"spacy_version": "3"}"#)
    #expect(found.outlines == ["1:2-17 it bundled"] && found.declarations.flatMap(\.licenses).isEmpty)
  }

  @Test("near misses and what is no JSON")
  func others() {
    #expect(detector.detect("it/meta.json", #"{"license": "MIT", "name": "spacy_version"}"#).isEmpty)
    #expect(detector.detect("it/meta.json", #"{"spacy_version": "#).isIncomplete)
    #expect(!detector.wants(FilePath("it/metadata.json")))
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(Self.meta) {
      #expect(detector.detect("meta.json", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
