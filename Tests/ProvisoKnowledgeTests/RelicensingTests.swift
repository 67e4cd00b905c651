import ProvisoCore
import ProvisoKnowledge
import Testing

@Suite("Who may relicense")
struct RelicensingTests {
  @Test(
    "a maker its own license's models, anybody what is under a license for anybody, and who repackages nothing",
    arguments: [
      ("meta-llama", "llama3.1", true), ("Meta-Llama", "llama2", true), ("google", "gemma-2024-02-21", true),
      ("acme", "llama3.1", false), ("NousResearch", "llama3", false), ("acme", "gemma", false),
      ("acme", "cc-by-nc-4.0", true), ("acme", "creativeml-openrail-m", true), ("acme", "gpl-3.0", true),
      ("unsloth", "cc-by-nc-4.0", false), ("Unsloth", "llama3.1", false), ("acme", "mrl", false),
      ("mistralai", "mrl", true), ("", "llama3.1", false),
    ])
  func mayRelicense(owner: String, id: String, may: Bool) throws {
    let license = try #require(LicenseLibrary.shared.license(id))
    #expect(ModelCatalog.mayRelicense(owner, license) == may)
  }
}
