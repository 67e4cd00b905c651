/// A comment that waives a finding of its line: `proviso: waive AIL501 pinned by the image`.
struct InlineWaiver {
  /// What the comment says after the rule; empty where it says nothing.
  let reason: String

  private static let marker = "proviso: waive "

  /// nil for a line without a comment for `rule`. The words must follow a sign that begins a comment.
  init?(_ line: String, rule: String) {
    guard Self.isMarked(line) else { return nil }
    var rest = line[...]
    while let place = rest.firstRange(of: Self.marker) {
      let before = rest[..<place.lowerBound].drop { $0.isWhitespace }
      rest = rest[place.upperBound...]
      let opening = before.reversed().drop { $0 == " " }.prefix(2)
      guard opening.first == "#" || opening.elementsEqual("//") || opening.elementsEqual("--") || opening.first == "*"
      else { continue }
      let words = rest.split(separator: " ", maxSplits: 1)
      guard words.first.map(String.init) == rule else { continue }
      var reason = words.count > 1 ? words[1] : ""
      for end in ["-->", "*/"] where reason.hasSuffix(end) { reason.removeLast(end.count) }
      while reason.last?.isWhitespace == true { reason.removeLast() }
      self.reason = String(reason)
      return
    }
    return nil
  }

  /// Whether the marker stands anywhere in the line: of nearly all lines all that is asked.
  private static func isMarked(_ line: String) -> Bool {
    // Its first letter stands in it once, so that a mismatch can only begin anew there.
    var rest = marker.utf8[...]
    for byte in line.utf8 {
      if byte != rest.first { rest = marker.utf8[...] }
      if byte == rest.first { rest = rest.dropFirst() }
      if rest.isEmpty { return true }
    }
    return false
  }
}
