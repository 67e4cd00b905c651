package import Synchronization

/// What was made of a key, kept for whoever asks next. When it is full, it begins anew.
package final class Remembered<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline let kept = Mutex<[Key: Value]>([:])
  @usableFromInline let limit: Int

  /// - Parameter limit: How many values are held on to at most.
  @inlinable package init(limit: Int) {
    self.limit = limit
  }

  /// How many values it holds.
  package var count: Int { kept.withLock(\.count) }

  /// The value of `key`; `make` must give the same whenever it is asked. It runs without the lock: two threads may make one value at
  /// the same time.
  @inlinable package func value(of key: Key, orMake make: () -> Value) -> Value {
    if let value = kept.withLock({ $0[key] }) { return value }
    let value = make()
    kept.withLock { kept in
      if kept.count >= limit { kept.removeAll(keepingCapacity: true) }
      kept[key] = value
    }
    return value
  }
}
