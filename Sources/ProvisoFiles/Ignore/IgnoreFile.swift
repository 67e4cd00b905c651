/// The rules of one .gitignore, in its order.
struct IgnoreFile: Sendable {
  /// What a .gitignore may have, in bytes; no real one comes near.
  static let longest = 1 << 20
  /// No rule may be longer, in bytes: no path to match is.
  static let longestRule = 4096

  /// How many bytes of a path lead to the directory of the file, slash included.
  let base: Int
  let rules: [IgnoreRule]
  /// How long the patterns with wildcards are together.
  let wildBytes: Int
  /// Of each rule.
  private let sieves: [IgnoreRule.Sieve]

  init(bytes: [UInt8], base: Int) {
    self.base = base
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lines = bytes.dropFirst(hasMark ? 3 : 0).split(separator: UInt8(ascii: "\n"))
    rules = lines.compactMap { line in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return line.count > Self.longestRule ? nil : IgnoreRule(line: line)
    }
    wildBytes = rules.reduce(0) { $0 + $1.wildBytes }
    sieves = rules.map(\.sieve)
  }

  /// What the last rule that matches says: true to ignore, false to keep after all; nil when none does.
  func verdict(_ path: Span<UInt8>, name: Int, isDirectory: Bool) -> Bool? {
    guard name < path.count, base <= name else { return nil }
    let (last, firstOfName, firstOfPath) = (path[path.count - 1], path[name], path[base])
    for index in stride(from: sieves.count - 1, through: 0, by: -1) {
      let sieve = sieves[index]
      guard sieve.last == 0 || sieve.last == last, isDirectory || !sieve.isForDirectories,
        sieve.first == 0 || sieve.first == (sieve.isForNames ? firstOfName : firstOfPath)
      else { continue }
      if rules[index].matches(path, base: base, name: name, isDirectory: isDirectory) { return !rules[index].isNegated }
    }
    return nil
  }
}
