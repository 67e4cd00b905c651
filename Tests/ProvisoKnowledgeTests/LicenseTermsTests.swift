import ProvisoCore
import ProvisoKnowledge
import Testing

/// What is easily got wrong about the terms of licenses.
@Suite("Terms of licenses")
struct LicenseTermsTests {
  func terms(_ id: String) throws -> Terms {
    try #require(LicenseLibrary.shared.license(id)).terms
  }

  @Test(
    "the use policies of Llama 3.2, 3.3 and 4 withhold multimodal models from the EU, and no license text does",
    arguments: ["llama3.2", "llama3.3", "llama4"])
  func multimodalModelsInTheEU(id: String) throws {
    let regions = try terms(id).excludedRegions
    #expect(regions.value == ["EU"])
    #expect(regions.appliesTo == "multimodal-models")
    #expect(regions.clause?.hasPrefix("use policy") == true)
  }

  @Test("Llama 1, 2, 3 and 3.1 exclude no region", arguments: ["llama1", "llama2", "llama3", "llama3.1"])
  func noRegion(id: String) throws {
    #expect(try terms(id).excludedRegions == Terms.ExcludedRegions())
  }

  @Test(
    "the 700 million users of Llama are counted once, at the edition's release, affiliates included",
    arguments: [
      ("llama2", "2023-07-18"), ("llama3", "2024-04-18"), ("llama3.1", "2024-07-23"), ("llama3.2", "2024-09-25"),
      ("llama3.3", "2024-12-06"), ("llama4", "2025-04-05"),
    ])
  func sevenHundredMillion(id: String, released: String) throws {
    let threshold = Terms.Threshold(
      metric: .monthlyActiveUsers, amount: 700_000_000, currency: nil, period: nil, comparison: .greaterThan,
      scope: .licenseeAndAffiliates, measured: .releaseDate, date: released, effect: .licenseRequired, clause: "2")
    #expect(try terms(id).thresholds == [threshold])
    #expect(LicenseLibrary.shared.license(id)?.released == released)
  }

  @Test("the 100 million users of Qwen are counted all the time", arguments: ["qwen", "tongyi-qianwen"])
  func hundredMillion(id: String) throws {
    let threshold = Terms.Threshold(
      metric: .monthlyActiveUsers, amount: 100_000_000, currency: nil, period: nil, comparison: .greaterThan,
      scope: .product, measured: .continuous, date: nil, effect: .licenseRequired, clause: "4", use: .commercial)
    #expect(try terms(id).thresholds == [threshold])
  }

  @Test(
    "of the Llama editions, 2 and 3 alone bar improving other language models",
    arguments: [
      ("llama2", Terms.OutputTraining.ownFamilyOnly), ("llama3", .ownFamilyOnly), ("llama3.1", .allowedWithNaming),
      ("llama3.2", .allowedWithNaming), ("llama3.3", .allowedWithNaming), ("llama4", .allowedWithNaming),
    ])
  func improvingOtherModels(id: String, value: Terms.OutputTraining) throws {
    let terms = try terms(id)
    #expect(terms.outputTraining.value == value)
    #expect(terms.outputTraining.clause == (value == .ownFamilyOnly ? "1.b.v" : "1.b.i"))
    #expect(terms.acceptableUse.restrictions.contains("competing-models") == (value == .ownFamilyOnly))
  }

  @Test(
    "a derivative's name begins with Llama 3 under Llama 3, with Llama under the later editions",
    arguments: [
      ("llama2", nil, nil), ("llama3", "Llama 3", "Built with Meta Llama 3"),
      ("llama3.1", "Llama", "Built with Llama"), ("llama3.2", "Llama", "Built with Llama"),
      ("llama3.3", "Llama", "Built with Llama"), ("llama4", "Llama", "Built with Llama"),
    ] as [(String, String?, String?)])
  func namesAndDisplays(id: String, prefix: String?, display: String?) throws {
    let terms = try terms(id)
    #expect(terms.namePrefix.value == prefix)
    #expect(terms.display.value == display)
    #expect(terms.namePrefix.clause == prefix.map { _ in "1.b.i" })
  }

