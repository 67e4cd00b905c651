/// An expression whose value comes from outside of the program: the environment or the command line.
enum RunTimeValue {
  /// Whether all of `text` is what a variable of the environment or an argument of the command holds, with nothing that stands
  /// in where it is not set: `os.environ["MODEL"]`, `process.env.MODEL`, `str(sys.argv[1])`.
  static func isOne(_ text: String) -> Bool {
    let text = unwrapped(text[...])
    guard let start = starts.first(where: { text.hasPrefix($0) }), let mark = start.utf8.last else { return false }
    let rest = text.dropFirst(start.utf8.count)
    if mark == UInt8(ascii: ".") {
      let key = rest.prefix(while: isWord)
      return !key.isEmpty && hasNoDefault(rest.dropFirst(key.utf8.count))
    }
    guard let end = closing(of: mark, in: rest) else { return false }
    // `args["model"]` is somebody's dictionary.
    let isPosition = start.hasSuffix("args[") || start.hasSuffix("argv[") || start.hasSuffix("Args[")
    guard !isPosition || rest.utf8.first.map(ASCII.isDigit) == true else { return false }
    return isKeyAlone(rest[..<end]) && hasNoDefault(rest[end...].dropFirst())
  }

  /// What the libraries of languages call the environment and the command line.
  private static let starts = [
    "os.environ[", "os.environ.get(", "os.getenv(", "environ[", "environ.get(", "getenv(", "sys.argv[",
    "process.env.", "process.env[", "process.argv[", "import.meta.env.", "Deno.env.get(", "Bun.env.", "Deno.args[",
    "ProcessInfo.processInfo.environment[", "ProcessInfo().environment[", "CommandLine.arguments[",
    "os.Getenv(", "os.Args[", "System.getenv(", "System.getProperty(", "Environment.GetEnvironmentVariable(",
    "env::var(", "std::env::var(", "args[", "argv[", "ENV[", "ENV.fetch(", "ARGV[", "Sys.getenv(", "System.get_env(",
    "System.fetch_env!(", "Platform.environment[", "$_ENV[", "$argv[", "std::getenv(",
  ]

  /// Without what only makes another type of the value.
  private static func unwrapped(_ text: Substring) -> Substring {
    for wrapper in ["str(", "String(", "Path(", "await ", "&", "("] where text.hasPrefix(wrapper) {
      let inner = text.dropFirst(wrapper.utf8.count)
      guard wrapper.hasSuffix("(") else { return unwrapped(inner) }
      guard inner.hasSuffix(")") else { return text }
      return inner.dropLast()
    }
    return text
  }

  private static func closing(of mark: UInt8, in text: Substring) -> Substring.Index? {
    let close: Character = mark == UInt8(ascii: "(") ? ")" : "]"
    let end = text.firstIndex(of: close)
    // A key is a word or a number.
    return end.flatMap { text[..<$0].contains { "([{".contains($0) } ? nil : $0 }
  }

  /// `"MODEL"`, and `"MODEL", None`; another second argument stands in for the first.
  private static func isKeyAlone(_ text: Substring) -> Bool {
    let parts = text.split(separator: ",", maxSplits: 1)
    guard parts.count == 2 else { return !parts.isEmpty }
    let fallback = parts[1].drop { $0.isWhitespace }
    return fallback.isEmpty || ["None", "null", "nil", "\"\"", "''"].contains { fallback == $0 }
  }

  /// What follows says what is taken where nothing is set: `or "…"`, `?? "…"`, `|| "…"`, `.unwrap_or("…")`; or compares.
  private static func hasNoDefault(_ rest: Substring) -> Bool {
    ![" or ", "||", "??", "?:", " if ", " ? ", "or_else", "unwrap_or", "OrElse", "==", "!=", "/", "+", "%"].contains {
      rest.contains($0)
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }
}
