import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Models of the tree under ids of the hub")
struct ModelsOfTheTreeTests {
  private func named(_ name: String, _ card: ModelDeclaration) -> ModelDeclaration {
    var card = card
    card.name = DeclaredName(name: name, location: card.location)
    return card
  }

  @Test(
    "bind what was made from them, wherever they lie",
    arguments: ["acme/nc", "models/acme/nc", "models/acme--nc", "Acme/NC"])
  func joined(folder: String) throws {
    let models = resolve([card(["cc-by-nc-4.0"], in: folder), card(["mit"], in: "tune", bases: ["acme/nc"])])
    let tune = try #require(models["tune"])
    #expect(tune.lineage.map(\.base) == [.local(folder)])
    #expect(tune.words == "conflict cc-by-nc-4.0 high")
    #expect(models.count == 2)
  }

  @Test("go by the name that their card gives them, too")
  func byName() throws {
    let models = resolve([
      named("acme/nc", card(["cc-by-nc-4.0"], in: "a")), card(["mit"], in: "tune", bases: ["acme/nc"]),
    ])
    #expect(models["tune"]?.lineage.map(\.base) == [.local("a")])
  }

  @Test("bind through as many steps as there are, and a ring ends")
  func steps() throws {
    let models = resolve([
      card(["llama3.1"], in: "acme/a", bases: ["acme/c"]), card(["apache-2.0"], in: "acme/b", bases: ["acme/a"]),
      card(["apache-2.0"], in: "acme/c", bases: ["acme/b"]),
    ])
    let last = try #require(models["acme/c"])
    #expect(last.lineage.map(\.base.id) == ["acme/b", "acme/a"] && last.lineage.map(\.depth) == [1, 2])
    #expect(last.license.concluded == "llama3.1" && last.license.state == .conflict)
  }

  @Test("are not what somebody else publishes on the hub under that id: both count")
  func onTheHub() throws {
    let hub = "meta-llama/Llama-3.1-8B"
    let models = resolve([card(["mit"], in: hub), card(["mit"], in: "tune", bases: [hub])])
    let tune = try #require(models["tune"])
    #expect(tune.lineage.contains { $0.base == .huggingFace(hub) })
    #expect(tune.license.concluded == "llama3.1")
  }

  @Test("are meant by nobody where two go by one id")
  func two() throws {
    let models = resolve([
      card(["cc-by-nc-4.0"], in: "x/acme/nc"), card(["mit"], in: "y/acme/nc"),
      card(["mit"], in: "tune", bases: ["acme/nc"]),
    ])
    #expect(models["tune"]?.lineage.map(\.base) == [.huggingFace("acme/nc")])
  }

  @Test("are what code loads by the id, which is then no second model")
  func code() throws {
    let own = ModelReference(
      model: .local("acme/nc"), location: Location(path: "acme/nc/README.md", line: 1), asWritten: "acme/nc",
      kind: .modelCard, role: .published)
    let call = ModelReference(
      model: .huggingFace("acme/nc"), location: Location(path: "a.py", line: 2), asWritten: "acme/nc", kind: .code,
      role: .used)
    let models = Resolver().resolve(
      Detections(references: [own, call], declarations: [card(["cc-by-nc-4.0"], in: "acme/nc")])
    ).models
    #expect(models.map(\.name) == [.local("acme/nc")])
    #expect(models.first?.references.map(\.location.path) == ["a.py", "acme/nc/README.md"])
  }

  @Test(
    "that are data made of a model's outputs pass that on to what learned from them",
    arguments: [ModelName.local("./synth"), .huggingFace("acme/synth")])
  func data(name: ModelName) throws {
    let place = Location(path: "README.md", line: 5)
    let data = card(["gemma"], in: "acme/synth", bases: ["google/gemma-2-27b-it"], relation: .trainedOnOutputs)
    let named = name.registry == .local ? ModelName.local("./acme/synth") : name
    let references = [
      ModelReference(
        model: .local("."), location: place, asWritten: ".", kind: .modelCard, role: .published),
      ModelReference(
        model: .local("acme/synth"), location: data.location, asWritten: "s", kind: .modelCard, role: .dataset),
      ModelReference(
        model: named, location: place, asWritten: named.id, kind: .modelCard, role: .dataset, derivative: "."),
    ]
    let models = Resolver().resolve(
      Detections(references: references, declarations: [card(["apache-2.0"]), data])
    ).models
    let model = try #require(models.first { $0.name == .local(".") })
    let edge = try #require(model.lineage.first { $0.base.id == "google/gemma-2-27b-it" })
    #expect(edge.relation == .trainedOnOutputs && edge.depth == 2 && edge.location == place)
    #expect(edge.derivative == .local("acme/synth"))
    #expect(models.count == 2)
  }

  @Test("are no data set of the same id, which stays one of the hub's")
  func dataOfTheSameName() {
    let model = card(["mit"], in: "acme/m7")
    let references = [
      ModelReference(
        model: .local("acme/m7"), location: model.location, asWritten: "m7", kind: .modelCard, role: .published),
      ModelReference(
        model: .huggingFace("acme/m7"), location: model.location, asWritten: "acme/m7", kind: .modelCard,
        role: .dataset, derivative: "acme/m7"),
    ]
    let models = Resolver().resolve(Detections(references: references, declarations: [model])).models
    #expect(
      models.map { "\($0.name.registry) \($0.name.id) \($0.role)" } == [
        "huggingface acme/m7 dataset", "local acme/m7 published",
      ])
  }

  @Test("are followed as far as somebody could check, the restricted first, where all name one another")
  func many() throws {
    let names = (0..<90).map { "acme/m\($0)" }
    var cards = names.map { card(["mit"], in: $0, bases: names) }
    cards[89] = card(["cc-by-nc-4.0"], in: "acme/m89")
    let model = try #require(resolve(cards)["acme/m0"])
    #expect(model.lineage.count < 200 && model.lineage.contains { $0.base == .local("acme/m89") })
    #expect(model.license.concluded == "cc-by-nc-4.0")
  }

  @Test("that say nothing stand under what their own bases stand under")
  func silent() throws {
    let models = resolve([
      card(["apache-2.0"], in: "acme/a"), config(in: "acme/b", bases: ["acme/a"]),
      config(in: "acme/c", bases: ["acme/b"]),
    ])
    #expect(models["acme/c"]?.license.concluded == "apache-2.0")
    #expect(models["acme/c"]?.lineage.first?.license.concluded == "apache-2.0")
  }
}
