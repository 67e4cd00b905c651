import ProvisoPolicy
import Testing

@Suite("Regions")
struct RegionTests {
  @Test(
    "know their members",
    arguments: [
      ("DE", "EU", true), ("GR", "EU", true), ("RE", "EU", true), ("NO", "EU", false), ("NO", "EEA", true),
      ("DE", "EEA", true), ("CH", "EEA", false), ("GB", "EU", false), ("GB", "GB", true), ("US", "GB", false),
    ])
  func membership(country: String, region: String, isMember: Bool) {
    #expect(Region.isMember(country, of: region) == isMember)
  }

  @Test(
    "overlap where they share a country",
    arguments: [
      ("EU", "EEA", true), ("NO", "EEA", true), ("EEA", "NO", true), ("US", "EU", false), ("KR", "KR", true),
    ])
  func overlap(one: String, other: String, isOverlap: Bool) {
    #expect(Region.overlaps(one, other) == isOverlap)
  }

  @Test("the tables hold each code once, and 249 countries")
  func tables() {
    #expect(Set(Region.countries).count == 249)
    #expect(Region.countries.count == 249)
    #expect(Set(Currency.all).count == Currency.all.count)
    #expect(Currency.all.allSatisfy { $0.utf8.count == 3 })
    #expect(Region.countries(in: "EU").isSubset(of: Region.countries))
    #expect(Region.countries(in: "EEA").count == Region.countries(in: "EU").count + 3)
  }
}
