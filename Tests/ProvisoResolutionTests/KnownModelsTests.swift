import ProvisoCore
import Testing

@testable import ProvisoResolution

@Suite("The work of resolution")
struct KnownModelsTests {
  @Test("of ten thousand models that were made from a few, each is read once, and each of the few once")
  func sharedBases() {
    let bases = ["meta-llama/Llama-3.1-8B", "google/gemma-2-2b", "Qwen/Qwen2.5-7B", "mistralai/Mistral-7B-v0.1"]
    let declared = (0..<2_500).map { index in
      declaration("models/\(index)/README.md", bases: bases, relation: .merge)
    }
    let named = (0..<10_000).map { index in
      reference(to: "acme-\(index)/Llama-3.1-8B-tuned", line: index + 1)
    }
    let cards = declared.map { card in
      ModelReference(
        model: .local(card.model), location: card.location, asWritten: card.model, kind: .modelCard, role: .published)
    }
    let resolver = Resolver()
    let models = resolver.resolve(Detections(references: named + cards, declarations: declared)).models
    #expect(models.count == 12_500)
    #expect(models.allSatisfy { !$0.lineage.isEmpty })
    let remote = Set(models.filter { !$0.isLocal }.map(\.name))
    #expect(resolver.known.readings == remote.union(models.flatMap { $0.lineage.map(\.base) }).count)
  }

  @Test("spellings of one name are one model, which is read once")
  func spellings() {
    let resolver = Resolver()
    let names = ["meta-llama/Llama-3.1-8B", "META-LLAMA/llama-3.1-8b", "meta-llama/Meta-Llama-3.1-8B"]
    let references = names.enumerated().map { reference(to: $0.element, line: $0.offset + 1) }
    let models = resolver.resolve(Detections(references: references)).models
    #expect(models.map(\.name.id) == ["meta-llama/Llama-3.1-8B"])
    #expect(resolver.known.readings == 1)
  }

  @Test("several tasks come to what one does, in the same order", arguments: [2, 7])
  func tasks(jobs: Int) async {
    let references = (0..<200).map { reference(to: "acme-\($0 % 97)/Llama-3.1-8B-\($0)", line: $0 + 1) }
    let detections = Detections(references: references)
    let one = Resolver().resolve(detections)
    let several = await Resolver().resolve(detections, jobs: jobs)
    #expect(several.models.map(\.name) == one.models.map(\.name))
    #expect(several.models.map(\.words) == one.models.map(\.words))
    #expect(several.models.map { $0.lineage.map(\.evidence) } == one.models.map { $0.lineage.map(\.evidence) })
  }

  @Test("a data set and a model of one name are told apart, and stand in one order")
  func namesakes() {
    let model = reference(to: "acme/Llama-3.1-8B", line: 1)
    var dataSet = reference(to: "acme/Llama-3.1-8B", line: 2)
    dataSet.role = .dataset
    for references in [[model, dataSet], [dataSet, model]] {
      let models = Resolver().resolve(Detections(references: references)).models
      #expect(models.map(\.name.id) == ["acme/Llama-3.1-8B", "acme/Llama-3.1-8B"])
      #expect(models.map(\.isDataSet) == [false, true])
    }
  }

  private func reference(to id: String, line: Int) -> ModelReference {
    ModelReference(
      model: .huggingFace(id), location: Location(path: "gallery.yaml", line: line), asWritten: id,
      kind: .configuration, role: .used)
  }
}
