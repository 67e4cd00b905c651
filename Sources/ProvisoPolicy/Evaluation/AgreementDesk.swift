internal import ProvisoCore

/// Takes away the terms that the organization has bought itself out of, before anything is evaluated.
struct AgreementDesk {
  private let agreements: [Agreement]
  private let today: CalendarDate
  /// The agreements in force that covered something.
  private(set) var used: Set<PolicyOrigin> = []
  /// The agreements whose licensor is none that the terms they lift belong to, with the license and its publisher.
  private var strangers: [PolicyOrigin: (license: String, publisher: String)] = [:]
  private var confirmed: Set<PolicyOrigin> = []
  /// The agreements that name a license which many put on their models, with the license, and a model of somebody else's.
  private var unnamed: [PolicyOrigin: (license: String, model: ModelName)] = [:]
  /// The line of the first agreement in force that covers a model.
  private(set) var covering: [ModelName: PolicyOrigin] = [:]

  /// What the tree writes for models, where that is not their id: a publisher that was renamed goes by either name.
  private var written: [ModelName: Set<String>] = [:]

  init(_ agreements: [Agreement], today: CalendarDate) {
    self.agreements = agreements.filter { $0.isInForce(on: today) }
    self.today = today
  }

  mutating func apply(to models: [ResolvedModel]) -> [ResolvedModel] {
    guard !agreements.isEmpty else { return models }
    for model in models {
      let names = Set(model.references.map(\.asWritten)).subtracting([model.name.id])
      if !names.isEmpty { written[model.name] = names }
    }
    return models.map { apply(to: $0) }
  }

  /// What has become of each agreement.
  func entries(of all: [Agreement]) -> [PolicyUse.Entry] {
    all.map { agreement in
      let state: PolicyUse.State =
        if used.contains(agreement.origin) {
          .used
        } else if agreement.until < today {
          .expired(isNeeded: true)
        } else if let day = agreement.from, today < day {
          .early(day, isNeeded: true)
        } else if let other = unnamed[agreement.origin] {
          .void(
            "\(other.license) is a license that many put on models of theirs, and that \(other.model.id) is \(agreement.licensor)'s, nothing says: name the models, too (`covers: {license: …, model: \"owner/*\"}`)"
          )
        } else {
          .unused
        }
      return PolicyUse.Entry(
        kind: .agreement, name: agreement.id, origin: agreement.origin, expires: agreement.until, state: state)
    }
  }

  private mutating func apply(to model: ResolvedModel) -> ResolvedModel {
    var model = model
    for agreement in agreements {
      if covers(agreement, model) {
        covering[model.name] = covering[model.name] ?? agreement.origin
        if model.gate != nil { used.insert(agreement.origin) }
      }
      lift(agreement, model.name, &model.license)
      if agreement.lifts.contains(.commercial) { buyData(agreement, &model) }
      // What is made from a model that the agreement names is made under it.
      for index in model.lineage.indices { lift(agreement, model.lineage[index].base, &model.lineage[index].license) }
      // So is a model that the agreement names, with whoever holds the rights in what it was made from.
      guard agreement.models != nil, speaks(agreement, of: model.name) else { continue }
      for index in model.lineage.indices where !speaks(agreement, of: model.lineage[index].base) {
        liftHeld(agreement, model.lineage[index].base, &model.lineage[index].license)
      }
    }
    return model
  }

  /// A data set that may be used commercially after all.
  private mutating func buyData(_ agreement: Agreement, _ model: inout ResolvedModel) {
    guard speaks(agreement, of: model.name) else { return }
    for index in model.data.indices
    where agreement.licenses.isEmpty || agreement.licenses.contains(model.data[index].license) {
      guard
        agreement.models != nil || !Licensor.isAnybodys(model.data[index].license)
          || Licensor.owns(agreement.licensor, model.name)
      else { continue }
      model.data[index].use = .any
      used.insert(agreement.origin)
    }
  }

  private func covers(_ agreement: Agreement, _ model: ResolvedModel) -> Bool {
    guard speaks(agreement, of: model.name) else { return false }
    return agreement.licenses.isEmpty || model.license.candidates.contains { Self.is($0, agreement.licenses) }
  }

  /// An agreement that names a license alone is about the licensor's models. Of a license that one publisher gives, they are all
  /// that have it; of one that many give, those that are known to be the licensor's.
  private func isMeant(_ agreement: Agreement, _ license: License, _ name: ModelName) -> Bool {
    agreement.models != nil || !Licensor.isAnybodys(license)
      || Licensor.holds(agreement.licensor, rightsIn: name, under: license)
  }

  /// Whether the agreement's models have this one among them, under its id or a name that the tree uses.
  private func speaks(_ agreement: Agreement, of name: ModelName) -> Bool {
    guard let models = agreement.models else { return true }
    return models.matches(model: name.id) || written[name, default: []].contains { models.matches(model: $0) }
  }

