/// A nondeterministic automaton run on all its states at once, so that no pattern makes it go back.
struct GlobAutomaton: Sendable {
  private enum Step: Sendable {
    case scalar(Unicode.Scalar)
    case anyInSegment
    case any
    /// An index into `sets`.
    case set(Int)
    /// No character: to both at once.
    case fork
    case accept
  }

  private struct State: Sendable {
    var step: Step
    /// Where the step leads; where a fork also leads.
    var next: Int
    var other: Int
  }

  private struct ScalarSet: Sendable {
    var ranges: [ClosedRange<Unicode.Scalar>]
    var isNegated: Bool
  }

  /// The first accepts.
  private var states: [State] = []
  private var sets: [ScalarSet] = []
  private var start = 0
  /// For each state a bit set, `words` long, of the states it stands for: itself, or those that a fork leads to.
  private var closures: [UInt64] = []
  private var words = 0

  init(_ elements: [GlobElement]) {
    start = add(elements, before: add(.accept, to: 0))
    words = (states.count + 63) / 64
    closures = Array(repeating: 0, count: words * states.count)
    for index in states.indices { close(index) }
  }

  func matches(_ path: String) -> Bool {
    var current = Array(closures[start * words..<(start + 1) * words])
    var following = Array(repeating: UInt64(0), count: words)
    for scalar in path.unicodeScalars {
      var isStuck = true
      for word in 0..<words {
        var bits = current[word]
        while bits != 0 {
          let state = states[word * 64 + bits.trailingZeroBitCount]
          bits &= bits - 1
          guard consumes(state.step, scalar) else { continue }
          isStuck = false
          for part in 0..<words { following[part] |= closures[state.next * words + part] }
        }
      }
      if isStuck { return false }
      swap(&current, &following)
      for part in 0..<words { following[part] = 0 }
    }
    return current[0] & 1 != 0
  }

  private mutating func close(_ first: Int) {
    var pending = [first]
    var seen: Set<Int> = []
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      if case .fork = states[index].step {
        pending.append(states[index].next)
        pending.append(states[index].other)
      } else {
        closures[first * words + index / 64] |= 1 << UInt64(index % 64)
      }
    }
  }

  private func consumes(_ step: Step, _ scalar: Unicode.Scalar) -> Bool {
    switch step {
    case .scalar(let expected): scalar == expected
    case .anyInSegment: scalar != "/"
    case .any: true
    case .set(let index):
      scalar != "/" && sets[index].ranges.contains { $0.contains(scalar) } != sets[index].isNegated
    case .fork, .accept: false
    }
  }

  private mutating func add(_ step: Step, to next: Int, or other: Int = 0) -> Int {
    states.append(State(step: step, next: next, other: other))
    return states.count - 1
  }

  /// From the last element to the first, so that each knows where it leads.
  private mutating func add(_ elements: [GlobElement], before end: Int) -> Int {
    var next = end
    for element in elements.reversed() {
      switch element {
      case .scalar(let scalar): next = add(.scalar(scalar), to: next)
      case .anyInSegment: next = add(.anyInSegment, to: next)
      case .set(let ranges, let isNegated):
        sets.append(ScalarSet(ranges: ranges, isNegated: isNegated))
        next = add(.set(sets.count - 1), to: next)
      case .manyInSegment: next = addLoop(.anyInSegment, before: next)
      case .everything: next = addLoop(.any, before: next)
      case .folders:
        let slash = add(.scalar("/"), to: next)
        next = add(.fork, to: next, or: addLoop(.any, before: slash))
      case .either(let choices):
        let after = next
        next = add(choices[0], before: after)
        for choice in choices.dropFirst() {
          let entry = add(choice, before: after)
          next = add(.fork, to: next, or: entry)
        }
      case .end: next = add(.fork, to: next, or: add(.scalar("/"), to: next))
      case .endOrInside:
        let inside = add(.scalar("/"), to: addLoop(.any, before: next))
        next = add(.fork, to: next, or: inside)
      }
    }
    return next
  }

  /// Any number of `step`s.
  private mutating func addLoop(_ step: Step, before next: Int) -> Int {
    let fork = add(.fork, to: next)
    states[fork].other = add(step, to: fork)
    return fork
  }
}
