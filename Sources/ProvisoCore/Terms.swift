/// One statement of a license: what it says and where. Both nil where the text is silent.
package struct Term<Value: Sendable & Hashable>: Sendable, Hashable {
  package var value: Value?
  package var clause: String?

  package init(_ value: Value? = nil, clause: String? = nil) {
    self.value = value
    self.clause = clause
  }
}

/// The terms of a license as data.
package struct Terms: Sendable, Hashable {
  package var commercialUse = Term<Permission>()
  /// The use that ``commercialUse`` bars with commerce, though nothing is earned by it.
  package var alsoBars: BarredUse?
  package var commercialOutputs = Term<Permission>()
  package var thresholds: [Threshold] = []
  package var outputTraining = Term<OutputTraining>()
  /// The models that ``outputTraining`` is about, where it bars some only; nil for all others.
  package var outputTrainingScope: TrainingScope?
  package var outputsMakeDerivatives = Term<Bool>()
  package var derivatives = Term<Bool>()
  package var derivativeLicense = Term<DerivativeLicense>()
  package var redistribution = Term<Bool>()
  package var hosting = Term<Hosting>()
  /// What ``hosting`` does not count as a service, in words that follow `except`.
  package var hostingException: String?
  /// The services that ``hosting`` is about, where not every one with the model in it is.
  package var hostingMeans: Service?
  /// What the name of a derivative must begin with.
  package var namePrefix = Term<String>()
  /// Whose models ``namePrefix`` is for; nil for those that reach others.
  package var namePrefixAppliesTo: Applicability?
  /// Words that must be shown.
  package var display = Term<String>()
  /// Other words that do for ``display``.
  package var displayAlternatives: [String] = []
  /// Whom ``display`` is asked of; nil for everybody whose product or service has the model in it.
  package var displayAppliesTo: Applicability?
  /// What ``display`` is asked of although ``hosting`` does not count a service as a copy.
  package var displayAlsoWith: Reach?
  /// The exact sentence that must stand in a notice file.
  package var noticeText = Term<String>()
  /// Whom ``noticeText`` is asked of; nil for everybody who passes copies on.
  package var noticeAppliesTo: Applicability?
  /// Whose users ``noticeText`` is for beside those who are given copies of the model.
  package var noticeAlsoWith: Reach?
  /// Where ``noticeText`` may stand beside a file of notices, where the clause names none.
  package var noticePlace: NoticePlace?
  package var licenseCopy = Term<Bool>()
  /// What ``licenseCopy`` is asked with; nil for all copies.
  package var licenseCopyAppliesTo: Applicability?
  /// Who is given the text beside those who are given copies of the model.
  package var licenseCopyAlsoWith: Reach?
  package var changeNotice = Term<Bool>()
  /// Whether whoever shares the material has to credit its creator, where a link to the license does for its text.
  package var attribution = Term<Bool>()
  package var acceptableUse = AcceptableUse()
  package var restrictionsFlowDown = Term<Bool>()
  /// What carries the restrictions on, where no terms of one's own are asked for.
  package var restrictionsFlowDownBy: Carrier?
  package var excludedRegions = ExcludedRegions()
  /// Whether users have to register with the publisher.
  package var registration = Term<Bool>()
  /// Whom ``registration`` is asked of; nil for everybody.
  package var registrationAppliesTo: Applicability?
  /// The use that ``registration`` alone opens; nil where a license that the publisher then gives, or nobody says what, decides.
  package var registrationOpens: Applicability?
  /// Whether whoever offers products that compete with the publisher's needs a license of their own.
  package var competitorLicense = Term<Bool>()
  package var publisherMayChange = Term<Bool>()
  package var termination = Term<String>()
  package var patentRetaliation = Term<Bool>()
  package var governingLaw = Term<String>()

  package init() {}
}

extension Terms {
  /// The part of a license's users that a duty is for.
  package enum Applicability: String, Sendable, Hashable, CaseIterable {
    /// Who offers, or makes, a model that was made from this one.
    case derivatives
    case multimodalModels = "multimodal-models"
    case commercialUse = "commercial-use"
    /// Who passes on outputs.
    case outputs
    /// Who passes the whole on as it came.
    case unmodifiedCopies = "unmodified-copies"
  }

  /// A way of offering a model over the network.
  package enum Service: String, Sendable, Hashable, CaseIterable {
    /// The model itself is what is offered: access to it or to its tuning.
    case modelServices = "model-services"
  }

  /// How a model reaches others without a copy of it.
  package enum Reach: String, Sendable, Hashable, CaseIterable {
    case services
  }

  /// Where a notice may stand beside files of notices.
  package enum NoticePlace: String, Sendable, Hashable, CaseIterable {
    /// The model card, and the documentation that goes along.
    case documents
  }

  /// What carries restrictions on to recipients.
  package enum Carrier: String, Sendable, Hashable, CaseIterable {
    /// The copy of the license that they are given.
    case licenseCopy = "license-copy"
  }

  package enum Permission: String, Sendable, Hashable, CaseIterable {
    case yes, no, conditional
  }

