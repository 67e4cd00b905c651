internal import ProvisoCore
internal import ProvisoText

/// Files inside values: `serving.properties: |` of a ConfigMap, whose key says what they are, `config: |`, whose first lines do,
/// and JSON in a block or a variable, `MODELS: '[{"id": "owner/name"}]'`.
///
/// Three levels deep (``DetectionInput/mayNest``), and each text is a part of the one around it, so that all of them together
/// are no more than three times the file.
enum EmbeddedSetting {
  /// Whether a value begins like JSON with something in it.
  static func mayHold(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    return text.utf8.count > shortest && TextLanguage.isJSON(Array(text.utf8.prefix(64))[...])
  }

  /// What the block of YAML under the key names; nil where it is no file.
  static func references(under entry: DataNode.Entry, in input: DetectionInput) -> [ModelReference]? {
    let bytes = input.source.bytes
    let range = entry.value.range.clamped(to: 0..<bytes.count)
    guard input.mayNest, range.count > shortest, let mark = bytes[range].first,
      mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">"),
      // The first line says how the text is folded.
      let start = bytes[range].firstIndex(of: 0x0A)
    else { return nil }
    let text = start..<range.upperBound
    if let dot = entry.key.utf8.lastIndex(of: UInt8(ascii: ".")) {
      let ending = String(entry.key[dot...].dropFirst())
      let language = TextLanguage.ofFile(endingIn: ending) ?? (TextLanguage.isJSON(bytes[text]) ? "json" : nil)
      return language.map { EmbeddedBlock.references(of: input.part(text), language: $0) }
    }
    switch SettingKeys.meaning(of: entry.key) {
    case .barred, .command, .skipped: return nil
    case _ where isProse(entry.key): return nil
    default: return references(ofText: text, in: input, label: entry.key)
    }
  }

  /// What the JSON of `range` names; nil where it is none.
  static func references(in range: Range<Int>, of input: DetectionInput, label: String?) -> [ModelReference]? {
    guard input.mayNest, range.count > shortest, TextLanguage.isJSON(input.source.bytes[range]) else { return nil }
    return EmbeddedBlock.references(of: input.part(range, label: label), language: "json")
  }

  /// What a text names whose first lines say what it is written in; nil where they do not, and where it names nothing.
  static func references(
    ofText range: Range<Int>, in input: DetectionInput, label: String?
  ) -> [ModelReference]? {
    guard input.mayNest, range.count > shortest,
      label.map({ SettingKeys.meaning(of: $0) == .model }) == true
        || SettingNeedles.stand(in: input.source.bytes.span.extracting(range))
    else { return nil }
    guard let language = TextLanguage.of(input.source.bytes[range]) else {
      return shown(in: range, input, label)
    }
    let part = input.part(range, label: label)
    var references = EmbeddedBlock.references(of: part, language: language)
    if references.isEmpty, language == "toml" { references = EmbeddedBlock.references(of: part, language: "ini") }
    return references.isEmpty ? nil : references
  }

  /// Blocks of code in prose, as notes of a release have them.
  private static func shown(in range: Range<Int>, _ input: DetectionInput, _ label: String?) -> [ModelReference]? {
    guard blocks.containsAny(in: input.source.bytes.span.extracting(range)) else { return nil }
    let references = DocumentText.references(of: input.part(range, label: label))
    return references.isEmpty ? nil : references
  }

  /// Whether people read what stands under the key, or a model is told it.
  static func isProse(_ key: String) -> Bool { prose.contains(SettingKeys.fold(key)) }

  private static let blocks = NeedleSet(["```", "code-block::", "~~~"])
  /// What people read, or a model is told.
  private static let prose = WordTable(
    "about body comment description help message note notes question summary systemmessage text title")
  private static let shortest = 12
}
