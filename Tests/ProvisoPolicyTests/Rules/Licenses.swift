import ProvisoCore

/// Small records that say of the rules' subjects what the real editions say; the clauses are those of the texts.
extension License {
  static func fixture(
    _ id: String, _ name: String, _ category: LicenseCategory, family: String? = nil, publisher: String? = nil,
    osd: Verdict = .fail, criteria: [Criterion] = [], _ state: (inout Terms) -> Void = { _ in }
  ) -> Self {
    var terms = Terms()
    state(&terms)
    return Self(
      id: id, name: name, family: family ?? id, edition: nil, publisher: publisher, released: nil, spdx: id,
      aliases: [], url: nil, category: category, osiApproved: nil,
      openness: Openness(osd: osd, failedCriteria: criteria, osaidLicenseGate: nil), terms: terms, sources: [])
  }

  /// A license of which nothing is known but what its name says: no commerce.
  static func byName(_ id: String, _ category: LicenseCategory = .nonCommercial, family: String? = nil) -> Self {
    var license = fixture(id, id, category, family: family) {
      $0.commercialUse = Term(.no, clause: "the name: NonCommercial")
    }
    license.isReadByNameOnly = true
    return license
  }

  private static func llama(
    _ id: String, _ name: String, released: String, prefix: String?, training: Terms.OutputTraining
  ) -> Self {
    let criterion = Criterion(
      criterion: 5, clause: "2", because: "organizations above the user threshold get no rights")
    return fixture(id, name, .community, family: "llama", publisher: "Meta", criteria: [criterion]) { terms in
      terms.commercialUse = Term(.conditional, clause: "1.a; 2")
      terms.thresholds = [
        .users(700_000_000, .licenseeAndAffiliates, .licenseRequired, clause: "2", released: released)
      ]
      terms.outputTraining = Term(training, clause: training == .ownFamilyOnly ? "1.b.v" : "1.b.i")
      terms.derivativeLicense = Term(.flowDown, clause: "1.b.i; 5.b")
      terms.licenseCopy = Term(true, clause: "1.b.i")
      terms.noticeText = Term("\(name) notice", clause: "1.b.iii")
      if let prefix {
        terms.namePrefix = Term(prefix, clause: "1.b.i")
        terms.display = Term(prefix == "Llama 3" ? "Built with Meta Llama 3" : "Built with Llama", clause: "1.b.i")
      }
    }
  }

  static let llama1 = fixture("llama1", "LLaMA License Agreement", .researchOnly, family: "llama", publisher: "Meta") {
    $0.commercialUse = Term(.no, clause: "1.a; 2.a")
    $0.derivativeLicense = Term(.flowDown, clause: "2.a; 2.d; 3")
  }
  static let llama2 = llama(
    "llama2", "Llama 2 Community License Agreement", released: "2023-07-18", prefix: nil, training: .ownFamilyOnly)
  static let llama3 = llama(
    "llama3", "Meta Llama 3 Community License Agreement", released: "2024-04-18", prefix: "Llama 3",
    training: .ownFamilyOnly)
  static let llama31 = llama(
    "llama3.1", "Llama 3.1 Community License Agreement", released: "2024-07-23", prefix: "Llama",
    training: .allowedWithNaming)
  static let llama32 = multimodalPart(
    llama(
      "llama3.2", "Llama 3.2 Community License Agreement", released: "2024-09-25", prefix: "Llama",
      training: .allowedWithNaming), item: 5)
  static let llama33 = multimodalPart(
    llama(
      "llama3.3", "Llama 3.3 Community License Agreement", released: "2024-12-06", prefix: "Llama",
      training: .allowedWithNaming), item: 5)
  static let llama4 = multimodalPart(
    llama(
      "llama4", "Llama 4 Community License Agreement", released: "2025-04-05", prefix: "Llama",
      training: .allowedWithNaming), item: 6)

