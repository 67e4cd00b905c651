/// What the hub is asked about: a model, in the state of a revision or as it is now.
package struct HubQuestion: Hashable, Comparable, Sendable {
  package let id: String
  /// A commit, branch or tag; nil for the model as it is now.
  package let revision: String?

  private static let longestPart = 96
  private static let longestRevision = 200

  /// - Returns: nil for what the hub cannot have: an id is one or two parts of letters, digits, `-`, `_` and `.`.
  package init?(id: String, revision: String? = nil) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Self.isPart) else { return nil }
    if let revision {
      guard !revision.isEmpty, revision.utf8.count <= Self.longestRevision, revision != ".", revision != "..",
        revision.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
      else { return nil }
    }
    self.id = id
    self.revision = revision
  }

  private static func isPart(_ part: Substring) -> Bool {
    (1...longestPart).contains(part.utf8.count) && part.utf8.allSatisfy(isPlain)
      && part.utf8.contains { $0 != UInt8(ascii: ".") }
  }

  static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.id, one.revision ?? "") < (other.id, other.revision ?? "")
  }

  /// As messages name it.
  package var words: String { revision.map { "\(id) at \($0)" } ?? id }
}
