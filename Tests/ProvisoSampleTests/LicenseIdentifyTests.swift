import Foundation
import ProvisoTestSupport
import Testing

@Suite("proviso license identify")
struct LicenseIdentifyTests {
  @Test("names the project's own license, without a difference")
  func ownLicense() throws {
    let result = try Tool.run(["license", "identify", "\(packageRoot)/LICENSE", "--format", "json"])
    #expect(result.status == 0)
    let files = try #require(try JSONSerialization.jsonObject(with: Data(result.bytes)) as? [[String: Any]])
    #expect(files.count == 1)
    #expect(files.first?["license"] as? String == "apache-2.0")
    #expect(files.first?["confidence"] as? String == "high")
    #expect((files.first?["differences"] as? [Any])?.isEmpty == true)
  }

  @Test("tells an added clause with its line, and never at high confidence")
  func addedClause() throws {
    let text = try String(contentsOfFile: "\(packageRoot)/LICENSE", encoding: .utf8)
    let path = NSTemporaryDirectory() + "proviso-license-\(UUID().uuidString)"
    let clause = "Nobody may use the Work commercially with more than one million users in any month."
    try (text + "\n" + clause + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let result = try Tool.run(["license", "identify", path])
    let output = result.output
    #expect(result.status == 0)
    #expect(output.contains("apache-2.0"))
    #expect(output.contains("Nobody may use the Work commercially"))
    #expect(!output.contains("high"))
  }

  @Test("says null for what is no license, 2 for what is not there and 3 for what cannot be read")
  func others() throws {
    let result = try Tool.run(["license", "identify", "\(packageRoot)/CONTRIBUTING.md", "--format", "json"])
    #expect(result.output.contains("\"license\": null"))
    let mistaken = try Tool.run(["license", "identify", "/nowhere/at/all", "\(packageRoot)/LICENSE"])
    #expect(mistaken.status == 2)
    #expect(mistaken.output.contains("apache-2.0"))
    #expect(try Tool.run(["license", "identify", packageRoot]).status == 3)
  }
}
