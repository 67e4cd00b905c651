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

  package init(_ pattern: String) throws(GlobError) {
    self.pattern = pattern
    var parser = try GlobParser(pattern)
    automaton = GlobAutomaton(try parser.parse())
  }

  package func matches(_ path: String) -> Bool {
    automaton.matches(path)
  }
}
