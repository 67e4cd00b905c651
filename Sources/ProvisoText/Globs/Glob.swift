/// A pattern for `/`-separated paths, as in .gitignore and git's pathspecs.
///
/// - `*` stands for any characters but `/`, `?` for one, `[a-z]` for one of a set, `[!a-z]` or `[^a-z]` for one not in
///   it; `{a,b}` for either text; a backslash takes the next character as it is.
/// - `**/` stands for any folders or none, `/**` for everything in a folder.
/// - A pattern with a `/` before its end starts at the root of the tree; one without matches at any depth.
/// - A pattern whose last segment is a plain name (no `*`, `?` or `[`) is also for everything in the folder of that
///   name; with a `/` at its end it is for a folder only.
///
/// Case counts. Paths are relative, without `./`; a folder may be given with a `/` at its end. Time is proportional to
/// the length of the pattern times that of the path, whatever they are.
package struct Glob: Sendable {
  package let pattern: String
  private let automaton: GlobAutomaton
  /// What stands in every path that matches: policies have thousands of patterns, of which hardly any matches a path.
  private let needle: [UInt8]
  /// The folder, with its `/`, that every path lies in that matches; empty where they may lie anywhere.
  package let folder: String

  package init(_ pattern: String) throws(GlobError) {
    self.pattern = pattern
    var parser = try GlobParser(pattern)
    let elements = try parser.parse()
    automaton = GlobAutomaton(elements)
    needle = Self.longestText(in: elements)
    folder = Self.folder(of: elements)
  }

  package func matches(_ path: String) -> Bool {
    stands(in: path.utf8.span) && automaton.matches(path)
  }

  private func stands(in path: Span<UInt8>) -> Bool {
    guard let first = needle.first else { return true }
    guard needle.count <= path.count else { return false }
    for start in 0...(path.count - needle.count) where path[start] == first {
      if needle.indices.allSatisfy({ path[start + $0] == needle[$0] }) { return true }
    }
    return false
  }

  private static func folder(of elements: [GlobElement]) -> String {
    var text = String.UnicodeScalarView()
    for element in elements {
      guard case .scalar(let scalar) = element else { break }
      text.append(scalar)
    }
    let end = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
    return String(text[..<end])
  }

  private static func longestText(in elements: [GlobElement]) -> [UInt8] {
    var longest = String.UnicodeScalarView()
    var text = String.UnicodeScalarView()
    for element in elements {
      if case .scalar(let scalar) = element { text.append(scalar) } else { text = String.UnicodeScalarView() }
      if text.count > longest.count { longest = text }
    }
    return Array(String(longest).utf8)
  }
}
