import ProvisoText

/// Reads the facts of a mapping, one fact a key.
struct FactsReader {
  let reading: PolicyReading

  func facts(of mapping: MappingReader) -> Facts {
    var facts = Facts()
    for name in FactName.allCases {
      guard let node = mapping[name.rawValue] else { continue }
      switch value(name.rawValue, node, name.kind) {
      case .stated(let value): facts.state(name, value, origin: mapping.origin(of: name.rawValue, in: reading))
      case .wrong: break
      }
    }
    if let other = facts.contradictsNobodyServed, let node = mapping[FactName.regionsServed.rawValue] {
      reading.error(
        "`\(FactName.regionsServed.rawValue)`: an empty list says that nobody is served anywhere, and `\(other.rawValue): true` that somebody is",
        at: node.range, hint: "list where users are, or write `unknown`")
    }
    return facts
  }

  /// One value as a policy writes it, given without a policy.
  static func value(_ text: String, of kind: FactName.Kind) throws(ValueProblem) -> FactValue? {
    let source = SourceText(path: "", bytes: Array(text.utf8))
    let root: DataNode?
    do {
      root = try YAMLReader.read(source).root
    } catch {
      throw ValueProblem("\(Quoted.text(text)) is no YAML", hint: error.message)
    }
    let reading = PolicyReading(source, path: "", knowledge: PolicyKnowledge(ruleIDs: [], licenseIDs: []))
    guard let root, case .stated(let value) = Self(reading: reading).value("value", root, kind) else {
      let problem = reading.diagnostics.first
      throw ValueProblem(problem?.message ?? "expected a value, found \(Quoted.text(text))", hint: problem?.hint)
    }
    return value
  }

  /// A boolean beside the facts of the table; nil where it is not stated.
  func boolean(_ key: String, of mapping: MappingReader) -> Fact<Bool>? {
    guard let node = mapping[key], case .stated(let value) = value(key, node, .boolean) else { return nil }
    guard case .boolean(let boolean)? = value else { return .unknown }
    return .known(boolean, mapping.origin(of: key, in: reading))
  }

  private enum Outcome {
    /// nil for `unknown`.
    case stated(FactValue?)
    /// Reported.
    case wrong

    init(_ value: FactValue?) { self = value.map { .stated($0) } ?? .wrong }
  }

  private func value(_ key: String, _ node: DataNode, _ kind: FactName.Kind) -> Outcome {
    if node.string == FactText.unknown { return .stated(nil) }
    switch kind {
    case .boolean: return Outcome(boolean(key, node).map { .boolean($0) })
    case .count: return Outcome(count(key, node).map { .count($0) })
    case .money: return Outcome(money(key, node).map { .money($0) })
    case .country:
      reading.tellNorway(key, node)
      return Outcome(word(key, node, expected: "a country code", FactText.country).map { .country($0) })
    case .regions:
      reading.tellNorway(key, node)
      return Outcome(words(key, node, expected: "a list of region codes", FactText.region).map { .regions($0) })
    case .words:
      return Outcome(words(key, node, expected: "a list of words", FactText.activity).map { .words($0) })
    }
  }

  private func boolean(_ key: String, _ node: DataNode) -> Bool? {
    if let value = node.boolean { return value }
    var hint: String? = node.isNull ? "write `unknown` for what is not known" : nil
    if let text = node.text {
      do {
        let value = try FactText.boolean(text)
        hint = "write `\(value)` without quotes"
      } catch {
        hint = error.hint
      }
    }
    reading.mismatch(key, node, expected: "`true`, `false` or `unknown`", hint: hint)
    return nil
  }

  private func count(_ key: String, _ node: DataNode) -> CountHistory? {
    guard node.isSequence else {
      return number(key, node, expected: "a number, or a list of {as_of, value}").map { CountHistory($0) }
    }
    if node.items.isEmpty {
      reading.error("`\(key)`: expected at least one {as_of, value}, found an empty list", at: node.range)
    }
    var entries: [CountHistory.Entry] = []
    var dates: Set<CalendarDate> = []
    for item in node.items {
      guard let mapping = MappingReader(item, as: PolicySchema.history, "an entry of `\(key)`", in: reading) else {
        continue
      }
      let date = reading.date("as_of", mapping["as_of"], allowsMonth: true)
      let value = mapping["value"].flatMap { number("value", $0, expected: "a number") }
      guard let date, let value else { continue }
      if !dates.insert(date).inserted {
        reading.error("`\(key)` has two values for \(date)", at: item.range)
      }
      entries.append(CountHistory.Entry(asOf: date, value: value))
    }
    return node.items.count == entries.count && !entries.isEmpty ? CountHistory(entries) : nil
  }

  private func money(_ key: String, _ node: DataNode) -> Money? {
    guard node.isMapping else {
      return number(key, node, expected: "a number of US dollars, or {amount, currency, as_of}").map {
        Money(amount: $0)
      }
    }
    guard let mapping = MappingReader(node, as: PolicySchema.money, "the money of `\(key)`", in: reading) else {
      return nil
    }
    let amount = mapping["amount"].flatMap { number("amount", $0, expected: "a number") }
    let currency = mapping["currency"].map { word("currency", $0, expected: "a currency code", FactText.currency) }
    let date = mapping["as_of"].map { reading.date("as_of", $0, allowsMonth: true) }
    guard let amount, let currency = currency ?? Currency.assumed else { return nil }
    return Money(amount: amount, currency: currency, asOf: date ?? nil)
  }

  /// A number of the YAML core schema, or digits with `_` that are not in quotes.
  func number(_ key: String, _ node: DataNode, expected: String) -> Int? {
    let isQuoted = reading.isQuoted(node)
    guard let scalar = node.scalar, scalar.form != .null,
      scalar.form == .integer || scalar.form == .decimal || FactText.looksLikeNumber(scalar.text), !isQuoted
    else {
      let hint: String? =
        if isQuoted, let text = node.text, FactText.looksLikeNumber(text) {
          "write it without quotes"
        } else if let scalar = node.scalar {
          scalar.form == .null ? "write `unknown` for what is not known" : FactText.digitsHint
        } else {
          nil
        }
      reading.mismatch(key, node, expected: expected, hint: hint)
      return nil
    }
    do {
      return try FactText.number(scalar.text)
    } catch {
      reading.problem(key, node, error)
      return nil
    }
  }

  private func word(
    _ key: String, _ node: DataNode, expected: String, _ check: (String) throws(ValueProblem) -> String
  ) -> String? {
    guard let text = node.string, !text.isEmpty else {
      reading.mismatch(key, node, expected: expected)
      return nil
    }
    do {
      return try check(text)
    } catch {
      reading.problem(key, node, error)
      return nil
    }
  }

  /// One word, or a list that may be empty: an empty list says that there are none.
  private func words(
    _ key: String, _ node: DataNode, expected: String, _ check: (String) throws(ValueProblem) -> String
  ) -> [String]? {
    guard node.isSequence else { return word(key, node, expected: expected, check).map { [$0] } }
    let words = node.items.compactMap { word(key, $0, expected: "a word", check) }
    return words.count == node.items.count ? words : nil
  }
}