  @Test(
    "each edition has its own sentence for the notice file",
    arguments: [
      (
        "llama3",
        "Meta Llama 3 is licensed under the Meta Llama 3 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved."
      ),
      (
        "stabilityai-ai-community",
        "This Stability AI Model is licensed under the Stability AI Community License, Copyright © Stability AI Ltd. All Rights Reserved"
      ),
      ("gemma", "Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms"),
    ]
      + ["3.1", "3.2", "3.3", "4"].map { edition in
        (
          "llama\(edition)",
          "Llama \(edition) is licensed under the Llama \(edition) Community License, Copyright © Meta Platforms, Inc. All Rights Reserved."
        )
      })
  func notices(id: String, sentence: String) throws {
    #expect(try terms(id).noticeText.value == sentence)
  }

  @Test(
    "two thresholds make the modified MIT texts ask for a display, and neither makes them ask for a license",
    arguments: [
      ("kimi-k2-modified-mit", Terms.Threshold.Metric.monthlyRevenue, 20_000_000, "Kimi K2"),
      ("kimi-k2.5-modified-mit", .monthlyRevenue, 20_000_000, "Kimi K2.5"),
      ("kimi-k2.6-modified-mit", .monthlyRevenue, 20_000_000, "Kimi K2.6"),
      ("kimi-k2.7-code-modified-mit", .monthlyRevenue, 20_000_000, "Kimi K2.7 Code"),
      ("minimax-m2-modified-mit", .annualRevenue, 30_000_000, "MiniMax M2"),
    ])
  func modifiedMIT(id: String, revenue: Terms.Threshold.Metric, amount: Int, display: String) throws {
    let terms = try terms(id)
    #expect(terms.thresholds.map(\.metric) == [.monthlyActiveUsers, revenue])
    #expect(terms.thresholds.map(\.amount) == [100_000_000, amount])
    #expect(terms.thresholds.map(\.currency) == [nil, "USD"])
    #expect(terms.thresholds.allSatisfy { $0.effect == .display && $0.measured == .continuous })
    #expect(terms.display.value == display)
    #expect(terms.commercialUse.value == .yes)
  }

  @Test("Kimi K3's line of revenue is drawn for services of models, and its lines of a display for all commerce")
  func linesOfKimiK3() throws {
    let lines = try terms("kimi-k3-license").thresholds
    #expect(lines.map(\.use) == [.commercialByModelServices, .commercial, .commercial])
    #expect(lines.map(\.effect) == [.licenseRequired, .display, .display])
  }

  @Test("the line of GLM-5.3 and the first of Qwen3.8-Max are drawn for services of models alone")
  func linesOfModelServices() throws {
    let glm = try terms("glm-5.3").thresholds
    #expect(glm.map(\.amount) == [10_000_000_000] && glm.map(\.use) == [.commercialByModelServices])
    let qwen = try terms("qwen3.8-max").thresholds
    #expect(qwen.map(\.amount) == [50_000_000, 100_000_000, 20_000_000])
    #expect(qwen.map(\.effect) == [.licenseRequired, .display, .display])
    #expect(qwen.map(\.use) == [.commercialByModelServices, .commercial, .commercial])
  }

