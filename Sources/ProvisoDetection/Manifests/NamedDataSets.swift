internal import ProvisoCore
internal import ProvisoText

/// The data sets that a card's `datasets:` names. They are names of the hub's other half: `tatsu-lab/alpaca` there is no model
/// of that name.
struct NamedDataSets {
  let input: DetectionInput

  /// What `datasets` of `root` names, and what `source_datasets` says that a data set was made of, for the local model `derivative`.
  func references(in root: DataNode, derivative: String) -> [ModelReference] {
    let sources = (root["source_datasets"]?.stringsWithNodes ?? []).filter { $0.0.contains("/") }
    return ((root["datasets"]?.stringsWithNodes ?? []) + sources).compactMap { text, node in
      let id = HubAddress.dataSet(of: text) ?? text.split(separator: "|").last.map(String.init) ?? text
      let isPath = BasePaths.isPath(id)
      guard isPath || Self.isName(id), !HubName.isPlaceholder(id) else { return nil }
      return input.reference(
        isPath ? .local(id) : .huggingFace(id), at: input.location(of: node), as: text, kind: .modelCard,
        role: .dataset, derivative: derivative)
    }
  }

  /// `owner/name`, or a name alone; no path and no file.
  private static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 200 else { return false }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.first != "."
        && part.utf8.allSatisfy { byte in
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || [0x2D, 0x2E, 0x5F].contains(byte)
        }
    }
    let endings = [".json", ".jsonl", ".csv", ".parquet", ".txt", ".arrow"]
    return isPlain && !endings.contains { text.hasSuffix($0) }
  }
}
