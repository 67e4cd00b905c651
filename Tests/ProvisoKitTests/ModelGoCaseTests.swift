import ProvisoCore
import ProvisoTestSupport
import Testing

/// The case studies of ModelGo (Duan et al., WWW 2024), with the outcomes of the authors' own program. The cases that only
/// combine works of content (1a, 1b, 5) have no model as their result; what they say of data is AIL112's.
@Suite("The case studies of ModelGo", .enabled(if: sharedFolder != nil))
struct ModelGoCaseTests {
  private static func licenses() throws -> [String: String] {
    Dictionary(try sharedRows("papers/modelgo/works.tsv").map { ("modelgo/\($0[0])", $0[3]) }) { first, _ in first }
  }

  private static func errors(_ name: String) throws -> String {
    try #require(try sharedRows("papers/modelgo/case_results.tsv").first { $0[0] == name }).last ?? ""
  }

  private static func rules(
    _ bases: [(String, Relation?)], declared: String, facts: [String] = []
  ) throws -> Set<String> {
    let card = TestCard(license: declared, title: "Result", bases: bases.map { ("modelgo/\($0.0)", $0.1) })
    return try card.rules(facts: facts, licenses: try licenses()).intersection(["AIL105", "AIL106", "AIL301"])
  }

  @Test("2a: a mixture of Baize under the GPL and BLOOM under RAIL has no license")
  func mixture() throws {
    #expect(try Self.errors("CASE2a").contains("CONNOT BE RELICENSED to license GPL-3.0"))
    #expect(
      try Self.rules([("Baize", .merge), ("BLOOM", .merge), ("BERT", .merge)], declared: "gpl-3.0") == ["AIL106"])
  }

  @Test("2b: what holds I2VGen-XL under CC BY-NC-ND may not be shared")
  func noDerivatives() throws {
    #expect(try Self.errors("CASE2b").contains("I2VGen-XL does NOT grant you the right to REDISTRIBUTE"))
    #expect(
      try Self.rules([("DETR", .merge), ("I2VGen-XL", .merge), ("MaskFormer", .merge)], declared: "unlicense")
        .contains("AIL106"))
  }

  @Test("3: contents made by one model after the other are no derivatives of the models")
  func generation() throws {
    #expect(try Self.errors("CASE3").isEmpty)
    // Stable Diffusion's RAIL counts a model that learns from outputs as a derivative, and says of outputs themselves that the
    // licensor claims no rights in them (clause 6); ours agrees as long as what is made is no model.
    #expect(
      try Self.rules([("Whisper", .trainedOnOutputs), ("Baize", .trainedOnOutputs)], declared: "unlicense").isEmpty)
  }

  @Test("4a: an average with MaskFormer under CC BY-NC is not for sale")
  func nonCommercial() throws {
    #expect(try Self.errors("CASE4a").contains("MaskFormer does NOT grant you the right to COMMERCIAL_USE"))
    let bases: [(String, Relation?)] = [
      ("X-Clip", .merge), ("I2VGen-XL", .distilled), ("MaskFormer", .merge), ("Whisper", .merge),
    ]
    // CC BY-NC-ND does not count distillation as adaptation, and neither do we: no AIL106.
    #expect(try Self.rules(bases, declared: "cc-by-nc-4.0", facts: ["commercial=true"]) == ["AIL301"])
    #expect(try Self.rules(bases, declared: "mit") == ["AIL105"])
  }

  @Test("4b: an average of Llama 2 and BigTranslate under the GPL has no license")
  func average() throws {
    #expect(try Self.errors("CASE4b").contains("Llama2 CONNOT BE RELICENSED to license GPL-3.0"))
    let bases: [(String, Relation?)] = [("BERT", .merge), ("Llama2", .merge), ("BigTranslate", .merge)]
    #expect(try Self.rules(bases, declared: "gpl-3.0") == ["AIL106"])
    // ModelGo has no error for BLOOM, distilled into BERT. The RAIL of BLOOM defines derivatives to include distillation and
    // synthetic data (section 1, "Derivatives of the Model"), so that it does not go with the GPL either.
    #expect(
      try Self.rules([("BERT", .merge), ("BLOOM", .distilled), ("BigTranslate", .merge)], declared: "gpl-3.0")
        == ["AIL106"])
  }
}
