internal import ProvisoCore
import ProvisoText

extension DataNode {
  /// The value in the words of a message.
  var asFound: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.form {
      case .null: "nothing"
      case .boolean: "the boolean \(Quoted.text(scalar.text))"
      case .integer, .decimal: "the number \(Quoted.text(scalar.text))"
      case .string: scalar.text.isEmpty ? "an empty text" : "the text \(Quoted.text(scalar.text))"
      }
    }
  }
}

extension PolicyReading {
  /// Reports that the value of `key` is of the wrong type.
  func mismatch(_ key: String, _ node: DataNode, expected: String, hint: String? = nil) {
    error("`\(key)`: expected \(expected), found \(node.asFound)", at: node.range, hint: hint)
  }

  /// Reports what is wrong with the value of `key`.
  func problem(_ key: String, _ node: DataNode, _ problem: ValueProblem) {
    error("`\(key)`: \(problem.message)", at: node.range, hint: problem.hint)
  }

  /// A text that is not empty.
  func text(_ key: String, _ node: DataNode?) -> String? {
    guard let node else { return nil }
    // A name made of blanks names nobody.
    if let text = node.string, !text.allSatisfy(\.isWhitespace) { return text }
    let isQuotable = node.scalar.map { $0.form != .null && $0.form != .string } ?? false
    mismatch(key, node, expected: "a text", hint: isQuotable ? "put it in quotes" : nil)
    return nil
  }

  /// The name of one model. Who accepts or corrects something has looked at a model, and not at all whose names fit a pattern.
  func model(_ key: String, _ node: DataNode?) -> String? {
    guard let node, let name = text(key, node) else { return nil }
    if isAddress(key, name, node) { return nil }
    guard name.utf8.contains(UInt8(ascii: "*")) else { return name }
    error(
      "`\(key)`: expected the name of one model, found the pattern \(Quoted.text(name))", at: node.range,
      hint: "name each model; `verdicts` and `agreements` take patterns")
    return nil
  }

  /// One text, or a list of them that is not empty.
  func texts(_ key: String, _ node: DataNode?) -> [(text: String, node: DataNode)] {
    guard let node else { return [] }
    guard node.isSequence else { return text(key, node).map { [($0, node)] } ?? [] }
    if node.items.isEmpty { error("`\(key)`: expected at least one text, found an empty list", at: node.range) }
    return node.items.compactMap { item in text(key, item).map { ($0, item) } }
  }

