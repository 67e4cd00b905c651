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

/// What a stranger, a broken disk or a wrong encoding makes of a text: cut at every byte, and every byte in turn replaced.
func spoiled(_ text: String) -> [[UInt8]] {
  let bytes = Array(text.utf8)
  let cut = bytes.indices.map { Array(bytes[..<$0]) }
  let replaced = bytes.indices.flatMap { offset in
    [0x00, 0x0A, 0x0D, 0x22, 0x24, 0x27, 0x28, 0x5C, 0x7B, 0x80, 0xF0, 0xFF].map { (byte: UInt8) in
      var copy = bytes
      copy[offset] = byte
      return copy
    }
  }
  return cut + replaced
}
