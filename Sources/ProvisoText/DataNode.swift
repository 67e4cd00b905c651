/// A value of a YAML or JSON document that knows where it stands.
///
/// Both readers produce it, so whoever reads a manifest need not know which of the two it was written in.
package struct DataNode: Sendable {
  package indirect enum Content: Sendable {
    case scalar(Scalar)
    case sequence([DataNode])
    /// In document order. Duplicate keys are all kept: ``DataNode/subscript(_:)`` takes the last, as model loaders do.
    case mapping([Entry])
  }

  package struct Scalar: Sendable {
    /// The scalar as a string, escapes resolved.
    package var text: String
    package var form: Form

    package init(text: String, form: Form) {
      self.text = text
      self.form = form
    }
  }

  /// What a scalar is by the YAML 1.2 core schema: `NO`, `yes` and `1_000` are strings, as is anything quoted.
  package enum Form: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer
    /// Also `.nan`, `NaN`, `Infinity`.
    case decimal
    case string
  }

  package struct Entry: Sendable {
    package var key: String
    /// The byte range of the key, quotes included.
    package var keyRange: Range<Int>
    package var value: DataNode

    package init(key: String, keyRange: Range<Int>, value: DataNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package var content: Content
  /// The bytes of the value in its ``SourceText``, quotes included.
  package var range: Range<Int>

  package init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }
}

extension DataNode {
  /// The last value under `key` of a mapping, else nil.
  package subscript(_ key: String) -> DataNode? {
    entries.last { $0.key == key }?.value
  }

  /// `base_model` for `Base-Model`.
  package static func folded(_ key: String) -> String {
    let bytes = key.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "-"): UInt8(ascii: "_")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  package var items: [DataNode] {
    if case .sequence(let items) = content { items } else { [] }
  }

  package var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  package var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  package var isNull: Bool { scalar?.form == .null }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text of a scalar that is a string; nil for numbers, booleans, null and collections.
  package var string: String? {
    guard let scalar, scalar.form == .string else { return nil }
    return scalar.text
  }

  /// The text of any scalar but null: `3.1` written without quotes is still somebody's name for an edition.
  package var text: String? {
    guard let scalar, scalar.form != .null else { return nil }
    return scalar.text
  }

  package var boolean: Bool? {
    if case .boolean(let value)? = scalar?.form { value } else { nil }
  }

  package var integer: Int? {
    guard scalar?.form == .integer, let text = scalar?.text else { return nil }
    return Int(text.hasPrefix("+") ? String(text.dropFirst()) : text)
  }

  /// One string, or the strings of a sequence of them, each with its node.
  package var stringsWithNodes: [(string: String, node: DataNode)] {
    if let string { return [(string, self)] }
    return items.compactMap { item in item.string.map { ($0, item) } }
  }
}
