internal import ProvisoText
internal import Synchronization

/// One bit for each detector.
typealias DetectorMask = UInt64

/// What is searched for in a file that some of the detectors want. A class, since each file of a tree takes one.
final class SearchPlan: Sendable {
  /// What stands in a file.
  struct Found {
    /// The detectors that have no needles, and those with one in the file.
    fileprivate(set) var detectors: DetectorMask
    /// Whether the mark does.
    fileprivate(set) var hasMark = false
    fileprivate var hints: [UInt64]
    fileprivate let hinted: [Int]

    /// One bit for each hint of the detector.
    func hints(of detector: Int) -> UInt64 {
      hinted.firstIndex(of: detector).map { hints[$0] } ?? 0
    }
  }

  /// A word and who is told of it.
  struct Needle: Sendable {
    var word: [UInt8]
    var detectors: DetectorMask = 0
    var hints: [(detector: Int, bit: UInt64)] = []
    var isMark = false
  }

  /// Those without needles, which are asked whatever stands in the file.
  private let unconditional: DetectorMask
  private let wanted: DetectorMask
  private let needles: NeedleSet
  /// For each needle, in the same order, the detectors that are told of it.
  private let owners: [DetectorMask]
  /// For each needle that is a hint too, the places in ``hinted`` and the bits.
  private let hints: [[(place: Int, bit: UInt64)]]
  /// The detectors that have hints.
  private let hinted: [Int]
  /// The place of the mark among the needles.
  private let mark: Int?

  init(_ all: SearchedWords, wanted: DetectorMask) {
    let hinted = all.hinted.filter { wanted >> DetectorMask($0) & 1 == 1 }
    let needles = all.needles.filter { needle in
      needle.isMark || needle.detectors & wanted != 0 || needle.hints.contains { hinted.contains($0.detector) }
    }
    unconditional = all.unconditional & wanted
    self.wanted = wanted
    self.hinted = hinted
    self.needles = NeedleSet(needles.map(\.word), ignoresCase: true)
    mark = needles.firstIndex(where: \.isMark)
    owners = needles.map { $0.detectors & wanted }
    hints = needles.map { needle in
      needle.hints.compactMap { hint in hinted.firstIndex(of: hint.detector).map { ($0, hint.bit) } }
    }
  }

  func search(_ bytes: Span<UInt8>) -> Found {
    var found = Found(detectors: unconditional, hints: hinted.map { _ in 0 }, hinted: hinted)
    guard found.detectors != wanted || !hinted.isEmpty || mark != nil else { return found }
    needles.forEachMatch(in: bytes) { needle, _ in
      found.detectors |= owners[needle]
      for hint in hints[needle] { found.hints[hint.place] |= hint.bit }
      if needle == mark { found.hasMark = true }
      return found.detectors != wanted || !hinted.isEmpty || mark != nil && !found.hasMark
    }
    return found
  }
}

/// The words of all detectors.
struct SearchedWords: Sendable {
  /// In the order of their bytes.
  let needles: [SearchPlan.Needle]
  /// The detectors without needles.
  let unconditional: DetectorMask
  /// The detectors that have hints.
  let hinted: [Int]

  /// - Parameter mark: What is looked for besides, in every file.
  init(_ searched: [(needles: [String], hints: [String])], mark: String?) {
    var needles: [String: SearchPlan.Needle] = [:]
    var unconditional: DetectorMask = 0
    var hinted: [Int] = []
    for (index, words) in searched.enumerated() {
      let bit: DetectorMask = 1 << DetectorMask(index)
      let usable = words.needles.filter { $0.utf8.count >= 2 }
      if usable.isEmpty { unconditional |= bit }
      for needle in usable { needles[needle, default: .init(word: Array(needle.utf8))].detectors |= bit }
      for (hint, word) in words.hints.prefix(64).enumerated() {
        needles[word, default: .init(word: Array(word.utf8))].hints.append((index, 1 << UInt64(hint)))
      }
      if !words.hints.isEmpty { hinted.append(index) }
    }
    if let mark { needles[mark, default: .init(word: Array(mark.utf8))].isMark = true }
    self.needles = needles.values.sorted { $0.word.lexicographicallyPrecedes($1.word) }
    self.unconditional = unconditional
    self.hinted = hinted
  }
}

/// The plans for the sets of detectors that occur, each made when it first does: a search for fewer needles is faster.
final class SearchPlans: Sendable {
  private struct Made {
    var words: SearchedWords?
    var plans: [DetectorMask: SearchPlan] = [:]
  }

  private let detectors: [any Detector]
  private let mark: String?
  private let made = Mutex(Made())

  init(_ detectors: [any Detector], mark: String?) {
    self.detectors = detectors
    self.mark = mark
  }

  subscript(wanted: DetectorMask) -> SearchPlan {
    let words: SearchedWords
    switch known(wanted) {
    case .plan(let plan): return plan
    case .words(let known): words = known
    }
    // Nobody waits for it; another task may make the same.
    let plan = SearchPlan(words, wanted: wanted)
    made.withLock { $0.plans[wanted] = plan }
    return plan
  }

  private enum Known {
    case plan(SearchPlan)
    case words(SearchedWords)
  }

  private func known(_ wanted: DetectorMask) -> Known {
    made.withLock { made in
      if let plan = made.plans[wanted] { return .plan(plan) }
      let words = made.words ?? SearchedWords(detectors.map { ($0.needles, $0.hints) }, mark: mark)
      made.words = words
      return .words(words)
    }
  }
}
