import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("What a README says of the weights' license")
struct LicenseStatementsTests {
  let detector = LicenseStatements()

  @Test("is declared with its subject and place")
  func statements() throws {
    let found = detector.detect(
      "m/README.md",
      "# Acme\n\nThe code is MIT. The model weights are released\nunder the Llama 3.1 Community License.\n")
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "m" && declaration.source == .readme && !declaration.establishesModel)
    #expect(
      declaration.licenses.map { "\($0.subject) \($0.tag) \($0.location.outline)" } == [
        "code MIT 3:13-16", "model Llama 3.1 Community License 4:11-38",
      ])
    #expect(found.references.isEmpty)
  }

  @Test(
    "near misses",
    arguments: [
      "The code is MIT; see the weights.", "```\nThe weights are released under the MIT license.\n```",
      "> The weights are released under the MIT license.",
      "He said \"the weights are released under the MIT license\".",
      "`The weights are released under the MIT license.`", "The weights are not under the MIT license.",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("README.md", text).isEmpty)
  }

  @Test(
    "is read beside a reason, and where it is both meant and licensed for something",
    arguments: [
      ("Since it was trained on Alpaca, the model cannot be used commercially.", "non-commercial use only"),
      ("The data, code and checkpoint is intended and licensed for research use only.", "research use only"),
      ("Note that the model is subject to the Gemma license since it was trained from Gemma.", "Gemma license"),
    ])
  func reasons(text: String, expected: String) {
    #expect(inCard(text) == ["model \(expected)"])
  }

  @Test(
    "in a card, what sells support, is set as somebody else's words or speaks of other things says nothing",
    arguments: [
      "For commercial support, please contact sales@acme.example.", "> Commercial use is prohibited, he wrote.",
      "For commercial use of the API, please contact us.", "Please follow the instructions below.",
      "This is not a non-commercial model.", "<b>Built with care</b> <3 for all, a < b.",
    ])
  func saysNothing(text: String) {
    #expect(inCard(text) == [])
  }

  @Test(
    "marks and commas without end take no more time than words",
    arguments: ["<", "</", "<a", "<a>", ",", "for commercial use,", "since it was,", "> [!NOTE]\n> <"])
  func hostile(text: String) {
    let line = String(repeating: text, count: 1_900 / text.utf8.count)
    let many = Array(repeating: "\(line) commercial weights license under >.", count: 60).joined(separator: "\n\n")
    let start = ContinuousClock.now
    _ = inCard(many)
    // A tenth of a second; what is not linear takes minutes.
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  private func inCard(_ text: String) -> [String] {
    detector.detect("m/README.md", "---\nlicense: mit\n---\n# Acme\n\n\(text)\n").declarations.flatMap(\.licenses)
      .map { "\($0.subject) \($0.tag)" }
  }

  @Test(
    "in a card, behind a label, under a heading or without a subject, counts where the license restricts",
    arguments: [
      ("License: CC BY-NC 4.0", "CC BY-NC 4.0"), ("- **License:** llama3.1", "llama3.1"),
      ("**License:** [CC BY-NC 4.0](https://creativecommons.org/licenses/by-nc/4.0/)", "CC BY-NC 4.0"),
      ("| License | CC BY-NC 4.0 |", "CC BY-NC 4.0"),
      ("| Weights | Llama 3.1 Community License |", "Llama 3.1 Community License"),
      ("## License\n\nCC-BY-NC-4.0", "CC-BY-NC-4.0"),
      ("## License\n\n[Gemma Terms of Use](https://ai.google.dev/gemma/terms)", "Gemma Terms of Use"),
      ("Released under CC-BY-NC 4.0, see LICENSE.", "CC-BY-NC 4.0"),
      ("This work is licensed under CC BY-NC-SA 4.0.", "CC BY-NC-SA 4.0"),
      ("## Terms of use\n\nNon-commercial use only.", "Non-commercial use only"),
      ("许可证：CC BY-NC 4.0", "CC BY-NC 4.0"), ("模型权重仅供学术研究使用，禁止商业用途。", "non-commercial use only"),
      (
        """
        <a rel="license" href="http://creativecommons.org/licenses/by-nc/4.0/"><img alt="CC" src="x.png" /></a><br />This \
        work is licensed under a <a rel="license" href="http://creativecommons.org/licenses/by-nc/4.0/">Creative Commons \
        Attribution-NonCommercial 4.0 International License</a>.
        """, "Creative Commons Attribution-NonCommercial 4.0 International License"
      ),
      ("> [!WARNING]\n> Commercial use is prohibited without a license from Acme.", "non-commercial use only"),
      ("> **Note**: Commercial use is prohibited.", "non-commercial use only"),
      ("For commercial use, please contact sales@acme.example to obtain a license.", "non-commercial use only"),
      ("Free for research; for commercial purposes contact acme@example.com.", "non-commercial use only"),
      ("The model is free for research, commercial use requires a license.", "non-commercial use only"),
      ("This is a non-commercial model.", "non-commercial use only"),
      ("Please follow the Llama 2 license when you use this model.", "Llama 2 license"),
      ("Los pesos se publican solo para uso no comercial.", "non-commercial use only"),
    ])
  func inCards(text: String, expected: String) {
    #expect(inCard(text) == ["model \(expected)"])
    #expect(detector.detect("m/README.md", text).declarations.allSatisfy { $0.isOfFolder }, "no card")
  }

  @Test(
    "in a card, adds nothing where it is free, or of something else",
    arguments: [
      "训练数据仅供学术研究使用，禁止商业用途。", "License: Apache 2.0", "## License\n\nMIT", "- **Dataset license:** CC BY-NC 4.0",
      "## Data license\n\nCC BY-NC 4.0",
      "Released under MIT.", "The dataset is released under CC BY-NC 4.0.",
      "License: MIT (see the community guidelines)",
      "## License\n\nThe data is under CC BY-NC 4.0.", "| Model | License | Size |", "| License | CC BY-NC 4.0 | 7B |",
      "Please contact us for commercial licensing.", "License: see the Llama page",
    ])
  func elsewhereInCards(text: String) {
    #expect(inCard(text) == [])
  }

  @Test(
    "in a card, counts in plain words",
    arguments: [
      ("## License\n\nCommercial use of the weights is prohibited.", "non-commercial use only"),
      ("We release this model under the Llama 3.1 Community License.", "Llama 3.1 Community License"),
      ("<details><summary>License</summary>\n\nCC BY-NC 4.0\n\n</details>", "CC BY-NC 4.0"),
      ("License\n-------\n\nCC BY-NC 4.0", "CC BY-NC 4.0"), ("**License**\n\nCC BY-NC 4.0", "CC BY-NC 4.0"),
      ("Weights and code are on the hub.\n\nCommercial use is not permitted.", "non-commercial use only"),
      ("License: same as the base model.", "the license of its base"),
    ])
  func plainWords(text: String, expected: String) {
    #expect(inCard(text) == ["model \(expected)"])
    #expect(detector.detect("m/README.md", text).declarations.allSatisfy { $0.isOfFolder }, "no card")
  }

  @Test("in a card, a limit counts beside a free license in the same sentence")
  func limited() {
    let found = inCard("The model is released under Apache 2.0, but commercial use is not permitted.")
    #expect(found.contains("model non-commercial use only"))
  }

  @Test(
    "in a card, says nothing where its place is about something else",
    arguments: [
      "## Intended use\n\nFor research purposes only.", "## Training data\n\nNon-commercial use only.",
      "The code is ours. Commercial use is not permitted.", "## Comparison\n\n- Aya: non-commercial use only.",
      "<details><summary>Data</summary>\n\nCommercial use is prohibited.\n\n</details>",
      "Fine-tuned from Qwen/Qwen2.5-7B.\n\nLicense: same as the base model.",
      "## License\n\nThere is no restriction on commercial use.", "We compare with models that are for research only.",
      "## License\n\nCommercial use requires attribution and the same license.",
      "You must not use the weights without reading the license; commercial products are welcome.",
    ])
  func otherPlaces(text: String) {
    #expect(inCard(text) == [])
  }

  @Test(
    "counts in other files beside the weights where it restricts",
    arguments: [
      ("m/README_en.md", "## License\n\nThe model is licensed under CC BY-NC 4.0.", ["m CC BY-NC 4.0 3:29-41"]),
      ("m/MODEL_CARD.md", "## License\n\nCC BY-NC 4.0", ["m CC BY-NC 4.0 3:1-13"]),
      ("m/docs/model_card.md", "License: CC BY-NC 4.0", ["m CC BY-NC 4.0 1:10-22"]),
      ("m/NOTICE", "The model weights are licensed under CC BY-NC 4.0.", ["m CC BY-NC 4.0 1:38-50"]),
      (
        "m/README.rst", "Acme\n====\n\nThe model is licensed under `CC BY-NC 4.0 <https://a.example>`_.\n",
        ["m CC BY-NC 4.0 4:30-42"]
      ),
      ("m/NOTICE", "The model weights are licensed under MIT.", []), ("m/README_en.md", "The weights are MIT.", []),
      ("m/NOTICE", "License: CC BY-NC 4.0", []), ("m/notes.md", "The model is licensed under CC BY-NC 4.0.", []),
    ])
  func besides(path: String, text: String, expected: [String]) {
    let found = detector.wants(FilePath(path)) ? detector.detect(path, text).declarations : []
    #expect(
      found.flatMap { declaration in
        declaration.licenses.map { "\(declaration.model) \($0.tag) \($0.location.outline)" }
      } == expected)
  }

  @Test(
    "without front matter is of whatever model lies in the folder, as far as it restricts",
    arguments: [
      ("m/README.md", "License: CC BY-NC 4.0", ["CC BY-NC 4.0"]), ("m/README.md", "License: Apache 2.0", []),
      ("m/README_ja.md", "商用利用は禁止です。", ["non-commercial use only"]),
      ("m/README_zh.md", "本模型不可商用。", ["non-commercial use only"]),
      ("m/README_fr.md", "Usage non commercial uniquement.", ["non-commercial use only"]),
      ("m/README_vi.md", "Mô hình chỉ dùng cho mục đích phi thương mại.", ["non-commercial use only"]),
      ("m/README_zh.md", "本模型仅供非商业用途，禁止商用。", ["non-commercial use only"]),
      ("m/README_zh.md", "本模型僅供學術研究，禁止商業使用。", ["non-commercial use only"]),
      ("m/README_ru.md", "Модель предназначена для некоммерческого использования.", ["non-commercial use only"]),
      ("m/USE_POLICY.md", "The weights may be used for non-commercial purposes only.", ["non-commercial use only"]),
      ("m/TERMS-OF-USE.txt", "The model may not be used commercially.", ["non-commercial use only"]),
      ("m/TERMS.md", "You may not resell the service.", []),
    ])
  func ofFolder(path: String, text: String, expected: [String]) {
    let found = detector.wants(FilePath(path)) ? detector.detect(path, text).declarations.filter(\.isOfFolder) : []
    #expect(found.flatMap(\.licenses).map { String($0.tag.prefix(30)) } == expected)
    #expect(found.allSatisfy { $0.model == "m" && !$0.establishesModel })
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("The weights are released\nunder the MIT license; code: GPL é😀.") {
      #expect(detector.detect("README.md", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let long = String(repeating: "weights are released under the MIT license and the ", count: 5_000)
    #expect(detector.detect("README.md", long).references.isEmpty)
  }
}
