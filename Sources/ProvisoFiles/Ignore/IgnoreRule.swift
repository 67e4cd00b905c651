/// One line of a .gitignore (gitignore(5), "PATTERN FORMAT").
struct IgnoreRule: Sendable {
  let isNegated: Bool
  /// Written with a slash at the end.
  let isForDirectories: Bool
  /// Written without any other slash: matches the name alone, in every directory below.
  let isForNames: Bool
  /// The plain bytes that the pattern starts with.
  private let prefix: [UInt8]
  /// Nil when the pattern has no wildcard.
  private let glob: IgnoreGlob?
  /// The length of a pattern with a wildcard, else 0.
  let wildBytes: Int

  /// - Parameter line: without its line end.
  /// - Returns: nil for an empty line, a comment and a pattern that can match nothing.
  init?(line: ArraySlice<UInt8>) {
    var pattern = line
    // Git's strings end at the first NUL.
    if let end = pattern.firstIndex(of: 0) { pattern = pattern[..<end] }
    guard let start = pattern.first, start != UInt8(ascii: "#") else { return nil }
    pattern = Self.withoutTrailingSpaces(pattern)
    isNegated = pattern.first == UInt8(ascii: "!")
    if isNegated { pattern = pattern.dropFirst() }
    let slash = UInt8(ascii: "/")
    isForDirectories = pattern.last == slash
    if isForDirectories { pattern = pattern.dropLast() }
    isForNames = !pattern.contains(slash)
    if pattern.first == slash { pattern = pattern.dropFirst() }
    guard !pattern.isEmpty else { return nil }
    let wildcard = pattern.firstIndex { byte in
      byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
    }
    prefix = Array(pattern[..<(wildcard ?? pattern.endIndex)])
    guard let wildcard else {
      glob = nil
      wildBytes = 0
      return
    }
    guard let glob = IgnoreGlob(pattern[wildcard...]) else { return nil }
    self.glob = glob
    wildBytes = pattern.count
  }

  /// Spaces at the end do not count unless the last of them is escaped; tabs do.
  private static func withoutTrailingSpaces(_ pattern: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end: Int?
    var index = pattern.startIndex
    while index < pattern.endIndex {
      if pattern[index] == UInt8(ascii: " ") {
        end = end ?? index
      } else {
        end = nil
        if pattern[index] == UInt8(ascii: "\\") { index += 1 }
      }
      index += 1
    }
    return pattern[..<(end ?? pattern.endIndex)]
  }

  /// What a look at two bytes says of a rule: most rules match none of most names, and to ask them all takes longer than to read
  /// the folder.
  struct Sieve: Sendable {
    let isForDirectories: Bool
    let isForNames: Bool
    /// The bytes that a match begins and ends with; 0, which no path has, for any.
    let first: UInt8
    let last: UInt8
  }

  var sieve: Sieve {
    Sieve(
      isForDirectories: isForDirectories, isForNames: isForNames, first: prefix.first ?? 0,
      last: (glob.map(\.suffix) ?? prefix).last ?? 0)
  }

  /// - Parameters:
  ///   - path: ends with the name in question.
  ///   - base: where the path relative to the .gitignore's directory starts.
  ///   - name: where the name starts.
  func matches(_ path: Span<UInt8>, base: Int, name: Int, isDirectory: Bool) -> Bool {
    if isForDirectories && !isDirectory { return false }
    let start = isForNames ? name : base
    let rest = path.count - start - prefix.count
    guard glob == nil ? rest == 0 : rest >= 0 else { return false }
    for index in prefix.indices where prefix[index] != path[start + index] { return false }
    return glob?.matches(path, from: start + prefix.count) ?? true
  }
}