  /// Use that counts as none of the non-commercial ones, whatever it earns.
  package enum BarredUse: String, Sendable, Hashable, CaseIterable {
    /// What has direct dealings with end users, or an effect on them.
    case endUsers = "end-users"
    case production
  }

  package enum OutputTraining: String, Sendable, Hashable, CaseIterable {
    case unrestricted
    case allowedWithNaming = "allowed-with-naming"
    case ownFamilyOnly = "own-family-only"
    case forbidden
  }

  /// Which models outputs may not train, where the license does not mean every other model.
  package enum TrainingScope: String, Sendable, Hashable, CaseIterable {
    /// Those that compete with the publisher's.
    case competingModels = "competing-models"
    case foundationModels = "foundation-models"
    /// Those that do what the model itself does.
    case similarModels = "similar-models"
    /// Those made for commercial use.
    case commercialUse = "commercial-use"
  }

  package enum DerivativeLicense: String, Sendable, Hashable, CaseIterable {
    case any
    case flowDown = "flow-down"
    case same
    case sameOrCompatible = "same-or-compatible"
    case none
  }

  package enum Hosting: String, Sendable, Hashable, CaseIterable {
    case free
    case countsAsDistribution = "counts-as-distribution"
    case forbidden
    case separateLicense = "separate-license"
  }

  /// A size of business at which the license changes.
  package struct Threshold: Sendable, Hashable {
    package enum Metric: String, Sendable, Hashable, CaseIterable {
      case monthlyActiveUsers = "monthly-active-users"
      case annualRevenue = "annual-revenue"
      case monthlyRevenue = "monthly-revenue"
      /// What was raised, equity and debt, in all.
      case totalFunding = "total-funding"
    }

    package enum Comparison: String, Sendable, Hashable, CaseIterable {
      case greaterThan = "greater-than"
      case atLeast = "at-least"
    }

    package enum Scope: String, Sendable, Hashable, CaseIterable {
      case product, licensee
      case licenseeAndAffiliates = "licensee-and-affiliates"
    }

    /// Whether the test is taken once, at a date, or as long as the model is used.
    package enum Measured: String, Sendable, Hashable, CaseIterable {
      case releaseDate = "release-date"
      case continuous
    }

    package enum Effect: String, Sendable, Hashable, CaseIterable {
      case licenseRequired = "license-required"
      case display
      case nonCommercialOnly = "non-commercial-only"
      /// The publisher has to have reviewed the use.
      case reviewRequired = "review-required"
      case terminates
    }

    /// The uses that the line is drawn for.
    package enum Use: String, Sendable, Hashable, CaseIterable {
      case commercial
      /// Commercial use, and any that reaches end users.
      case commercialOrEndUsers = "commercial-or-end-users"
      /// Commercial use by who gives others access to models, or to their tuning, as a business.
      case commercialByModelServices = "commercial-by-model-services"
    }

    package var metric: Metric
    /// Persons, or whole units of ``currency``.
    package var amount: Int
    /// ISO 4217, nil for persons.
    package var currency: String?
    package var period: String?
    package var comparison: Comparison
    package var scope: Scope
    package var measured: Measured
    /// The date of a test that is taken once, ISO 8601; nil where the same words were published for models of several dates
    /// (``License/releases``).
    package var date: String?
    package var effect: Effect
    package var clause: String?
    /// nil for every use.
    package var use: Use?
    /// What else has to be so for the line to count and no fact states, in words that end a sentence: `where images are the business`.
    package var condition: String?

    package init(
      metric: Metric, amount: Int, currency: String?, period: String?, comparison: Comparison, scope: Scope,
      measured: Measured, date: String?, effect: Effect, clause: String?, use: Use? = nil, condition: String? = nil
    ) {
      self.metric = metric
      self.amount = amount
      self.currency = currency
      self.period = period
      self.comparison = comparison
      self.scope = scope
      self.measured = measured
      self.date = date
      self.effect = effect
      self.clause = clause
      self.use = use
      self.condition = condition
    }

    /// Whether the test is taken once, and nobody knows when.
    package var isAtUnknownRelease: Bool { measured == .releaseDate && date == nil }
  }

  package struct AcceptableUse: Sendable, Hashable {
    /// The address of the use policy, or `attached`.
    package var value: String?
    package var clause: String?
    /// Words of the restriction vocabulary.
    package var restrictions: [String]

    package init(value: String? = nil, clause: String? = nil, restrictions: [String] = []) {
      self.value = value
      self.clause = clause
      self.restrictions = restrictions
    }
  }

  package struct ExcludedRegions: Sendable, Hashable {
    /// ISO 3166 codes, or `EU`, `EEA`.
    package var value: [String]?
    /// `all`, or the part of the models that is meant (`multimodal-models`).
    package var appliesTo: String?
    package var clause: String?

    package init(value: [String]? = nil, appliesTo: String? = nil, clause: String? = nil) {
      self.value = value
      self.appliesTo = appliesTo
      self.clause = clause
    }
  }
}
