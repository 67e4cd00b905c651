import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Concluding a license from claims")
struct ConcludeTests {
  private func conclude(_ declarations: [ModelDeclaration]) throws -> ResolvedModel {
    try #require(resolve(declarations)["."])
  }

  @Test("claims that agree are all kept, the strongest first")
  func agreement() throws {
    let model = try conclude([
      card(["Apache-2.0"]), licenseText("Apache License 2.0"),
      declaration("model.safetensors", .weightMetadata, licenses: [license("apache-2.0", in: "model.safetensors")]),
    ])
    #expect(model.words == "known apache-2.0 high")
    #expect(model.license.claims.map(\.source) == [.licenseFile, .weightMetadata, .modelCard])
    #expect(model.license.claims.map(\.location?.path) == ["LICENSE", "model.safetensors", "README.md"])
    #expect(
      model.license.claims.map(\.evidence) == [
        "the license text LICENSE:1 is headed \"Apache License 2.0\"",
        "the metadata of model.safetensors says \"apache-2.0\"", "README.md:2 says \"Apache-2.0\"",
      ])
    #expect(model.license.expression == "Apache-2.0" && model.license.category == .permissive)
    #expect(model.license.candidates.map(\.id) == ["apache-2.0"])
  }

  @Test(
    "a card and a license text that disagree are a conflict, and the stricter counts",
    arguments: [
      (["mit"], "llama3.1", "llama3.1"), (["llama3.1"], "mit", "llama3.1"), (["gemma"], "cc-by-nc-4.0", "cc-by-nc-4.0"),
      (["apache-2.0"], "mit", "apache-2.0"), (["openrail++"], "apache-2.0", "openrail++"),
    ])
  func conflict(tags: [String], title: String, strictest: String) throws {
    let model = try conclude([card(tags), licenseText(title)])
    #expect(model.license.state == .conflict)
    #expect(model.license.concluded == strictest)
    #expect(model.license.candidates.first?.id == strictest)
    #expect(model.license.category == model.license.candidates.first?.category)
    #expect(Set(model.license.candidates.map(\.id)) == Set(tags + [title]))
    #expect(model.license.claims.count == 2)
  }

  @Test("RAIL texts of different publishers are no editions of one license; those of one publisher are")
  func families() throws {
    #expect(try conclude([card(["openrail++"]), licenseText("creativeml-openrail-m")]).license.state == .conflict)
    #expect(try conclude([card(["creativeml-openrail-m"]), licenseText("openrail++")]).license.state == .conflict)
    #expect(
      try conclude([card(["bigscience-openrail-m"]), licenseText("bigcode-openrail-m")]).license.state == .conflict)
    for (tag, title) in [("openrail++", "openrail++-sdxl"), ("llama3", "llama3.1"), ("gemma", "gemma-2024-02-21")] {
      #expect(try conclude([card([tag]), licenseText(title)]).license.state == .known, "\(tag)")
    }
  }

  @Test("the title that weights of SDXL have in their header is what their card's tag says")
  func sharedTitle() throws {
    let title = "CreativeML Open RAIL++-M License"
    let header = declaration(
      "model.safetensors", .weightMetadata, licenses: [license(title, in: "model.safetensors")])
    #expect(try conclude([card(["openrail++"]), header]).words == "known openrail++ high")
    #expect(try conclude([card(["apache-2.0"]), header]).words == "conflict - low")
  }

  @Test(
    "a link to the license of another model of the hub is that model's license, where it restricts",
    arguments: [
      ("other", "https://huggingface.co/meta-llama/Llama-3.1-8B/blob/main/LICENSE", "known llama3.1 high"),
      ("apache-2.0", "https://huggingface.co/meta-llama/Llama-3.1-8B/blob/main/LICENSE", "conflict llama3.1 high"),
      ("other", "https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/resolve/main/LICENSE", "known qwen-research high"),
      ("apache-2.0", "https://huggingface.co/Qwen/Qwen2.5-7B/blob/main/LICENSE", "known apache-2.0 high"),
      ("apache-2.0", "https://huggingface.co/meta-llama/Llama-3.1-8B", "known apache-2.0 high"),
    ])
  func linkedModel(tag: String, link: String, words: String) throws {
    #expect(try conclude([declaration("README.md", licenses: [license(tag, link: link)])]).words == words)
  }

  @Test("another edition of one family is no conflict, and the candidates are both")
  func editions() throws {
    let model = try conclude([card(["llama3.1"]), licenseText("llama3.3")])
    #expect(model.license.state == .known)
    #expect(Set(model.license.candidates.map(\.id)) == ["llama3.1", "llama3.3"])
    #expect(model.license.concluded == model.license.candidates.first?.id)
  }

  @Test("several licenses in one card stand together, and the strictest counts")
  func list() throws {
    let model = try conclude([card(["apache-2.0", "llama3"])])
    #expect(model.words == "known llama3 high")
    #expect(model.license.category == .community)
    #expect(model.license.expression == "Apache-2.0 AND LicenseRef-llama3")
    #expect(model.license.candidates.map(\.id) == ["llama3", "apache-2.0"])
  }

  /// The tag, name and link of a card, and what is concluded from it.
  private static let cards: [(String, String?, String?, String)] = [
    ("other", "llama3.1", nil, "known llama3.1 high"), ("other", "Gemma Terms of Use", "LICENSE", "known gemma high"),
    ("other", nil, "https://ai.google.dev/gemma/terms", "known gemma high"),
    ("other", "acme-model-license", nil, "custom acme-model-license low"),
    ("other", nil, "https://acme.example/license", "custom https://acme.example/license low"),
    ("other", nil, nil, "unknown - low"), ("other", "", nil, "unknown - low"),
    ("other", nil, "LICENSE", "unknown - low"),
    ("other", "other", nil, "unknown - low"), ("other", "unknown", "", "unknown - low"),
    ("other", "modified-mit", nil, "unknown - low"), ("other", "openrail", nil, "unknown - low"),
    ("openrail", nil, nil, "unknown - low"), ("gpl", nil, nil, "unknown - low"), ("cc", nil, nil, "unknown - low"),
    ("openrail", "creativeml-openrail-m", nil, "known creativeml-openrail-m high"),
    ("unknown", nil, nil, "unknown - low"), ("", nil, nil, "unknown - low"),
    ("unknown", "llama3", nil, "known llama3 high"),
    ("0bsd", nil, nil, "known 0BSD high"), ("some words", nil, nil, "unknown - low"),
    ("gemma", "gemma", "https://ai.google.dev/gemma/terms", "known gemma high"),
    ("mit", "MIT License", "LICENSE", "known mit high"),
  ]

  @Test("a card's tag, name and link are read together", arguments: cards.indices)
  func readsCards(index: Int) throws {
    let (tag, name, link, words) = Self.cards[index]
    let model = try conclude([declaration("README.md", licenses: [license(tag, name: name, link: link)])])
    #expect(model.words == words)
    #expect((model.license.category == nil) == model.license.candidates.isEmpty)
  }

  @Test("a license of the publisher's own has a LicenseRef for its expression")
  func expression() throws {
    let model = try conclude([declaration("README.md", licenses: [license("other", name: "Acme Model/License 1.0")])])
    #expect(model.license.expression == "LicenseRef-Acme-Model-License-1.0")
  }

  @Test("a text that nobody has read is what a name stands for that no list has, and not what a listed one does")
  func namedText() throws {
    let named = declaration("README.md", licenses: [license("other", name: "acme-x", link: "LICENSE")])
    #expect(try conclude([named, licenseText("Acme License")]).words == "custom acme-x low")
    #expect(try conclude([named, recognizedText("mit")]).license.state == .conflict)
    #expect(try conclude([card(["0bsd"]), licenseText("Acme License")]).license.state == .conflict)
  }

  @Test("`other` beside a license text is settled by the text where that is one of a publisher's own")
  func otherWithText() throws {
    #expect(try conclude([card(["other"]), licenseText("llama3.1")]).words == "known llama3.1 high")
    let named = declaration("README.md", licenses: [license("other", name: "mit", link: "LICENSE")])
    #expect(try conclude([named, recognizedText("mit")]).words == "known mit high")
    #expect(try conclude([named, recognizedText("mit", differences: 1)]).license.state == .conflict)
    #expect(try conclude([named, licenseText("mit")]).license.state == .conflict)
    let linked = license("other", name: "apache-2.0", link: "https://www.apache.org/licenses/LICENSE-2.0")
    #expect(try conclude([declaration("README.md", licenses: [linked])]).words == "known apache-2.0 high")
    let doubtful = try conclude([card(["other"]), licenseText("apache-2.0")])
    #expect(doubtful.words == "conflict - low" && doubtful.license.category == nil)
  }

  @Test("a text under a name of its own speaks of the model where it restricts its use")
  func textAside() throws {
    func aside(_ license: String) -> ModelDeclaration {
      var text = recognizedText(license, at: "LICENSES/a.txt")
      text.model = "."
      for index in text.licenses.indices { text.licenses[index].isAside = true }
      return text
    }
    #expect(try conclude([card(["mit"]), aside("llama3.1")]).license.state == .conflict)
    #expect(try conclude([card(["mit"]), aside("apache-2.0")]).words == "known mit high")
    #expect(try conclude([card(["llama3.1"]), aside("llama3.1")]).words == "known llama3.1 high")
  }

  @Test("a configuration that may be copied from the base frees nothing, and restricts what it says")
  func configAside() throws {
    func config(_ tag: String) -> ModelDeclaration {
      var config = declaration("config.json", .modelConfig, licenses: [license(tag)])
      for index in config.licenses.indices { config.licenses[index].isAside = true }
      return config
    }
    #expect(try conclude([config("mit")]).words == "absent - low")
    #expect(try conclude([config("cc-by-nc-4.0")]).words == "known cc-by-nc-4.0 high")
    #expect(try conclude([card(["mit"]), config("cc-by-nc-4.0")]).license.state == .conflict)
  }

  @Test(
    "the terms of a gate speak against a label that leaves commerce free",
    arguments: [("mit", "conflict - low"), ("cc-by-nc-4.0", "known cc-by-nc-4.0 high")])
  func gate(tag: String, words: String) throws {
    var gated = card([tag])
    gated.gate = Gate(evidence: "README.md:3 has extra_gated_prompt")
    gated.gate?.barredCommerce = "non-commercial"
    #expect(try conclude([gated]).words == words)
  }

  @Test(
    "a family tag beside a text of the family is no conflict",
    arguments: [
      ("openrail", "creativeml-openrail-m"), ("gpl", "gpl-3.0"), ("bsd", "bsd-3-clause"), ("cc", "cc-by-nc-4.0"),
      ("llama", "llama3.1"), ("modified-mit", "kimi-k2-modified-mit"), ("qwen-license", "qwen"),
    ])
  func familyTag(tag: String, title: String) throws {
    #expect(try conclude([card([tag]), licenseText(title)]).words == "known \(title) high")
  }

  @Test("a tag that says nothing disagrees with nobody")
  func emptyTag() throws {
    #expect(try conclude([card(["unknown"]), licenseText("mit")]).words == "known mit high")
  }

  @Test(
    "a claim that cannot be read, beside one that can, is a conflict in which nothing permissive is concluded",
    arguments: [
      ("mit", "mit, with additions"), ("apache-2.0", "Acme Research License"), ("mit", "gpl"), ("bsd", "mit"),
      ("apache-2.0", "cc-by-3.0"), ("mit", "modified-mit"), ("cc-by-4.0", "openrail"),
    ])
  func unread(tag: String, title: String) throws {
    let model = try conclude([card([tag]), licenseText(title)])
    #expect(model.words == "conflict - low")
    #expect(model.license.category == nil && model.license.expression == nil)
    #expect(model.license.claims.count == 2)
  }

  @Test("two names whose terms are not on file are a conflict without candidates")
  func twoNames() throws {
    let model = try conclude([card(["0bsd"]), licenseText("cc-by-3.0")])
    #expect(model.words == "conflict - low")
    #expect(model.license.candidates.isEmpty)
  }

  @Test("a claim that cannot be read leaves a restricted license standing")
  func unreadBesideRestricted() throws {
    let model = try conclude([card(["llama3.1"]), licenseText("Acme Research License")])
    #expect(model.words == "conflict llama3.1 low" && model.license.category == .community)
  }

  @Test("a folder of which nothing speaks has no license")
  func silence() throws {
    let model = try conclude([card([])])
    #expect(model.words == "absent - low" && model.license.claims.isEmpty)
  }
}
