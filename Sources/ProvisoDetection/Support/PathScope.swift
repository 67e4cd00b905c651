internal import ProvisoCore

/// Tells the part of a repository by where a file lies and how it is named, as the languages have it.
enum PathScope {
  static func of(_ path: FilePath) -> Scope {
    let components = ASCII.lowercased(path.string).split(separator: "/")
    let folders = components.dropLast()
    let name = path.lowercasedName
    if path.string.hasPrefix(".github/") || ciNames.contains(name) || folders.first.map(ciFolders.contains) == true {
      return .ci
    }
    if folders.contains(where: isTestFolder) || isTest(path) { return .test }
    if folders.contains(where: isExampleFolder) { return .example }
    if folders.contains(where: documentationFolders.contains) { return .documentation }
    return .production
  }

  /// What a document says is documentation, also at the root of the repository or beside an example; a model's card is none.
  static func ofDocument(_ path: FilePath) -> Scope {
    let scope = of(path)
    return scope == .production || scope == .example ? .documentation : scope
  }

  private static let ciNames: Set<String> = [
    ".gitlab-ci.yml", ".travis.yml", "azure-pipelines.yml", "bitbucket-pipelines.yml", "buildspec.yml",
    "cloudbuild.yaml",
    "cloudbuild.yml", "jenkinsfile",
  ]
  private static let ciFolders: Set<Substring> = [".buildkite", ".circleci", ".gitlab", ".woodpecker"]
  private static let testFolders: Set<Substring> = [
    "__tests__", "androidtest", "benches", "cassettes", "e2e", "fixtures", "spec", "specs", "test", "test-data",
    "test_data",
    "testcases",
    "testdata", "testing", "tests", "unittest", "unittests", "integrationtest", "integrationtests",
  ]
  private static let exampleFolders: Set<Substring> = [
    "codelabs", "cookbook", "cookbooks", "demo", "demos", "example", "examples", "notebooks", "playground", "recipes",
    "sample",
    "samples", "tutorial", "tutorials",
  ]
  private static let documentationFolders: Set<Substring> = ["doc", "docs", "documentation", "website"]
  /// `Tests`, `FooTests`, `Foo.UnitTests`, `foo_test`.
  private static func isTestFolder(_ folder: Substring) -> Bool {
    testFolders.contains(folder) || folder.hasSuffix(".tests") || folder.hasSuffix("unittests")
      || folder.hasSuffix("_test") || folder.hasSuffix("_tests") || folder.hasSuffix("integrationtests")
      || folder.hasSuffix("-tests")
  }

  /// `examples`, `candle-examples`.
  private static func isExampleFolder(_ folder: Substring) -> Bool {
    exampleFolders.contains(folder) || exampleEndings.contains { folder.hasSuffix($0) }
  }

  private static let exampleEndings = [
    "-examples", "_examples", "-example", "_example", "-samples", "-sample", "-demo", "_demo",
  ]

  private static func isTest(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    if ["conftest.py", "test.py"].contains(name) || name.hasPrefix("test_") || path.fileExtension == "httprr" {
      return true
    }
    let stem = name.dropLast(path.fileExtension.utf8.count + 1)
    if [".spec", ".test", "_spec", "_test", "_tests"].contains(where: { stem.hasSuffix($0) }) { return true }
    // `FooTests.swift`, `FooTest.kt`; `attest.kt` is none.
    let written = path.name.dropLast(path.fileExtension.utf8.count + 1)
    return camelCase.contains(path.fileExtension) && (written.hasSuffix("Tests") || written.hasSuffix("Test"))
  }

  private static let camelCase: Set<String> = ["cs", "java", "kt", "php", "scala", "swift"]
}
