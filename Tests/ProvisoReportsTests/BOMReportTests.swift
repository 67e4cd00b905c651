import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite("Bills of materials")
struct BOMReportTests {
  private static let formats: [ReportFormat] = [.cyclonedx, .cyclonedx17, .spdx]

  private func document(_ report: ScanReport = Fixtures.report, _ version: CycloneDXReport.Version = .v16) -> String {
    text((version == .v16 ? ReportFormat.cyclonedx : .cyclonedx17).render(report))
  }

  @Test(
    "pass the checker of schemas, expressions and references",
    .enabled(if: sharedFolder != nil && hasValidator, "needs ../shared and python3 with jsonschema"),
    arguments: formats, Sample.allCases)
  func valid(format: ReportFormat, sample: Sample) throws {
    let shared = try #require(sharedFolder)
    // No network, no hash of a model that lies elsewhere; `check` has no files, and a backslash can be part of a name.
    let unknowable =
      "CDX-ML-HASH" + (sample == .check ? ",CDX-ML-OCCURRENCE" : sample == .hostile ? ",CDX-OCCURRENCE" : "")
    let result = try run(
      "python3", [shared + "/tools/check-bom.py", "--fail-on", "note", "--disable", unknowable, "-"],
      input: format.render(sample.report))
    #expect(result.status == 0, "\(text(result.output + result.error).prefix(2_000))")
  }

  @Test("name the model at the root by its repository, else by its card", arguments: formats)
  func rootModel(format: ReportFormat) {
    var report = Fixtures.report
    report.models[0].model.name = .local(".")
    #expect(text(format.render(report)).contains("pkg:generic/local/root\""))
    report.models[0].model.declaredNames = [DeclaredName(name: "Acme 7B", location: Fixtures.location("README.md"))]
    let named = text(format.render(report))
    #expect(named.contains("pkg:generic/local/Acme%207B\"") && named.contains("\"name\": \"Acme 7B\""))
    report.repository = .init(address: "https://example.org/acme/acme-7b.git")
    let own = text(format.render(report))
    #expect(own.contains("pkg:generic/local/acme-7b\"") && !own.contains("\"name\": \".\""))
    // A folder below is not what the repository is called after.
    report.repository?.pathToScanRoot = "models/"
    #expect(text(format.render(report)).contains("pkg:generic/local/Acme%207B\""))
  }

  @Test("have an identity that is that of their content", arguments: formats)
  func identity(format: ReportFormat) throws {
    let one = text(format.render(Fixtures.report))
    var report = Fixtures.report
    report.models.removeLast()
    let pattern = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    let first = try #require(one.firstMatch(of: pattern)).output
    let second = try #require(text(format.render(report)).firstMatch(of: pattern)).output
    #expect(first != second)
    #expect(first == text(format.render(Fixtures.report)).firstMatch(of: pattern)?.output)
    #expect(!one.contains(ContentID.placeholder))
  }

