import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("Tokenizers by their name")
struct TokenizerNameTests {
  private func finding(_ id: String, from source: ClaimSource = .base) throws -> Finding? {
    var model = ResolvedModel.hub(id, .ccByNC, at: [reference("app.py")])
    model.license.claims = [
      Claim(license: "cc-by-nc-4.0", kind: .record, source: source, evidence: "its base a/b is under cc-by-nc-4.0")
    ]
    let policy = Policy(name: "p", organization: .stating("commercial=true"))
    return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings.first {
      $0.rule == "AIL301"
    }
  }

  @Test("are only asked about, since the license of a model's weights may not bind a vocabulary")
  func review() throws {
    for id in ["acme/model-7b-tokenizer", "acme/Model_Tokenizer", "acme/TOKENISER", "acme/m.tokenizer-"] {
      let finding = try #require(try finding(id))
      #expect(finding.level == .warning && finding.message.hasSuffix(TokenizerName.remark))
    }
  }

  @Test("are bound where more than the name says so, and so is every other model")
  func bound() throws {
    #expect(try finding("acme/model-7b-tokenizer", from: .modelCard)?.level == .error)
    for id in ["acme/tokenizer-7b", "acme/model-7b", "acme/detokenizer", "acme/tokenized", "tokenizer"] {
      #expect(try finding(id)?.level == .error)
    }
  }
}
