import Testing

@testable import ProvisoDetection

@Suite("What a card says in plain words of what may be done with the model")
struct CardTermsTests {
  private func read(_ sentence: String, isOfOther: Bool = false) -> [String] {
    CardTerms(sentence, isOfOther: isOfOther).restrictions
  }

  @Test(
    "keeps it from commerce",
    arguments: [
      "Commercial use of the weights is prohibited.", "Commercial use is not permitted.",
      "Any commercial use of this model is strictly forbidden.", "Commercial use requires a separate license.",
      "You may not use this model for commercial purposes.", "Do not use the weights commercially.",
      "You are not allowed to use the checkpoints for commercial purposes without our permission.",
      "**Note**: research purposes only, no commercial use.", "Non-commercial use only.",
      "For non-commercial use only!",
      "- Not for commercial use.", "No commercial use.", "Academic use only.", "License: research only.",
      "The checkpoints are for non-commercial use only; the code is MIT.",
      "The model is free for students, but commercial use is not allowed.",
      "By downloading the weights you agree not to use them commercially.",
    ])
  func barred(sentence: String) {
    #expect(read(sentence) == ["non-commercial use only"])
  }

  @Test(
    "names its license",
    arguments: [
      ("We release the model under CC BY-NC-SA 4.0.", "CC BY-NC-SA 4.0"),
      ("We release the weights under the CC-BY-NC 4.0 license.", "CC-BY-NC 4.0 license"),
      (
        "Acme publishes our fine-tuned checkpoints under the Llama 3.1 Community License.",
        "Llama 3.1 Community License"
      ),
      ("We release the code under MIT and the model weights under CC BY-NC 4.0.", "CC BY-NC 4.0"),
      ("By downloading you agree to the [Llama 3.1 Community License].", "Llama 3.1 Community License"),
      ("By using this model you agree to the terms of the Gemma license.", "Gemma license"),
      ("The model weights inherit the Gemma license from the base.", "gemma"),
      ("License: same as the base model (Gemma 2).", "gemma"), ("Same as the base model (Llama 3.1).", "llama3.1"),
      ("The license of the base model (Llama 3.1 Community License) applies.", "llama3.1"),
      ("The weights inherit the CC-BY-NC 4.0 license of the base model.", "CC-BY-NC 4.0 license"),
      ("Model weights © Acme, CC BY-NC 4.0.", "CC BY-NC 4.0"), ("Licensing: code MIT, weights CC-BY-NC.", "CC-BY-NC"),
    ])
  func named(sentence: String, license: String) {
    #expect(read(sentence) == [license])
  }

  @Test("gives it the license of a base that it does not name")
  func ofBase() {
    #expect(CardTerms("License: same as the base model.", isOfOther: false).isLicenseOfBase)
    #expect(!CardTerms("The tokenizer is the same as the base model's.", isOfOther: false).isLicenseOfBase)
    #expect(!CardTerms("It does not inherit the license of the base model.", isOfOther: false).isLicenseOfBase)
  }

  @Test(
    "says nothing of it",
    arguments: [
      "Commercial use is permitted.", "Commercial use of the model is allowed without restrictions.",
      "Commercial use is not restricted.", "Commercial use is not only permitted but encouraged.",
      "Commercial use is not prohibited.", "The code may not be used commercially.",
      "Commercial use of the code is prohibited.", "Commercial use of the training data is prohibited.",
      "Commercial use of the original model is not permitted.", "Commercial use of Acme-1B is allowed.",
      "Unlike Aya, which is for non-commercial use only, this model is Apache-2.0.",
      "You may not use the dataset for commercial purposes.", "You may use this model for commercial purposes.",
      "You may not use this model for harmful purposes and commercial use is allowed.",
      "We do not use this model for commercial purposes.", "If you use the data, commercial use is prohibited.",
      "Is commercial use prohibited?", "We release the dataset under CC BY-NC 4.0.",
      "We release the code under CC BY-NC 4.0 and the weights under Apache 2.0.",
      "We release the model under Apache 2.0.", "We do not release the model under CC BY-NC 4.0.",
      "By using the demo you agree to the Llama 3.1 Community License.", "By using this model you agree to be kind.",
      "The model was trained with the same data as the base model (Gemma 2).", "The paper is CC BY-NC 4.0.",
      "| Aya | research only |", "No commercial use restrictions.", "Commercial use requires attribution.",
      "Commercial use requires a license for companies with more than 700 million users.",
      "Previously, commercial use was prohibited.", "Intended for research purposes only.",
      "The data set is for non-commercial use only.", "Not for commercial use cases that need low latency.",
      "Do not use this model to produce commercial spam.", "License: same as the base model (Apache 2.0).",
      "We release our model under Apache 2.0 with no commercial restrictions.",
      "License of the paper: CC BY-NC 4.0.", "The model weights are MIT, the data CC BY-NC 4.0.",
    ])
  func nothing(sentence: String) {
    let terms = CardTerms(sentence, isOfOther: false)
    #expect(terms.restrictions == [] && !terms.isLicenseOfBase)
  }

  @Test("without a subject, is about what its neighbors are about")
  func neighbors() {
    #expect(read("Commercial use is not permitted.", isOfOther: true) == [])
    #expect(read("Non-commercial use only.", isOfOther: true) == [])
    #expect(read("Commercial use of the weights is prohibited.", isOfOther: true) == ["non-commercial use only"])
  }

  @Test(
    "a sentence of the words that stand before a limit, and no more, limits nothing",
    arguments: ["Only.", "only", "For only.", "Only, for exclusively only.", "Note: only", "Strictly."])
  func limitsOfNothing(text: String) {
    #expect(read(text) == [])
  }

}
