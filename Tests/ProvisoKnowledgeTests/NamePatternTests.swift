import Testing

@testable import ProvisoKnowledge

@Suite("patterns of names")
struct NamePatternTests {
  @Test(
    "a star behind a digit does not go on with the number",
    arguments: [
      ("o/glm-5*", "o/glm-5", true), ("o/glm-5*", "o/glm-5-air", true), ("o/glm-5*", "o/glm-5.3", false),
      ("o/glm-5*", "o/glm-5_3", false), ("o/glm-5*", "o/glm-50", false), ("o/glm-5*", "o/glm-5b", true),
      ("o/glm-5*", "o/glm-5.gguf", true), ("o/glm-5.*", "o/glm-5.3-air", true), ("o/glm-*", "o/glm-5.3", true),
      ("o/qwen3-4b*", "o/qwen3-4b-2507", true), ("o/v2*-x", "o/v2-x", true), ("o/v2*-x", "o/v2.1-x", false),
      ("o/*-v2*", "o/a-v3-v2", true), ("o/*-v2*", "o/a-v2.5-v2", true), ("o/*-v2*", "o/a-v2.5", false),
    ])
  func versions(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }

  @Test("what a name may mean goes on to the later versions")
  func acrossVersions() {
    #expect(NamePattern("o/llama-3*", acrossVersions: true).matches("o/llama-3.1-8b"))
  }
}
