package import ProvisoCore
package import ProvisoText

/// Reads a license record (`Licenses/<id>.yaml`): exactly the keys of ``License``, every one present, null where the text
/// of the license does not say.
package struct LicenseRecordReader {
  private let source: SourceText

  /// - Throws: ``DocumentError`` for YAML that cannot be read, a key that is missing, unknown or written twice, and a
  ///   value of the wrong kind, each with its line and column and what was expected.
  package static func read(_ source: SourceText) throws(DocumentError) -> License {
    let document = try YAMLReader.read(source)
    if let twice = document.duplicateKeys.first {
      throw DocumentError(position: source.position(at: twice.again.lowerBound), message: "The key is written twice.")
    }
    guard let root = document.root else {
      throw DocumentError(position: TextPosition(line: 1, column: 1), message: "The record is empty.")
    }
    return try Self(source: source).license(root)
  }

  private func license(_ node: DataNode) throws(DocumentError) -> License {
    let keys = try keyed(
      node,
      [
        "id", "name", "family", "edition", "publisher", "released", "spdx", "aliases", "url", "category", "osiApproved",
        "openness", "terms", "sources",
      ])
    return License(
      id: try required(keys.string("id"), "id", node),
      name: try required(keys.string("name"), "name", node),
      family: try keys.string("family"),
      edition: try keys.string("edition"),
      publisher: try keys.string("publisher"),
      released: try keys.string("released"),
      spdx: try required(keys.string("spdx"), "spdx", node),
      aliases: try strings(keys["aliases"]),
      url: try keys.string("url"),
      category: try required(keys.word("category", LicenseCategory.self), "category", node),
      osiApproved: try keys.boolean("osiApproved"),
      openness: try openness(keys["openness"]),
      terms: try terms(keys["terms"]),
      sources: try sources(keys["sources"]))
  }

  private func openness(_ node: DataNode) throws(DocumentError) -> License.Openness {
    let keys = try keyed(node, ["osd", "osaidLicenseGate"])
    let osd = try keyed(keys["osd"], ["verdict", "criteria"])
    var criteria: [License.Criterion] = []
    for item in keys["osd"]["criteria"]?.items ?? [] {
      let fields = try keyed(item, ["criterion", "clause", "because"])
      criteria.append(
        License.Criterion(
          criterion: try required(fields.integer("criterion"), "criterion", item),
          clause: try fields.string("clause"), because: try required(fields.string("because"), "because", item)))
    }
    return License.Openness(
      osd: try required(osd.word("verdict", License.Verdict.self), "verdict", keys["osd"]), failedCriteria: criteria,
      osaidLicenseGate: try keys.word("osaidLicenseGate", License.Verdict.self))
  }

  private func terms(_ node: DataNode) throws(DocumentError) -> Terms {
    let keys = try keyed(
      node,
      [
        "commercialUse", "commercialOutputs", "thresholds", "outputTraining", "outputsMakeDerivatives", "derivatives",
        "derivativeLicense", "redistribution", "hosting", "namePrefix", "display", "noticeText", "licenseCopy",
        "changeNotice", "acceptableUse", "restrictionsFlowDown", "excludedRegions", "publisherMayChange", "termination",
        "patentRetaliation", "governingLaw",
      ], optional: ["registration", "competitorLicense"])
    var terms = Terms()
    terms.commercialUse = try word(keys["commercialUse"])
    terms.commercialOutputs = try word(keys["commercialOutputs"])
    for item in keys["thresholds"].items { terms.thresholds.append(try threshold(item)) }
    let training = try keyed(keys["outputTraining"], ["value", "clause"], optional: ["scope"])
    terms.outputTraining = try term(
      try training.word("value", Terms.OutputTraining.self), training, keys["outputTraining"])
    terms.outputTrainingScope = try training.word("scope", Terms.TrainingScope.self)
    terms.outputsMakeDerivatives = try flag(keys["outputsMakeDerivatives"])
    terms.derivatives = try flag(keys["derivatives"])
    terms.derivativeLicense = try word(keys["derivativeLicense"])
    terms.redistribution = try flag(keys["redistribution"])
    let hosting = try keyed(keys["hosting"], ["value", "clause"], optional: ["except"])
    terms.hosting = try term(try hosting.word("value", Terms.Hosting.self), hosting, keys["hosting"])
    terms.hostingException = try hosting.string("except")
    terms.namePrefix = try text(keys["namePrefix"])
    let display = try keyed(keys["display"], ["value", "clause"], optional: ["alternatives", "appliesTo"])
    terms.display = try term(try display.string("value"), display, keys["display"])
    if display.has("alternatives") { terms.displayAlternatives = try strings(display["alternatives"]) }
    terms.displayAppliesTo = try display.word("appliesTo", Terms.Applicability.self)
    let notice = try keyed(keys["noticeText"], ["value", "clause"], optional: ["appliesTo"])
    terms.noticeText = try term(try notice.string("value"), notice, keys["noticeText"])
    terms.noticeAppliesTo = try notice.word("appliesTo", Terms.Applicability.self)
    terms.licenseCopy = try flag(keys["licenseCopy"])
    terms.changeNotice = try flag(keys["changeNotice"])
    terms.acceptableUse = try acceptableUse(keys["acceptableUse"])
    terms.restrictionsFlowDown = try flag(keys["restrictionsFlowDown"])
    terms.excludedRegions = try excludedRegions(keys["excludedRegions"])
    if keys.has("registration") {
      let registration = try keyed(keys["registration"], ["value", "clause"], optional: ["appliesTo"])
      terms.registration = try term(try registration.boolean("value"), registration, keys["registration"])
      terms.registrationAppliesTo = try registration.word("appliesTo", Terms.Applicability.self)
    }
    if keys.has("competitorLicense") { terms.competitorLicense = try flag(keys["competitorLicense"]) }
    terms.publisherMayChange = try flag(keys["publisherMayChange"])
    terms.termination = try text(keys["termination"])
    terms.patentRetaliation = try flag(keys["patentRetaliation"])
    terms.governingLaw = try text(keys["governingLaw"])
    return terms
  }

  private func threshold(_ node: DataNode) throws(DocumentError) -> Terms.Threshold {
    let keys = try keyed(
      node,
      [
        "metric", "amount", "currency", "period", "comparison", "scope", "measured", "date", "use", "effect", "clause",
      ])
    return Terms.Threshold(
      metric: try required(keys.word("metric", Terms.Threshold.Metric.self), "metric", node),
      amount: try required(keys.integer("amount"), "amount", node),
      currency: try keys.string("currency"),
      period: try keys.string("period"),
      comparison: try required(keys.word("comparison", Terms.Threshold.Comparison.self), "comparison", node),
      scope: try required(keys.word("scope", Terms.Threshold.Scope.self), "scope", node),
      measured: try required(keys.word("measured", Terms.Threshold.Measured.self), "measured", node),
      date: try keys.string("date"),
      effect: try required(keys.word("effect", Terms.Threshold.Effect.self), "effect", node),
      clause: try keys.string("clause"),
      use: try keys.word("use", Terms.Threshold.Use.self))
  }

  private func acceptableUse(_ node: DataNode) throws(DocumentError) -> Terms.AcceptableUse {
    let keys = try keyed(node, ["value", "clause", "restrictions"])
    let restrictions = try strings(keys["restrictions"])
    if let stranger = restrictions.first(where: { !Restriction.all.contains($0) }) {
      throw error(keys["restrictions"], "\"\(stranger)\" is not a word of the restriction vocabulary.")
    }
    return Terms.AcceptableUse(
      value: try keys.string("value"), clause: try keys.string("clause"), restrictions: restrictions)
  }

  private func excludedRegions(_ node: DataNode) throws(DocumentError) -> Terms.ExcludedRegions {
    let keys = try keyed(node, ["value", "appliesTo", "clause"])
    let value = keys["value"].isNull ? nil : try strings(keys["value"])
    return Terms.ExcludedRegions(
      value: value, appliesTo: try keys.string("appliesTo"), clause: try keys.string("clause"))
  }

  private func sources(_ node: DataNode) throws(DocumentError) -> [License.Source] {
    var sources: [License.Source] = []
    for item in node.items {
      let keys = try keyed(item, ["url", "sha256", "read"])
      sources.append(
        License.Source(
          url: try keys.string("url"), sha256: try keys.string("sha256"),
          read: try required(keys.string("read"), "read", item)))
    }
    return sources
  }
}

