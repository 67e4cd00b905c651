import Foundation
import ProvisoTestSupport
import Testing

@Suite("SECURITY.md")
struct SecurityDocumentTests {
  @Test("names no test that is not there")
  func testsExist() throws {
    let document = try String(contentsOfFile: "\(packageRoot)/SECURITY.md", encoding: .utf8)
    let sources = try SourceTree.swiftFiles(under: "Tests").map(\.text)
    // `SuiteTests` or `SuiteTests.function`.
    let names = document.split(separator: "`").map(String.init).filter { name in
      name.first?.isUppercase == true && (name.hasSuffix("Tests") || name.contains("Tests."))
        && name.allSatisfy { $0.isLetter || $0 == "." }
    }
    #expect(names.count > 30)
    for name in names {
      let parts = name.split(separator: ".").map(String.init)
      let suites = sources.filter { $0.contains("struct \(parts[0]) ") || $0.contains("struct \(parts[0]):") }
      #expect(!suites.isEmpty, "\(name): there is no such suite")
      guard parts.count == 2 else { continue }
      #expect(suites.contains { $0.contains("func \(parts[1])(") }, "\(name): there is no such test")
    }
  }
}
