import ProvisoCore
import ProvisoKnowledge
import Testing

/// What lies beside the terms: places, conditions and what registering is good for.
extension LicenseTermsTests {
  @Test("a notice may stand in the documentation where the clause names no file of notices")
  func noticePlaces() throws {
    for id in ["bilibili-model-ula", "apple-amlr", "llama1", "flux-1-dev-non-commercial-license"] {
      #expect(try terms(id).noticePlace == .documents, "\(id)")
    }
    for id in ["llama2", "llama3.1", "gemma", "qwen", "tencent-hunyuan-community", "openpangu-model-1.0"] {
      #expect(try terms(id).noticePlace == nil, "\(id)")
    }
  }

  @Test("Playground's line is drawn for a business with images, and Z.AI's asks for a review")
  func conditionsOfThresholds() throws {
    #expect(try terms("playground-v2-community").thresholds.map { $0.condition?.isEmpty } == [false])
    #expect(try terms("glm-5.3").thresholds.map(\.effect) == [.reviewRequired])
  }

  @Test(
    "registering opens commerce under some, and is the way to a license under others",
    arguments: [
      ("chatglm3", true), ("cogvlm2", true), ("codegeex4", true), ("chatglm2-6b", true), ("yi-license-2.1", false),
      ("orion-community", false),
    ])
  func registrationOpens(id: String, opens: Bool) throws {
    #expect(try terms(id).registrationOpens == (opens ? .commercialUse : nil))
  }
}
