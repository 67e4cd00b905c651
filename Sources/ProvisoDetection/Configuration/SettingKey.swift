/// A key above a value, with what it says looked up once.
struct SettingKey: Sendable {
  let text: String
  /// Lower case, without all that is no letter or digit.
  let folded: String
  let meaning: SettingKeys.Meaning

  init(_ text: String) {
    self.text = text
    folded = SettingKeys.fold(text)
    meaning = SettingKeys.meaning(of: text)
  }

  /// Stands among the keys where a mapping is an item of a list.
  static let item = SettingKey(item: "[]")

  private init(item: String) {
    text = item
    folded = item
    meaning = .general
  }

  var isItem: Bool { folded == Self.item.folded }
}

/// The keys of one file: they occur again and again.
struct SettingKeyTable {
  private var keys: [String: SettingKey] = [:]

  subscript(_ text: String) -> SettingKey {
    mutating get {
      if let key = keys[text] { return key }
      let key = SettingKey(text)
      keys[text] = key
      return key
    }
  }
}