  private static func multimodalPart(_ license: Self, item: Int) -> Self {
    var license = license
    license.terms.excludedRegions = Terms.ExcludedRegions(
      value: ["EU"], appliesTo: "multimodal-models", clause: "use policy, paragraph after item \(item)")
    return license
  }

  static let qwen = fixture("qwen", "Qwen LICENSE AGREEMENT", .community, publisher: "Alibaba Cloud") {
    $0.commercialUse = Term(.conditional, clause: "2; 4")
    $0.thresholds = [.users(100_000_000, .product, .licenseRequired, clause: "4", for: .commercial)]
    $0.outputTraining = Term(.allowedWithNaming, clause: "5.b")
    $0.derivativeLicense = Term(.flowDown, clause: "3.a; 3.d")
    $0.display = Term("Built with Qwen", clause: "5.b")
    $0.changeNotice = Term(true, clause: "3.b")
  }
  static let kimi = fixture("kimi-k2-modified-mit", "Modified MIT License (Kimi K2)", .community, osd: .notReviewed) {
    $0.commercialUse = Term(.yes, clause: "paragraphs 1 and 4")
    $0.thresholds = [
      .users(100_000_000, .product, .display, clause: "paragraph 4", for: .commercial),
      .revenue(20_000_000, .monthlyRevenue, .product, .display, clause: "paragraph 4", for: .commercial),
    ]
    $0.display = Term("Kimi K2", clause: "paragraph 4")
    $0.licenseCopy = Term(true, clause: "paragraph 2")
  }
  static let minimax = fixture("minimax-m2-modified-mit", "Modified MIT License (MiniMax-M2)", .community) {
    $0.thresholds = [
      .revenue(30_000_000, .annualRevenue, .product, .display, clause: "paragraph 4", for: .commercial)
    ]
    $0.display = Term("MiniMax M2", clause: "paragraph 4")
  }
  static let stability = fixture(
    "stabilityai-ai-community", "Stability AI Community License Agreement", .community, family: "stability-community",
    publisher: "Stability AI"
  ) {
    $0.commercialUse = Term(.conditional, clause: "I; III")
    $0.thresholds = [.revenue(1_000_000, .annualRevenue, .licenseeAndAffiliates, .terminates, clause: "III")]
    $0.outputTraining = Term(.ownFamilyOnly, clause: "IV.b")
    $0.outputTrainingScope = .foundationModels
    $0.registration = Term(true, clause: "III")
    $0.registrationAppliesTo = .commercialUse
    $0.derivativeLicense = Term(.flowDown, clause: "I; IV.a; IV.c.ii")
  }
  static let ltx = fixture("ltx-2-community", "LTX-2.x Community License Agreement", .community, family: "ltx") {
    $0.commercialUse = Term(.conditional, clause: "2.1; 2.2")
    $0.thresholds = [
      .revenue(
        10_000_000, .annualRevenue, .licenseeAndAffiliates, .nonCommercialOnly, clause: "2.1; 2.2", .atLeast,
        for: .commercialOrEndUsers)
    ]
    $0.outputTraining = Term(.ownFamilyOnly, clause: "Attachment A 18")
    $0.outputTrainingScope = .commercialUse
    $0.competitorLicense = Term(true, clause: "Attachment A 20")
    $0.derivativeLicense = Term(.same, clause: "3.2; 3.6")
    $0.restrictionsFlowDown = Term(true, clause: "3.1; 4; 6")
  }
  static let hunyuan = fixture(
    "tencent-hunyuan-community", "Tencent Hunyuan Community License Agreement", .community, family: "hunyuan"
  ) {
    $0.commercialUse = Term(.conditional, clause: "2; 4")
    $0.thresholds = [.users(100_000_000, .licensee, .licenseRequired, clause: "4", released: "2024-12-03")]
    $0.outputTraining = Term(.ownFamilyOnly, clause: "5.b")
    $0.derivativeLicense = Term(.flowDown, clause: "3, last paragraph; 5.a")
    $0.excludedRegions = Terms.ExcludedRegions(
      value: ["EU", "GB", "KR"], appliesTo: "all", clause: "preamble; 1.l; 5.c")
  }
  static let exaone = fixture("exaone-1.2-nc", "EXAONE AI Model License Agreement 1.2 - NC", .researchOnly) {
    $0.commercialUse = Term(.no, clause: "2.1.a; 2.2; 3.1")
    $0.outputTraining = Term(.forbidden, clause: "3.1")
    $0.outputTrainingScope = .competingModels
    $0.derivativeLicense = Term(.same, clause: "2.1.c; 2.1.d; 4.1")
    $0.namePrefix = Term("EXAONE", clause: "2.1.c")
    $0.namePrefixAppliesTo = .derivatives
  }
  static let ccByNC = fixture(
    "cc-by-nc-4.0", "Creative Commons Attribution-NonCommercial 4.0 International", .nonCommercial, family: "cc-by-nc"
  ) {
    $0.commercialUse = Term(.no, clause: "1(i); 2(a)(1)")
    $0.derivativeLicense = Term(.flowDown, clause: "2(a)(5)(A)")
  }
  static let ccByNCSA = fixture(
    "cc-by-nc-sa-4.0", "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International", .nonCommercial,
    family: "cc-by-nc-sa"
  ) {
    $0.commercialUse = Term(.no, clause: "1(k); 2(a)(1)")
    $0.derivativeLicense = Term(.sameOrCompatible, clause: "3(b)(1)")
  }
  static let ccByND = fixture(
    "cc-by-nd-4.0", "Creative Commons Attribution-NoDerivatives 4.0 International", .noDerivatives, family: "cc-by-nd"
  ) {
    $0.commercialUse = Term(.yes, clause: "2(a)(1)")
    $0.derivativeLicense = Term(Terms.DerivativeLicense.none, clause: "2(a)(1)(B); 3(a)(1)")
  }
  /// Commercial use under conditions that are no number.
  static let yi = fixture("yi-license-2.1", "Yi Series Models Community License Agreement 2.1", .community) {
    $0.commercialUse = Term(.conditional, clause: "1 (Commercial Purposes); 2, last paragraph")
    $0.derivativeLicense = Term(.flowDown, clause: "2(4); 2(5)")
  }
  static let gemma = fixture("gemma", "Gemma Terms of Use", .community) {
    $0.commercialUse = Term(.yes, clause: "2.2; 3.2")
    $0.derivativeLicense = Term(.flowDown, clause: "3.1")
    $0.restrictionsFlowDown = Term(true, clause: "3.1, condition 1")
    $0.outputsMakeDerivatives = Term(true, clause: "1.1(e)")
  }
  static let gpl = fixture("gpl-3.0", "GNU General Public License v3.0", .copyleft, family: "gpl", osd: .pass) {
    $0.commercialUse = Term(.yes, clause: "2")
    $0.derivativeLicense = Term(.same, clause: "5(c)")
  }
  static let openAI = fixture("openai-tou-2024-12-11", "OpenAI Terms of Use", .proprietary) {
    $0.outputTraining = Term(.forbidden, clause: "What you cannot do")
    $0.outputTrainingScope = .competingModels
  }
  static let gplTwo = fixture("gpl-2.0", "GNU General Public License v2.0", .copyleft, family: "gpl", osd: .pass) {
    $0.derivativeLicense = Term(.same, clause: "2(b)")
  }
  static let ofl = fixture("ofl-1.1", "SIL Open Font License 1.1", .weakCopyleft, family: "ofl", osd: .pass) {
    $0.derivativeLicense = Term(.same, clause: "5")
    $0.licenseCopy = Term(true, clause: "2")
  }
  static let msPL = fixture("ms-pl", "Microsoft Public License", .weakCopyleft, osd: .pass) {
    $0.derivativeLicense = Term(.sameOrCompatible, clause: "3(D)")
  }
  static let epl = fixture("epl-2.0", "Eclipse Public License 2.0", .weakCopyleft, family: "epl", osd: .pass) {
    $0.derivativeLicense = Term(.sameOrCompatible, clause: "3.1(b); 3.2(a)")
  }
  static let mgb = fixture("mgb-1.0", "MGB Open Source License 1.0", .permissive) {
    $0.derivativeLicense = Term(.flowDown, clause: "4(a); 5(b); 5(c); 6")
    $0.display = Term("Licensed with permission.", clause: "5(b)")
    $0.displayAppliesTo = .derivatives
  }
  static let fairAI = fixture(
    "fair-ai-public-license-1.0-sd", "FAIR AI Public License 1.0-SD", .useRestricted, family: "fair-ai-public",
    osd: .fail
  ) {
    $0.derivativeLicense = Term(.same, clause: "Notices")
  }
  static let agpl = fixture(
    "agpl-3.0", "GNU Affero General Public License v3.0", .networkCopyleft, family: "agpl", osd: .pass
  ) {
    $0.hosting = Term(.countsAsDistribution, clause: "13")
    $0.commercialUse = Term(.yes, clause: "2")
    $0.derivativeLicense = Term(.same, clause: "5(c)")
  }
  static let bigscienceRAIL = fixture(
    "bigscience-openrail-m", "BigScience OpenRAIL-M", .useRestricted, family: "openrail"
  ) {
    $0.derivativeLicense = Term(.flowDown, clause: "4.a; 4 (last paragraph)")
    $0.outputsMakeDerivatives = Term(true, clause: "1.e")
  }
  static let ccBySA = fixture(
    "cc-by-sa-4.0", "Creative Commons Attribution-ShareAlike 4.0 International", .shareAlike, family: "cc-by-sa",
    osd: .notReviewed
  ) {
    $0.commercialUse = Term(.yes, clause: "2(a)(1)")
    $0.derivativeLicense = Term(.sameOrCompatible, clause: "3(b)(1)")
  }
  static let apache = fixture("apache-2.0", "Apache License 2.0", .permissive, family: "apache", osd: .pass) {
    $0.commercialUse = Term(.yes, clause: "2; 3")
    $0.derivativeLicense = Term(.any, clause: "4, last paragraph")
    $0.licenseCopy = Term(true, clause: "4(a)")
    $0.changeNotice = Term(true, clause: "4(b)")
    $0.patentRetaliation = Term(true, clause: "3")
  }
  static let mit = fixture("mit", "MIT License", .permissive, osd: .pass) {
    $0.commercialUse = Term(.yes, clause: "paragraph 1")
    $0.derivativeLicense = Term(.any, clause: "paragraphs 1 and 2")
    $0.licenseCopy = Term(true, clause: "paragraph 2")
  }
}

extension Terms.Threshold {
  static func users(
    _ amount: Int, _ scope: Scope, _ effect: Effect, clause: String, released: String? = nil, for use: Use? = nil
  )
    -> Self
  {
    Self(
      metric: .monthlyActiveUsers, amount: amount, currency: nil, period: nil, comparison: .greaterThan, scope: scope,
      measured: released == nil ? .continuous : .releaseDate, date: released, effect: effect, clause: clause,
      use: use)
  }

  static func revenue(
    _ amount: Int, _ metric: Metric, _ scope: Scope, _ effect: Effect, clause: String = "1",
    _ comparison: Comparison = .greaterThan, for use: Use? = nil
  ) -> Self {
    Self(
      metric: metric, amount: amount, currency: "USD", period: metric == .annualRevenue ? "year" : "month",
      comparison: comparison, scope: scope, measured: .continuous, date: nil, effect: effect, clause: clause, use: use)
  }
}
