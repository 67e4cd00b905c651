import ProvisoCore
import ProvisoResolution
import Testing

@Suite("What a freely labeled card does as a restricted license asks")
struct KeptDutiesTests {
  private func words(
    _ kind: ObligationEvidence.Kind, _ subject: String, in path: String = "m/README.md", label: String = "apache-2.0",
    bases: [String] = []
  ) -> String? {
    let place = ObligationEvidence(
      kind: kind, subject: subject, place: .document, location: Location(path: path, line: 9))
    let published = ModelReference(
      model: .local("m"), location: Location(path: "m/README.md"), asWritten: "m", kind: .modelCard, role: .published)
    let detections = Detections(
      references: [published], declarations: [card([label], in: "m", bases: bases)], evidence: [place])
    return Resolver().resolve(detections).models.first { $0.name == .local("m") }?.words
  }

  @Test("is a sign of what the model was made from")
  func shown() {
    #expect(words(.display, "Built with Meta Llama 3") == "conflict llama3 high")
    // Four editions ask for it.
    #expect(words(.display, "Built with Llama") == "conflict - low")
    #expect(words(.usePolicy, "llama3.1", in: "m/USE_POLICY.md") == "conflict llama3.1 high")
  }

  @Test("changes nothing elsewhere, beside a restricted label, of a free license, or where it is a model's name")
  func notShown() {
    #expect(words(.display, "Built with Meta Llama 3", in: "README.md") == "known apache-2.0 high")
    #expect(words(.usePolicy, "llama3.1", in: "m/docs.md") == "known apache-2.0 high")
    #expect(words(.display, "Built with Meta Llama 3", label: "gemma") == "known gemma high")
    #expect(words(.display, "Kimi K2") == "known apache-2.0 high")
    #expect(words(.usePolicy, "attached", in: "m/USE_POLICY.md") == "known apache-2.0 high")
    #expect(words(.display, "Powered by coffee and code") == "known apache-2.0 high")
  }
}
