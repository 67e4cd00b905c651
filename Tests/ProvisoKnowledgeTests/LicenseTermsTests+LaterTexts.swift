import ProvisoCore
import Testing

@testable import ProvisoKnowledge

extension LicenseTermsTests {
  @Test(
    "MiniMax H3 is not for Europe, South Korea and the United States, and asks for an authorization above 20 million a year"
  )
  func miniMaxH3() throws {
    let terms = try terms("minimax-h3-community")
    #expect(terms.excludedRegions.value == ["EU", "GB", "KR", "US"] && terms.excludedRegions.appliesTo == "all")
    let threshold = try #require(terms.thresholds.first)
    #expect(threshold.amount == 20_000_000 && threshold.currency == "USD" && threshold.effect == .licenseRequired)
    #expect(threshold.comparison == .greaterThan && threshold.use == nil && threshold.scope == .licensee)
    #expect(terms.display.value == "MiniMax H3" && terms.displayAppliesTo == .commercialUse)
    #expect(terms.derivativeLicense.value == .same && terms.outputTraining.value == .ownFamilyOnly)
    #expect(terms.acceptableUse.restrictions.contains("military"))
    #expect(terms.restrictionsFlowDown.value == true && terms.restrictionsFlowDownBy == nil)
  }

  @Test("a model made with Solar Open begins its name with Solar and says what it is built with; else it is Apache 2.0")
  func solar() throws {
    let license = try #require(LicenseLibrary.shared.license("Upstage Solar License"))
    let (terms, apache) = (license.terms, try terms("apache-2.0"))
    #expect(license.category == .community)
    #expect(terms.namePrefix == Term("Solar", clause: "4(e)(i)") && terms.display.value == "Built with Solar")
    #expect(terms.displayAppliesTo == .derivatives && terms.derivativeLicense.value == .flowDown)
    #expect(terms.commercialUse.value == .yes && terms.thresholds.isEmpty && terms.acceptableUse.value == nil)
    #expect(terms.patentRetaliation == apache.patentRetaliation && terms.changeNotice == apache.changeNotice)
  }

  @Test(
    "TeleChat is for commerce only with an authorization, which natural persons cannot get, and never for the military")
  func teleChat() throws {
    let license = try #require(LicenseLibrary.shared.license("telechat-2024-01"))
    #expect(license.category == .nonCommercial && license.terms.commercialUse.value == .no)
    #expect(license.terms.registration.value == true && license.terms.registrationAppliesTo == .commercialUse)
    #expect(license.terms.acceptableUse.restrictions.contains("military"))
    #expect(license.terms.publisherMayChange.value == true && license.terms.governingLaw.value == "China")
    // Later models bear the title, and their text was not read.
    #expect(LicenseLibrary.shared.license("TeleChat Model Community License Agreement") == nil)
  }

  @Test("the text of Falcon 3 is called as the publisher's page of terms calls it, and not as the cards of others do")
  func falcon3() {
    #expect(LicenseLibrary.shared.license("TII Falcon License December 2024")?.id == "falcon-3-tii")
    #expect(LicenseLibrary.shared.license("falcon-llm-license")?.id == nil)
  }

  @Test(
    "what Stability AI's use policy bars is barred under each license that includes it",
    arguments: [
      "sdxl-turbo-nc", "stability-ai-nc", "stabilityai-ai-community", "stable-video-3d-nc",
      "stable-video-diffusion-nc", "stable-virtual-camera-nc",
    ])
  func usePolicyOfStability(id: String) throws {
    let use = try terms(id).acceptableUse
    #expect(use.value == "https://stability.ai/use-policy")
    #expect(use.clause?.hasSuffix("use policy, headings 1 to 6") == true)
    let barred = Set(use.restrictions)
    #expect(barred.isSuperset(of: ["harm-to-minors", "sexual-content", "biometrics", "weapons", "disinformation"]))
    // The policy names neither; the agreements that bar training of other models do so themselves.
    #expect(barred.isDisjoint(with: ["military", "nuclear"]))
    let barsModels = ["stabilityai-ai-community", "stable-virtual-camera-nc"].contains(id)
    #expect(barred.contains("competing-models") == barsModels)
  }

  @Test(
    "MiniMax M2.1 and IQuest-Coder ask every commercial product for a display, and not the large ones only",
    arguments: [
      ("minimax-m2.1-modified-mit", "MiniMax M2.1"), ("iquest-coder-v1-modified-mit", "IQuest Coder"),
      ("iquest-q1-modified-mit", "IQuest"),
    ])
  func everyProduct(id: String, display: String) throws {
    let terms = try terms(id)
    #expect(terms.display.value == display && terms.thresholds.isEmpty && terms.commercialUse.value == .yes)
    #expect(terms.displayAppliesTo == .commercialUse)
  }
}
