import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import Testing

@Suite("License texts of the code and of the weights")
struct WeightTextTests {
  private let code = recognizedText("mit", at: "m/LICENSE")
  private let model = recognizedText("llama3.1", at: "m/LICENSE-MODEL", .model)

  @Test("the text named for the model is the weights', and the software license beside it is no claim")
  func folder() throws {
    let found = try #require(resolve([config(in: "m"), code, model])["m"])
    #expect(found.words == "known llama3.1 high")
    #expect(found.license.claims.map(\.license) == ["llama3.1"])
    #expect(found.licenseTexts.map { "\($0.tag) \($0.subject)" } == ["mit code", "llama3.1 model"])
  }

  @Test("a freer text named for the model wins, too")
  func copyleftCode() {
    let models = resolve([
      config(in: "m"), recognizedText("agpl-3.0", at: "m/COPYING"),
      recognizedText("apache-2.0", at: "m/LICENSE-WEIGHTS", .model),
    ])
    #expect(models["m"]?.words == "known apache-2.0 high")
  }

  @Test(
    "a text that is no known software license stays a claim",
    arguments: [
      recognizedText("mit", at: "m/LICENSE", differences: 1), recognizedText("cc-by-nc-4.0", at: "m/LICENSE"),
      recognizedText("cc-by-4.0", at: "m/LICENSE"), licenseText("mit", at: "m/LICENSE"),
    ])
  func noCode(text: ModelDeclaration) {
    let found = resolve([config(in: "m"), text, model])["m"]
    #expect(found?.license.claims.count == 2)
    #expect(found?.license.state == .conflict)
    #expect(found?.licenseTexts.map(\.subject) == [.unstated, .model])
  }

  @Test("without a text named for the model the general one speaks for it; one named for the code does not")
  func alone() {
    #expect(resolve([config(in: "m"), code])["m"]?.words == "known mit high")
    let named = recognizedText("mit", at: "m/LICENSE-CODE", .code)
    #expect(resolve([config(in: "m"), named])["m"]?.words == "absent - low")
    #expect(resolve([card(["mit"], in: "m"), named])["m"]?.words == "known mit high")
    let restricted = recognizedText("cc-by-nc-4.0", at: "m/LICENSE-CODE", .code)
    #expect(resolve([config(in: "m"), restricted])["m"]?.words == "known cc-by-nc-4.0 high")
  }

  @Test("a card that repeats the code's license is a conflict, and the strictest counts")
  func label() {
    #expect(resolve([card(["mit"], in: "m"), code, model])["m"]?.words == "conflict llama3.1 high")
  }

  @Test("the text named for the model reaches the folders and weight files one step below, and no further")
  func above() {
    let models = resolve([
      config(in: "m/weights"), weights("m/files/chat.gguf"), config(in: "m/deep/down"), config(in: "other"), code,
      model,
    ])
    #expect(models["m/weights"]?.words == "known llama3.1 high")
    #expect(models["m/files/chat.gguf"]?.words == "known llama3.1 high")
    #expect(models["m/weights"]?.licenseTexts.map(\.subject) == [.code, .model])
    #expect(models["m/deep/down"]?.words == "absent - low")
    #expect(models["other"]?.words == "absent - low")
  }

  @Test("from above it frees nothing")
  func freeAbove() {
    let above = [recognizedText("mit"), recognizedText("apache-2.0", at: "LICENSE-MODEL", .model)]
    #expect(resolve(above + [config(in: "m")])["m"]?.words == "absent - low")
    #expect(resolve(above + [card(["gemma"], in: "m")])["m"]?.words == "known gemma high")
    let edited = [recognizedText("mit"), recognizedText("mit", at: "LICENSE-MODEL", .model, differences: 1)]
    #expect(resolve(edited + [card(["mit"], in: "m")])["m"]?.words == "conflict - low")
  }

  @Test("texts are kept apart from what manifests declare")
  func texts() {
    let found = resolve([card(["mit"], in: "m"), recognizedText("mit", at: "m/LICENSE", differences: 2)])["m"]
    #expect(found?.declaredLicenses.map(\.tag) == ["mit"])
    #expect(found?.licenseTexts.map(\.tag) == ["mit, with changes"])
    #expect(found?.licenseTexts.first?.recognition?.differences.count == 2)
  }
}

@Suite("A text to which a card links")
struct LinkedTextTests {
  private func concluded(_ link: String, text path: String) -> String? {
    var card = card(["apache-2.0"], in: "m")
    card.licenses[0].link = link
    return resolve([card, recognizedText("cc-by-nc-4.0", at: path)])["m"]?.words
  }

  @Test("is the model's, wherever in the tree it lies")
  func linked() {
    #expect(concluded("../legal/LICENSE-model", text: "legal/LICENSE-model") == "conflict cc-by-nc-4.0 high")
    #expect(concluded("./terms/LICENSE", text: "m/terms/LICENSE") == "conflict cc-by-nc-4.0 high")
  }

  @Test("is another file's where the link leads elsewhere or out of the tree")
  func elsewhere() {
    for link in ["../legal/OTHER", "https://a.example/legal/LICENSE", "../../legal/LICENSE", "/legal/LICENSE"] {
      #expect(concluded(link, text: "legal/LICENSE") == "known apache-2.0 high", "\(link)")
    }
  }
}

@Suite("A text that the policy describes")
struct OwnTextTests {
  private static let hash = String(repeating: "ab", count: 32)

  private func model(_ sha256: String, recognizedAs license: String? = nil) -> ResolvedModel? {
    let recognition = license.map {
      LicenseRecognition(license: $0, isUsePolicy: false, similarity: 1, differences: [])
    }
    let own = License(
      id: "LicenseRef-acme", name: "Acme", family: nil, edition: nil, publisher: nil, released: nil,
      spdx: "LicenseRef-acme", aliases: [], url: nil, category: .community, osiApproved: nil,
      openness: License.Openness(osd: .notReviewed, failedCriteria: [], osaidLicenseGate: nil), terms: Terms(),
      sources: [License.Source(url: nil, sha256: Self.hash, read: "")])
    let place = Location(path: "m/LICENSE", line: 1)
    let text = ModelDeclaration(
      model: "m", source: .licenseFile, location: place,
      licenses: [
        DeclaredLicense(
          tag: license ?? "ACME LICENSE", location: place, recognition: recognition, sha256: sha256)
      ], establishesModel: false)
    let reference = ModelReference(
      model: .local("m"), location: place, asWritten: "m", kind: .modelCard, role: .published)
    return Resolver(library: LicenseLibrary(own: [own])).resolve(
      Detections(references: [reference], declarations: [config(in: "m"), text])
    ).models.first
  }

  @Test("is known by its hash, and another under the same title is not")
  func hash() throws {
    let known = try #require(model(Self.hash.uppercased()))
    #expect(known.license.concluded == "LicenseRef-acme" && known.license.state == .known)
    #expect(
      known.license.claims.map(\.evidence) == ["m/LICENSE is the text that the policy describes as LicenseRef-acme"])
    #expect(model(String(repeating: "cd", count: 32))?.license.concluded == nil)
  }

  @Test("is not made milder by that where it is, word for word, a stricter license's")
  func known() {
    let strict = model(Self.hash, recognizedAs: "cc-by-nc-4.0")
    #expect(strict?.license.state == .conflict && strict?.license.concluded == "cc-by-nc-4.0")
    #expect(model(Self.hash, recognizedAs: "mit")?.license.concluded == "LicenseRef-acme", "stricter than the text")
  }
}
