import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import ProvisoTestSupport
import Testing

@Suite("Names without an owner in a tree")
struct SpokenNamesInTreeTests {
  private func resolved(_ id: String, partial: Bool = false, _ more: [ModelDeclaration] = []) -> ResolvedModel? {
    var detections = Detections()
    detections.declarations = more
    detections.references = [
      ModelReference(
        model: .huggingFace(id), location: Location(path: "app.py", line: 1), asWritten: id, kind: .code, role: .used,
        isPartial: partial)
    ]
    return Resolver().resolve(detections).models.first { $0.name == .huggingFace(id) }
  }

  @Test(
    "are under what the model is under that people call so, and no surer than medium",
    arguments: [
      ("llama-3.2-1b-instruct", "known llama3.2 medium"), ("codestral-22b", "known mnpl medium"),
      ("qwen2.5-3b-instruct", "known qwen-research medium"), ("gemma-2-9b-it", "known gemma medium"),
    ])
  func one(id: String, words: String) throws {
    let model = try #require(resolved(id))
    #expect(model.words == words)
    #expect(model.name == .huggingFace(id))
    #expect(model.license.claims.allSatisfy { $0.evidence.hasPrefix("the name is taken as ") })
  }

  @Test(
    "which may be any of several are never freer than unknown", arguments: ["qwen3", "mistral-7b-instruct", "bert"])
  func several(id: String) throws {
    let model = try #require(resolved(id))
    #expect(model.license.category?.isRestricted != false)
    #expect(model.license.confidence == .low)
  }

  @Test("with an owner, which leave out the size, may be any size: the stricter license holds, and the freer is told")
  func sizes() throws {
    for id in ["depth-anything/Depth-Anything-V3", "depth-anything/Depth-Anything-V2"] {
      for model in [try #require(resolved(id)), Resolver().resolve(.huggingFace(id))] {
        #expect(model.words == "conflict cc-by-nc-4.0 low")
        #expect(model.license.meant.contains { $0.licenses.contains { $0.id == "apache-2.0" } })
      }
    }
  }

  @Test("which are the beginning of one free model's name free nothing: it is not known how they go on")
  func beginning() throws {
    #expect(SpokenName.candidates(of: "mimo-7b").count == 1)
    #expect(try #require(resolved("mimo-7b")).words == "unknown - low")
  }

  @Test("of a restricted line count as restricted")
  func line() throws {
    let model = try #require(resolved("llama-3"))
    #expect(model.license.category?.isRestricted == true)
    #expect(model.license.claims.allSatisfy { $0.evidence.hasPrefix("it may be ") })
  }

  @Test("say nothing where nobody is called so", arguments: ["acme-tiny-7b", "gpt-4o", "o3-mini", "claude-3-5-sonnet"])
  func nobody(id: String) throws {
    #expect(try #require(resolved(id)).words == "unknown - low")
  }

  @Test("that are spelled like classes restrict, and free nothing")
  func classes() throws {
    #expect(try #require(resolved("phi-4")).words == "known mit medium")
    #expect(try #require(resolved("Phi4")).words == "unknown - low")
    #expect(try #require(resolved("Llama3")).license.category?.isRestricted == true)
  }

  @Test("are not read where they are put together at run time")
  func partial() throws {
    #expect(try #require(resolved("llama-3.2-1b-instruct", partial: true)).words == "unknown - low")
  }

  @Test("are a folder of the tree where one is a model")
  func folder() throws {
    let folder = config(in: "llama-3.2-1b-instruct")
    #expect(try #require(resolved("llama-3.2-1b-instruct", [folder])).words == "unknown - low")
  }
}
