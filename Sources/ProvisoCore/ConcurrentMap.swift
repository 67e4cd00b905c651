import Synchronization

/// The results of `transform` for each of `items`, in their order.
///
/// - Parameter jobs: how many tasks work at once; each takes a few items at a time, so that none waits for another.
package func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  // Files of one directory are neighbors and often alike in size, so small batches keep the shares even.
  let batchSize = max(1, min(16, items.count / (jobs * 4)))
  let next = BatchCounter()
  var batches = await withTaskGroup(of: [(start: Int, results: [Result])].self) { group in
    for _ in 0..<min(jobs, items.count) {
      group.addTask {
        var done: [(start: Int, results: [Result])] = []
        while true {
          let start = next.take(batchSize)
          guard start < items.count else { return done }
          done.append((start, items[start..<min(start + batchSize, items.count)].map(transform)))
        }
      }
    }
    return await group.reduce(into: []) { $0 += $1 }
  }
  batches.sort { $0.start < $1.start }
  var results: [Result] = []
  results.reserveCapacity(items.count)
  // Each batch is let go as soon as it is copied.
  for index in batches.indices {
    results += batches[index].results
    batches[index].results = []
  }
  return results
}

private final class BatchCounter: Sendable {
  private let next = Atomic<Int>(0)

  /// The first of `count` numbers that nobody else gets.
  func take(_ count: Int) -> Int {
    next.add(count, ordering: .relaxed).oldValue
  }
}
