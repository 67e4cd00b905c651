import Testing

@testable import ProvisoCore

@Suite("Terms that are passed on by reference")
struct KeptTests {
  private let license = License(
    id: "acme", name: "Acme", family: nil, edition: nil, publisher: nil, released: nil, spdx: "LicenseRef-acme",
    aliases: [], url: nil, category: .permissive, osiApproved: nil,
    openness: License.Openness(osd: .notReviewed, failedCriteria: [], osaidLicenseGate: nil), terms: Terms(),
    sources: [])

  @Test("a change of a copy's terms is the copy's own")
  func copies() {
    var copy = license
    copy.terms.namePrefix.value = "Acme"
    #expect(copy.terms.namePrefix.value == "Acme" && license.terms.namePrefix.value == nil)
    #expect(copy != license)
  }

  @Test("licenses with the same terms are one, whether they share them or not")
  func equality() {
    var copy = license
    copy.terms = Terms()
    #expect(copy == license && Set([copy, license]).count == 1)
  }
}