  /// One word of several, or a list of them that is not empty.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ node: DataNode?, as type: Choice.Type
  ) -> [Choice] {
    guard let node, node.isSequence else { return choice(key, node, as: type).map { [$0] } ?? [] }
    if node.items.isEmpty { error("`\(key)`: expected at least one text, found an empty list", at: node.range) }
    return node.items.compactMap { choice(key, $0, as: type) }
  }

  /// Words that `check` knows.
  func words(
    _ key: String, _ node: DataNode?, _ check: (String) throws(ValueProblem) -> String
  ) -> [String] {
    texts(key, node).compactMap { text, node in
      do throws(ValueProblem) {
        return try check(text)
      } catch {
        problem(key, node, error)
        return nil
      }
    }
  }

  /// Countries, `EU` and `EEA`.
  func regions(_ key: String, _ node: DataNode?) -> [String] {
    if let node { tellNorway(key, node) }
    return words(key, node, FactText.region)
  }

  /// Says how a bare `NO` was read: it is a word to YAML 1.2 and `false` to YAML 1.1, by which other tools go.
  func tellNorway(_ key: String, _ node: DataNode) {
    for item in node.isSequence ? node.items : [node] where item.string == "NO" && !isQuoted(item) {
      warning(
        "`\(key)`: `NO` without quotes is read as Norway here, and as `false` by tools that read YAML 1.1",
        at: item.range,
        hint: "write \"NO\"")
    }
  }

  func isQuoted(_ node: DataNode) -> Bool {
    guard node.range.lowerBound < source.bytes.count else { return false }
    return [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(source.bytes[node.range.lowerBound])
  }

  func boolean(_ key: String, _ node: DataNode?) -> Bool? {
    guard let node else { return nil }
    if let value = node.boolean { return value }
    mismatch(key, node, expected: "`true` or `false`")
    return nil
  }

  func fact(_ key: String, _ node: DataNode?) -> FactName? {
    guard let node, let name = text(key, node) else { return nil }
    if let fact = FactName(rawValue: name) { return fact }
    error(
      "`\(key)`: there is no fact \(Quoted.text(name))", at: node.range,
      hint: Suggestion.hint(for: name, among: FactName.allCases.map(\.rawValue)))
    return nil
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ node: DataNode?, as type: Choice.Type
  ) -> Choice? {
    guard let node else { return nil }
    if let choice = node.string.flatMap(Choice.init(rawValue:)) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    mismatch(
      key, node, expected: Quoted.choice(names), hint: node.text.flatMap { Suggestion.hint(for: $0, among: names) })
    return nil
  }

  /// The items of a list.
  func list(_ key: String, _ node: DataNode?) -> [DataNode] {
    guard let node else { return [] }
    if !node.isSequence { mismatch(key, node, expected: "a list") }
    return node.items
  }

  /// A date; without a day only where `allowsMonth` says so.
  func date(_ key: String, _ node: DataNode?, allowsMonth: Bool = false) -> CalendarDate? {
    guard let node else { return nil }
    guard let text = node.string else {
      mismatch(key, node, expected: "a date such as 2026-12-31")
      return nil
    }
    do {
      let date = try CalendarDate(parsing: text)
      if date.day != nil || allowsMonth { return date }
      mismatch(key, node, expected: "a date with its day, such as \(date)-01")
    } catch {
      problem(key, node, error)
    }
    return nil
  }

  /// The globs of a `paths` key; nil where one of them is wrong.
  func patterns(_ key: String, _ node: DataNode?) -> PathPatterns? {
    let written = texts(key, node)
    var globs: [Glob] = []
    for (text, node) in written {
      do {
        globs.append(try Glob(text))
      } catch {
        self.error("`\(key)`: \(Quoted.text(text)) is not a glob: \(Quoted.clause(error.message))", at: node.range)
      }
    }
    guard !written.isEmpty, globs.count == written.count else { return nil }
    return PathPatterns(patterns: written.map(\.text), globs: globs)
  }

  /// A path that stays below where it counts from.
  func relativePath(_ key: String, _ node: DataNode?) -> String? {
    guard let node, let path = text(key, node) else { return nil }
    let normal = PolicyReference.normalized(path)
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), normal != "..", !normal.hasPrefix("../") else {
      error("`\(key)`: expected a path below the scan root, found \(Quoted.text(path))", at: node.range)
      return nil
    }
    return normal
  }

  /// A SHA-256 hash in 64 hexadecimal digits.
  func hash(_ key: String, _ node: DataNode?) -> String? {
    guard let node, let text = text(key, node) else { return nil }
    let digits = text.lowercased()
    if digits.utf8.count == 64, digits.utf8.allSatisfy(\.isHexadecimalDigit) { return digits }
    error(
      "`\(key)`: expected 64 hexadecimal digits, found \(Quoted.text(text))", at: node.range,
      hint: "`sha256sum` prints them")
    return nil
  }

  /// The id of a rule that exists.
  func rule(_ key: String, _ node: DataNode?) -> String? {
    guard let node, let id = text(key, node) else { return nil }
    return isRule(id, at: node.range) ? id : nil
  }

  /// True for the id of a rule; any other is reported.
  func isRule(_ id: String, at range: Range<Int>) -> Bool {
    if knowledge.hasRule(id) { return true }
    let named = RuleList.descriptions.first { $0.name == id }
    error(
      "there is no rule \(Quoted.text(id))", at: range,
      hint: named.map { "\(id) is the name of \($0.id)" } ?? Suggestion.hint(for: id, among: knowledge.ruleIDs))
    return false
  }

  /// Ids of licenses that are known, one or a list.
  func licenses(_ key: String, _ node: DataNode?) -> [String] {
    guard let node, node.isSequence else { return license(key, node).map { [$0] } ?? [] }
    if node.items.isEmpty { error("`\(key)`: expected at least one text, found an empty list", at: node.range) }
    return node.items.compactMap { license(key, $0) }
  }

  /// Families that a license on file has.
  func families(_ key: String, _ node: DataNode?) -> [String] {
    texts(key, node).compactMap { name, node in
      if knowledge.families.isEmpty || knowledge.families.contains(name) { return name }
      error(
        "`\(key)`: \(Quoted.text(name)) is not the family of a known license", at: node.range,
        hint: Suggestion.hint(for: name, among: knowledge.families)
          ?? "`proviso license show` says which family a license is of")
      return nil
    }
  }

  /// The id of a license that is known.
  func license(_ key: String, _ node: DataNode?) -> String? {
    guard let node, let id = text(key, node) else { return nil }
    let isKnown = knowledge.hasLicense(id)
    // `UNLICENSED` is how npm says that nobody has a license; the Unlicense gives every right away. Never guess there.
    if id.lowercased() == "unlicensed" {
      let hint = "`\(id)` says that no license is given; the license of unlicense.org is `Unlicense`"
      if isKnown {
        warning("`\(key)`: `\(id)` is not the Unlicense", at: node.range, hint: hint)
      } else {
        error("`\(key)`: `\(id)` is not the id of a known license", at: node.range, hint: hint)
      }
    } else if !isKnown, id.hasPrefix(OwnLicensesSection.prefix) {
      mention(license: id, key: key, at: node.range)
      return id
    } else if !isKnown {
      error(
        "`\(key)`: \(Quoted.text(id)) is not the id of a known license", at: node.range,
        hint: Suggestion.hint(for: id, among: knowledge.licenseIDs))
    }
    return isKnown ? id : nil
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