// MARK: - Terms

extension LicenseRecordReader {
  private func text(_ node: DataNode) throws(DocumentError) -> Term<String> {
    let keys = try keyed(node, ["value", "clause"])
    return try term(try keys.string("value"), keys, node)
  }

  private func flag(_ node: DataNode) throws(DocumentError) -> Term<Bool> {
    let keys = try keyed(node, ["value", "clause"])
    return try term(try keys.boolean("value"), keys, node)
  }

  private func word<Value: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    _ node: DataNode
  ) throws(DocumentError) -> Term<Value> {
    let keys = try keyed(node, ["value", "clause"])
    return try term(try keys.word("value", Value.self), keys, node)
  }

  /// A value without its clause is not a statement that anybody could check.
  private func term<Value>(_ value: Value?, _ keys: Keys, _ node: DataNode) throws(DocumentError) -> Term<Value> {
    let clause = try keys.string("clause")
    if value != nil, clause == nil { throw error(node, "The value has no clause: say where the text says so.") }
    return Term(value, clause: clause)
  }
}

// MARK: - Keys

extension LicenseRecordReader {
  /// A mapping whose keys have been checked.
  private struct Keys {
    let reader: LicenseRecordReader
    let values: [String: DataNode]

    subscript(_ key: String) -> DataNode {
      values[key] ?? DataNode(content: .scalar(.init(text: "", form: .null)), range: 0..<0)
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    func string(_ key: String) throws(DocumentError) -> String? {
      guard !self[key].isNull else { return nil }
      guard let string = self[key].string else {
        throw reader.error(self[key], "\(key) is no string: put it in quotes.")
      }
      return string
    }

    func boolean(_ key: String) throws(DocumentError) -> Bool? {
      guard !self[key].isNull else { return nil }
      guard let boolean = self[key].boolean else {
        throw reader.error(self[key], "\(key) is neither true, false nor null.")
      }
      return boolean
    }

    func integer(_ key: String) throws(DocumentError) -> Int? {
      guard !self[key].isNull else { return nil }
      guard let integer = self[key].integer else { throw reader.error(self[key], "\(key) is no whole number.") }
      return integer
    }

    func word<Value: RawRepresentable<String> & CaseIterable>(
      _ key: String, _: Value.Type
    ) throws(DocumentError) -> Value? {
      guard let string = try string(key) else { return nil }
      guard let value = Value(rawValue: string) else {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw reader.error(self[key], "\"\(string)\" is none of: \(words).")
      }
      return value
    }
  }

