internal import ProvisoCore
internal import ProvisoText

/// Names in lists of settings by the company they keep, as ``ListedNames`` has it for code: of
/// `[{"id": "Qwen/Qwen3-8B"}, {"id": "acme/nano"}, …]` all are models.
enum ListedSettings {
  /// The values in the items that stand where two others or more are models, and of which nothing is known by themselves.
  ///
  /// - Parameter isOpen: Whether nothing is said of what a value under the key is.
  static func unknown(among items: [DataNode], isOpen: (String) -> Bool) -> [(node: DataNode, verdict: NameVerdict)] {
    guard items.count > 2 else { return [] }
    var known: [String: Int] = [:]
    var unknown: [String: [(node: DataNode, verdict: NameVerdict)]] = [:]
    func take(_ node: DataNode, under key: String) {
      guard let text = node.string, text.utf8.count <= 200, HubName.isID(text) else { return }
      if NameJudge.judge(text, in: .bare)?.model.registry == .huggingface {
        known[key, default: 0] += 1
      } else if let verdict = ListedNames.verdict(text) {
        unknown[key, default: []].append((node, verdict))
      }
    }
    for (index, item) in items.enumerated() {
      // A list of other things.
      if index == 64, known.isEmpty { return [] }
      if item.isMapping {
        for entry in item.entries.prefix(maximumEntries) where entry.value.scalar != nil {
          if entry.value.string?.utf8.contains(UInt8(ascii: "/")) == true { take(entry.value, under: entry.key) }
        }
      } else {
        take(item, under: "")
      }
    }
    let listed = unknown.filter { key, values in
      ListedNames.suffices(known: known[key] ?? 0, unknown: values.count) && (key.isEmpty || isOpen(key))
    }
    return listed.values.joined().sorted { $0.node.range.lowerBound < $1.node.range.lowerBound }
  }

  private static let maximumEntries = 64
}
