import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Paths")
struct FilePathTests {
  @Test(
    "have a directory, a name and an extension",
    arguments: [
      ("a/b/C.Tar.GZ", "a/b", "C.Tar.GZ", "gz"), ("README", ".", "README", ""), ("a/.env", "a", ".env", "env"),
      ("a.b/c", "a.b", "c", ""), ("a/x.", "a", "x.", ""), ("é/😀.md", "é", "😀.md", "md"), ("", ".", "", ""),
      ("a/", "a", "", ""),
    ])
  func parts(path: String, directory: String, name: String, fileExtension: String) {
    let path = FilePath(path)
    #expect(path.directory == directory && path.name == name && path.fileExtension == fileExtension)
  }

  @Test(
    "tell the part of the repository",
    arguments: [
      ("src/a.py", .production), ("tests/a.py", .test), ("a/Tests/B/c.swift", .test), ("src/test_a.py", .test),
      ("src/a_test.py", .test), ("A/FooTests.swift", .test), ("conftest.py", .test), ("backend/test.py", .test),
      ("tests.py", .production),
      ("contest/a.py", .production), ("examples/a.py", .example), ("Demo/a.swift", .example),
      ("docs/a.md", .documentation),
      ("docs/examples/a.py", .example), ("docs.md", .production), ("README.md", .production), ("a/x_test.go", .test),
      ("a/x.test.ts", .test), ("a/x.spec.js", .test), ("src/test/java/A.java", .test), ("x/ATest.kt", .test),
      ("Acme.UnitTests/A.cs", .test), ("Acme.Unittest/A.cs", .test), ("__tests__/a.js", .test),
      ("examples/README.md", .example),
      ("tests/README.md", .test), ("latest.py", .production), ("a/fastest/b.go", .production),
      ("candle-examples/a.rs", .example), ("attest.kt", .production), (".github/workflows/a.yml", .ci),
      ("a/.github/b.yml", .production), (".gitlab-ci.yml", .ci), (".circleci/config.yml", .ci), ("a/Jenkinsfile", .ci),
    ] as [(String, Scope)])
  func scope(path: String, scope: Scope) {
    #expect(FilePath(path).scope == scope)
  }
}
