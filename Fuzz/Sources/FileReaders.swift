import ProvisoCore
import ProvisoDetection
import ProvisoKnowledge
import ProvisoPolicy
import ProvisoReports
import ProvisoResolution
import ProvisoText

@testable import ProvisoKit

extension FuzzReaderList {
  static let files: [FuzzReader] = [
    FuzzReader(name: "notebook") { FuzzedFile(path: "n.ipynb", bytes: $0).detections() },
    FuzzReader(name: "card") { FuzzedFile(path: "README.md", bytes: $0).detections() },
    FuzzReader(name: "spacy-meta") { FuzzedFile(path: "meta.json", bytes: $0).detections() },
    FuzzReader(name: "modelfile") { FuzzedFile(path: "Modelfile", bytes: $0).detections() },
    // The first byte picks the form.
    FuzzReader(name: "reuse") { bytes in
      let path = ["REUSE.toml", ".reuse/dep5", "m.safetensors.license"][Int(bytes.first ?? 0) % 3]
      return FuzzedFile(path: path, bytes: Array(bytes.dropFirst())).detections()
    },
    // A file, and a path from the root of the context.
    FuzzReader(name: "dockerignore") { bytes in
      let (file, path) = halves(bytes)
      let rules = DockerIgnore(String(decoding: file, as: UTF8.self), mostRules: 200)
      expect(rules.count <= 200, "more rules than were asked for")
      let text = String(decoding: path, as: UTF8.self)
      return Digest.of(rules.leavesOut(text), CopySource(text)?.takes("lab/m/model.safetensors") == true)
    },
    // A file whose paths may lead to weights of the tree; the first byte picks the form.
    FuzzReader(name: "folder-paths") { bytes in
      let forms = ["svc/a.py", "svc/conf.yaml", "svc/.env", "run.sh", "svc/a.swift", "svc/conf.toml", "svc/a.json"]
      let path = FilePath(forms[Int(bytes.first ?? 0) % forms.count])
      guard let folders else { return 0 }
      let found = DetectorRunner().detect(folders, at: path, bytes: Array(bytes.dropFirst()))
      return Digest.of(found.references.map { "\($0.model.id) \($0.asWritten) \($0.location.line)" })
    },
    FuzzReader(name: "image-builds") { bytes in
      let forms = [
        "compose.yaml", "docker-bake.hcl", "docker-bake.json", "ci/build.sh", ".github/workflows/a.yml", "package.json",
        "Makefile",
      ]
      let path = forms[Int(bytes.first ?? 0) % forms.count]
      return FuzzedFile(path: path, bytes: Array(bytes.dropFirst())).detections()
    },
    FuzzReader(name: "cyclonedx") { FuzzedFile(path: "bom.json", bytes: $0).detections() },
    FuzzReader(name: "spdx") { FuzzedFile(path: "bom.spdx.json", bytes: $0).detections() },
    FuzzReader(name: "policy") { bytes in
      let source = SourceText(path: "proviso.yaml", bytes: bytes)
      let result = PolicyLoader.load(source, path: source.path, knowledge: knowledge)
      expect(result.policy != nil || !result.diagnostics.isEmpty, "no policy and no word why")
      for diagnostic in result.diagnostics {
        source.check(diagnostic.position)
        expect(!diagnostic.rendered().isEmpty, "a mistake that prints nothing")
      }
      return Digest.of(result.diagnostics)
    },
    reader("lock") { source throws(DocumentError) in
      Digest.of(try LockFileReader.read(source).map(\.name))
    },
    reader("license-record") { source throws(DocumentError) in
      Digest.of(try LicenseRecordReader.read(source).id)
    },
    FuzzReader(name: "baseline") { bytes in
      do throws(BaselineError) {
        let baseline = try Baseline(SourceText(path: "baseline.json", bytes: bytes))
        return Digest.of(baseline.compare(report(of: Detections())).findings.map(\.fingerprint))
      } catch {
        expect(error.message.hasPrefix("baseline.json:"), "a mistake without its place")
        return Digest.of(error.message)
      }
    },
    // The first byte picks the file's name.
    FuzzReader(name: "detect") { file($0).detections() },
    FuzzReader(name: "scan") { bytes in
      let report = report(of: file(bytes).found())
      var digest = Digest()
      for format in ReportFormat.allCases {
        let text = format.render(report)
        digest.add(text)
        expect(String(validating: text, as: UTF8.self) != nil, "\(format) is not UTF-8")
        expect(text.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(format) has control characters")
        if isJSON.contains(format) {
          let source = SourceText(path: format.rawValue, bytes: text)
          do throws(DocumentError) {
            _ = try JSONReader.read(source, dialect: .strict)
          } catch {
            expect(false, "\(format):\(error.position.line): \(error.message)")
          }
        }
      }
      return digest.value
    },
  ]

  /// A path for every detector, and for languages of every dialect.
  static let paths = [
    "README.md", "docs/guide.md", "datasets/x/README.md", "config.json", "adapter_config.json", "model_index.json",
    "modules.json", "config_sentence_transformers.json", "open_clip_config.json", "mergekit_config.yml", "MLmodel",
    "m.mlmodelc/metadata.json", "model.safetensors.index.json", "bom.json", "a.spdx.json", "settings.yaml",
    "app.json", "pyproject.toml", "setup.cfg", "app.xml", ".env", "tests/cassette.har", "main.tf", "run.sh",
    "run.ps1", "run.bat", "Makefile", "Dockerfile", "build.gradle", "Modelfile", "LICENSE", "NOTICE", "USE_POLICY.md",
    "mof.yml", "app.py", "app.swift", "app.ts", "app.go", "App.java", "app.rs", "app.rb", "app.cs", "app.cpp", "app.kt",
    "app.php", "app.r", "app.lua", "app.sql", "n.ipynb", "guide.rst", "index.html", "values.yaml",
    ".github/workflows/ci.yml", "docker-compose.yml", "app.scala", "app.dart", "app.ex", "app.jl", "app.vue",
    "Jenkinsfile",
    "model.gguf", "model.safetensors", "model.onnx", "model.task", "model.mlmodel", "model.pt", "model.keras",
    "model.nemo", "en/ggml-x.bin", "app.js", "app.jsx", "app.properties", "a.proto", "package.json",
    ".gitmodules", "README.zh-CN.md", "card/README", "tokenizer_config.json", "LICENSES/NOTICE.txt", "requirements.txt",
    "Package.swift", "model.pte", "app.http", "meta.json", "REUSE.toml", ".reuse/dep5", "m.gguf.license",
    "MODEL_CARD.md",
    "nim.yaml", "run.nf", "weights/README.md", "LICENSE.html",
    "docker-bake.hcl",
  ]

  private static func file(_ bytes: [UInt8]) -> FuzzedFile {
    FuzzedFile(path: paths[Int(bytes.first ?? 0) % paths.count], bytes: Array(bytes.dropFirst()))
  }

  private static let isJSON: Set<ReportFormat> = [.json, .sarif, .cyclonedx, .cyclonedx17, .spdx, .gitlab, .rdjson]

  private static let folders = FolderPaths(
    Detections(
      declarations: ["lab/m", "svc/lab/m", "models/chat"].map {
        ModelDeclaration(model: $0, source: .weightMetadata, location: Location(path: "\($0)/model.safetensors"))
      }))

  private static let knowledge = PolicyKnowledge(
    ruleIDs: RuleList.descriptions.map(\.id), licenseIDs: LicenseLibrary.shared.ids, families: ["llama"],
    packNames: PolicyPacks.names,
    ruleOptions: Dictionary(uniqueKeysWithValues: RuleList.descriptions.map { ($0.id, $0.options.map(\.name)) }))

  private static let policy: Policy? = try? PolicySelection().select(["proviso:default"], root: nil).policy

  /// Resolved and evaluated as a scan does it.
  private static func report(of detections: Detections) -> ScanReport {
    guard let policy, let today = CalendarDate(year: 2026, month: 1, day: 1) else { fatalError("no policy") }
    let resolution = Resolver().resolve(detections)
    let evaluation = Evaluator(policy: policy, today: today)
      .evaluate(
        resolution.models, resolution.statements, resolution.classClaims, evidence: resolution.evidence, void: [:])
    // Only the rules that found something: the texts of all of them are most of a report and always the same.
    let found = Set(evaluation.findings.map(\.rule))
    var report = ScanReport(
      toolVersion: "0", policy: ScanReport.Policy(name: policy.name, path: nil),
      repository: ScanReport.Repository(), files: 1, filesRead: 1,
      models: evaluation.entries(for: resolution.models), findings: evaluation.findings,
      notifications: detections.notifications.sorted(),
      rules: RuleList.descriptions.filter { found.contains($0.id) })
    report.licenses = LicenseRecords.of(report.models)
    return report
  }
}
