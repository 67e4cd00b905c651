import Foundation
import ProvisoPolicy
import ProvisoTestSupport
import ProvisoText
import Testing

@testable import ProvisoKit

@Suite("The text that a correction rests on")
struct CorrectionEvidenceTests {
  /// Why a correction that rests on this repository's own license, which is Apache 2.0, is void; nil where it counts.
  private func void(_ license: String, hash: String? = nil) throws -> String? {
    let text = Array(try Data(contentsOf: URL(fileURLWithPath: "\(packageRoot)/LICENSE")))
    let correction = Correction(
      model: "acme/model", license: license, reason: "read", author: "a",
      evidence: Correction.Evidence(file: "LICENSE", sha256: hash ?? SHA256.hexadecimal(text)),
      origin: .init(path: "p", line: 1))
    return Policy(name: "p", corrections: [correction]).voidCorrections(root: packageRoot).values.first
  }

  @Test("is that of the license that the correction says")
  func same() throws {
    #expect(try void("apache-2.0") == nil)
    #expect(try void("Apache-2.0") == nil, "by another name")
    #expect(try void("apache-2.0", hash: String(repeating: "0", count: 64)) == "LICENSE has changed since it was read")
  }

  @Test("makes it void where it is that of another, which is no milder")
  func other() throws {
    #expect(try void("mit") == "LICENSE has the words of apache-2.0, changed or not, and not those of mit")
    #expect(try void("cc0-1.0") == "LICENSE has the words of apache-2.0, changed or not, and not those of cc0-1.0")
    #expect(try void("llama3.1") == nil, "a correction may be stricter than the text")
    #expect(try void("LicenseRef-house") == nil, "the policy describes that license itself")
  }
}
