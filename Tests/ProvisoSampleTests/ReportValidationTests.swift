import ProvisoTestSupport
import Testing

/// Whether Python is there with the module that validates.
let hasValidator = (try? run("python3", ["-c", "import jsonschema"]))?.status == 0

@Suite("The expected reports", .enabled(if: hasValidator, "needs python3 with jsonschema"))
struct ReportValidationTests {
  @Test("follow the schema of the JSON report", arguments: Sample.allCases)
  func json(sample: Sample) throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))):
          print(error.json_path, error.message[:200])
      """
    let schema = packageRoot + "/Sources/ProvisoReports/Schemas/report-1.0.schema.json"
    let result = try run("python3", ["-c", script, schema, sample.expected(.json)])
    #expect(String(decoding: result.output + result.error, as: UTF8.self) == "")
  }

  @Test(
    "are SARIF that agrees with the files it speaks of", .enabled(if: sharedFolder != nil, "needs ../shared"),
    arguments: Sample.allCases)
  func sarif(sample: Sample) throws {
    let shared = try #require(sharedFolder)
    let arguments = ["--fail-on", "warning", "--repo-root", sample.folder, sample.expected(.sarif)]
    let result = try run("python3", [shared + "/tools/check-sarif.py"] + arguments)
    #expect(result.status == 0, "\(String(decoding: result.output + result.error, as: UTF8.self))")
  }
}
