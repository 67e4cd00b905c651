import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL901, policy invalid")
struct PolicyInvalidTests {
  @Test("a policy with a mistake is no policy, and the mistake is told with its place")
  func violated() {
    let result = load("version: 1\non_mising_fact: deny\n")
    #expect(result.policy == nil)
    #expect(summary(result).map { $0.prefix(4) } == ["2:1 "])
  }

  @Test("its cure is one, and has nothing told of it")
  func satisfied() {
    let result = load("version: 1\non_missing_fact: deny\n")
    #expect(result.policy != nil)
    #expect(summary(result) == [])
  }

  @Test("is no matter of models")
  func notApplicable() {
    #expect(verdicts(PolicyInvalid(), Subject(model: .hub("a/b", .mit))) == [])
  }
}
