internal import ProvisoCore

/// What a license asks of whoever passes a model on, and whether it is due where a subject is met.
struct Duty {
  let subject: Subject
  let applicable: ApplicableLicense

  enum Standing {
    /// The clause tells why, as the start of a sentence without its capital; a possible duty hangs on nothing the policy states.
    case due(because: String, isCertain: Bool)
    case notDue
    case unknown([FactName])
  }

  /// Says of the subject that it goes out, where its card does and no fact.
  static let publishedByCard = "its model card publishes it"

  private var license: License { applicable.license }
  private var facts: Facts { subject.facts }

  /// Due with copies of the weights, alone or in a product.
  func withCopies(_ part: Terms.Applicability? = nil) -> Standing {
    // AIL208 speaks of copies that may not go out at all.
    license.terms.redistribution.value == false ? .notDue : standing(part, isServiceEnough: false)
  }

  /// The text of the license: due with copies, and with a service where the clause names it.
  var withText: Standing {
    let part = license.terms.licenseCopyAppliesTo
    return license.terms.licenseCopyAlsoWith == .services ? standing(part, isServiceEnough: true) : withCopies(part)
  }

  /// The notice: due with copies, and with a service where the clause names it.
  var withNotice: Standing {
    let part = license.terms.noticeAppliesTo
    return license.terms.noticeAlsoWith == .services ? standing(part, isServiceEnough: true) : withCopies(part)
  }

  /// Due with copies, and with a service where the license treats one alike.
  func withCopiesOrService(_ part: Terms.Applicability? = nil) -> Standing {
    standing(part, isServiceEnough: license.terms.hosting.value == .countsAsDistribution)
  }

  /// Where the words of a license have to be shown: the clause on the display may name services by itself.
  var withWhatShows: Standing { standing(license.terms.displayAppliesTo, isServiceEnough: isServiceShown) }

  /// Whether a service is enough for the words to be due.
  var isServiceShown: Bool {
    license.terms.hosting.value == .countsAsDistribution || license.terms.displayAlsoWith == .services
  }

  private func standing(_ part: Terms.Applicability?, isServiceEnough: Bool) -> Standing {
    switch concerns(part) {
    case .false: return .notDue
    case .unknown: return subject.isShipped ? .unknown([.commercial]) : .notDue
    case .true: break
    }
    guard subject.isShipped else { return .notDue }
    if let because = because(isServiceEnough) { return .due(because: because, isCertain: true) }
    if subject.isDistributed == .true {
      // Whoever puts a free license on a model of their own need not fulfill it themselves.
      let isOwn = applicable.edge == nil && !license.category.isRestricted
      return .due(because: Self.publishedByCard, isCertain: !isOwn)
    }
    var open: [FactName] = []
    if facts.distributesWeights.tristate == .unknown { open.append(.distributesWeights) }
    if facts.distributesProduct.tristate == .unknown { open.append(.distributesProduct) }
    if isServiceEnough, facts.servesOverNetwork.tristate == .unknown { open.append(.servesOverNetwork) }
    guard !open.isEmpty else { return .notDue }
    if subject.mode == .check { return .due(because: "it is passed on", isCertain: false) }
    if let weights = subject.weightsInTree {
      return .due(because: "its weights lie in the repository (\(weights.path))", isCertain: false)
    }
    // Until copies go out a free license asks for nothing, and of most models nobody ever passes one on.
    return license.category.isRestricted ? .unknown(open) : .notDue
  }

  /// What says for certain that the model reaches others.
  private func because(_ isServiceEnough: Bool) -> String? {
    let statements: [(Fact<Bool>, String)] =
      [
        (facts.distributesWeights, "the policy says that weights are handed out"),
        (facts.distributesProduct, "the policy says that products with weights are shipped"),
      ] + (isServiceEnough ? [(facts.servesOverNetwork, "the policy says that it is served over the network")] : [])
    for (fact, words) in statements where fact.tristate == .true { return words + Wording.origin(fact.origin) }
    return nil
  }

  /// Whether the subject belongs to the part of the license's users that a duty is for.
  private func concerns(_ part: Terms.Applicability?) -> Tristate {
    switch part {
    case nil: return .true
    case .derivatives:
      let isDerivative = applicable.edge != nil || (subject.model.isLocal && !subject.model.lineage.isEmpty)
      // What is trained on outputs counts where the license asks that such models be named, too.
      let learns =
        license.terms.outputTraining.value == .allowedWithNaming && facts.trainsOtherModelsOnOutputs.tristate == .true
      return isDerivative || learns || facts.fineTunes.tristate == .true ? .true : .false
    case .commercialUse: return facts.commercial.tristate
    case .multimodalModels:
      let names = [subject.model.name] + subject.model.lineage.map(\.base)
      return names.contains { $0.id.lowercased().contains("cosmos") } ? .true : .false
    case .outputs: return .false
    case .unmodifiedCopies: return applicable.edge == nil ? .true : .false
    }
  }

  /// The question that is open, where nobody says whether what the license asks for is due.
  /// - Parameters:
  ///   - what: what the clause asks for.
  ///   - alsoServed: whether it asks the same of services.
  func undetermined(_ facts: [FactName], clause: String?, of what: String, alsoServed: Bool) -> Outcome {
    let service = alsoServed ? " or served" : ""
    return undetermined(facts, clause: clause, "asks for \(what) where the model is passed on\(service)")
  }

  /// - Parameter question: what the license says, after its name.
  func undetermined(_ facts: [FactName], clause: String?, _ question: String) -> Outcome {
    .undetermined(
      Undetermined(
        facts, license: license.id, clause: clause,
        question: "\(Wording.license(applicable, clause: clause)) \(question)",
        isDuty: true))
  }
}

extension Subject {
  /// The licenses whose duties count: of sources that disagree, the strictest one's, those of each that restricts and of a text that
  /// lies beside the weights. Of a freer label AIL101 has told.
  var dutyLicenses: [Duty] {
    let isDisputed = model.license.state == .conflict
    let strictest = model.license.candidates.first?.id
    let stray = model.strayEditions
    let texts = Set(model.licenseTexts.filter { $0.subject != .code }.compactMap { $0.recognition?.license })
    return applicableLicenses.filter { applicable in
      if applicable.edge == nil, stray.contains(applicable.license.id) { return false }
      return !isDisputed || applicable.edge != nil || applicable.license.id == strictest
        || applicable.license.category.isRestricted || texts.contains(applicable.license.id)
    }.map { Duty(subject: self, applicable: $0) }
  }

  /// What licenses of bases ask that bind no use, and so are not among ``applicableLicenses``: each once, by the nearest base under it.
  func dutiesOfBases(where isMeant: (License) -> Bool) -> [Duty] {
    var told = Set(applicableLicenses.map(\.license.id))
    return model.lineage.filter { !$0.isSettled }.flatMap { edge in
      edge.license.candidates.filter {
        isMeant($0) && $0.reaches(by: edge.relation) && told.insert($0.id).inserted
      }.map { Duty(subject: self, applicable: ApplicableLicense(license: $0, edge: edge)) }
    }
  }

  /// False where the model is met in tests, pipelines and documentation only: nothing of that is shipped.
  var isShipped: Bool {
    mode == .check || model.isLocal
      || references.contains { [.production, .example].contains($0.scope) && $0.role >= .used }
  }

  /// A weight file of the model in the tree.
  var weightsInTree: Location? {
    guard model.isLocal else { return nil }
    return references.first { $0.kind == .weights || $0.role == .published }?.location
  }
}
