import ProvisoCore
import ProvisoResolution
import Testing

@Suite("What is said of models outside of the tree")
struct OutsideClaimTests {
  private func outside(
    _ model: ModelName, _ source: ClaimSource, license tag: String? = nil, bases: [String] = []
  ) -> OutsideDeclaration {
    let location = Location(path: "place/README.md", line: 2)
    return OutsideDeclaration(
      model: model, source: source, location: location,
      licenses: tag.map { [DeclaredLicense(tag: $0, location: location)] } ?? [],
      bases: bases.map { DeclaredBase(model: .huggingFace($0), relation: nil, location: location) })
  }

  private func resolve(_ name: ModelName, _ outside: [OutsideDeclaration]) throws -> ResolvedModel {
    let reference = ModelReference(
      model: name, location: Location(path: "a.py"), asWritten: name.id, kind: .code, role: .used)
    let resolution = Resolver(outside: outside).resolve(Detections(references: [reference]))
    return try #require(resolution.models.first { $0.name == name })
  }

  @Test("a store's claim has no place in the tree, a document's has")
  func claims() throws {
    let model = ModelName.huggingFace("acme/chat")
    let found = try resolve(
      model, [outside(.huggingFace("Acme/Chat"), .hubCache, license: "gemma"), outside(model, .bom, license: "gemma")])
    #expect(found.words == "known gemma high")
    #expect(found.license.claims.map(\.source) == [.hubCache, .bom])
    #expect(
      found.license.claims.map(\.evidence) == [
        "in the hub cache, place/README.md:2 says \"gemma\"", "place/README.md:2 says \"gemma\"",
      ])
    #expect(found.license.claims.map(\.location) == [nil, Location(path: "place/README.md", line: 2)])
  }

  @Test("a document that calls a restricted model permissive does not make it so")
  func permissive() throws {
    let name = ModelName.huggingFace("meta-llama/Llama-3.1-8B")
    #expect(try resolve(name, [outside(name, .bom, license: "mit")]).words == "conflict llama3.1 high")
  }

  @Test("a label does not free what a list of others has as restricted or under a name of its own")
  func lists() throws {
    let listed = ModelName.huggingFace("CohereLabs/command-a-reasoning-08-2025")
    #expect(try resolve(listed, [outside(listed, .hub, license: "apache-2.0")]).words == "conflict cc-by-nc-4.0 low")
    #expect(try resolve(listed, [outside(listed, .hub, license: "gemma")]).words == "known gemma high")
    let named = ModelName.huggingFace("kakaocorp/kanana-2-1.3b-instruct")
    #expect(try resolve(named, [outside(named, .hubCache, license: "mit")]).license.concluded == nil)
    let ruled = ModelName.huggingFace("upstage/Solar-Open-100B")
    let words = try resolve(ruled, [outside(ruled, .hubCache, license: "mit")]).words
    #expect(words == "conflict upstage-solar-license high")
    // A free one in a list says nothing that the publisher does not.
    let free = ModelName.huggingFace("NousResearch/Hermes-4-14B")
    let claims = try resolve(free, [outside(free, .hub, license: "mit")]).license.claims
    #expect(claims.map(\.source) == [.hub])
  }

  @Test("bases that a cached card names are followed")
  func bases() throws {
    let model = ModelName.huggingFace("acme/chat")
    let found = try resolve(model, [outside(model, .hubCache, bases: ["meta-llama/Llama-3.1-8B"])])
    #expect(found.lineage.first?.base.id == "meta-llama/Llama-3.1-8B")
    #expect(found.lineage.first?.location == nil)
    #expect(found.license.concluded == "llama3.1")
  }

  @Test("a store speaks of the bases of the tree's models, too")
  func basesOfTree() {
    let base = ModelName.huggingFace("acme/base")
    let card = card(["mit"], in: "m", bases: ["acme/base"])
    let reference = ModelReference(
      model: .local("m"), location: Location(path: "m/README.md"), asWritten: "m", kind: .modelCard, role: .published)
    let resolution = Resolver(outside: [outside(base, .hubCache, license: "gemma")])
      .resolve(Detections(references: [reference], declarations: [card]))
    #expect(resolution.models.first?.lineage.first?.license.concluded == "gemma")
  }
}
