package import ProvisoCore

/// A path relative to the scan root, with the parts detectors ask for taken once.
package struct FilePath: Sendable, Hashable {
  package let string: String
  /// The last component.
  package let name: String
  /// ``name`` in ASCII lower case.
  package let lowercasedName: String
  /// What follows the last full stop of ``lowercasedName``, empty if there is none; of a template (`a.yaml.j2`) what stands
  /// before that.
  package let fileExtension: String
  /// The part of the repository the file belongs to, by the names of its folders and by its own.
  package let scope: Scope

  package init(_ string: String) {
    self.string = string
    let utf8 = string.utf8
    let nameStart = utf8.lastIndex(of: UInt8(ascii: "/")).map(utf8.index(after:)) ?? utf8.startIndex
    name = String(string[nameStart...])
    lowercasedName = ASCII.lowercased(name)
    if let dot = lowercasedName.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let last = lowercasedName[lowercasedName.utf8.index(after: dot)...]
      // `deployment.yaml.j2` is YAML with holes in it.
      if Self.templates.contains(last), let before = lowercasedName[..<dot].utf8.lastIndex(of: UInt8(ascii: ".")),
        before != lowercasedName.startIndex
      {
        fileExtension = String(lowercasedName[lowercasedName.utf8.index(after: before)..<dot])
      } else {
        fileExtension = String(last)
      }
    } else {
      fileExtension = ""
    }
    scope = PathScope.of(string.utf8.span, name: name.utf8.span, fileExtension: fileExtension)
  }

  /// Endings of templates, which stand behind the ending of what comes out.
  private static let templates: Set<Substring> = [
    "default", "dist", "erb", "example", "gotmpl", "in", "j2", "jinja", "jinja2", "mustache", "orig", "sample",
    "template",
    "tftpl", "tmpl", "tpl",
  ]

  /// The directory, `.` for the root.
  package var directory: String {
    guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return String(string[..<slash])
  }

  /// Whether it is what a policy is called. Other tools may call their settings so, too: see ``PolicyFile``.
  var isCalledPolicy: Bool { Self.policies.contains(lowercasedName) }

  private static let policies = WordTable("proviso.yaml .proviso.yaml")

  /// Whether one of the folders is a word of `table`.
  func hasFolder(in table: WordTable) -> Bool {
    Self.anyFolder(of: string.utf8.span) { bytes, folder, _ in table.contains(bytes, folder) }
  }

  /// Whether `body` is true of a folder, given its bytes in the path and its place among the folders.
  static func anyFolder(
    of path: Span<UInt8>, _ body: (_ path: Span<UInt8>, _ folder: Range<Int>, _ place: Int) -> Bool
  ) -> Bool {
    var (start, place) = (0, 0)
    for offset in path.indices where path[offset] == UInt8(ascii: "/") {
      if offset > start {
        if body(path, start..<offset, place) { return true }
        place += 1
      }
      start = offset + 1
    }
    return false
  }
}

/// What a name ends in, without the name being taken apart.
enum FileEnding {
  /// Whether what follows the last full stop of the last component of `text` is a word of `table`.
  static func isOne(of table: WordTable, _ text: String) -> Bool {
    isOne(of: table, text.utf8.span, 0..<text.utf8.count)
  }

  static func isOne(of table: WordTable, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound {
      let byte = text[start - 1]
      if byte == UInt8(ascii: ".") { return table.contains(text, start..<range.upperBound) }
      if byte == UInt8(ascii: "/") { return false }
      start -= 1
    }
    return false
  }
}
