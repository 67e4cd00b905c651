import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Sentences about licenses")
struct LicenseSentenceTests {
  private func outline(_ sentence: String) -> [String] {
    LicenseSentence(sentence).statements.map { statement in
      "\(statement.subjects.map(\.rawValue).sorted().joined(separator: "+")): \(statement.license)"
    }
  }

  @Test(
    "say it of weights and of code",
    arguments: [
      (
        "The code is MIT, the weights are released under the Llama 3.1 Community License.",
        ["code: MIT", "model: Llama 3.1 Community License"]
      ),
      (
        "This code repository is licensed under the [MIT License].",
        ["code: MIT License"]
      ),
      (
        "The use of Acme Base/Chat models is subject to the Model License Agreement.",
        ["model: Model License Agreement"]
      ),
      ("Model weights: CC BY-NC 4.0", ["model: CC BY-NC 4.0"]),
      ("The model weights are available under a non-commercial license.", ["model: non-commercial license"]),
      (
        "The code and the model weights are both released under Apache 2.0.", ["code+model: Apache 2.0"]
      ),
      (
        "Code is licensed under the Apache License, Version 2.0 while the weights are under the terms of the Gemma Terms of Use.",
        ["code: Apache License Version 2.0", "model: Gemma Terms of Use"]
      ),
      ("The weights are governed by the Acme Agreement and the code by MIT.", ["model: Acme Agreement"]),
      ("The model code is released under the MIT license.", ["code: MIT license"]),
    ] as [(String, [String])])
  func statements(sentence: String, statements: [String]) {
    #expect(outline(sentence) == statements)
  }

  @Test(
    "a condition beside the license keeps it from being read as the license alone",
    arguments: [
      ("The weights are released under the MIT license for research purposes only.", "MIT license, with conditions"),
      ("For non-commercial use the weights are available under Apache 2.0.", "Apache 2.0, with conditions"),
    ])
  func conditions(sentence: String, license: String) {
    #expect(outline(sentence) == ["model: \(license)"])
  }

  @Test(
    "a negation takes back the license that it negates, and no other",
    arguments: [
      ("The model weights are released under CC BY-NC 4.0 and may not be used commercially.", ["model: CC BY-NC 4.0"]),
      (
        "The model weights are released under CC BY-NC 4.0; they may not be used commercially.", ["model: CC BY-NC 4.0"]
      ),
      ("Weights: CC BY-NC 4.0 (not for commercial use)", ["model: CC BY-NC 4.0"]),
      ("The weights are licensed under CC BY-NC 4.0, not MIT.", ["model: CC BY-NC 4.0"]),
      ("The weights are not under MIT but under CC BY-NC 4.0.", ["model: CC BY-NC 4.0"]),
      (
        "While the code is MIT, the weights are licensed under CC BY-NC 4.0 and are not for commercial use.",
        ["model: CC BY-NC 4.0"]
      ),
      ("The weights are not released under CC BY-NC 4.0.", []),
      ("The weights are released under MIT and may not be resold.", []),
      (
        "The weights are released under CC BY-NC 4.0 for research only.", ["model: CC BY-NC 4.0, with conditions"]
      ),
      ("The weights are released under CC BY-NC 4.0 for non-commercial use only.", ["model: CC BY-NC 4.0"]),
    ] as [(String, [String])])
  func negations(sentence: String, statements: [String]) {
    #expect(outline(sentence) == statements)
  }

  @Test(
    "say what they bar where they name no license",
    arguments: [
      ("Note: this model is intended for non-commercial use only.", "non-commercial use only"),
      ("The pretrained models are for non-commercial use only.", "non-commercial use only"),
      ("Weights cannot be used commercially.", "non-commercial use only"),
      ("The weights may be used for non-commercial purposes only (CC BY-NC 4.0).", "non-commercial use only"),
      ("The weights are available for research purposes only.", "research use only"),
      ("Commercial use of the code is fine, but the checkpoints may not be used commercially.", nil),
      ("The code may not be used commercially.", nil),
      ("The model is intended for research use only.", nil),
      ("These models are not only for research.", nil),
      ("The weights are free for commercial and non-commercial use.", nil),
    ] as [(String, String?)])
  func limits(sentence: String, license: String?) {
    #expect(outline(sentence) == (license.map { ["model: \($0)"] } ?? []))
  }

  @Test(
    "say nothing",
    arguments: [
      "The weights are not released under the MIT license.", "The weights aren't under MIT.",
      "If the weights are released under the MIT license, rejoice.", "Are the weights released under the MIT license?",
      "The weights were released under the MIT license.", "This project is licensed under the MIT license.",
      "The model is good.",
      "The weights are provided by the authors.", "The weights are released under the same license as the code.",
      "The model license is MIT-like in spirit.", "The weights are available under models/.",
      "Weights will be released to researchers under review.", "", "weights",
    ])
  func nothing(sentence: String) {
    #expect(outline(sentence) == [])
  }
}
