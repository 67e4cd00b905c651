package import ProvisoCore

/// License records for people: what you may do, what you must do, what you must not, when it ends, each with its clause.
package enum LicenseText {
  /// One line a license: id, category, name.
  package static func table(_ licenses: [License]) -> String {
    let rows = [("ID", "CATEGORY", "NAME")] + licenses.map { ($0.id, $0.category.rawValue, $0.name) }
    let ids = rows.map(\.0.count).max() ?? 0
    let categories = rows.map(\.1.count).max() ?? 0
    return rows.map { row in
      padded(row.0, ids) + "  " + padded(row.1, categories) + "  " + Sanitizer.visible(row.2) + "\n"
    }.joined()
  }

  package static func render(_ license: License) -> String {
    var lines = ["\(license.name)", header(license)]
    for (title, items) in sections(license) where !items.isEmpty {
      lines += ["", "\(title):"] + items.map { "  - \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the license says in plain words, each item with its clause; a section can be empty.
  static func sections(_ license: License) -> [(title: String, items: [String])] {
    [
      ("You may", allowed(license.terms)), ("You must", required(license.terms)),
      ("You must not", barred(license.terms)), ("Limits", limits(license.terms)),
      ("Released as", license.releases.map { "\($0.model) on \($0.date)" }), ("When it ends", ends(license.terms)),
      ("Openness", openness(license)), ("Read in", license.sources.map(source)),
    ]
  }

  private static func header(_ license: License) -> String {
    let facts = [
      license.id, license.spdx, license.category.rawValue, license.publisher, license.released.map { "released \($0)" },
    ]
    return facts.compactMap { $0 }.joined(separator: " · ")
  }

  private static func allowed(_ terms: Terms) -> [String] {
    var items: [String] = []
    switch terms.commercialUse.value {
    case .yes: items.append(item("use it commercially", terms.commercialUse.clause))
    case .conditional: items.append(item("use it commercially, under conditions", terms.commercialUse.clause))
    case .no, nil: break
    }
    switch terms.commercialOutputs.value {
    case .yes: items.append(item("use its outputs commercially", terms.commercialOutputs.clause))
    case .conditional:
      items.append(item("use its outputs commercially, under conditions", terms.commercialOutputs.clause))
    case .no, nil: break
    }
    if terms.derivatives.value == true { items.append(item("change it and build on it", terms.derivatives.clause)) }
    if terms.redistribution.value == true { items.append(item("pass it on", terms.redistribution.clause)) }
    if terms.outputTraining.value == .unrestricted {
      items.append(item("train other models on its outputs", terms.outputTraining.clause))
    }
    if terms.hosting.value == .free { items.append(item("serve it over a network", terms.hosting.clause)) }
    return items
  }

  private static func required(_ terms: Terms) -> [String] {
    var items: [String] = []
    func add(_ text: String?, _ clause: String?) {
      if let text { items.append(item(text, clause)) }
    }
    add(terms.licenseCopy.value == true ? "pass on a copy of the license" : nil, terms.licenseCopy.clause)
    add(terms.noticeText.value.map { "put in a notice file: \($0)" }, terms.noticeText.clause)
    add(terms.display.value.map { "display: \($0)" }, terms.display.clause)
    add(terms.namePrefix.value.map { "begin the name of a derivative with: \($0)" }, terms.namePrefix.clause)
    add(terms.changeNotice.value == true ? "say what was changed" : nil, terms.changeNotice.clause)
    add(
      terms.restrictionsFlowDown.value == true ? "pass on the use restrictions" : nil, terms.restrictionsFlowDown.clause
    )
    switch terms.derivativeLicense.value {
    case .flowDown: add("keep these terms on derivatives, beside your own", terms.derivativeLicense.clause)
    case .same: add("put derivatives under the same license", terms.derivativeLicense.clause)
    case .sameOrCompatible:
      add("put derivatives under the same or a compatible license", terms.derivativeLicense.clause)
    case .any, Terms.DerivativeLicense.none?, nil: break
    }
    if terms.outputTraining.value == .allowedWithNaming {
      add("name models trained on its outputs as asked", terms.outputTraining.clause)
    }
    if terms.hosting.value == .countsAsDistribution {
      add("treat serving it over a network as passing it on", terms.hosting.clause)
    }
    return items
  }

  private static func barred(_ terms: Terms) -> [String] {
    var items: [String] = []
    if terms.commercialUse.value == .no {
      let besides =
        switch terms.alsoBars {
        case .endUsers: ", or so that it reaches end users, paid or not"
        case .production: ", or in production, paid or not"
        case nil: ""
        }
      items.append(item("use it commercially\(besides)", terms.commercialUse.clause))
    }
    if terms.commercialOutputs.value == .no {
      items.append(item("use its outputs commercially", terms.commercialOutputs.clause))
    }
    if terms.derivatives.value == false { items.append(item("make derivatives", terms.derivatives.clause)) }
    if terms.derivativeLicense.value == Terms.DerivativeLicense.none {
      items.append(item("share derivatives", terms.derivativeLicense.clause))
    }
    if terms.redistribution.value == false { items.append(item("pass it on", terms.redistribution.clause)) }
    switch terms.outputTraining.value {
    case .forbidden: items.append(item("train other models on its outputs", terms.outputTraining.clause))
    case .ownFamilyOnly:
      items.append(item("train models outside its own family on its outputs", terms.outputTraining.clause))
    case .unrestricted, .allowedWithNaming, nil: break
    }
    switch terms.hosting.value {
    case .forbidden: items.append(item("serve it over a network", terms.hosting.clause))
    case .separateLicense: items.append(item("serve it over a network without a further license", terms.hosting.clause))
    case .free, .countsAsDistribution, nil: break
    }
    if !terms.acceptableUse.restrictions.isEmpty {
      items.append(
        item("use it for: \(terms.acceptableUse.restrictions.joined(separator: ", "))", terms.acceptableUse.clause))
    }
    return items
  }

  private static func limits(_ terms: Terms) -> [String] {
    var items = terms.thresholds.map { threshold in
      let comparison = threshold.comparison == .greaterThan ? "more than" : "at least"
      let unit = [String(threshold.amount), threshold.currency, threshold.metric.rawValue].compactMap { $0 }
      let date =
        switch threshold.measured {
        case .releaseDate: ", tested at \(threshold.date ?? "the release of the model")"
        case .continuous: ", tested continuously"
        }
      return item(
        "at \(comparison) \(unit.joined(separator: " ")) (\(threshold.scope.rawValue)\(date)): \(threshold.effect.rawValue)",
        threshold.clause)
    }
    if let regions = terms.excludedRegions.value, !regions.isEmpty {
      let scope = terms.excludedRegions.appliesTo.map { " (\($0))" } ?? ""
      items.append(item("no rights in \(regions.joined(separator: ", "))\(scope)", terms.excludedRegions.clause))
    }
    return items
  }

  private static func ends(_ terms: Terms) -> [String] {
    var items = terms.termination.value.map { [item($0, terms.termination.clause)] } ?? []
    if terms.patentRetaliation.value == true {
      items.append(item("suing over patents ends rights", terms.patentRetaliation.clause))
    }
    if terms.publisherMayChange.value == true {
      items.append(item("the publisher may change or end it without a breach", terms.publisherMayChange.clause))
    }
    if let law = terms.governingLaw.value {
      items.append(item("governed by the law of \(law)", terms.governingLaw.clause))
    }
    return items
  }

  private static func openness(_ license: License) -> [String] {
    let osi = license.osiApproved.map { $0 ? "approved by the OSI" : "not approved by the OSI" }
    let criteria = license.openness.failedCriteria.map { criterion in
      item(
        "fails criterion \(criterion.criterion) of the Open Source Definition: \(criterion.because)", criterion.clause)
    }
    return [osi].compactMap { $0 } + criteria
  }

  private static func source(_ source: License.Source) -> String {
    "\(source.url ?? "a text without address"), read \(source.read)"
  }

  private static func item(_ text: String, _ clause: String?) -> String {
    clause.map { "\(text) [\($0)]" } ?? text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }
}
