import ProvisoText
import Testing

@Suite("Did you mean")
struct NearestNameTests {
  private let names = ["commercial_use", "distribution", "deploy", "display", "waivers", "MIT", "mit-0", "Été"]

  @Test(
    "the name that the fewest edits lead to",
    arguments: [
      ("comercial_use", "commercial_use"), ("commercial-use", "commercial_use"), ("dsitribution", "distribution"),
      ("waiver", "waivers"), ("waviers", "waivers"), ("deplyo", "deploy"), ("displya", "display"), ("mti", "MIT"),
      ("DEPLOY", "deploy"), ("Mit", "MIT"),
    ])
  func nearest(name: String, expected: String) {
    #expect(NearestName.nearest(to: name, among: names) == expected)
    #expect(NearestName.nearest(to: name, among: names.reversed()) == expected)
  }

  @Test("none if more than a third of the name would change", arguments: ["", "zz", "xyz", "dxxxxy", "waffle"])
  func none(name: String) {
    #expect(NearestName.nearest(to: name, among: names) == nil)
  }

  @Test("of names equally near the first in byte order, however they come")
  func ties() {
    #expect(NearestName.nearest(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(NearestName.nearest(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(NearestName.nearest(to: "x", among: ["X", "x"]) == "X")
  }

  @Test("a very long name is nobody's mistake and costs nothing")
  func longNames() {
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestName.nearest(to: long, among: [long]) == nil)
    #expect(NearestName.nearest(to: "aaa", among: [long, "aab"]) == "aab")
  }
}
