import ProvisoText

extension DataNode {
  /// The tree on one line: strings quoted, other scalars with the first letter of their form.
  var outline: String {
    switch content {
    case .scalar(let scalar):
      switch scalar.form {
      case .null: "null"
      case .boolean(let value): "\(value)"
      case .integer: "i:\(scalar.text)"
      case .decimal: "d:\(scalar.text)"
      case .string: "'\(scalar.text)'"
      }
    case .sequence(let items): "[" + items.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }

  /// The text of every scalar and key, as it stands in the source.
  func leaves(in source: SourceText) -> [String] {
    switch content {
    case .scalar: [source.string(in: range)]
    case .sequence(let items): items.flatMap { $0.leaves(in: source) }
    case .mapping(let entries):
      entries.flatMap { [source.string(in: $0.keyRange)] + $0.value.leaves(in: source) }
    }
  }
}

/// The error that reading `text` ends with, `line:column message`, or the outline of what was read.
func outcome(_ text: String, _ read: (SourceText) throws(DocumentError) -> DataNode?) -> String {
  outcome(Array(text.utf8), read)
}

func outcome(_ bytes: [UInt8], _ read: (SourceText) throws(DocumentError) -> DataNode?) -> String {
  do throws(DocumentError) {
    return try read(SourceText(path: "test", bytes: bytes))?.outline ?? "nothing"
  } catch {
    return "\(error.position.line):\(error.position.column) \(error.message)"
  }
}
