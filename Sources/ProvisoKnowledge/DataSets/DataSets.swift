package import ProvisoCore

/// What the auditors of the Data Provenance Initiative (2024) found of the licenses of data sets on the hub, and of the
/// models whose outputs they are made of. One line each: `id<TAB>licenses<TAB>generators`, the lists separated by `;`, in the
/// byte order of the ids in lower case.
package enum DataSets {
  package struct Entry: Sendable, Hashable {
    /// In the hub's spelling.
    package var id: String
    /// In the auditors' words: ids and titles.
    package var licenses: [String]
    package var generators: [ModelName]
  }

  /// Who found it, and when.
  package static let source = "the Data Provenance Initiative, as of 2024"

  /// What is known of a data set by its id, or by the name alone that it had before the hub gave all data sets owners:
  /// `rajpurkar/squad_v2` is `squad_v2`, and `alpaca` the one that goes by that name.
  package static func entry(for id: String) -> Entry? {
    if let entry = listed(id) { return entry }
    guard let slash = id.firstIndex(of: "/") else {
      return owned[id.lowercased()].flatMap { $0.count == 1 ? listed($0[0]) : nil }
    }
    let name = id[id.index(after: slash)...]
    return name.contains("/") ? nil : listed(String(name))
  }

  /// The ids with an owner, by the name behind it in small letters.
  private static let owned: [String: [String]] = Dictionary(
    grouping: EmbeddedText.dataSets.allFields().compactMap(\.first).filter { $0.contains("/") }
  ) { id in
    id.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }

  private static func listed(_ id: String) -> Entry? {
    guard let fields = EmbeddedText.dataSets.fields(ofKey: id, ignoringCase: true), fields.count == 3 else {
      return nil
    }
    return Entry(
      id: fields[0], licenses: list(fields[1]),
      generators: list(fields[2]).compactMap { word in
        guard let colon = word.firstIndex(of: ":"), let registry = Registry(rawValue: String(word[..<colon])) else {
          return nil
        }
        return ModelName(registry: registry, id: String(word[word.index(after: colon)...]))
      })
  }

  private static func list(_ field: String) -> [String] { field.split(separator: ";").map(String.init) }

  /// The table from the auditors' own (`dataset_licenses.tsv`): one line for each data set of the hub, with the licenses of
  /// all its parts and the models that are known by name.
  package static func pack(_ audited: [UInt8]) -> [UInt8] {
    var rows = String(decoding: audited, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = rows.first, let address = head.firstIndex(of: "hf_url"),
      let licenses = head.firstIndex(of: "audited_licenses"), let models = head.firstIndex(of: "model_generated_by")
    else { return [] }
    rows.removeFirst()
    var entries: [[UInt8]: (id: String, licenses: Set<String>, models: Set<String>)] = [:]
    for row in rows where row.count == head.count {
      guard let id = id(in: row[address]) else { continue }
      let key = id.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      let found = words(row[licenses]).filter { !silent.contains($0) }
      entries[key, default: (id, [], [])].licenses.formUnion(found)
      entries[key, default: (id, [], [])].models.formUnion(words(row[models]).compactMap { generators[$0] })
    }
    let told = entries.filter { !$0.value.licenses.isEmpty || !$0.value.models.isEmpty }
    let lines = told.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { _, entry in
      "\(entry.id)\t\(entry.licenses.sorted().joined(separator: ";"))\t\(entry.models.sorted().joined(separator: ";"))\n"
    }
    return Array(lines.joined().utf8)
  }

  /// `owner/name`, or the name alone of a data set without an owner.
  private static func id(in address: String) -> String? {
    let prefix = "https://huggingface.co/datasets/"
    guard address.hasPrefix(prefix) else { return nil }
    let path = address.dropFirst(prefix.count).prefix { !"?#".contains($0) }.split(separator: "/").prefix(2)
    guard let first = path.first else { return nil }
    // `viewer` and `tree` are pages of a data set without an owner.
    let parts = path.count == 2 && ["viewer", "tree", "blob"].contains(String(path[1])) ? [first] : Array(path)
    return parts.joined(separator: "/")
  }

  private static func words(_ field: String) -> [String] {
    var result: [String] = []
    for part in field.split(separator: "|") {
      let trimmed = part.drop { $0 == " " }
      let end = trimmed.lastIndex { $0 != " " }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
      if end > trimmed.startIndex { result.append(String(trimmed[..<end])) }
    }
    return result
  }

  /// Words that name no license of the data: OpenAI's are the terms of a service, told by way of the model.
  private static let silent: Set<String> = ["Unspecified", "Custom", "Various", "OpenAI", "Anthropic", "No License"]

  /// The models of the auditors' list that are one model under one license, by their names there. Services have no weights.
  private static let generators: [String: String] = [
    "Llama-2-70b-chat-hf": "huggingface:meta-llama/Llama-2-70b-chat-hf",
    "LLama-2-7B-chat": "huggingface:meta-llama/Llama-2-7b-chat-hf",
    "Llama-3-70B-Instruct": "huggingface:meta-llama/Meta-Llama-3-70B-Instruct",
    "Mistral-7B-Instruct-v0.2": "huggingface:mistralai/Mistral-7B-Instruct-v0.2",
    "StarCoder": "huggingface:bigcode/starcoder",
    "OpenAI ChatGPT": "hosted:OpenAI ChatGPT",
    "OpenAI Codex": "hosted:OpenAI Codex",
    "OpenAI GPT-3": "hosted:OpenAI GPT-3",
    "OpenAI GPT-3.5-Turbo": "hosted:OpenAI GPT-3.5-Turbo",
    "OpenAI GPT-3.5-turbo": "hosted:OpenAI GPT-3.5-Turbo",
    "OpenAI GPT-3.5-turbo-instruct": "hosted:OpenAI GPT-3.5-Turbo-Instruct",
    "OpenAI GPT-4": "hosted:OpenAI GPT-4",
  ]
}
