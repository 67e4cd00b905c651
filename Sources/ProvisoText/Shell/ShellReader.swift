/// The shells whose commands are read.
package enum ShellDialect: Sendable, Hashable {
  /// sh, bash, zsh and what looks like them.
  case posix
  /// A backtick before the line end continues the command and escapes; `<# #>` are comments.
  case powershell
  /// cmd.exe: `^` continues the command.
  case batch
}

/// A word of a command as the shell would see it, before any variable has its value.
package struct ShellWord: Sendable {
  /// Quotes and escapes resolved; `$NAME` and `${NAME:-default}` as they stand.
  package var text: String
  /// Where each byte of ``text`` stands.
  package var offsets: [Int]
  /// True where a variable or a command would put something in.
  package var isPartial: Bool

  package init(text: String, offsets: [Int], isPartial: Bool) {
    self.text = text
    self.offsets = offsets
    self.isPartial = isPartial
  }

  /// The bytes of the file that `text`, without its first `count` bytes, spans.
  package func range(dropping count: Int = 0) -> Range<Int> {
    guard count < offsets.count, let last = offsets.last else { return 0..<0 }
    return offsets[max(count, 0)]..<last + 1
  }
}

package struct ShellCommand: Sendable {
  package var words: [ShellWord]

  package init(words: [ShellWord]) {
    self.words = words
  }
}

/// How much of a stranger's script is read before it is an error.
package struct ShellLimits: ReadingLimits {
  /// `$(…)` inside one another.
  package var depth: Int
  package var words: Int
  package var bytes: Int

  package init(depth: Int = 16, words: Int = 500_000, bytes: Int = 4 << 20) {
    self.depth = depth
    self.words = words
    self.bytes = bytes
  }

  package static let `default` = ShellLimits()
}

/// Splits scripts into commands and their words: quotes, escapes, continued lines, comments, here-documents.
///
/// Nothing is run and no variable is followed. What stands in `$(…)`, in a here-document or behind `;`, `|`, `&&` and the like
/// is a command of its own. A quote that is never closed ends with its line, since fragments of scripts are read too.
/// A comment line between continued lines is passed over, as it is in a Dockerfile.
package enum ShellReader {
  /// - Parameter joinsLines: Whether a line end is a blank, as in a folded text of YAML.
  package static func read(
    _ source: SourceText, range: Range<Int>? = nil, dialect: ShellDialect = .posix, joinsLines: Bool = false,
    limits: ShellLimits = .default
  ) throws(DocumentError) -> [ShellCommand] {
    let range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    do throws(TextFault) {
      try limits.check(range.count, "script", at: range.lowerBound)
      var splitter = ShellSplitter(source.bytes, in: range, dialect: dialect, joinsLines: joinsLines, limits: limits)
      return try splitter.commands()
    } catch {
      throw error.documentError(in: source)
    }
  }
}
