import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite("The schema of the JSON report", .enabled(if: hasValidator, "needs python3 with jsonschema"))
struct ReportSchemaTests {
  private static let schema = packageRoot + "/Sources/ProvisoReports/Schemas/report-1.0.schema.json"

  /// Python that reads the report into `report` and the schema into `schema`, changes what it is told and validates.
  private func errors(in report: ScanReport, after change: String = "pass") throws -> String {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      report = json.load(sys.stdin)
      \(change)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(report):
          print(error.json_path, error.message[:200])
      """
    let result = try run("python3", ["-c", script, Self.schema], input: ReportFormat.json.render(report))
    #expect(text(result.error) == "")
    return text(result.output)
  }

  @Test("accepts what is rendered", arguments: Sample.allCases)
  func accepts(sample: Sample) throws {
    #expect(try errors(in: sample.report) == "")
  }

  @Test("knows every value that the program can write")
  func acceptsAllCases() throws {
    var report = Fixtures.report
    var entry = Fixtures.llamaEntry()
    entry.model.references =
      ReferenceKind.allCases.map { kind in
        var reference = Fixtures.reference("a.py")
        reference.kind = kind
        return reference
      }
      + Scope.allCases.map { scope in
        var reference = Fixtures.reference("a.py")
        reference.scope = scope
        return reference
      }
    entry.model.license.claims = ClaimSource.allCases.map {
      Claim(license: "mit", kind: .record, source: $0, evidence: "Said so.")
    }
    entry.model.lineage = Relation.allCases.map {
      LineageEdge(relation: $0, base: Fixtures.qwen, license: LicenseConclusion(state: .absent), evidence: "Said so.")
    }
    entry.obligations = Obligation.Kind.allCases.map { Obligation(kind: $0, text: "x", clause: nil, license: "mit") }
    report.models = [entry]
    for registry in Registry.allCases { report.add { $0.model.name.registry = registry } }
    for role in Role.allCases { report.add { $0.model.role = role } }
    for state in LicenseState.allCases { report.add { $0.model.license.state = state } }
    for category in LicenseCategory.allCases { report.add { $0.model.license.category = category } }
    for confidence in Confidence.allCases { report.add { $0.model.license.confidence = confidence } }
    report.findings += [Finding.Status.new, .unchanged, .absent].map { Fixtures.finding(status: $0) }
    #expect(try errors(in: report) == "")
  }

  @Test(
    "rejects what breaks the contract",
    arguments: [
      "report['schemaVersion'] = '2.0'",
      "del report['policy']['path']",
      "report['extra'] = 1",
      "report['models'][0]['role'] = 'eaten'",
      "report['models'][1]['references'][0]['line'] = 0",
      "report['models'][1]['obligations'][0]['met'] = 'no'",
      "report['findings'][0]['rule'] = 'X1'",
      "report['findings'][0]['related'] = None",
      "report['findings'][0]['fingerprint'] = 'short'",
      "report['summary']['findings']['error'] = -1",
      "report['notifications'][0]['isIncomplete'] = True",
    ])
  func rejects(change: String) throws {
    #expect(try errors(in: Fixtures.report, after: change) != "")
  }

  @Test("describes every key and allows no others")
  func describesAll() throws {
    let script = """
      import json, sys
      def walk(node, path):
          if isinstance(node, dict):
              if node.get('type') == 'object' and node.get('additionalProperties') is not False: print(path, 'is open')
              for key, value in node.get('properties', {}).items():
                  if not value.get('description', '').endswith('.'): print(path, key)
              for key, value in node.items(): walk(value, path + '/' + key)
          elif isinstance(node, list):
              for value in node: walk(value, path)
      walk(json.load(open(sys.argv[1])), '')
      """
    let result = try run("python3", ["-c", script, Self.schema])
    #expect(text(result.output + result.error) == "")
  }
}

extension ScanReport {
  /// Adds a model that differs in one thing.
  fileprivate mutating func add(_ change: (inout Model) -> Void) {
    var entry = Fixtures.qwenEntry
    change(&entry)
    models.append(entry)
  }
}
