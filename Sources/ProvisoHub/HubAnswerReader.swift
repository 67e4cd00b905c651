internal import ProvisoCore
internal import ProvisoText

/// Reads what `GET /api/models/<id>` answers. Whatever matters and is not of the type that the hub gives it makes the whole
/// answer worthless: half an answer would say that no license is declared.
package struct HubAnswerReader {
  let question: HubQuestion
  /// A renamed model answers under another name than it was asked by.
  let wasRedirected: Bool

  package static let maximumBytes = 8 << 20
  private static let limits = TreeLimits(depth: 64, nodes: 500_000, bytes: maximumBytes)
  private static let longestWord = 512
  private static let longestLink = 2048
  private static let mostValues = 64

  struct Fault: Error {
    /// What follows "the answer".
    var words: String
  }

  func read(_ bytes: [UInt8]) throws(Fault) -> HubModel {
    let root: DataNode
    do {
      root = try JSONReader.read(SourceText(path: "answer", bytes: bytes), dialect: .strict, limits: Self.limits).root
    } catch {
      throw Fault(
        words: "is not JSON that can be read (line \(error.position.line)): \(Self.withoutStop(error.message))")
    }
    guard root.isMapping else { throw Fault(words: "is no JSON object") }
    let key = try value(root, "id") == nil ? "modelId" : "id"
    let id = try string(root, key, Self.longestWord)
    guard let id, HubQuestion(id: id) != nil else { throw Fault(words: "has no model's `id`") }
    guard wasRedirected || ASCII.lowercased(id) == ASCII.lowercased(question.id) else {
      throw Fault(words: "is about another model, \(id)")
    }
    let card = try value(root, "cardData")
    let tags = try strings(root, "tags", most: 10_000)
    guard card != nil || tags != nil else { throw Fault(words: "has neither `cardData` nor `tags`") }
    var model = HubModel(id: id)
    try readLicense(card, tags ?? [], &model)
    try readBases(card, tags ?? [], &model)
    model.gate = try gate(root)
    model.commit = try string(root, "sha", 64)
    guard model.commit.map(Self.isCommit) ?? true else { throw Fault(words: "has a `sha` that is no commit") }
    model.changed = try string(root, "lastModified", 64).map { String($0.prefix(10)) }
    guard model.changed.map(Self.isDay) ?? true else { throw Fault(words: "has a `lastModified` that is no date") }
    return model
  }

  private func readLicense(_ card: DataNode?, _ tags: [String], _ model: inout HubModel) throws(Fault) {
    if let card, !card.isMapping { throw Fault(words: "has a `cardData` that is no object") }
    if let card {
      model.licenses = try strings(card, "license") ?? []
      model.licenseName = try string(card, "license_name", Self.longestWord)
      model.licenseLink = try string(card, "license_link", Self.longestLink)
    }
    for license in tags.compactMap({ Self.rest(of: $0, after: "license:") }) {
      if !model.licenses.contains(where: { ASCII.lowercased($0) == ASCII.lowercased(license) }) {
        model.licenses.append(license)
      }
    }
    model.licenses.removeAll(where: \.isEmpty)
  }

  /// The card says what it was made from; the hub's tags say how, where the card does not.
  private func readBases(_ card: DataNode?, _ tags: [String], _ model: inout HubModel) throws(Fault) {
    let named = try card.map { card throws(Fault) in try strings(card, "base_model") ?? [] } ?? []
    let stated = try card.flatMap { card throws(Fault) in try string(card, "base_model_relation", Self.longestWord) }
    for text in named where !text.isEmpty {
      let id = Self.withoutAddress(text)
      guard HubQuestion(id: id) != nil, id.contains("/") || !id.contains(".") else {
        model.otherBases.append(text)
        continue
      }
      add(HubModel.Base(id: id, relation: stated.flatMap { Relation(rawValue: ASCII.lowercased($0)) }), to: &model)
    }
    for parts in tags.compactMap({ Self.rest(of: $0, after: "base_model:")?.split(separator: ":").map(String.init) }) {
      guard (1...2).contains(parts.count), let id = parts.last, HubQuestion(id: id) != nil else { continue }
      add(HubModel.Base(id: id, relation: parts.count == 2 ? Relation(rawValue: parts[0]) : nil), to: &model)
    }
  }

  private func add(_ base: HubModel.Base, to model: inout HubModel) {
    if let index = model.bases.firstIndex(where: { ASCII.lowercased($0.id) == ASCII.lowercased(base.id) }) {
      model.bases[index].relation = model.bases[index].relation ?? base.relation
    } else {
      model.bases.append(base)
    }
  }

  /// The words end in the middle of a sentence.
  private static func withoutStop(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  private static func withoutAddress(_ text: String) -> String {
    rest(of: text, after: "https://huggingface.co/") ?? text
  }

  /// By bytes: a mark at the head of the rest is no part of the prefix.
  private static func rest(of text: String, after prefix: String) -> String? {
    guard text.utf8.starts(with: prefix.utf8) else { return nil }
    return String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }

  /// `false`, or how access is granted.
  private func gate(_ root: DataNode) throws(Fault) -> String? {
    guard let node = try value(root, "gated") else { return nil }
    if let isGated = node.boolean { return isGated ? "true" : nil }
    return try string(root, "gated", Self.longestWord)
  }

  // MARK: - Values

  /// The value of a key that stands there once at most; nil where it is not there or null.
  private func value(_ node: DataNode, _ key: String) throws(Fault) -> DataNode? {
    let values = node.entries.filter { $0.key == key }
    guard values.count <= 1 else { throw Fault(words: "has `\(key)` \(values.count) times") }
    guard let value = values.first?.value, !value.isNull else { return nil }
    return value
  }

  private func string(_ node: DataNode, _ key: String, _ longest: Int) throws(Fault) -> String? {
    guard let value = try value(node, key) else { return nil }
    guard let text = value.string else { throw Fault(words: "has a `\(key)` that is no string") }
    return try checked(text, key, longest)
  }

  /// A string, or a list of strings; null in a list is nothing.
  private func strings(_ node: DataNode, _ key: String, most: Int = mostValues) throws(Fault) -> [String]? {
    guard let value = try value(node, key) else { return nil }
    if let text = value.string { return [try checked(text, key, Self.longestWord)] }
    guard value.isSequence else { throw Fault(words: "has a `\(key)` that is neither a string nor a list") }
    guard value.items.count <= most else { throw Fault(words: "has more than \(most) values under `\(key)`") }
    var all: [String] = []
    for item in value.items where !item.isNull {
      guard let text = item.string else { throw Fault(words: "has a value under `\(key)` that is no string") }
      all.append(try checked(text, key, Self.longestLink))
    }
    return all
  }

  private func checked(_ text: String, _ key: String, _ longest: Int) throws(Fault) -> String {
    guard text.utf8.count <= longest else { throw Fault(words: "has a `\(key)` of \(text.utf8.count) bytes") }
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw Fault(words: "has control characters in `\(key)`")
    }
    return text
  }

  static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40 && text.utf8.allSatisfy { ASCII.isHexadecimal($0) }
  }

  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.indices.allSatisfy { [4, 7].contains($0) ? bytes[$0] == UInt8(ascii: "-") : ASCII.isDigit(bytes[$0]) }
  }
}
