import ProvisoCore
import ProvisoKnowledge
import Testing

@testable import ProvisoResolution

@Suite("A card's label against its prose")
struct CardLabelTests {
  private static let place = Location(path: "m/README.md", line: 2)

  private static func covers(_ label: String, name: String? = nil, _ prose: String) -> Bool {
    let declared = ModelDeclaration(
      model: "m", source: .modelCard, location: place,
      licenses: [DeclaredLicense(tag: label, name: name, location: place)])
    return CardLabel([declared], .shared).covers(DeclaredLicense(tag: prose, location: place, subject: .model))
  }

  @Test(
    "another name of what the label says is no second license",
    arguments: [
      ("openrail++", "CreativeML Open RAIL++-M License"), ("gemma", "Gemma License"), ("cc-by-nc-4.0", "CC-BY-NC"),
      ("cc-by-nc-4.0", "non-commercial use only"), ("llama3.1", "Llama 3.1 Community License"),
      ("bigscience-bloom-rail-1.0", "RAIL License v1.0"),
    ])
  func same(label: String, prose: String) {
    #expect(Self.covers(label, prose))
  }

  @Test(
    "a free label, another license and a stricter one are not covered",
    arguments: [
      ("apache-2.0", "CC BY-NC 4.0"), ("mit", "Acme Community License"), ("llama3.1", "CC BY-NC 4.0"),
      ("llama3.1", "non-commercial use only"), ("llama3.1", "Gemma Terms of Use"),
      ("creativeml-openrail-m", "BigScience OpenRAIL-M"),
    ])
  func other(label: String, prose: String) {
    #expect(!Self.covers(label, prose))
  }

  @Test("the name under `other` is a label, too")
  func named() {
    #expect(Self.covers("other", name: "flux-1-dev-non-commercial-license", "FLUX.1 [dev] Non-Commercial License"))
    #expect(!Self.covers("other", name: "acme-license", "CC BY-NC 4.0"))
  }
}
