import ProvisoCore
import ProvisoReports
import Testing

@Suite("What explain says of a model")
struct ModelTextTests {
  private static func claim(_ license: String, _ source: ClaimSource, _ evidence: String) -> Claim {
    Claim(license: license, kind: .record, source: source, evidence: evidence)
  }

  private static func edge(
    _ id: String, _ license: String, depth: Int, _ relation: Relation? = nil, of derivative: ModelName? = nil,
    confidence: Confidence = .high
  ) -> LineageEdge {
    LineageEdge(
      relation: relation, base: .huggingFace(id),
      license: LicenseConclusion(concluded: license, state: .known, confidence: .high), evidence: "the card says so",
      depth: depth, derivative: derivative, confidence: confidence)
  }

  @Test("how open the release is, and who says so")
  func openness() {
    var model = ResolvedModel(
      name: .huggingFace("acme/m"), role: .used, license: LicenseConclusion(state: .unknown))
    model.openness = [ReleaseOpenness(source: "Acme Index", date: "2026-06", weights: .open, data: .closed)]
    #expect(ModelText.render(model).contains("  release: weights open, training data closed (Acme Index, 2026-06)\n"))
  }

  @Test("says of a model that nobody knows that nothing speaks of it, and not the contrary")
  func unknown() {
    let text = ModelText.render(
      ResolvedModel(
        name: .huggingFace("nobody/nothing"), role: .used,
        license: LicenseConclusion(concluded: nil, state: .unknown)))
    #expect(text.contains("  state: unknown, nothing that was read speaks of a license\n"))
    #expect(!text.contains("something speaks"))
  }

  @Test("draws the tree of bases, each beneath what was made from it, and ends with what would change it")
  func whole() {
    let model = ResolvedModel(
      name: .huggingFace("acme/merge"), role: .used,
      license: LicenseConclusion(
        concluded: "mit", state: .known, confidence: .high, claims: [Self.claim("mit", .catalog, "the catalog says so")]
      ),
      lineage: [
        Self.edge("acme/a", "mit", depth: 1, .merge), Self.edge("acme/b", "gemma", depth: 1, .merge),
        Self.edge("acme/a-base", "apache-2.0", depth: 2, of: .huggingFace("acme/a"), confidence: .low),
      ])
    #expect(
      ModelText.render(model) == """
        acme/merge (huggingface)
          license: mit
          state: known, a license that is on file or listed
          confidence: high, what the publisher declares, a text beside the weights or a correction says so

        Who says so, the strongest first
          catalog: mit, because the catalog says so

        Made from, as far as is known
          merge of acme/a, mit (high: the card says so)
            acme/a-base, apache-2.0 (low: the card says so)
          merge of acme/b, gemma (high: the card says so)

        What applies
          no license whose terms are on file

        What would change this
          - a lock file that holds it: heard before what is held now
          - a correction in the policy (`corrections`), which stands above all of these

        """)
  }

  @Test("a circle of bases ends, and names cannot steer the terminal")
  func hostile() {
    let model = ResolvedModel(
      name: .huggingFace("a/\u{1B}[31m"), role: .used, license: LicenseConclusion(state: .absent),
      lineage: [
        Self.edge("a/b", "mit", depth: 1), Self.edge("a/c", "mit", depth: 2, of: .huggingFace("a/b")),
        Self.edge("a/b", "mit", depth: 3, of: .huggingFace("a/c")),
      ])
    let text = ModelText.render(model)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("Nothing speaks of a license"))
  }

  @Test("of a corrected model only another correction changes anything")
  func corrected() {
    let model = ResolvedModel(
      name: .huggingFace("a/b"), role: .used,
      license: LicenseConclusion(
        concluded: "mit", state: .known, confidence: .high, claims: [Self.claim("mit", .correction, "the policy")]))
    #expect(
      ModelText.render(model).hasSuffix("\n  - another correction in the policy: it stands above everything else\n"))
  }
}
