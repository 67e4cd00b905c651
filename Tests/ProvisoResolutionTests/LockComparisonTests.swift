import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Models against the lock file")
struct LockComparisonTests {
  private static func entry(
    _ name: ModelName, license: String?, state: LicenseState = .known, revision: String? = nil,
    evidence: [LockedModel.Evidence]? = nil
  ) -> LockedModel {
    // As `proviso lock` writes it of a model of the catalog.
    let onFile = license.map { [LockedModel.Evidence(source: .catalog, license: $0, says: "the catalog has it")] }
    return LockedModel(
      name: name, revision: revision, license: license, state: state, date: "2026-01-02",
      evidence: evidence ?? onFile ?? [], line: 5)
  }

  private static func resolve(
    _ declarations: [ModelDeclaration], _ entries: [LockedModel], isStrict: Bool = true
  ) -> ResolvedModel? {
    let lock = LockedModels(path: "proviso.lock", models: entries, isStrict: isStrict)
    let references = Set(declarations.map(\.model)).map { id in
      ModelReference(model: .local(id), location: Location(path: id), asWritten: id, kind: .modelCard, role: .published)
    }
    return Resolver(lock: lock).resolve(Detections(references: references, declarations: declarations)).models.first
  }

  @Test("what is as it was has no difference, and the file is one more claim")
  func same() {
    let model = Self.resolve([card(["mit"])], [Self.entry(.local("."), license: "mit")])
    #expect(model?.lock?.differences == [])
    #expect(model?.words == "known mit high")
    #expect(model?.license.claims.map(\.source) == [.lock, .modelCard])
    #expect(model?.license.claims.first?.evidence == "proviso.lock:5 has it as \"mit\", found on 2026-01-02")
  }

  @Test("another license is a difference, and both are evaluated")
  func changed() {
    let model = Self.resolve([card(["apache-2.0"])], [Self.entry(.local("."), license: "cc-by-nc-4.0")])
    #expect(model?.lock?.differences == [.license(locked: "cc-by-nc-4.0", now: "apache-2.0")])
    #expect(model?.words == "conflict cc-by-nc-4.0 high")
  }

  @Test("the file answers where nothing else does")
  func answers() {
    let silent = config(in: "m")
    let model = Self.resolve([silent], [Self.entry(.local("m"), license: "apache-2.0")])
    #expect(model?.words == "known apache-2.0 high")
    #expect(model?.lock?.differences == [])
  }

  @Test("an entry without evidence answers nothing, and frees nothing")
  func unfounded() {
    let entry = Self.entry(.local("m"), license: "mit", evidence: [])
    let silent = Self.resolve([config(in: "m")], [entry])
    #expect(silent?.words == "absent - low" && silent?.lock?.differences == [.unfounded(license: "mit")])
    let other = Self.resolve([card(["other"], in: "m")], [entry])
    #expect(other?.license.state == .unknown && other?.lock?.differences.first == .unfounded(license: "mit"))
  }

  @Test("a conflict is told with what each side says")
  func sides() {
    let model = Self.resolve(
      [card(["mit"]), recognizedText("llama3.1")], [Self.entry(.local("."), license: "llama3.1")])
    #expect(
      model?.lock?.differences == [
        .license(
          locked: "llama3.1", now: "llama3.1 (conflict): llama3.1 by the license-file, mit by the model-card")
      ])
  }

  @Test("what the file does not list is a difference only where it has to")
  func missing() {
    #expect(Self.resolve([card(["mit"])], [])?.lock?.differences == [.missing])
    #expect(Self.resolve([card(["mit"])], [], isStrict: false)?.lock?.differences == [])
    #expect(resolveWithout([card(["mit"])])?.lock == nil)
  }

  private func resolveWithout(_ declarations: [ModelDeclaration]) -> ResolvedModel? {
    ProvisoResolutionTests.resolve(declarations).values.first
  }

  @Test("a correction stands above the file")
  func corrected() {
    let lock = LockedModels(
      path: "proviso.lock", models: [Self.entry(.huggingFace("acme/m"), license: "gemma")], isStrict: true)
    let correction = LicenseCorrection(model: "acme/m", license: "mit", reason: "the publisher says so")
    let model = Resolver(corrections: [correction], lock: lock).resolve(.huggingFace("acme/m"))
    #expect(model.words == "known mit high")
    #expect(model.lock?.differences == [.license(locked: "gemma", now: "mit")])
  }

  @Test("a text with another hash, or none, is a difference")
  func texts() {
    func text(_ hash: String?) -> ModelDeclaration {
      var declaration = recognizedText("mit")
      declaration.licenses[0].sha256 = hash
      return declaration
    }
    let evidence = LockedModel.Evidence(source: .licenseFile, license: "mit", path: "LICENSE", sha256: "00")
    let entry = Self.entry(.local("."), license: "mit", evidence: [evidence])
    #expect(Self.resolve([card(["mit"]), text("00")], [entry])?.lock?.differences == [])
    #expect(
      Self.resolve([card(["mit"]), text("11")], [entry])?.lock?.differences
        == [.text(path: "LICENSE", locked: "00", now: "11")])
    #expect(
      Self.resolve([card(["mit"])], [entry])?.lock?.differences == [.text(path: "LICENSE", locked: "00", now: nil)])
  }

  @Test("a revision that was not fixed and now is counts only where everything has to be as it was")
  func revisions() {
    func differences(_ locked: String?, _ now: Revision, strict: Bool) -> [LockDifference]? {
      let lock = LockedModels(
        path: "proviso.lock",
        models: [Self.entry(.huggingFace("acme/m"), license: nil, state: .unknown, revision: locked)],
        isStrict: strict)
      let reference = ModelReference(
        model: .huggingFace("acme/m"), revision: now, location: Location(path: "a.py"), asWritten: "acme/m",
        kind: .code,
        role: .used)
      return Resolver(lock: lock).resolve(Detections(references: [reference])).models.first?.lock?.differences
    }
    #expect(differences("a", .named("b"), strict: false) == [.revision(locked: "a", now: "b")])
    #expect(differences(nil, .named("b"), strict: true) == [.revision(locked: nil, now: "b")])
    #expect(differences(nil, .named("b"), strict: false) == [])
    #expect(differences("a", .named("a"), strict: true) == [])
  }
}