  private static func `is`(_ license: License, _ ids: [String]) -> Bool {
    !Set([license.id, license.spdx] + license.aliases).isDisjoint(with: ids)
  }

  private mutating func lift(_ agreement: Agreement, _ name: ModelName, _ conclusion: inout LicenseConclusion) {
    guard speaks(agreement, of: name) else { return }
    for index in conclusion.candidates.indices {
      let license = conclusion.candidates[index]
      guard agreement.licenses.isEmpty || Self.is(license, agreement.licenses) else { continue }
      guard isMeant(agreement, license, name) else {
        unnamed[agreement.origin] = unnamed[agreement.origin] ?? (license.id, name)
        continue
      }
      used.insert(agreement.origin)
      note(agreement, license, name)
      conclusion.candidates[index].terms = Self.lifted(license, agreement.lifts)
      conclusion.candidates[index].isLifted = true
    }
  }

  /// Lifts terms of a base that the agreement does not name, as far as they are its licensor's.
  private mutating func liftHeld(_ agreement: Agreement, _ base: ModelName, _ conclusion: inout LicenseConclusion) {
    for index in conclusion.candidates.indices {
      let license = conclusion.candidates[index]
      guard agreement.licenses.isEmpty || Self.is(license, agreement.licenses),
        Licensor.holds(agreement.licensor, rightsIn: base, under: license)
      else { continue }
      conclusion.candidates[index].terms = Self.lifted(license, agreement.lifts)
      conclusion.candidates[index].isLifted = true
    }
  }

  private mutating func note(_ agreement: Agreement, _ license: License, _ name: ModelName) {
    switch Licensor.isOther(agreement.licensor, than: license, of: name) {
    case .some(let publisher): strangers[agreement.origin] = strangers[agreement.origin] ?? (license.id, publisher)
    case nil: confirmed.insert(agreement.origin)
    }
  }

  /// Agreements with somebody who is not known to hold the rights that they are about.
  func notifications(_ path: String?) -> [Notification] {
    agreements.compactMap { agreement in
      guard !confirmed.contains(agreement.origin), let stranger = strangers[agreement.origin] else { return nil }
      return Notification(
        level: .warning,
        message:
          "Agreement \(agreement.id) (\(agreement.origin)) is with \(agreement.licensor), and the license \(stranger.license) that it lifts terms of is \(stranger.publisher)'s. Whether \(agreement.licensor) may grant that, somebody has to read.",
        path: path)
    }
  }

  private static func lifted(_ license: License, _ lifts: Set<LiftedTerm>) -> Terms {
    var terms = license.terms
    let hadLines = !terms.thresholds.isEmpty
    // Whoever has an agreement with the publisher is known to them, and where that was all that commerce hung on, it is open.
    if terms.registrationOpens == .commercialUse, terms.commercialUse.value == .conditional, !hadLines {
      terms.commercialUse.value = .yes
    }
    terms.registration = Term()
    for term in lifts {
      switch term {
      case .commercial:
        terms.commercialUse.value = .yes
        terms.commercialOutputs.value = .yes
        terms.thresholds.removeAll { $0.effect == .nonCommercialOnly }
      case .monthlyActiveUsers: terms.thresholds.removeAll { $0.metric == .monthlyActiveUsers }
      case .annualRevenue: terms.thresholds.removeAll { $0.metric == .annualRevenue }
      case .monthlyRevenue: terms.thresholds.removeAll { $0.metric == .monthlyRevenue }
      case .totalFunding: terms.thresholds.removeAll { $0.metric == .totalFunding }
      case .outputTraining:
        // The clause that bars improving other models is all that such a license has against competing ones (``CompetitorClause``).
        if terms.outputTraining.value == .ownFamilyOnly, terms.outputTrainingScope == nil, !license.barsCreating {
          terms.acceptableUse.restrictions.removeAll { $0 == "competing-models" }
        }
        terms.outputTraining.value = .unrestricted
        terms.outputTrainingScope = nil
      case .hosting: terms.hosting.value = .free
      case .excludedRegions: terms.excludedRegions = Terms.ExcludedRegions()
      case .restrictions:
        terms.acceptableUse.restrictions = []
        terms.competitorLicense = Term()
      case .derivativeLicense:
        terms.derivativeLicense.value = .any
        if terms.derivatives.value == false { terms.derivatives.value = true }
      case .redistribution: terms.redistribution.value = true
      case .display: terms.display = Term()
      case .notice: terms.noticeText = Term()
      case .namePrefix: terms.namePrefix = Term()
      case .access: continue
      }
    }
    // Where all that commerce hung on were numbers, and those are bought, nothing is left for AIL301.
    if terms.commercialUse.value == .conditional, hadLines, terms.thresholds.isEmpty {
      terms.commercialUse.value = .yes
    }
    return terms
  }
}
