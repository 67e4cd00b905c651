/// "Did you mean …?" for misspelt names.
package enum NearestName {
  /// Names longer than this are nobody's typing mistake, and would cost quadratic time.
  private static let maximumLength = 200

  /// The candidate that takes the fewest edits to get to from `name`: insertions, deletions, substitutions and swaps of
  /// neighbors (Damerau-Levenshtein, optimal string alignment), ASCII case aside. Nil if it would take more than a
  /// third of the length of `name`. Of candidates equally near, the first in byte order.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let target = folded(name)
    guard target.count <= maximumLength else { return nil }
    var bound = target.count / 3
    var nearest: String?
    for candidate in candidates {
      guard let distance = distance(target, folded(candidate), atMost: bound) else { continue }
      if let current = nearest, distance == bound, !candidate.utf8.lexicographicallyPrecedes(current.utf8) { continue }
      nearest = candidate
      bound = distance
    }
    return nearest
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8], atMost bound: Int) -> Int? {
    guard abs(one.count - other.count) <= bound else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for column in 0..<other.count {
        var cost = min(
          previous[column] + (one[row] == other[column] ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    let distance = previous[other.count]
    return distance <= bound ? distance : nil
  }
}
