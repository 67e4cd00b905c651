import ProvisoPolicy
import Testing

@testable import ProvisoDetection

@Suite("A policy among the files of a tree, and the policy's schema")
struct PolicyKeysTests {
  @Test("have the same keys")
  func keys() {
    #expect(PolicyFile.keys == Set(PolicySchema.policy.keys.map(\.name)))
  }
}