  @Test(
    "name weights on somebody's disk by their file", arguments: ["/home/ada/acme.gguf", #"C:\Users\ada\acme.gguf"#])
  func diskPaths(path: String) {
    var entry = Fixtures.qwenEntry
    entry.model.name = ModelName(registry: .local, id: path)
    entry.model.references[0].asWritten = path
    var report = Fixtures.report
    report.models = [entry]
    let output = document(report)
    #expect(output.contains("\"name\": \"acme.gguf\""))
    #expect(!output.contains("\"symbol\""))
    #expect(document().contains("\"symbol\": \"\(Fixtures.llamaEntry().model.references[0].asWritten)\""))
  }

  @Test("tell what a model's own files declare apart from what is concluded")
  func licenses() {
    var entry = Fixtures.llamaEntry()
    entry.model.license.claims = [
      Claim(license: "llama3.1", kind: .record, source: .modelCard, evidence: "The card says so.")
    ]
    var report = Fixtures.report
    report.models = [entry]
    let output = document(report)
    #expect(output.contains("\"acknowledgement\": \"declared\""))
    #expect(output.contains("\"acknowledgement\": \"concluded\""))
    // What only a hub's page says is not declared in the artifact.
    #expect(!document().contains("\"acknowledgement\": \"declared\""))
    #expect(document().contains("\"name\": \"LicenseRef-llama3.1\""))
    #expect(document().contains("\"id\": \"Apache-2.0\"") == false, "Qwen's record is not in the report")
  }

  @Test("never name a license where none could be concluded")
  func unknown() {
    for state in [LicenseState.absent, .unknown] {
      var report = Fixtures.report
      report.models = [Fixtures.qwenEntry]
      report.models[0].model.license = LicenseConclusion(state: state)
      #expect(document(report).contains("\"name\": \"NOASSERTION\""))
      #expect(text(ReportFormat.spdx.render(report)).contains("expandedlicensing_NoAssertionLicense"))
    }
  }

  @Test("take a name that has no record and no capitals for none of the SPDX list")
  func unlisted() {
    var report = Fixtures.report
    report.models = [Fixtures.qwenEntry]
    report.models[0].model.license = LicenseConclusion(
      concluded: "health-ai-developer-foundations", expression: "health-ai-developer-foundations", state: .known)
    #expect(document(report).contains("\"name\": \"LicenseRef-health-ai-developer-foundations\""))
  }

  @Test("write an expression alone in 1.6 and beside what is declared in 1.7")
  func expressions() {
    var entry = Fixtures.qwenEntry
    entry.model.license = LicenseConclusion(
      concluded: "mit", expression: "MIT OR Apache-2.0", category: .permissive, state: .known,
      claims: [Claim(license: "custom words", kind: .unrecognized, source: .modelCard, evidence: "The card says so.")])
    var report = Fixtures.report
    report.models = [entry]
    for (version, count) in [(CycloneDXReport.Version.v16, 1), (.v17, 2)] {
      let output = document(report, version)
      #expect(output.contains("\"expression\": \"MIT OR Apache-2.0\""))
      #expect(output.split(separator: "\"acknowledgement\"").count - 1 == count)
    }
  }

  @Test("say where a model is named, what it was made from and what it owes")
  func facts() {
    let output = document()
    #expect(output.contains("\"location\": \"app/llm.py\""))
    #expect(output.contains("\"line\": 12"))
    #expect(output.contains("\"ancestors\""))
    #expect(output.contains("finetune meta-llama/Llama-3.1-8B: The catalog says so."))
    #expect(output.contains("proviso:obligation:display"))
    #expect(output.contains("Uses that llama3.1 restricts (clause 1.b.iv): military"))
    #expect(output.contains("\"aggregate\": \"incomplete\""))
    let spdx = text(ReportFormat.spdx.render(Fixtures.report))
    #expect(spdx.contains("\"descendantOf\""))
    #expect(spdx.contains("Named in app/llm.py:12."))
  }

  @Test(
    "give a model a package URL, with a version only where a commit is pinned",
    arguments: [
      (ModelName.huggingFace("a/b"), nil, "pkg:huggingface/a/b"),
      (.huggingFace("a/b"), "main", "pkg:huggingface/a/b"),
      (
        .huggingFace("a/b"), "ABCDEF0123456789abcdef0123456789abcdef01",
        "pkg:huggingface/a/b@abcdef0123456789abcdef0123456789abcdef01"
      ),
      (ModelName(registry: .ollama, id: "llama3.1:8b"), nil, "pkg:generic/ollama/llama3.1%3A8b"),
      (.local("."), nil, "pkg:generic/local/root"), (.local("a b/[c]"), nil, "pkg:generic/local/a%20b/%5Bc%5D"),
      (.local("../x"), nil, "pkg:generic/local/x"),
    ] as [(ModelName, String?, String)])
  func packageURL(name: ModelName, revision: String?, expected: String) {
    #expect(BOMModel(name, revision: revision).purl == expected)
  }

  @Test("link a local model to the data sets that its card names")
  func datasets() {
    var local = Fixtures.llamaEntry()
    local.model.name = .local("model")
    var reference = Fixtures.reference("model/README.md")
    reference.derivative = "model"
    reference.role = .dataset
    let data = ScanReport.Model(
      model: ResolvedModel(
        name: .huggingFace("acme/corpus"), role: .dataset, references: [reference],
        license: LicenseConclusion(state: .absent)), obligations: [])
    var report = Fixtures.report
    report.models = [data, local]
    let output = document(report)
    #expect(output.contains("\"ref\": \"data:huggingface/acme/corpus\""))
    #expect(output.contains("\"type\": \"dataset\""))
  }

  @Test("tell a model from a data set of the same id")
  func sameID() {
    func entry(_ role: Role) -> ScanReport.Model {
      ScanReport.Model(
        model: ResolvedModel(
          name: .huggingFace("acme/zen"), role: role, references: [Fixtures.reference("a.py")],
          license: LicenseConclusion(state: .absent)), obligations: [])
    }
    var report = Fixtures.report
    report.models = [entry(.used), entry(.dataset)]
    let output = document(report)
    for reference in ["model:huggingface/acme/zen", "data:huggingface/acme/zen"] {
      #expect(output.contains("\"bom-ref\": \"\(reference)\"") && output.contains("\"ref\": \"\(reference)\""))
    }
  }
}
