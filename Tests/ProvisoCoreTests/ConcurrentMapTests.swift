import ProvisoCore
import Synchronization
import Testing

@Suite struct ConcurrentMapTests {
  @Test("gives the results in the order of the items", arguments: [0, 1, 2, 7, 100], [0, 1, 2, 15, 16, 17, 1000])
  func order(jobs: Int, count: Int) async {
    let calls = Counter()
    let results = await concurrentMap(Array(0..<count), jobs: jobs) { item in
      calls.value.add(1, ordering: .relaxed)
      return item * 3
    }
    #expect(results == (0..<count).map { $0 * 3 })
    #expect(calls.value.load(ordering: .relaxed) == count)
  }

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }
}
