import Synchronization

/// The directories still to visit, shared by the tasks of a walk.
final class DirectoryQueue: Sendable {
  struct Directory: Sendable {
    /// Relative to the scan root; "" is the root.
    var path: [UInt8]
    var depth: Int
    var rules: IgnoreRules
    /// Entered only for the tracked files in it.
    var isIgnored = false
  }

  enum Step {
    case visit(Directory)
    /// Nothing to do now, but another task may still find directories.
    case wait
    case finished
  }

  private struct State {
    var waiting: [Directory]
    /// The directories that are being visited.
    var visited = 0
  }

  private let state: Mutex<State>

  init(_ first: Directory) {
    state = Mutex(State(waiting: [first]))
  }

  func next() -> Step {
    state.withLock { state in
      if let directory = state.waiting.popLast() {
        state.visited += 1
        return .visit(directory)
      }
      return state.visited == 0 ? .finished : .wait
    }
  }

  /// Ends the visit of a directory and adds the directories in it.
  func finish(_ found: [Directory]) {
    state.withLock { state in
      state.visited -= 1
      state.waiting.append(contentsOf: found)
    }
  }
}
