import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Model cards")
struct ModelCardTests {
  let detector = ModelCard()

  /// The front matter of a card, and the licenses and bases that count.
  private static let piles: [(String, [String], [String])] = [
    ("license: mit\nlicense: cc-by-nc-4.0", ["cc-by-nc-4.0", "mit"], []),
    ("licence: cc-by-nc-4.0", ["cc-by-nc-4.0"], []), ("tags:\n- license:cc-by-nc-4.0", ["cc-by-nc-4.0"], []),
    ("license: mit\ntags:\n- license:MIT\n- license:gemma\n- license:", ["mit", "gemma"], []),
    ("license: mit\nbase_model: acme/a\nbase_model: acme/b", ["mit"], ["acme/b", "acme/a"]),
    ("license: {code: mit, weights: cc-by-nc-4.0}", ["cc-by-nc-4.0"], []),
    ("license: {code: mit}", ["mit"], []), ("license: {model: gemma, output: mit}", ["gemma", "mit"], []),
  ]

  @Test("count all that a card says of its license and base", arguments: piles.indices)
  func countsAll(index: Int) {
    let (text, licenses, bases) = Self.piles[index]
    let found = detector.detect("README.md", "---\n\(text)\n---\n# A\n").declarations
    #expect(found.flatMap(\.licenses).map(\.tag) == licenses)
    #expect(found.flatMap(\.bases).map(\.model.id) == bases)
  }

