@testable import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("Model catalog")
struct ModelCatalogTests {
  @Test(
    "an older or shorter id and any spelling lead to the model",
    arguments: [
      ("bert-base-uncased", "google-bert/bert-base-uncased"), ("gpt2", "openai-community/gpt2"),
      ("GPT2", "openai-community/gpt2"), ("meta-llama/llama-3.1-8b-instruct", "meta-llama/Llama-3.1-8B-Instruct"),
      ("META-LLAMA/LLAMA-3.1-8B-INSTRUCT", "meta-llama/Llama-3.1-8B-Instruct"),
      ("meta-llama/Meta-Llama-3.1-8B", "meta-llama/Llama-3.1-8B"),
      ("runwayml/stable-diffusion-v1-5", "stable-diffusion-v1-5/stable-diffusion-v1-5"),
      ("nobody/Nothing-1B", "nobody/Nothing-1B"), ("", ""),
    ])
  func canonicalID(written: String, id: String) {
    #expect(ModelCatalog.canonicalID(of: written) == id)
  }

  @Test(
    "has models of the hub by their ids, today's and earlier ones, and by nothing less",
    arguments: [
      ("meta-llama/Llama-3.1-8B-Instruct", true), ("META-LLAMA/LLAMA-3.1-8B-INSTRUCT", true),
      ("runwayml/stable-diffusion-v1-5", true), ("nobody/Nothing-1B", false), ("gpt2", false), ("meta-llama/", false),
      ("meta-llama/Llama-3.1-8B-Instruct/", false), ("", false),
    ])
  func listed(id: String, isListed: Bool) {
    #expect(ModelCatalog.isListed(id) == isListed)
  }

  @Test("aliases lead to models in one step, and no alias is spelled in capitals")
  func aliases() {
    for fields in EmbeddedText.aliases.allFields() {
      #expect(fields.count == 2 && fields[0] == fields[0].lowercased(), "\(fields)")
      #expect(!ModelCatalog.isAlias(fields[1]) || fields[1].lowercased() == fields[0], "\(fields)")
      let id = ModelCatalog.canonicalID(of: fields[0])
      #expect(ModelCatalog.canonicalID(of: id) == id, "\(fields)")
    }
  }

  @Test("every entry stands under its id in lower case, with a license that is known or words that claim no more")
  func entries() {
    for fields in EmbeddedText.catalog.allFields() {
      #expect(fields.count == 8 && fields[0] == fields[1].lowercased(), "\(fields)")
      guard let entry = ModelCatalog.entry(for: fields[1]) else {
        Issue.record("\(fields)")
        continue
      }
      #expect(entry.id == fields[1])
      #expect(entry.bases.allSatisfy { $0.contains("/") && $0.lowercased() != fields[0] }, "\(entry)")
      #expect(entry.license == nil || !entry.source.isEmpty, "\(entry)")
      if let license = entry.license, case .unrecognized = LicenseLibrary.shared.match(license) {
        Issue.record("\(entry.id): \(license)")
      }
    }
  }

  @Test("nothing is known of a model that nobody listed", arguments: ["nobody/Nothing-1B", "", "a\tb", "llama"])
  func unknown(id: String) {
    #expect(ModelCatalog.entry(for: id) == nil)
    #expect(ModelCatalog.familyRule(for: id) == nil)
  }

  @Test("how ids go on that begin like a line's is known of all of them, and of nothing else")
  func continuations() {
    let stem = "meta-llama/Llama-3.1"
    let known = ModelCatalog.continuations(of: stem)
    #expect(known.contains("-8b-instruct") && !known.contains("-8b-tuned"))
    #expect(known.allSatisfy { ModelCatalog.entry(for: stem + $0) != nil })
    // Of what only the short list has, and of what stands under its publisher's other name.
    for fields in EmbeddedText.catalog.allFields() where fields[0].contains("/") {
      let stem = fields[0].prefix { $0 != "/" } + "/"
      #expect(ModelCatalog.continuations(of: String(stem)).contains(String(fields[0].dropFirst(stem.count))))
    }
    #expect(EmbeddedText.catalog.keys == EmbeddedText.catalog.allFields().map { $0[0] })
    #expect(ModelCatalog.continuations(of: "llama").isEmpty)
  }

  @Test("a judgment of releases is of one publisher's models")
  func judgmentsByOwner() {
    for fields in EmbeddedText.openness.allFields() where fields.count == 9 {
      #expect(fields[0].prefix { $0 != "*" }.contains("/"), "\(fields[0])")
    }
  }
}
