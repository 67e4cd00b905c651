/// The policies that ship inside the binary (`Policies/<name>.yaml`).
package enum PolicyPacks {
  /// The text of the pack `name` (without `proviso:`), nil where there is none.
  package static func bytes(of name: String) -> [UInt8]? {
    guard let fields = EmbeddedText.packNames.fields(ofKey: name), fields.count == 3,
      let offset = Int(fields[1]), let count = Int(fields[2])
    else { return nil }
    return EmbeddedText.packs.copy(offset..<(offset + count))
  }

  package static var names: [String] {
    EmbeddedText.packNames.allFields().compactMap(\.first).filter { !$0.isEmpty }
  }
}