  private func keyed(
    _ node: DataNode, _ expected: [String], optional: [String] = []
  ) throws(DocumentError) -> Keys {
    guard node.isMapping else {
      throw error(node, "Expected a mapping with the keys \(expected.joined(separator: ", ")).")
    }
    var values: [String: DataNode] = [:]
    for entry in node.entries {
      guard expected.contains(entry.key) || optional.contains(entry.key) else {
        throw DocumentError(
          position: source.position(at: entry.keyRange.lowerBound),
          message: "\"\(entry.key)\" is not a key of a record.")
      }
      values[entry.key] = entry.value
    }
    if let missing = expected.first(where: { values[$0] == nil }) { throw error(node, "\(missing) is missing.") }
    return Keys(reader: self, values: values)
  }

  private func strings(_ node: DataNode) throws(DocumentError) -> [String] {
    guard node.isSequence else { throw error(node, "Expected a list of strings.") }
    var strings: [String] = []
    for item in node.items {
      guard let string = item.string else { throw error(item, "The item is no string: put it in quotes.") }
      strings.append(string)
    }
    return strings
  }

  private func required<Value>(_ value: Value?, _ key: String, _ node: DataNode) throws(DocumentError) -> Value {
    guard let value else { throw error(node, "\(key) has no value.") }
    return value
  }

  private func error(_ node: DataNode, _ message: String) -> DocumentError {
    DocumentError(position: source.position(at: node.range.lowerBound), message: message)
  }
}
