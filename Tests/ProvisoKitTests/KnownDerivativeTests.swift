import ProvisoCore
import ProvisoKit
import ProvisoPolicy
import Testing

/// Models that were published under other terms than their bases', asked for by their own ids.
@Suite("Derivatives on file, by their ids")
struct KnownDerivativeTests {
  private static func findings(_ id: String) throws -> [Finding] {
    let policy = try #require(try PolicySelection().select(["proviso:default"], root: nil).policy)
    return Check(policy: policy, today: try CalendarDate(parsing: "2026-11-29")).run([id]).findings
  }

  @Test(
    "are held against their bases, also where only the rule for their line says what they are under",
    arguments: [
      ("sesame/csm-1b", "AIL102", "is declared under apache-2.0"),
      ("stabilityai/StableBeluga2", "AIL102", "is under stable-beluga-nc by the rule on file for its line"),
      ("inceptionai/Llama-3.1-Sherkala-8B-Chat", "AIL102", "is under cc-by-nc-sa-4.0 by the rule on file"),
      ("LumiOpen/Llama-Poro-2-70B-Instruct", "AIL104", "is under llama3.3 by the rule on file"),
    ])
  func bases(id: String, rule: String, words: String) throws {
    let found = try Self.findings(id).filter { ["AIL102", "AIL104", "AIL105"].contains($0.rule) }
    #expect(found.map(\.rule) == [rule])
    #expect(found.allSatisfy { $0.message.contains(words) }, "\(found.map(\.message))")
  }

  @Test(
    "nothing is said of a rule that keeps the base's terms",
    arguments: ["LumiOpen/Llama-Poro-2-70B-base", "meta-llama/Llama-3.1-8B-Instruct", "unsloth/gemma-2-9b-it"])
  func kept(id: String) throws {
    let found = try Self.findings(id)
    #expect(found.allSatisfy { !["AIL102", "AIL104", "AIL105"].contains($0.rule) })
  }

  @Test("what was made from a derivative of the other base is called no merge")
  func chain() throws {
    let found = try Self.findings("sail/Sailor-1.8B-Chat").filter { $0.rule == "AIL106" }
    #expect(found.count == 1 && found.allSatisfy { !$0.message.contains("merge") })
  }

  @Test("a base of the name, beside one on file, is said to be named by no source, which the other is")
  func nameBesideBase() throws {
    let messages = try Self.findings("OpenSQZ/Qwen2.5-3B-classifier").filter { $0.rule == "AIL102" }.map(\.message)
    #expect(messages.count == 1 && messages.allSatisfy { $0.contains("(no source on file names it as base)") })
  }
}
