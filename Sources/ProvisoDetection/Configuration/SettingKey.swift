/// A key above a value, with what it says looked up once.
struct SettingKey: Sendable {
  let text: String
  /// Lower case, without all that is no letter or digit.
  let folded: String
  let meaning: SettingKeys.Meaning

  init(_ text: String) {
    self.text = text
    folded = SettingKeys.fold(text)
    meaning = SettingKeys.meaning(of: text, folded)
  }

  /// Stands among the keys where a mapping is an item of a list.
  static let item = SettingKey(item: "[]")

  private init(item: String) {
    text = item
    folded = item
    meaning = .general
  }

  /// No key is folded to it.
  var isItem: Bool { folded == Self.item.folded }
}

/// The keys above a value, the innermost last. What a key says is looked up when a value under it is judged, which few are.
struct SettingPath {
  /// The name is nil where a mapping is an item of a list.
  private var names: [(name: String?, asks: Bool)] = []
  /// The keys of the first of `names`, as far as they have been asked for.
  private var resolved: [SettingKey] = []
  /// How many of `names` ask for what is no name by itself.
  private var asking = 0
  /// The keys of the file so far: they occur again and again.
  private var table: [String: SettingKey] = [:]

  mutating func push(_ name: String) {
    let asks = SettingKeys.mayAsk(name)
    names.append((name, asks))
    if asks { asking += 1 }
  }

  mutating func pushItem() { names.append((nil, false)) }

  mutating func pop() {
    if names.popLast()?.asks == true { asking -= 1 }
    if resolved.count > names.count { resolved.removeLast() }
  }

  /// The innermost key that says something: `models` of `models: {default: …}`.
  var innermost: String? {
    mutating get { keys.last { !$0.isItem && $0.meaning != .general }?.text }
  }

  /// Whether what stands under the innermost key is what a container is started with.
  var isCommandLine: Bool {
    mutating get { keys.last.map { $0.folded == "command" || $0.folded == "args" } == true }
  }

  /// Whether a key may give a meaning to what is no name by itself: a command, a library's short name.
  var asks: Bool { asking > 0 }

  /// Whether what is under the innermost key is under `models` before it.
  var parentIsModels: Bool {
    guard names.count >= 2, let parent = names[names.count - 2].name, (6...8).contains(parent.utf8.count) else {
      return false
    }
    return SettingKeys.fold(parent) == "models"
  }

  var keys: [SettingKey] {
    mutating get {
      while resolved.count < names.count { resolved.append(names[resolved.count].name.map { key($0) } ?? .item) }
      return resolved
    }
  }

  mutating func key(_ name: String) -> SettingKey {
    if let key = table[name] { return key }
    let key = SettingKey(name)
    table[name] = key
    return key
  }
}
