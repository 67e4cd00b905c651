import ProvisoCore
import ProvisoKnowledge
import Testing

@Suite("Names of licenses")
struct LicenseNamesTests {
  /// A match in one word.
  private func kind(_ name: String) -> String {
    switch LicenseLibrary.shared.match(name) {
    case .record(let license): license.id
    case .named(let id, _): "named \(id)"
    case .familyTag: "family"
    case .other: "other"
    case .empty: "empty"
    case .unrecognized: "unrecognized"
    }
  }

  @Test(
    "a license is found by id, SPDX identifier, alias and title, in any case and spacing",
    arguments: [
      ("apache-2.0", "apache-2.0"), ("Apache-2.0", "apache-2.0"), ("  APACHE 2.0 ", "apache-2.0"),
      ("\"Apache License, Version 2.0\"", "apache-2.0"), ("mit", "mit"), ("The MIT License (MIT)", "mit"),
      ("Llama 3.1 Community License", "llama3.1"), ("llama-3.1_community-license", "llama3.1"),
      ("llama 3", "llama3"), ("LLaMA-3", "llama3"), ("LicenseRef-llama3.3", "llama3.3"),
      ("Qwen RESEARCH LICENSE AGREEMENT", "qwen-research"), ("qwen license agreement", "qwen"),
      ("Gemma Terms of Use", "gemma"), ("bsl-1.0", "bsl-1.0"), ("Unlicense", "unlicense"),
      ("CC BY-NC 4.0", "cc-by-nc-4.0"), ("deepseek-license", "deepseek"), ("openrail++", "openrail++"),
    ])
  func records(name: String, id: String) {
    #expect(kind(name) == id)
  }

  @Test("bsl-1.0 on the hub is Boost, and the Business Source License is another")
  func boost() throws {
    let boost = try #require(LicenseLibrary.shared.license("bsl-1.0"))
    #expect(boost.name.hasPrefix("Boost") && boost.category == .permissive)
    #expect(kind("BUSL-1.1") == "named BUSL-1.1")
  }

  @Test(
    "a tag that several texts share names none of them",
    arguments: [
      "openrail", "OpenRAIL", "openrail-m", "rail", "cc", "gpl", "GPL", "lgpl", "agpl", "bsd", "llama",
      "modified-mit", "Modified MIT License",
    ])
  func familyTags(name: String) {
    #expect(kind(name) == "family")
  }

  @Test("other is a license of the publisher's own", arguments: ["other", "Other", "custom", "SEE LICENSE IN LICENSE"])
  func other(name: String) {
    #expect(kind(name) == "other")
  }

  @Test("a word that says nothing is empty", arguments: ["", " ", "unknown", "None", "n/a", "\"\"", "license", "..."])
  func empty(name: String) {
    #expect(kind(name) == "empty")
  }

  @Test(
    "what is like a license and is not one is not taken for it",
    arguments: [
      "UNLICENSED", "mit, with additions", "mit-nc", "apache-2.0, llama3", "apache-2.0 AND llama3", "Apache",
      "apache-2.0 with commons clause", "llama5", "llama 3.4", "gemma2", "cc-by", "creative commons nc",
      "MIT (modified)",
      "not apache-2.0", "bsl", "ＭＩＴ", "mit\tapache-2.0",
    ])
  func lookalikes(name: String) {
    #expect(kind(name) == "unrecognized")
  }

  @Test(
    "an identifier may have the word behind it",
    arguments: [("AGPL-3.0 License", "agpl-3.0"), ("mpl-2.0 license", "mpl-2.0"), ("cc-by-4.0 license license", nil)])
  func word(name: String, id: String?) {
    let found: String? = if case .record(let license) = LicenseLibrary.shared.match(name) { license.id } else { nil }
    #expect(found == id)
  }

  @Test("a title that two editions bear names neither, and is a tag for both")
  func sharedTitle() {
    #expect(kind("CreativeML Open RAIL++-M License") == "family")
    #expect(LicenseName.isTag("CreativeML Open RAIL++-M License", ofFamily: "openrail"))
    #expect(!LicenseName.isTag("CreativeML Open RAIL++-M License", ofFamily: "mit"))
  }

  @Test(
    "the address of a text names its license, whatever its scheme",
    arguments: [
      ("https://ai.google.dev/gemma/terms", "gemma"), ("http://www.ai.google.dev/gemma/terms/", "gemma"),
      ("https://www.apache.org/licenses/LICENSE-2.0", "apache-2.0"), ("https://www.gnu.org/licenses/", nil),
      ("https://ai.google.dev/gemma/docs/gemma_4_license", nil), ("LICENSE", nil), ("https://", nil), ("", nil),
      ("mit", nil),
    ] as [(String, String?)])
  func addresses(link: String, id: String?) {
    #expect(LicenseLibrary.shared.record(at: link)?.id == id)
  }

  @Test("every identifier of the hub means something")
  func hubIdentifiers() throws {
    guard let rows = KnowledgeFiles.shared("license-texts/HF-IDENTIFIERS.tsv") else { return }
    #expect(rows.count > 70)
    for row in rows {
      #expect(kind(row[0]) != "unrecognized", "\(row[0])")
      if row[0] != "unknown" { #expect(kind(row[0]) != "empty", "\(row[0])") }
    }
    #expect(rows.filter { row in kind(row[0]) == "other" }.map(\.[0]) == ["other"])
  }

  @Test("the identifiers that a card may name are those of the hub, whatever their texts have as ids here")
  func declaredIdentifiers() throws {
    if let rows = KnowledgeFiles.shared("license-texts/HF-IDENTIFIERS.tsv") {
      #expect(HubLicenseIdentifiers.all.union(HubLicenseIdentifiers.unspecific) == Set(rows.map(\.[0])))
    }
    let library = LicenseLibrary.shared
    for (id, label) in [("llama3.1", "llama3.1"), ("kolors", nil), ("gemma", "gemma"), ("qwen", nil), ("llama1", nil)]
      as [(String, String?)]
    {
      #expect(library.license(id)?.hubIdentifier == label, "\(id)")
    }
  }

  @Test("every SPDX identifier is at least known by name, under its own id")
  func spdxIdentifiers() throws {
    guard let rows = KnowledgeFiles.shared("license-texts/SPDX-IDENTIFIERS.tsv") else { return }
    #expect(rows.count > 600)
    for row in rows {
      switch LicenseLibrary.shared.match(row[0]) {
      case .record(let license):
        // The text of `-or-later` and of the older spellings is that of `-only`.
        let text = ["-or-later", "-only", "+"].reduce(row[0]) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        #expect(license.spdx == text || license.spdx == text + "-only", "\(row[0])")
      case .named(let id, _): #expect(id == row[0])
      default: Issue.record("\(row[0])")
      }
    }
  }
}
