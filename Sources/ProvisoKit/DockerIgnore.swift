internal import ProvisoText

/// What a source of `COPY` takes of its context.
struct CopySource {
  /// The path of a file or folder; nil for a pattern, and for the whole context.
  var plain: String?
  private var pattern: DockerPattern?

  /// nil for a path that leads out of the context.
  init?(_ text: String) {
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !parts.contains("..") else { return nil }
    guard !parts.isEmpty else { return }
    pattern = DockerPattern(parts.map(String.init))
    guard pattern != nil else { return nil }
    let path = parts.joined(separator: "/")
    plain = path.contains { "*?[\\".contains($0) } ? nil : path
  }

  func takes(_ path: String) -> Bool {
    if let plain { return path == plain || path.utf8.starts(with: "\(plain)/".utf8) }
    return pattern?.matches(path) ?? true
  }
}

/// `.dockerignore`: patterns from the root of the context, of which the last that matches a path, or a folder above it, counts.
struct DockerIgnore {
  private var rules: [(pattern: DockerPattern, keeps: Bool)] = []

  var count: Int { rules.count }

  init(_ text: String, mostRules: Int) {
    for line in text.split(whereSeparator: \.isNewline).prefix(mostRules) {
      var rule = line.drop(while: \.isWhitespace)
      while rule.last?.isWhitespace == true { rule = rule.dropLast() }
      guard let first = rule.first, first != "#" else { continue }
      if first == "!" { rule = rule.dropFirst() }
      let parts = rule.split(separator: "/").filter { $0 != "." }.map(String.init)
      guard !parts.isEmpty, !parts.contains(".."), let pattern = DockerPattern(parts) else { continue }
      rules.append((pattern, first == "!"))
    }
  }

  func leavesOut(_ path: String) -> Bool {
    guard let rule = rules.last(where: { $0.pattern.matches(path) }) else { return false }
    return !rule.keeps
  }
}

/// A pattern as Docker has it: `*` and `?` within a folder, `**` across folders. It matches what lies below a match, too.
struct DockerPattern {
  private let itself: Glob
  private let below: Glob

  init?(_ parts: [String]) {
    // Braces mean nothing to Docker.
    let path = "/" + parts.joined(separator: "/").replacing("{", with: "\\{").replacing("}", with: "\\}")
    guard let itself = try? Glob(path), let below = try? Glob(path + "/**") else { return nil }
    self.itself = itself
    self.below = below
  }

  func matches(_ path: String) -> Bool { itself.matches(path) || below.matches(path) }
}
