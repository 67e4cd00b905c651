import ProvisoCore
import ProvisoResolution
import Testing

@Suite("What a README says of the weights' license")
struct ReadmeTextTests {
  private func readme(model: String?, code: String?) -> ModelDeclaration {
    let licenses = [(model, LicenseTextSubject.model, 4), (code, .code, 3)].compactMap { tag, subject, line in
      tag.map { DeclaredLicense(tag: $0, location: Location(path: "m/README.md", line: line), subject: subject) }
    }
    return ModelDeclaration(
      model: "m", source: .readme, location: Location(path: "m/README.md", line: 3), licenses: licenses,
      establishesModel: false)
  }

  private let code = recognizedText("mit", at: "m/LICENSE")

  @Test("is the weights', and the text of the license it gives the code is the code's")
  func both() throws {
    let found = try #require(
      resolve([config(in: "m"), code, readme(model: "Llama 3.1 Community License", code: "MIT")])["m"])
    #expect(found.words == "known llama3.1 medium")
    #expect(found.license.claims.map(\.source) == [.readme])
    #expect(
      found.licenseTexts.map { "\($0.tag) \($0.subject)" } == [
        "mit code", "mit code", "Llama 3.1 Community License model",
      ])
  }

  @Test("sets no text aside that it does not name for the code, nor one that it names for both")
  func conservative() {
    for prose in [
      readme(model: "llama3.1", code: nil), readme(model: "llama3.1", code: "apache-2.0"),
    ] {
      #expect(resolve([config(in: "m"), code, prose])["m"]?.words == "conflict llama3.1 high")
    }
    let restricted = recognizedText("llama3.1", at: "m/LICENSE")
    #expect(
      resolve([config(in: "m"), restricted, readme(model: "mit", code: "llama3.1")])["m"]?.words
        == "conflict llama3.1 high")
    #expect(resolve([config(in: "m"), code, readme(model: "mit", code: "mit")])["m"]?.words == "known mit high")
  }

  @Test("a base that it does not name is kept, whether or not it speaks of a license")
  func unreadBase() {
    var card = readme(model: nil, code: nil)
    card.unreadBases = [DeclaredName(name: "LLaMA", location: card.location)]
    #expect(resolve([config(in: "m"), card])["m"]?.unreadBases.map(\.name) == ["LLaMA"])
  }

  @Test("a name nobody knows leaves the license open")
  func unknown() {
    let found = resolve([config(in: "m"), code, readme(model: "MIT license, with conditions", code: "MIT")])["m"]
    #expect(found?.license.concluded == nil)
  }

  @Test("against the card's own label it is a conflict")
  func label() {
    let found = resolve([card(["mit"], in: "m"), readme(model: "llama3.1", code: nil)])["m"]
    #expect(found?.words == "conflict llama3.1 high")
  }

  @Test("of the root is said of weights below, where nothing nearer speaks and it frees nothing")
  func root() {
    func prose(_ tag: String) -> ModelDeclaration {
      let place = Location(path: "README.md", line: 3)
      return ModelDeclaration(
        model: ".", source: .readme, location: place,
        licenses: [DeclaredLicense(tag: tag, location: place, subject: .model)], establishesModel: false)
    }
    #expect(resolve([config(in: "w"), prose("cc-by-nc-4.0")])["w"]?.license.concluded == "cc-by-nc-4.0")
    #expect(resolve([config(in: "a/b/w"), prose("cc-by-nc-4.0")])["a/b/w"]?.license.concluded == "cc-by-nc-4.0")
    #expect(resolve([card(["mit"], in: "w"), prose("cc-by-nc-4.0")])["w"]?.words == "known mit high")
    #expect(resolve([config(in: "w"), prose("mit")])["w"]?.license.concluded == nil)
  }

  private func prose(
    in folder: String, _ tag: String? = nil, base: String? = nil
  ) -> ModelDeclaration {
    let place = Location(path: folder == "." ? "README_zh.md" : "\(folder)/README_zh.md", line: 3)
    var declaration = ModelDeclaration(
      model: folder, source: .readme, location: place,
      licenses: tag.map { [DeclaredLicense(tag: $0, location: place, subject: .model)] } ?? [],
      bases: base.map { [DeclaredBase(model: .huggingFace($0), relation: nil, location: place)] } ?? [],
      establishesModel: false)
    declaration.isOfFolder = true
    return declaration
  }

  @Test("without front matter is of the one model of its folder")
  func folder() throws {
    let restricted = prose(in: "m", "cc-by-nc-4.0")
    #expect(resolve([config(in: "m"), restricted])["m"]?.license.concluded == "cc-by-nc-4.0")
    #expect(resolve([card(["mit"], in: "m"), restricted])["m"]?.words == "conflict cc-by-nc-4.0 high")
    #expect(
      resolve([weights("m/a.gguf", license: "mit"), restricted])["m/a.gguf"]?.license.concluded == "cc-by-nc-4.0")
    let both = [weights("m/a.gguf", license: "mit"), weights("m/b.gguf", license: "mit"), restricted]
    #expect(resolve(both)["m/a.gguf"]?.words == "known mit high", "of which of the two, nobody knows")
    #expect(resolve([card(["mit"], in: "m/sub"), restricted])["m/sub"]?.words == "known mit high")
    #expect(resolve([restricted]).isEmpty)
  }

  @Test("at the root speaks of a model that the root is, and of no weights that lie there")
  func folderAtRoot() {
    let restricted = prose(in: ".", "cc-by-nc-4.0")
    #expect(resolve([card(["mit"]), restricted])["."]?.words == "conflict cc-by-nc-4.0 high")
    #expect(resolve([weights("yolo.pt", license: "mit"), restricted])["yolo.pt"]?.words == "known mit high")
    #expect(resolve([config(in: "w"), restricted])["w"]?.license.concluded == nil)
  }

  @Test("names a base where no card does")
  func folderBases() {
    let base = prose(in: "m", base: "meta-llama/Llama-3.1-8B")
    #expect(resolve([card(["mit"], in: "m"), base])["m"]?.applicable == ["llama3.1", "mit"])
    #expect(
      resolve([card(["mit"], in: "m", bases: ["Qwen/Qwen2.5-7B"]), base])["m"]?.lineage.map(\.base.id).contains(
        "meta-llama/Llama-3.1-8B") == false)
  }

  @Test("makes no model")
  func alone() {
    #expect(resolve([readme(model: "mit", code: nil)]).isEmpty)
  }
}
