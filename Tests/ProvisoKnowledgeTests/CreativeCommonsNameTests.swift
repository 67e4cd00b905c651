import ProvisoCore
import ProvisoKnowledge
import Testing

@Suite("Creative Commons licenses by name")
struct CreativeCommonsNameTests {
  private func words(_ name: String) -> String? {
    guard case .record(let license) = LicenseLibrary.shared.match(name) else { return nil }
    return
      ([license.id, license.category.rawValue] + (license.terms.commercialUse.value == .no ? ["no commerce"] : [])
      + [license.terms.derivativeLicense.value?.rawValue].compactMap(\.self)).joined(separator: ", ")
  }

  @Test(
    "say what their elements say, in every version whose text is not on file",
    arguments: [
      ("cc-by-nc-3.0", "cc-by-nc-3.0, non-commercial, no commerce"),
      ("CC-BY-NC-2.5", "cc-by-nc-2.5, non-commercial, no commerce"),
      ("cc-by-nc-sa-2.0", "cc-by-nc-sa-2.0, non-commercial, no commerce, same-or-compatible"),
      ("cc-by-nc-nd-3.0", "cc-by-nc-nd-3.0, non-commercial, no commerce, none"),
      ("CC-BY-NC-SA-3.0-IGO", "cc-by-nc-sa-3.0-igo, non-commercial, no commerce, same-or-compatible"),
      ("cc-by-sa-3.0", "cc-by-sa-3.0, share-alike, same-or-compatible"),
      ("cc-by-nd-2.0", "cc-by-nd-2.0, no-derivatives, none"),
      ("cc-by-nc", "cc-by-nc, non-commercial, no commerce"),
      ("CC BY-NC-SA", "cc-by-nc-sa, non-commercial, no commerce, same-or-compatible"),
      ("cc-by-sa", "cc-by-sa, share-alike, same-or-compatible"),
      ("CC BY-NC-SA 3.0", "cc-by-nc-sa-3.0, non-commercial, no commerce, same-or-compatible"),
      ("Creative Commons Attribution-NonCommercial 3.0", "cc-by-nc-3.0, non-commercial, no commerce"),
      ("Creative Commons Attribution Non Commercial 2.0 Generic", "cc-by-nc-2.0, non-commercial, no commerce"),
      ("Creative Commons Attribution-NoDerivs 3.0 Unported", "cc-by-nd-3.0, no-derivatives, none"),
    ])
  func elements(name: String, expected: String) {
    #expect(words(name) == expected)
  }

  @Test("leave the version that was read to its record")
  func onFile() {
    let license = LicenseLibrary.shared.license("cc-by-nc-4.0")
    #expect(license?.isReadByNameOnly == false && license?.sources.isEmpty == false)
  }

  @Test("name no clause of a text that nobody has read")
  func clause() throws {
    let license = try #require(LicenseLibrary.shared.license("cc-by-nc-nd-3.0"))
    #expect(license.isReadByNameOnly && license.sources.isEmpty)
    #expect(license.terms.commercialUse.clause == "the name: NonCommercial")
    #expect(license.terms.derivativeLicense.clause == "the name: NoDerivatives")
    #expect(license.terms.redistribution.value == nil && license.terms.changeNotice.value == nil)
    #expect(license.openness.osd == .fail)
  }

  @Test("are found by the address of their page")
  func address() {
    let link = "https://creativecommons.org/licenses/by-nc-sa/3.0/de/"
    #expect(LicenseLibrary.shared.record(at: link)?.id == "cc-by-nc-sa-3.0")
  }

  @Test(
    "stay a name where no element restricts anything, and are no other words",
    arguments: [
      "cc-by-3.0", "cc-by", "cc-by-nc-5.0", "cc-by-nc-3.0 with additions", "cc-by-nd-sa-3.0", "cc-nc", "cc",
      "by-nc-3.0",
      "creative commons", "cc-by-nc-or-mit",
    ])
  func names(name: String) {
    #expect(words(name) == nil)
  }
}
