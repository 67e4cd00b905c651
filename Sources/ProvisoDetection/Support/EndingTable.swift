/// Which detectors may want a file, told from its ending: most want a few endings only, and for most files few are asked.
struct EndingTable: Sendable {
  /// By ending, those that may want it.
  private let byEnding: [String: DetectorMask]
  /// Those that may want any.
  private let unbound: DetectorMask

  /// - Parameter endings: of each detector, in order; empty for any.
  init(_ endings: [Set<String>]) {
    var unbound: DetectorMask = 0
    var byEnding: [String: DetectorMask] = [:]
    for (index, own) in endings.enumerated() {
      if own.isEmpty { unbound |= 1 << DetectorMask(index) }
      for ending in own { byEnding[ending, default: 0] |= 1 << DetectorMask(index) }
    }
    self.unbound = unbound
    self.byEnding = byEnding.mapValues { $0 | unbound }
  }

  /// Calls `body` with the place of each detector that may want `path`, in order, until it returns false.
  @inline(__always)
  func forEach(_ path: FilePath, _ body: (Int) -> Bool) {
    var rest = byEnding[path.fileExtension] ?? unbound
    while rest != 0 {
      guard body(rest.trailingZeroBitCount) else { return }
      rest &= rest - 1
    }
  }

  /// Whether `body` is true of the place of a detector that may want `path`.
  @inline(__always)
  func contains(_ path: FilePath, where body: (Int) -> Bool) -> Bool {
    var isTrue = false
    forEach(path) { index in
      isTrue = body(index)
      return !isTrue
    }
    return isTrue
  }
}
