internal import ProvisoCore

/// Tells the part of a repository by where a file lies and how it is named, as the languages have it.
///
/// Asked of every file of a tree, so it looks at bytes.
enum PathScope {
  static func of(_ path: Span<UInt8>, name: Span<UInt8>, fileExtension: String) -> Scope {
    if starts(path, with: github) || ciNames.contains(name, 0..<name.count) { return .ci }
    var (isCI, isTest, isExample, isDocumentation) = (false, false, false, false)
    _ = FilePath.anyFolder(of: path) { path, folder, place in
      isCI = place == 0 && ciFolders.contains(path, folder)
      isTest = isTest || isTestFolder(path, folder)
      isExample = isExample || exampleFolders.contains(path, folder) || ends(path, folder, in: exampleEndings)
      isDocumentation = isDocumentation || documentationFolders.contains(path, folder)
      return isCI
    }
    if isCI { return .ci }
    if isTest || Self.isTest(name, fileExtension) { return .test }
    return isExample ? .example : isDocumentation ? .documentation : .production
  }

  /// What a document says is documentation, also at the root of the repository or beside an example; a model's card is none.
  static func ofDocument(_ path: FilePath) -> Scope {
    path.scope == .production || path.scope == .example ? .documentation : path.scope
  }

  private static let github = Array(".github/".utf8)
  private static let ciNames = WordTable(
    """
    .gitlab-ci.yml .travis.yml azure-pipelines.yml bitbucket-pipelines.yml buildspec.yml cloudbuild.yaml cloudbuild.yml
    jenkinsfile
    """)
  private static let ciFolders = WordTable(".buildkite .circleci .gitlab .woodpecker")
  private static let testFolders = WordTable(
    """
    __tests__ androidtest benches cassettes e2e fixtures spec specs test test-data test_data testcases testdata testing tests
    unittest unittests integrationtest integrationtests
    """)
  private static let exampleFolders = WordTable(
    """
    codelabs cookbook cookbooks demo demos example examples notebooks playground recipes sample samples tutorial tutorials
    """)
  private static let documentationFolders = WordTable("doc docs documentation website")

  /// `Tests`, `FooTests`, `Foo.UnitTests`, `foo_test`.
  private static func isTestFolder(_ path: Span<UInt8>, _ folder: Range<Int>) -> Bool {
    testFolders.contains(path, folder) || ends(path, folder, in: testEndings)
  }

  private static let testEndings = endings(".tests unittest unittests _test _tests integrationtests -tests")
  /// `examples`, `candle-examples`.
  private static let exampleEndings = endings(
    "-examples _examples -example _example -samples -sample -demo _demo")
  private static let testNames = endings(".spec .test _spec _test _tests")
  private static let writtenTests = [Array("Tests".utf8), Array("Test".utf8)]
  private static let testModules = WordTable("conftest.py test.py")
  private static let testPrefix = Array("test_".utf8)

  private static func isTest(_ name: Span<UInt8>, _ fileExtension: String) -> Bool {
    if starts(name, with: testPrefix) || testModules.contains(name, 0..<name.count) { return true }
    if fileExtension == "httprr" { return true }
    let stem = 0..<max(0, name.count - fileExtension.utf8.count - 1)
    if ends(name, stem, in: testNames) { return true }
    // `FooTests.swift`, `FooTest.kt`; `attest.kt` is none.
    guard camelCase.contains(fileExtension) else { return false }
    return writtenTests.contains { ending in
      stem.count >= ending.count
        && ending.indices.allSatisfy { name[stem.upperBound - ending.count + $0] == ending[$0] }
    }
  }

  private static let camelCase = WordTable("cs java kt php scala swift")

  private static func endings(_ words: String) -> [[UInt8]] {
    words.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
  }

  private static func starts(_ text: Span<UInt8>, with word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    for index in word.indices where word[index] != ASCII.lowercased(text[index]) { return false }
    return true
  }

  private static func ends(_ text: Span<UInt8>, _ range: Range<Int>, in endings: [[UInt8]]) -> Bool {
    guard let last = range.last.map({ ASCII.lowercased(text[$0]) }) else { return false }
    for ending in endings where ending[ending.count - 1] == last && range.count >= ending.count {
      let start = range.upperBound - ending.count
      if ending.indices.allSatisfy({ ending[$0] == ASCII.lowercased(text[start + $0]) }) { return true }
    }
    return false
  }
}
