import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Many license texts of one folder")
struct FolderTextsTests {
  private static let count = 200

  private func resolved(_ declarations: [ModelDeclaration]) -> Resolution {
    Resolver().resolve(
      Detections(
        references: declarations.filter(\.establishesModel).map { declaration in
          ModelReference(
            model: .local(declaration.model), location: declaration.location, asWritten: declaration.model,
            kind: .weights, role: .bundled)
        }, declarations: declarations))
  }

  @Test("that say the same count once, and the one that restricts counts wherever it stands")
  func same() {
    let models = (0..<Self.count).map { weights("m/w\($0).gguf") }
    let texts = (0..<Self.count).map { recognizedText("apache-2.0", at: "m/LICENSE-\($0)") }
    let all = resolved(models + texts + [recognizedText("cc-by-nc-4.0", at: "m/LICENSE-z")])
    #expect(all.notifications.isEmpty && all.models.count == Self.count)
    for model in all.models {
      #expect(model.license.claims.count == 2)
      #expect(model.license.category == .nonCommercial)
    }
  }

  @Test("that say different things count to a limit, those that free last, and it is told")
  func different() throws {
    let models = (0..<Self.count).map { weights("m/w\($0).gguf") }
    let texts = (0..<Self.count).map { licenseText("Terms \($0)", at: "m/LICENSE-\($0)") }
    let all = resolved(models + [recognizedText("mit", at: "m/LICENSE")] + texts)
    for model in all.models {
      #expect(model.license.claims.count == 32)
      #expect(!model.license.claims.contains { $0.license == "mit" })
      #expect(model.license.category?.isRestricted != false)
    }
    let told = try #require(all.notifications.first)
    #expect(all.notifications.count == 1 && told.isIncomplete && told.path == "m/LICENSE-32")
  }

  @Test("are heard of the folders below as seldom")
  func below() {
    let models = (0..<Self.count).map { card([], in: "a/m\($0)") }
    let texts = (0..<Self.count).map { licenseText("Terms \($0)", at: "a/LICENSE-\($0)") }
    let all = resolved(models + [recognizedText("cc-by-nc-4.0", at: "a/MODEL_LICENSE", .model)] + texts)
    #expect(all.models.allSatisfy { $0.license.claims.count <= 32 && $0.license.category == .nonCommercial })
    #expect(all.models.count == Self.count)
  }
}