  @Test("name a base by a path of the tree, or by one that leads nowhere, which is told")
  func paths() {
    let found = detector.detect("m/README.md", "---\nlicense: mit\nbase_model: [../nc, ./gone]\n---\n")
    #expect(
      found.notifications.isEmpty && found.declarations.flatMap(\.pathBases).map(\.model.id) == ["../nc", "./gone"])
    let settled = BasePaths.settled(found, hasFolder: { $0 == "nc" })
    #expect(settled.declarations.flatMap(\.pathBases).map(\.model.id) == ["../nc"])
    #expect(settled.declarations.flatMap(\.unreadBases).map(\.name) == ["./gone"])
    #expect(settled.notifications.map(\.isIncomplete) == [true])
    #expect(settled.notifications.first?.message.hasPrefix("line 3, column 21: `base_model` names no model") == true)
  }

  @Test("without an end are read up to the first empty line, and that is told")
  func open() {
    let found = detector.detect("README.md", "---\nlicense: mit\nbase_model: acme/a\n\n# Acme\n")
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == ["acme/a"])
    #expect(found.notifications.map(\.isIncomplete) == [true])
  }

  @Test(
    "say which terms of a gate bar commerce",
    arguments: [
      ("extra_gated_prompt: You agree to NON-COMMERCIAL use.", "non-commercial"),
      ("extra_gated_fields:\n  I use it for research purposes only: checkbox", "research purposes only"),
      ("extra_gated_fields:\n  Name: text", nil), ("extra_gated_prompt: Commercial use is fine.", nil),
      ("extra_gated_prompt: You agree to not use the model for commercial purposes.", "not for commercial use"),
      ("extra_gated_description: Please do not use it commercially.", "not for commercial use"),
      ("extra_gated_prompt: You agree to not use the model to harm people.", nil),
      ("extra_gated_prompt: Do not use it before you have read this. Commercial use is fine.", nil),
    ])
  func gateWords(text: String, words: String?) {
    let found = detector.detect("README.md", "---\nlicense: mit\n\(text)\n---\n").declarations
    #expect(found.compactMap(\.gate).map(\.barredCommerce) == [words])
  }

  @Test("name the license that the prompt of a gate asks to be accepted")
  func gateLicense() throws {
    let found = detector.detect(
      "m/README.md",
      "---\nlicense: mit\nextra_gated_prompt: Hello. By using this model you agree to the Llama 3.1 Community License.\n---\n"
    ).declarations
    #expect(found.map(\.source) == [.modelCard, .readme])
    let license = try #require(found.last?.licenses.first)
    #expect(license.tag == "Llama 3.1 Community License" && license.subject == .model && license.location.line == 3)
  }

  @Test(
    "name the line or the license of a gate that asks for agreement without naming what to",
    arguments: [
      ("extra_gated_prompt: To access Gemma, you are required to review and agree to Google's license.", "gemma", nil),
      ("extra_gated_heading: Get Llama 3.1\nextra_gated_prompt: Accept our license to go on.", nil, "llama-3.1"),
      ("extra_gated_heading: Get Llama 3.1\nextra_gated_prompt: Tell us who you are.", nil, nil),
      ("extra_gated_prompt: Better than Gemma.", nil, nil),
      ("extra_gated_prompt: To access TxGemma, you agree to Health AI's terms of use.", nil, nil),
    ])
  func gateLine(text: String, license: String?, name: String?) {
    let found = detector.detect("m/README.md", "---\nlicense: mit\n\(text)\n---\n").declarations.dropFirst()
    #expect(found.flatMap(\.licenses).map(\.tag) == [license].compactMap(\.self))
    #expect(found.compactMap(\.name).map(\.name) == [name].compactMap(\.self))
  }

  @Test("read what tags bar, and a base within `model`")
  func within() {
    let found = detector.detect(
      "m/README.md", "---\nlicense: mit\ntags: [Non-Commercial]\nmodel:\n  base_model: acme/a\n---\n"
    ).declarations
    #expect(found.flatMap(\.licenses).map(\.tag) == ["mit", CardTerms.noncommercialUse])
    #expect(found.flatMap(\.bases).map(\.model.id) == ["acme/a"])
  }

  @Test("a list of more licenses than anybody writes ends with one that nobody knows", arguments: ["mit", "[mit]"])
  func manyLicenses(item: String) {
    func tags(_ count: Int) -> [String] {
      let list = Array(repeating: item, count: count).joined(separator: ", ")
      return detector.detect("m/README.md", "---\nlicense: [\(list)]\n---\n").declarations[0].licenses.map(\.tag)
    }
    let most = ManifestLicenses.mostLicenses
    #expect(tags(most).count == most && !tags(most).contains("other"))
    #expect(tags(most + 50).count == most + 1 && tags(most + 50).last == "other")
  }

  @Test("who clicks agrees")
  func clicking() {
    let text =
      "---\nlicense: mit\nextra_gated_prompt: By clicking you agree to the Llama 3.1 Community License.\n---\n"
    let tags = detector.detect("m/README.md", text).declarations.flatMap(\.licenses).map(\.tag)
    #expect(tags.count > 1 && tags.contains { $0.lowercased().contains("llama") }, "\(tags)")
  }

  @Test(
    "licenses in lists within lists and in mappings within them",
    arguments: [
      ("[mit, [apache-2.0, cc-by-nc-4.0]]", ["mit", "apache-2.0", "cc-by-nc-4.0"]),
      ("[mit, {name: cc-by-nc-4.0}]", ["mit", "cc-by-nc-4.0"]),
      ("[{code: mit, weights: [llama3]}]", ["llama3"]), ("[[[gemma]]]", ["gemma"]),
    ])
  func nestedLicenses(value: String, tags: [String]) {
    let declarations = detector.detect("m/README.md", "---\nlicense: \(value)\n---\n").declarations
    #expect(declarations.first?.licenses.map(\.tag) == tags)
  }

  @Test(
    "name bases under keys of other tools, where they are ids of the hub",
    arguments: [
      ("finetuned_from: acme/a", ["acme/a finetune"]), ("base_model_name: acme/a", ["acme/a nil"]),
      ("basemodel: acme/a", ["acme/a nil"]), ("parent_model: [acme/a, acme/b]", ["acme/a nil", "acme/b nil"]),
      ("quantized_from: acme/a", ["acme/a quantized"]), ("teacher_model: acme/a", ["acme/a distilled"]),
      ("original_model: Acme 7B", []), ("base_model: acme/a\noriginal_model: acme/a", ["acme/a nil"]),
      ("base_model: acme/a\nteacher: acme/b", ["acme/a nil", "acme/b distilled"]),
    ])
  func otherKeys(text: String, expected: [String]) {
    let found = detector.detect("README.md", "---\nlicense: mit\n\(text)\n---\n").declarations
    #expect(
      found.flatMap(\.bases).map { "\($0.model.id) \($0.relation.map(\.rawValue) ?? "nil")" } == expected)
  }

  @Test(
    "name a line among the tags where nothing names a base",
    arguments: [
      ("tags: [text, llama-3.1]", ["llama-3.1"]), ("tags: [gemma2]", ["gemma2"]), ("tags: [llama]", []),
      ("tags: [llama3-tools:x, license:gemma2]", []), ("base_model: acme/a\ntags: [llama-3.1]", []),
      ("tags: [optimized2, sdk3]", []),
    ])
  func taggedLines(text: String, expected: [String]) {
    let found = detector.detect("README.md", "---\nlicense: mit\n\(text)\n---\n").declarations
    #expect(found.compactMap(\.name).map(\.name) == expected)
  }

  @Test(
    "are called after what they are, or in a language of their own",
    arguments: [
      ("MODEL_CARD.md", true), ("m/model-card.md", true), ("README_en.md", true), ("README.zh-CN.md", true),
      ("README-fr.markdown", true), ("README_old_version.md", false), ("readmefirst.md", false), ("notes.md", false),
    ])
  func names(path: String, isCard: Bool) {
    #expect(CardName.isCard(FilePath(path)) == isCard)
    #expect(detector.detect(path, "---\nlicense: gemma\n---\n").declarations.isEmpty == !isCard)
  }

  @Test("state licenses, bases and a name, each with its place")
  func card() throws {
    let text = """
      ---
      license: other
      license_name: 'acme-1.0'
      license_link: LICENSE
      base_model:
        - "meta-llama/Llama-3.1-8B" # 😀
        - acme/b
      base_model_relation: finetune
      ---
      ```bash
      # Install
      ```
      # Model Card for Acme é😀
      """
    let found = detector.detect("m/README.md", text)
    let card = try #require(found.declarations.first)
    #expect(card.model == "m" && card.source == .modelCard && card.establishesModel)
    #expect(card.licenses.map(\.tag) == ["other"])
    #expect(card.licenses.map(\.name) == ["acme-1.0"] && card.licenses.map(\.link) == ["LICENSE"])
    #expect(card.location.outline == "2:10-15")
    #expect(card.bases.map(\.model.id) == ["meta-llama/Llama-3.1-8B", "acme/b"])
    #expect(card.bases.map(\.relation) == [.finetune, .finetune])
    #expect(card.bases.map(\.location.outline) == ["6:6-29", "7:5-11"])
    #expect(card.name?.name == "Acme é😀")
    #expect(card.name?.location.outline == "13:1-26")
    #expect(
      found.outlines == [
        "2:10-15 Acme é😀 published", "6:6-29 meta-llama/Llama-3.1-8B base", "7:5-11 acme/b base",
      ])
    #expect(found.references.map(\.derivative) == [nil, "m", "m"])
  }

  @Test("several licenses are as many claims; line ends do not move them")
  func list() {
    let found = detector.detect("README.md", "---\r\nlicense:\r\n- mit\r\n- \"gemma\"\r\n---\r\n")
    #expect(
      found.declarations.flatMap(\.licenses).map { "\($0.tag) \($0.location.outline)" } == ["mit 3:3-6", "gemma 4:4-9"])
  }

  @Test("keys are read as people write them, the hub's first")
  func spelled() {
    let found = detector.detect(
      "README.md", "---\nLicense: llama3\nlicense: mit\nBase-Model: acme/a\nbase_models: [acme/b]\nsdk: gradio\n---\n")
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["mit", "llama3"])
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == ["acme/a", "acme/b"])
  }

  @Test(
    "a base that names no model stays with the model, and the scan is incomplete",
    arguments: [
      ("/data/runs/17", ["/data/runs/17"]), ("[acme/a, Llama 3.1 by Meta]", ["Llama 3.1 by Meta"]),
      ("{id: base}", [""]), ("[[base]]", [""]), ("42", ["42"]), ("{id: acme/a}", []), ("acme/a", []), ("null", []),
      ("\"{{ base }}\"", []),
      ("ollama.com/library/llama3", ["ollama.com/library/llama3"]), ("acme.ai/a", []),
    ])
  func unread(base: String, expected: [String]) {
    let found = detector.detect("README.md", "---\nlicense: mit\nbase_model: \(base)\n---\n")
    #expect(found.declarations.flatMap(\.unreadBases).map(\.name) == expected)
    #expect(found.isIncomplete == !expected.isEmpty)
  }

  @Test("a name or link without a license is one of the publisher's own")
  func unnamed() {
    let found = detector.detect("README.md", "---\nlicense_link: https://acme.example/l\n---\n")
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["other"])
    #expect(found.declarations.flatMap(\.licenses).map(\.location.outline) == ["2:15-37"])
  }

  @Test("names of the index come before the heading")
  func index() {
    let found = detector.detect("README.md", "---\nmodel-index:\n- name: Acme\n---\n# Other\n")
    #expect(found.declarations.compactMap(\.name).map { "\($0.name) \($0.location.outline)" } == ["Acme 3:9-13"])
  }

  @Test(
    "READMEs of other kinds and in other languages",
    arguments: ["README.rst", "README_zh.md", "README-fr.md", "README.zh-CN.md", "m/readme"])
  func otherReadmes(path: String) {
    let found = detector.detectIfFound(path, "---\nlicense: gemma\n---\n# A\n").declarations
    #expect(found.flatMap(\.licenses).map(\.tag) == ["gemma"])
  }

  @Test("other files named like one, and license keys of other pages, are none")
  func noReadmes() {
    for path in ["README.txt", "readme_of_the_whole_project.md", "readmes.md", "docs/a.rst"] {
      #expect(detector.detectIfFound(path, "---\nlicense: gemma\n---\n# A\n").declarations.isEmpty)
    }
  }

  @Test(
    "near misses",
    arguments: [
      ("README.md", "# Acme\n"), ("README.md", "---\ntitle: A\nlicense: mit\n---\n"),
      ("post.md", "---\nlicense: mit\n---\n"),
      ("README.md", "---\nlicense: mit\nsdk: gradio\n---\n"),
      ("README.md", "---\nlicense: mit\ndataset_info: 1\n---\n"),
      ("README.md", "---\n- license\n---\n"), ("README.md", "---\nlicense\n---\n"),
      ("README.md", "\n---\nA rule.\n---\n"), ("README.md", "---\nNo key.\n"), ("README.md", "---\n---\n"),
      ("post.md", "---\nlicense: [\n---\n"),
    ])
  func nearMisses(path: String, text: String) {
    #expect(detector.detect(path, text).isEmpty)
  }

  @Test(
    "bases that are no hub models are left out",
    arguments: ["./out", "/models/a", "your-org/model", "[]", "null", "3", "{a: b}", "\"\""])
  func bases(value: String) {
    let found = detector.detect("README.md", "---\nbase_model: \(value)\n---\n")
    #expect(found.declarations.map(\.bases.count) == [0])
  }

  @Test(
    "front matter that is no YAML is told with its place",
    arguments: ["license: a: b", "\tlicense: mit", "license: \"mit", "a: *b"])
  func unreadable(line: String) {
    let found = detector.detect("README.md", "---\n\(line)\n---\n")
    #expect(found.isIncomplete && found.references.isEmpty)
    #expect(found.notifications.allSatisfy { $0.path == "README.md" && $0.message.hasPrefix("line ") })
  }

  @Test("bases among the tags count where no key names one, each with its relation")
  func tags() {
    let text = """
      ---
      license: mit
      tags: [base_model:acme/a, 'base_model:finetune:acme/a', "base_model:acme/b", base_model:x, other:acme/c]
      ---
      """
    let found = detector.detect("README.md", text)
    #expect(
      found.declarations.flatMap(\.bases).map { "\($0.model.id) \($0.relation?.rawValue ?? "-")" } == [
        "acme/a finetune", "acme/b -",
      ])
    let named = detector.detect("README.md", text.replacing("tags:", with: "base_model: acme/c\ntags:"))
    #expect(named.declarations.flatMap(\.bases).map(\.model.id) == ["acme/c"])
  }

  @Test("adapters of PEFT say so by their library")
  func library() {
    let found = detector.detect("README.md", "---\nbase_model: acme/a\nlibrary_name: peft\n---\n")
    #expect(found.declarations.flatMap(\.bases).map(\.relation) == [.adapter])
  }

  @Test("data sets are apart from models")
  func datasets() {
    let found = detector.detect(
      "m/README.md", "---\nlicense: mit\ndatasets:\n- acme/data\n- squad\n- your-org/data\n- ./local\n---\n")
    #expect(
      found.outlines.dropFirst() == ["4:3-12 acme/data dataset", "5:3-8 squad dataset", "7:3-10 ./local dataset"])
    #expect(found.references.dropFirst().map(\.model.id) == ["acme/data", "squad", "./local"])
    #expect(found.references.dropFirst().map(\.derivative) == ["m", "m", "m"])
    let settled = BasePaths.settled(found, hasFolder: { _ in false })
    #expect(settled.references.dropFirst().map(\.model.id) == ["acme/data", "squad"], "data that lie elsewhere")
    #expect(BasePaths.settled(found, hasFolder: { $0 == "m/local" }).references.last?.model == .local("./local"))
  }

  @Test("what a publisher asks for before access is told with its place")
  func gate() {
    let found = detector.detect("README.md", "---\nlicense: mit\nextra_gated_prompt: Agree.\n---\n")
    #expect(found.declarations.map(\.gate?.location?.outline) == ["3:1-19"])
    #expect(detector.detect("README.md", "---\nlicense: mit\n---\n").declarations.map(\.gate) == [nil])
  }

  @Test(
    "a gate makes a card of front matter that says no more",
    arguments: [
      "language: en", "tags: [text-generation]", "datasets: [acme/data]", "model-index: []", "license: null",
      "title: A",
    ])
  func gateAlone(beside: String) {
    let text = "---\n\(beside)\nextra_gated_prompt: For non-commercial purposes only.\n---\n# A\n"
    #expect(
      detector.detectIfFound("m/README.md", text).declarations.map(\.gate?.barredCommerce) == ["non-commercial"])
  }

  @Test(
    "what only the hub's cards of models have makes a card of a README",
    arguments: ["gated: true", "gated: manual", "model-index: []", "datasets: [acme/data]", "new_version: acme/b"])
  func keysOfModels(line: String) {
    #expect(detector.detectIfFound("m/README.md", "---\n\(line)\n---\n# A\n").declarations.count == 1)
  }

  @Test(
    "a gate before data or a space makes no card of a model",
    arguments: [
      "task_categories: [text-generation]", "dataset_info: {}", "size_categories: [n<1K]", "pretty_name: Acme",
      "source_datasets: [original]", "sdk: gradio",
    ])
  func gateBeforeOthers(beside: String) {
    #expect(detector.detectIfFound("m/README.md", "---\n\(beside)\nextra_gated_prompt: Agree.\n---\n").isEmpty)
    #expect(detector.detectIfFound("m/post.md", "---\ngated: true\n---\n").isEmpty)
    #expect(detector.detectIfFound("m/README.md", "---\ngated: false\n---\n").isEmpty)
  }

  @Test(
    "of bases in a mapping or a list within the list none is left out, however many, and what names no model is told")
  func nestedBases() {
    let many = (1...40).map { "acme/a\($0)" }.joined(separator: ", ")
    let found = detector.detect("README.md", "---\nbase_model: [[\(many), meta-llama/Llama-3.1-8B]]\n---\n")
    #expect(found.declarations.flatMap(\.bases).count == 41 && !found.isIncomplete)
    #expect(found.declarations.flatMap(\.bases).last?.model.id == "meta-llama/Llama-3.1-8B")
    #expect(detector.detect("README.md", "---\nbase_model: [[acme/a, A by Acme]]\n---\n").isIncomplete)
    #expect(!detector.detect("README.md", "---\nbase_model: {name: acme/a, revision: main}\n---\n").isIncomplete)
  }

  @Test("a key that stands there twice is told, and both count")
  func twice() {
    let found = detector.detect("README.md", "---\nlicense: mit\nlicense: gemma\n---\n")
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["gemma", "mit"])
    #expect(found.notifications.map(\.message).first?.hasPrefix("line 3, column 1: ") == true && !found.isIncomplete)
  }

  @Test("nothing is a trap")
  func hostile() {
    let text = "---\nlicense: [mit, 'é']\nbase_model: acme/a\nmodel-index:\n- name: 😀\n---\n# A\r\n"
    for bytes in spoiled(text) {
      #expect(detector.detect("README.md", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let deep = "---\nlicense: " + String(repeating: "[", count: 10_000) + "\n---\n"
    #expect(detector.detect("README.md", deep).isIncomplete)
  }
}