  @Test("Datalab counts what was raised as well as what was earned")
  func funding() throws {
    let lines = try terms("datalab-openrail-m").thresholds
    #expect(lines.map(\.metric) == [.annualRevenue, .totalFunding])
    #expect(
      lines.allSatisfy { $0.amount == 2_000_000 && $0.comparison == .greaterThan && $0.effect == .licenseRequired })
  }

  @Test(
    "a line for commercial use is drawn for no other, and Stability's, Llama's, Hunyuan's and Kolors' are for every use",
    arguments: [
      ("qwen", Terms.Threshold.Use.commercial), ("tongyi-qianwen", .commercial), ("kimi-k2-modified-mit", .commercial),
      ("minimax-m2-modified-mit", .commercial), ("nxai-community", .commercial), ("ltxv-open-weights", .commercial),
      ("ltx-2-community", .commercialOrEndUsers), ("stabilityai-ai-community", nil), ("llama3.1", nil),
      ("tencent-hunyuan-community", nil), ("kolors", nil), ("bilibili-model-ula", nil), ("hyperclovax-seed", nil),
      ("kimi-k2.5-modified-mit", .commercial), ("tencent-hunyuan-video-1.5", nil),
      ("kimi-k2.6-modified-mit", .commercial),
      ("kimi-k2.7-code-modified-mit", .commercial), ("datalab-openrail-m", .commercialOrEndUsers),
      ("lfm1.0", .commercial),
      ("krea-2-community-license", .commercial),
      ("ltx-2-community-2026-01", nil), ("mistral-modified-mit", nil), ("cogvideox", .commercial), ("cogvlm", nil),
      ("glm-5.3", .commercialByModelServices),
    ] as [(String, Terms.Threshold.Use?)])
  func usesOfThresholds(id: String, use: Terms.Threshold.Use?) throws {
    let terms = try terms(id)
    #expect(!terms.thresholds.isEmpty && terms.thresholds.allSatisfy { $0.use == use })
  }

  @Test(
    "some ask commercial users to register",
    arguments: [
      ("stabilityai-ai-community", "III"), ("kolors", "2.c"), ("chatglm3", "2"), ("cogvlm2", "2"),
      ("yi-license-2.1", "2, last paragraph"), ("cogvlm", "2"), ("cogvideox", "2"), ("codegeex4", "2"),
      ("xverse-model", "2"), ("glm-4-9b", "2"), ("bilibili-index-tts-1.0", "2.2; 6.5"),
    ])
  func registration(id: String, clause: String) throws {
    let terms = try terms(id)
    #expect(terms.registration == Term(true, clause: clause) && terms.registrationAppliesTo == .commercialUse)
  }

  @Test(
    "licenses that let a link do for their text ask for a credit, and so do Datalab's and FunASR's",
    arguments: [
      ("cc-by-4.0", "3(a)(1)"), ("cc-by-nc-4.0", "3(a)(1)"), ("cc-by-nc-nd-4.0", "3(a)(1)"),
      ("cc-by-nc-sa-4.0", "3(a)(1)"), ("cc-by-nd-4.0", "3(a)(1)"), ("cc-by-sa-4.0", "3(a)(1)"), ("odc-by", "4.2; 4.3"),
      ("odbl", "4.2(c); 4.3"), ("etalab-2.0", "Subject to"), ("cdla-permissive-1.0", "3.1(c)"),
      ("cdla-sharing-1.0", "3.1(c)"), ("datalab-openrail-m", "7"), ("funasr-model-1.1", "2.2"),
    ])
  func attribution(id: String, clause: String) throws {
    #expect(try terms(id).attribution == Term(true, clause: clause))
  }

  @Test("no other record asks for one: those whose text goes along have its notices in it")
  func noAttribution() {
    let library = LicenseLibrary.shared
    let asking = library.ids.filter { library.license($0)?.terms.attribution.value == true }
    #expect(asking.count == 13)
  }

  @Test(
    "restrictions go along with the copy of the license, where no clause asks for terms of one's own",
    arguments: [
      "minimax-model-license", "minimax-m2.7-non-commercial", "skywork-community", "yi-license-1.0", "yi-license-2.1",
      "orion-community", "open-aleph-1.0", "modelgo-mg-by-nc-2.0", "modelgo-mg-by-rai-2.0", "modelgo-mg-by-nc-rai-2.0",
      "mrl", "nvidia-source-code-license-nc", "baai-aquila-model", "baai-aquila2-70b", "xverse-model", "mnpl", "lfm1.0",
      "coqui-public-model", "mistral-modified-mit", "kimi-k3-license", "xai-community-2025-11-04", "stable-beluga-nc",
      "k-exaone", "qwen-community-1.0", "qwen3.8-max", "glm-5.3", "codegeex4", "stable-virtual-camera-nc",
      "stabilityai-ai-community", "apple-amlr",
      "openpangu-model-1.0", "openpangu-model-2.0",
      "tencent-youtu", "tencent-timelens", "telechat-2024-01",
    ])
  func restrictionsByCopy(id: String) throws {
    #expect(try terms(id).restrictionsFlowDownBy == .licenseCopy)
    // 2.b(i) asks for the copy, and 3.a for terms.
    #expect(try terms("kolors").restrictionsFlowDownBy == nil)
  }

  @Test("FLUX [dev] 2.0 licenses what stood under the text of FLUX.1 [dev], and not the other way round")
  func supersedes() throws {
    let library = LicenseLibrary.shared
    let later = try #require(library.license("flux-dev-non-commercial-license"))
    let earlier = try #require(library.license("flux-1-dev-non-commercial-license"))
    #expect(later.succeeds(earlier) && !earlier.succeeds(later))
    // 2.1 no longer lists the models that 2.0 takes over.
    let last = try #require(library.license("flux-non-commercial-license-v2.1"))
    #expect(!last.succeeds(later) && !last.succeeds(earlier) && !later.succeeds(last))
  }

  @Test(
    "competitors need a license of their own, for HyperCLOVA X, LTX-2, Chandra and Qwen3.8",
    arguments: [
      ("hyperclovax-seed", "4 (ii)"), ("ltx-2-community", "Attachment A 20"),
      ("ltx-2-community-2026-01", "Attachment A 20"), ("datalab-openrail-m", "Attachment A 2(c)"),
      ("qwen-community-1.0", "2"), ("qwen3.8-max", "2"),
    ])
  func competitors(id: String, clause: String) throws {
    #expect(try terms(id).competitorLicense == Term(true, clause: clause))
  }

  @Test(
    "a bar on training on outputs means some models only, where the text says so",
    arguments: [
      ("stabilityai-ai-community", Terms.TrainingScope.foundationModels), ("fish-audio-research", .foundationModels),
      ("stable-virtual-camera-nc", .foundationModels),
      ("exaone-1.2-nc", .competingModels), ("exaone-1.1-nc", nil),
      ("flux-1-dev-non-commercial-license", .competingModels),
      ("openai-tou-2024-12-11", .competingModels), ("ltx-2-community", .commercialUse),
      ("bilibili-model-ula", .commercialUse), ("alphafold3-weights", .similarModels), ("llama2", nil),
      ("tongyi-qianwen", nil), ("tencent-hunyuan-community", nil), ("ltx-2-community-2026-01", .commercialUse),
      ("coqui-public-model", .commercialUse),
      ("flux-non-commercial-license-v2.1", .competingModels), ("ideogram-4-non-commercial", .competingModels),
    ] as [(String, Terms.TrainingScope?)])
  func scopeOfTraining(id: String, scope: Terms.TrainingScope?) throws {
    let terms = try terms(id)
    #expect(terms.outputTrainingScope == scope && terms.outputTraining.value != nil)
  }

  @Test(
    "limits of revenue leave use that is not commercial, ask for a license, or do so for every use",
    arguments: [
      ("lfm1.0", Terms.Threshold.Comparison.atLeast, 10_000_000, Terms.Threshold.Effect.nonCommercialOnly),
      ("krea-2-community-license", .atLeast, 1_000_000, .licenseRequired),
      ("ltx-2-community-2026-01", .atLeast, 10_000_000, .licenseRequired),
      ("mistral-modified-mit", .greaterThan, 20_000_000, .licenseRequired),
    ])
  func revenue(
    id: String, comparison: Terms.Threshold.Comparison, amount: Int, effect: Terms.Threshold.Effect
  ) throws {
    let terms = try terms(id)
    let threshold = try #require(terms.thresholds.first)
    #expect(terms.thresholds.count == 1 && terms.commercialUse.value == .conditional)
    #expect(threshold.amount == amount && threshold.comparison == comparison && threshold.effect == effect)
    #expect(threshold.metric == (id == "mistral-modified-mit" ? .monthlyRevenue : .annualRevenue))
    #expect(threshold.scope == .licenseeAndAffiliates && threshold.measured == .continuous)
  }

  @Test("Kimi K3 asks large firms that sell access for a license, and large products for a display")
  func kimiK3() throws {
    let terms = try terms("kimi-k3-license")
    #expect(terms.thresholds.map(\.effect) == [.licenseRequired, .display, .display])
    #expect(terms.display.value == "Kimi K3" && terms.commercialUse.value == .conditional)
  }

  @Test("who sells access to models needs a license for Qwen3.8 Flash Next, and for K-EXAONE who hosts it for commerce")
  func access() throws {
    for id in ["qwen-community-1.0", "k-exaone"] {
      let terms = try terms(id)
      #expect(terms.hosting.value == .separateLicense && terms.hostingException != nil)
      #expect(terms.commercialUse.value == .conditional)
    }
    #expect(try terms("qwen-community-1.0").thresholds.map(\.effect) == [.display, .display])
  }

  @Test("of NVIDIA's three licenses of like names, one ends where a guardrail is removed and may be changed")
  func nvidia() throws {
    for (id, isChangeable) in [
      ("nvidia-open-model-license", true), ("nvidia-nemotron-open-model-license", false),
      ("nvidia-open-model-agreement", false),
    ] {
      let terms = try terms(id)
      #expect(terms.publisherMayChange.value == isChangeable)
      #expect(terms.acceptableUse.restrictions.contains("circumvention-of-safeguards") == isChangeable)
      #expect(terms.commercialUse.value == .yes && terms.patentRetaliation.value == true)
    }
    let notices = try ["nvidia-nemotron-open-model-license", "nvidia-open-model-agreement"].map(terms)
    #expect(notices.map(\.noticeText.value).compactMap { $0?.contains("Nemotron") } == [true, false])
  }

  @Test(
    "what a model made with theirs is called, and what is shown with it",
    arguments: [
      ("krea-2-community-license", "Krea", nil), ("glm-4-9b", "glm-4", "Built with glm-4"),
      ("xai-community-2025-11-04", nil, "Powered by xAI"), ("k-exaone", "K-EXAONE", nil),
    ] as [(String, String?, String?)])
  func names(id: String, prefix: String?, display: String?) throws {
    let terms = try terms(id)
    #expect(terms.namePrefix.value == prefix && terms.display.value == display)
  }

  @Test("the two texts of LTX-2 are told apart by their titles")
  func titlesOfLTX() {
    let library = LicenseLibrary.shared
    #expect(library.license("ltx-2-community-license-agreement")?.id == "ltx-2-community-2026-01")
    #expect(library.license("ltx-2.x-community-license-agreement")?.id == "ltx-2-community")
  }

  @Test("openPangu is for no use in the European Union, and only its second license may change and ends by a suit")
  func openPangu() throws {
    for id in ["openpangu-model-1.0", "openpangu-model-2.0"] {
      let terms = try terms(id)
      #expect(terms.excludedRegions.value == ["EU"] && terms.display.value == "Powered by openPangu")
      #expect(terms.displayAlsoWith == .services && terms.noticeAlsoWith == .services)
    }
    // The words of the MIT License, with a condition before the one on the notice.
    #expect(try terms("tencent-youtu").excludedRegions.value == ["EU"])
    // The conditions of the BSD License, with two more.
    #expect(try terms("tencent-timelens").excludedRegions.value == ["EU"])
    #expect(try terms("tencent-timelens").commercialUse.value == .no)
    #expect(try terms("openpangu-model-1.0").publisherMayChange.value == nil)
    #expect(try terms("openpangu-model-2.0").publisherMayChange.value == true)
    #expect(try terms("openpangu-model-2.0").patentRetaliation.value == true)
  }

  @Test("what a record names as released under it stands under it in the catalog, too")
  func releases() {
    for license in LicenseLibrary.shared.ids.compactMap(LicenseLibrary.shared.license) {
      #expect(license.releases.isEmpty || license.terms.thresholds.contains { $0.isAtUnknownRelease }, "\(license.id)")
      for release in license.releases {
        let model = release.model.replacing("*", with: "x")
        let stated = ModelCatalog.entry(for: model)?.licenseName ?? ModelCatalog.familyRule(for: model)?.license
        #expect(stated.flatMap(LicenseLibrary.shared.license)?.id == license.id, "\(release.model)")
      }
    }
  }

  @Test(
    "CogVideoX asks commercial users to register, counts visits, of which there are no fewer than users, and bars military use"
  )
  func cogVideoX() throws {
    let terms = try terms("cogvideox")
    #expect(terms.commercialUse == Term(.conditional, clause: "2"))
    #expect(terms.thresholds.map(\.metric) == [.monthlyActiveUsers] && terms.thresholds.map(\.amount) == [1_000_000])
    #expect(terms.acceptableUse.restrictions.contains("military"))
  }

  @Test(
    "some texts of the publishers of models that are called open allow no commerce",
    arguments: [
      "xverse-model", "baai-aquila2-70b", "visualglm-6b", "codegeex2-6b", "stable-virtual-camera-nc", "mnpl",
      "coqui-public-model", "stable-beluga-nc", "flux-non-commercial-license-v2.1",
      "ideogram-4-non-commercial",
    ])
  func noCommerce(id: String) throws {
    #expect(try terms(id).commercialUse.value == .no)
  }

  @Test("models that were made with CodeGeeX4 bear its name and say so")
  func codeGeeX4() throws {
    let terms = try terms("codegeex4")
    #expect(terms.namePrefix.value == "CodeGeeX4" && terms.display.value == "Built with CodeGeeX4")
  }

  @Test("Stability's license ends above one million dollars a year, affiliates included")
  func stability() throws {
    let threshold = try #require(try terms("stabilityai-ai-community").thresholds.first)
    #expect(threshold.metric == .annualRevenue && threshold.amount == 1_000_000 && threshold.currency == "USD")
    #expect(threshold.comparison == .greaterThan && threshold.scope == .licenseeAndAffiliates)
    #expect(threshold.measured == .continuous && threshold.effect == .terminates)
    #expect(try terms("stabilityai-ai-community").display.value == "Powered by Stability AI")
  }

  @Test(
    "two Hunyuan texts that are nearly alike exclude different regions",
    arguments: [
      ("tencent-hunyuan-large", ["EU"]), ("tencent-hunyuan-community", ["EU", "GB", "KR"]),
      ("tencent-hunyuan-3d-2.0", ["EU", "GB", "KR"]), ("tencent-hunyuan-video-1.5", ["EU", "GB", "KR"]),
      ("tencent-hunyuanworld-1.0", ["EU", "GB", "KR"]),
    ])
  func hunyuan(id: String, regions: [String]) throws {
    #expect(try terms(id).excludedRegions.value == regions)
    #expect(try terms(id).excludedRegions.appliesTo == "all")
  }

  @Test(
    "a model trained on outputs is a derivative under Gemma, the RAIL texts and LTX-2",
    arguments: [
      "gemma", "gemma-2024-02-21", "gemma-2024-04-01", "bigscience-bloom-rail-1.0", "bigscience-openrail-m",
      "creativeml-openrail-m", "openrail++", "openrail++-sdxl", "bigcode-openrail-m", "deepseek", "ltx-2-community",
      "ltx-2-community-2026-01", "health-ai-developer-foundations", "datalab-openrail-m",
    ])
  func outputsMakeDerivatives(id: String) throws {
    #expect(try terms(id).outputsMakeDerivatives.value == true)
  }

  @Test("the outputs of FLUX.1 dev may be sold, the model may not, and outputs may not train a competitor")
  func flux() throws {
    let terms = try terms("flux-1-dev-non-commercial-license")
    #expect(terms.commercialUse.value == .no)
    #expect(terms.commercialOutputs.value == .yes)
    #expect(terms.outputTraining.value == .forbidden)
  }

  @Test("the outputs of EXAONE may not be sold either, and a modified model's name begins with EXAONE")
  func exaone() throws {
    let terms = try terms("exaone-1.2-nc")
    #expect(terms.commercialUse.value == .no && terms.commercialOutputs.value == .no)
    #expect(terms.namePrefix.value == "EXAONE" && terms.namePrefixAppliesTo == .derivatives)
    #expect(try self.terms("llama3.1").namePrefixAppliesTo == nil)
  }

  @Test(
    "Qwen has five regimes of its own",
    arguments: [
      ("apache-2.0", LicenseCategory.permissive), ("qwen", .community), ("tongyi-qianwen", .community),
      ("qwen-research", .researchOnly), ("tongyi-qianwen-research", .researchOnly),
    ])
  func qwen(id: String, category: LicenseCategory) {
    #expect(LicenseLibrary.shared.license(id)?.category == category)
  }

  @Test("whoever is given a service is given the text where the text of the license says so, and only there")
  func copiesWithServices() {
    let ids = LicenseLibrary.shared.ids.filter {
      LicenseLibrary.shared.license($0)?.terms.licenseCopyAlsoWith == .services
    }
    #expect(
      ids.sorted() == [
        "baai-aquila-model", "baai-aquila2-70b", "bilibili-index-tts-1.0", "coqui-public-model", "datalab-openrail-m",
        "fish-audio-research", "kolors", "krea-2-community-license", "minimax-h3-community", "modelgo-mg-by-2.0",
        "modelgo-mg-by-nc-2.0",
        "modelgo-mg-by-nc-rai-2.0",
        "modelgo-mg-by-nd-2.0", "modelgo-mg-by-rai-2.0", "modelgo-mg-by-sa-2.0", "stabilityai-ai-community",
        "stable-virtual-camera-nc", "telechat-2024-01", "tencent-hunyuan-3d-2.0", "tencent-hunyuan-a13b",
        "tencent-hunyuan-community",
        "tencent-hunyuan-large",
        "tencent-hunyuan-video-1.5", "tencent-hunyuanworld-1.0", "tencent-hunyuanworld-mirror", "tencent-hy-mt-1.5",
        "tencent-hy3-preview",
        "xai-community-2025-11-04", "xverse-model",
      ])
  }

  @Test(
    "a license that must be passed on unchanged says so",
    arguments: [
      ("ltx-2-community", Terms.DerivativeLicense.same), ("gpl-3.0", .same), ("agpl-3.0", .same),
      ("cc-by-sa-4.0", .sameOrCompatible), ("cc-by-nd-4.0", Terms.DerivativeLicense.none), ("apache-2.0", .any),
      ("mit", .any), ("gemma", .flowDown), ("llama3.1", .flowDown), ("ltx-2-community-2026-01", .same),
      ("datalab-openrail-m", .same), ("lfm1.0", .flowDown), ("nvidia-nemotron-open-model-license", .any),
    ])
  func derivativeLicenses(id: String, value: Terms.DerivativeLicense) throws {
    #expect(try terms(id).derivativeLicense.value == value)
  }
}
