/// One thing that a license can say, by its key in a record and in a policy's own licenses.
package enum TermKey: String, Sendable, Hashable, CaseIterable {
  case commercialUse, commercialOutputs, thresholds, outputTraining, outputsMakeDerivatives, derivatives
  case derivativeLicense, redistribution, hosting, namePrefix, display, noticeText, licenseCopy, changeNotice
  case attribution, acceptableUse, restrictionsFlowDown, excludedRegions, registration, competitorLicense,
    publisherMayChange
  case termination, patentRetaliation, governingLaw

  /// What the key says beside a value and its clause.
  package var details: [TermDetail] {
    switch self {
    case .commercialUse: [.alsoBars]
    case .outputTraining: [.scope]
    case .hosting: [.except, .means]
    case .display: [.alternatives, .appliesTo, .alsoWith]
    case .namePrefix: [.appliesTo]
    case .licenseCopy: [.appliesTo, .alsoWith]
    case .noticeText: [.appliesTo, .alsoWith, .place]
    case .registration: [.appliesTo, .opens]
    case .excludedRegions: [.appliesTo]
    case .acceptableUse: [.restrictions]
    case .restrictionsFlowDown: [.by]
    default: []
    }
  }
}

/// What limits or explains the value of a ``TermKey``.
package enum TermDetail: String, Sendable, Hashable, CaseIterable {
  /// Use that is barred as commercial use is, whatever it earns.
  case alsoBars
  /// Which models outputs may not train.
  case scope
  /// What is no service after all.
  case except
  /// The services that alone are meant.
  case means
  /// Other words that do.
  case alternatives
  /// What the term is due with beside copies.
  case alsoWith
  /// Whom the term is for.
  case appliesTo
  /// Where it may stand.
  case place = "in"
  /// The use that doing it opens.
  case opens
  /// The uses that are barred.
  case restrictions
  /// What carries the restrictions on.
  case by
}

/// Where terms are written: the record of a license, or a policy that describes a license of its own.
///
/// ``Terms/init(from:)`` is the one list of what can be said. The sources differ in what may be left out, and in how they tell
/// of mistakes.
package protocol TermsSource {
  associatedtype Failure: Error
  func flag(_ key: TermKey) throws(Failure) -> Term<Bool>
  func text(_ key: TermKey) throws(Failure) -> Term<String>
  func word<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    _ key: TermKey
  ) throws(Failure) -> Term<Word>
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ detail: TermDetail, of key: TermKey
  ) throws(Failure) -> Word?
  func text(_ detail: TermDetail, of key: TermKey) throws(Failure) -> String?
  func texts(_ detail: TermDetail, of key: TermKey) throws(Failure) -> [String]
  func thresholds() throws(Failure) -> [Terms.Threshold]
  func acceptableUse() throws(Failure) -> Terms.AcceptableUse
  func excludedRegions() throws(Failure) -> Terms.ExcludedRegions
}

extension Terms {
  /// All that a source says.
  ///
  /// - Throws: The source's own error, for the first mistake where it stops at one.
  package init<Source: TermsSource>(from source: Source) throws(Source.Failure) {
    self.init()
    commercialUse = try source.word(.commercialUse)
    alsoBars = try source.word(.alsoBars, of: .commercialUse)
    commercialOutputs = try source.word(.commercialOutputs)
    thresholds = try source.thresholds()
    outputTraining = try source.word(.outputTraining)
    outputTrainingScope = try source.word(.scope, of: .outputTraining)
    outputsMakeDerivatives = try source.flag(.outputsMakeDerivatives)
    derivatives = try source.flag(.derivatives)
    derivativeLicense = try source.word(.derivativeLicense)
    redistribution = try source.flag(.redistribution)
    hosting = try source.word(.hosting)
    hostingException = try source.text(.except, of: .hosting)
    hostingMeans = try source.word(.means, of: .hosting)
    namePrefix = try source.text(.namePrefix)
    namePrefixAppliesTo = try source.word(.appliesTo, of: .namePrefix)
    display = try source.text(.display)
    displayAlternatives = try source.texts(.alternatives, of: .display)
    displayAppliesTo = try source.word(.appliesTo, of: .display)
    displayAlsoWith = try source.word(.alsoWith, of: .display)
    noticeText = try source.text(.noticeText)
    noticeAppliesTo = try source.word(.appliesTo, of: .noticeText)
    noticeAlsoWith = try source.word(.alsoWith, of: .noticeText)
    noticePlace = try source.word(.place, of: .noticeText)
    licenseCopy = try source.flag(.licenseCopy)
    licenseCopyAppliesTo = try source.word(.appliesTo, of: .licenseCopy)
    licenseCopyAlsoWith = try source.word(.alsoWith, of: .licenseCopy)
    changeNotice = try source.flag(.changeNotice)
    attribution = try source.flag(.attribution)
    acceptableUse = try source.acceptableUse()
    restrictionsFlowDown = try source.flag(.restrictionsFlowDown)
    restrictionsFlowDownBy = try source.word(.by, of: .restrictionsFlowDown)
    excludedRegions = try source.excludedRegions()
    registration = try source.flag(.registration)
    registrationAppliesTo = try source.word(.appliesTo, of: .registration)
    registrationOpens = try source.word(.opens, of: .registration)
    competitorLicense = try source.flag(.competitorLicense)
    publisherMayChange = try source.flag(.publisherMayChange)
    termination = try source.text(.termination)
    patentRetaliation = try source.flag(.patentRetaliation)
    governingLaw = try source.text(.governingLaw)
  }
}
