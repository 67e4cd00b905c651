import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import Testing

@Suite("Data sets")
struct DataSetTests {
  private func reference(_ id: String, derivative: String? = nil) -> ModelReference {
    ModelReference(
      model: .huggingFace(id), location: Location(path: "m/README.md", line: 4), asWritten: id, kind: .modelCard,
      role: .dataset, derivative: derivative)
  }

  @Test(
    "have the licenses that auditors found, and the models whose outputs they are made of",
    arguments: ["tatsu-lab/alpaca", "datasets/tatsu-lab/alpaca"])
  func resolved(id: String) throws {
    let model = try #require(Resolver().resolve(Detections(references: [reference(id)])).models.first)
    #expect(model.name == .huggingFace("tatsu-lab/alpaca") && model.role == .dataset)
    #expect(model.license.concluded == "cc-by-nc-4.0")
    #expect(
      model.license.claims.map(\.evidence) == [
        "auditors found it under \"CC BY-NC 4.0\" (the Data Provenance Initiative, as of 2024)"
      ])
    #expect(model.data.map(\.use) == [.nonCommercial])
    #expect(model.lineage.map(\.base.id) == ["OpenAI GPT-3"])
    #expect(model.lineage.first?.relation == .trainedOnOutputs)
    #expect(model.lineage.first?.license.concluded == "openai-tou-2024-12-11")
  }

  @Test(
    "a model trained on one has the models behind it in its lineage, which bind it only where their license says so")
  func trained() throws {
    let card = card(["mit"], in: "m")
    let references = [
      reference("tatsu-lab/alpaca", derivative: "m"),
      ModelReference(
        model: .local("m"), location: card.location, asWritten: "m", kind: .modelCard, role: .published),
    ]
    let models = Resolver().resolve(Detections(references: references, declarations: [card])).models
    let model = try #require(models.first { $0.name == .local("m") })
    #expect(model.lineage.map(\.base.id) == ["OpenAI GPT-3"])
    #expect(model.lineage.first?.derivative == .huggingFace("tatsu-lab/alpaca"))
    #expect(model.lineage.first?.location?.line == 4)
    #expect(model.applicable == ["mit"])
    #expect(model.words == "known mit high")
  }

  @Test("are under what the policy has found out, where it corrects them")
  func corrected() throws {
    let correction = LicenseCorrection(model: "tatsu-lab/alpaca", license: "cc-by-4.0", reason: "asked")
    let resolver = Resolver(corrections: [correction])
    let model = try #require(
      resolver.resolve(Detections(references: [reference("datasets/tatsu-lab/alpaca")])).models.first)
    #expect(model.license.concluded == "cc-by-4.0" && model.data.map(\.use) == [.any])
    #expect(model.license.claims.contains { $0.source == .correction })
  }

  @Test(
    "by the hub's present name where it has given one an owner, and by the name alone",
    arguments: [("rajpurkar/squad_v2", "squad_v2"), ("facebook/anli", "anli"), ("alpaca", "tatsu-lab/alpaca")])
  func renamed(id: String, listed: String) {
    #expect(DataSets.entry(for: id)?.id == listed)
  }

  @Test("a word that no table has names none")
  func word() {
    var word = reference("prepared")
    word.confidence = .low
    #expect(Resolver().resolve(Detections(references: [word])).models.isEmpty)
  }

  @Test("by name, and of one nobody audited nothing is said")
  func names() {
    #expect(Resolver().resolve(.huggingFace("datasets/databricks/databricks-dolly-15k")).role == .dataset)
    let unknown = Resolver().resolve(.huggingFace("datasets/nobody/nothing"))
    #expect(unknown.license.state == .unknown && unknown.data.isEmpty && unknown.lineage.isEmpty)
  }

  @Test("one that lies in the tree has what its card says")
  func local() throws {
    let card = card(["cc-by-sa-4.0"], in: "data")
    let reference = ModelReference(
      model: .local("data"), location: card.location, asWritten: "data", kind: .modelCard, role: .dataset)
    let model = try #require(
      Resolver().resolve(Detections(references: [reference], declarations: [card])).models.first)
    #expect(model.role == .dataset && model.data.map(\.isShareAlike) == [true])
  }
}
