import ProvisoCore
import ProvisoResolution
import Testing

/// The one error that must not happen: a restricted model that is called permissive.
@Suite("A restricted model is never called permissive")
struct NeverTooFreeTests {
  /// What the files of a tree say of the model at its root.
  private static let trees: [(String, [ModelDeclaration])] = [
    ("a list with a permissive license first", [card(["apache-2.0", "llama3"])]),
    ("a list with a restricted license first", [card(["Llama3", "MIT"])]),
    ("a list with a license that nobody knows", [card(["apache-2.0", "acme-nc"])]),
    ("a list with other", [card(["apache-2.0", "other"])]),
    ("a list with a family tag", [card(["mit", "cc"])]),
    ("two licenses in one string", [card(["apache-2.0, llama3"])]),
    ("an expression", [card(["MIT AND LicenseRef-llama3"])]),
    ("a choice", [card(["MIT OR CC-BY-NC-4.0"])]),
    ("an exception that is none", [card(["Apache-2.0 WITH Commons-Clause"])]),
    ("spaces and capitals", [card(["  LLAMA 3.1  "])]),
    ("a permissive name under other", [declaration("README.md", licenses: [license("other", name: "apache-2.0")])]),
    (
      "a title under other",
      [declaration("README.md", licenses: [license("other", name: "MIT License", link: "LICENSE")])]
    ),
    (
      "a permissive address under other",
      [
        declaration("README.md", licenses: [license("other", link: "https://www.apache.org/licenses/LICENSE-2.0")])
      ]
    ),
    (
      "a restricted name beside a permissive tag",
      [declaration("README.md", licenses: [license("mit", name: "deepseek")])]
    ),
    (
      "a name nobody knows beside a permissive tag",
      [
        declaration("README.md", licenses: [license("mit", name: "Acme Non-Commercial")])
      ]
    ),
    (
      "a restricted address beside a permissive tag",
      [
        declaration("README.md", licenses: [license("apache-2.0", link: "https://ai.google.dev/gemma/terms")])
      ]
    ),
    (
      "a permissive name beside an unknown tag", [declaration("README.md", licenses: [license("acme-nc", name: "mit")])]
    ),
    (
      "a permissive name beside a restricted tag",
      [declaration("README.md", licenses: [license("llama2", name: "mit")])]
    ),
    ("an MIT text with an added clause", [licenseText("mit, with additions"), card([])]),
    ("an MIT text with an added clause and a card", [licenseText("mit, with additions"), card(["mit"])]),
    ("a text of its own and a permissive card", [licenseText("ACME MODEL LICENSE AGREEMENT"), card(["mit"])]),
    ("a permissive text and a restricted card", [licenseText("apache-2.0"), card(["gemma"])]),
    (
      "the text of the model beside that of the code",
      [recognizedText("mit"), recognizedText("llama3", at: "LICENSE-MODEL", .model), card(["mit"])]
    ),
    (
      "a text of the model that nobody can read",
      [recognizedText("mit"), recognizedText("mit", at: "LICENSE-MODEL", .model, differences: 1), card([])]
    ),
    (
      "the same under a permissive card",
      [recognizedText("mit"), recognizedText("mit", at: "LICENSE-MODEL", .model, differences: 1), card(["mit"])]
    ),
    (
      "a permissive text named for the model beside a restricted one",
      [recognizedText("llama3"), recognizedText("mit", at: "LICENSE-MODEL", .model), card([])]
    ),
    (
      "a permissive text named for the model beside an edited one",
      [recognizedText("mit", differences: 1), recognizedText("mit", at: "LICENSE-MODEL", .model), card(["mit"])]
    ),
    (
      "a permissive text named for the model beside a restricted one that is named for the code",
      [
        recognizedText("cc-by-nc-4.0", at: "LICENSE-CODE", .code), recognizedText("mit", at: "LICENSE-MODEL", .model),
        card([]),
      ]
    ),
    ("the text of the code alone", [recognizedText("mit", at: "LICENSE-CODE", .code), card([])]),
    ("an edited text", [recognizedText("apache-2.0", differences: 2), card([])]),
    ("two texts", [licenseText("mit"), licenseText("llama3", at: "LICENSE-MODEL"), card(["mit"])]),
    (
      "permissive weights over a restricted text",
      [
        declaration("model.gguf", .weightMetadata, licenses: [license("apache-2.0", in: "model.gguf")]),
        licenseText("gemma"),
      ]
    ),
    ("restricted weights under a permissive card", [card(["mit"]), weights("chat.gguf", license: "llama3.1")]),
    (
      "a part that is restricted",
      [
        card(["mit"]),
        declaration("unet/config.json", .modelConfig, licenses: [license("cc-by-nc-4.0", in: "unet/config.json")]),
      ]
    ),
    (
      "a card that says nothing over a distilled model", [card([], bases: ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B"])]
    ),
    (
      "a card that says nothing over a base that nobody knows and a free one",
      [
        card([], bases: ["microsoft/phi-2", "acme/Secret-1B"])
      ]
    ),
    ("a base that declares nothing", [card([], bases: ["google-bert/bert-base-cased-finetuned-mrpc"])]),
    ("a base under a label for the code", [card([], bases: ["deepseek-ai/Janus-Pro-7B"])]),
    ("look-alike letters", [card(["ＭＩＴ"])]),
    ("a negation", [card(["not mit"])]),
    ("UNLICENSED", [card(["UNLICENSED"])]),
  ]

  @Test("whatever the files say", arguments: trees.indices)
  func isNotTooFree(index: Int) throws {
    let (story, declarations) = Self.trees[index]
    let model = try #require(resolve(declarations)["."], "\(story)")
    #expect(model.license.category?.isRestricted != false, "\(story): \(model.words)")
    if let concluded = model.license.candidates.first(where: { $0.id == model.license.concluded }) {
      #expect(concluded.category.isRestricted, "\(story): \(model.words)")
    }
  }

  @Test(
    "permissive metadata over a restricted base leave the base's license to be evaluated first",
    arguments: [
      "meta-llama/Llama-3.1-8B", "meta-llama/llama-3.1-8b", "META-LLAMA/META-LLAMA-3.1-8B",
    ])
  func metadata(base: String) {
    let model = resolve([weights("chat.gguf", license: "apache-2.0", bases: [base])])["chat.gguf"]
    #expect(model?.applicable == ["llama3.1", "apache-2.0"])
  }
}
