internal import ProvisoText

/// Names that stand for "put yours here", and those of test doubles.
enum Placeholders {
  static func contains(_ text: String) -> Bool { contains(text.utf8.span, isAddress: AddressName.isAddress(text)) }

  private static func contains(_ text: Span<UInt8>, isAddress: Bool) -> Bool {
    if isHolder(text) || inside.containsAny(in: text) { return true }
    // Of an address each part means something else; who reads it asks for host, bucket and name.
    if isAddress { return false }
    var (first, count, start) = (0..<0, 0, 0)
    var isHolder = false
    for offset in 0...text.count where offset == text.count || text[offset] == UInt8(ascii: "/") {
      let part = start..<offset
      start = offset + 1
      guard !part.isEmpty else { continue }
      if count == 0 { first = part }
      count += 1
      isHolder =
        isHolder || whole.contains(text, part) || begins(text, part) || isSomeonesModel(text, part)
        || isDouble(text, part)
        || part.upperBound == text.count && model.contains(text, part)
    }
    if isHolder { return true }
    // `a/b`, `x/y/model.gguf`
    if count >= 2, first.count == 1, hasShortName(text, behind: first.upperBound + 1) { return true }
    return count == 2 && (owners.contains(text, first) || notAvailable.contains(text, 0..<text.count))
  }

  /// Whether the part that begins at `start` is one letter long.
  private static func hasShortName(_ text: Span<UInt8>, behind start: Int) -> Bool {
    start < text.count && ASCII.isLetter(text[start])
      && (start + 1 == text.count || text[start + 1] == UInt8(ascii: "/"))
  }

  /// `my-gpt-model`, `some_model`.
  private static func isSomeonesModel(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    guard let mark = part.first(where: { text[$0] == UInt8(ascii: "-") || text[$0] == UInt8(ascii: "_") }) else {
      return false
    }
    return someone.contains(text, part.lowerBound..<mark)
      && (mark + 5 < part.upperBound && model.contains(text, part.upperBound - 5..<part.upperBound)
        || parts.contains(text, mark + 1..<part.upperBound))
  }

  /// `mock12345.safetensors`, `fake1`: a number behind the word for what is not there.
  private static func isDouble(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    guard let digit = part.first(where: { !ASCII.isLetter(text[$0]) }), ASCII.isDigit(text[digit]) else { return false }
    return doubles.contains(text, part.lowerBound..<digit)
  }

  private static let doubles = WordTable("dummy fake mock")
  private static let someone = WordTable("my our some example sample original modified default custom other another")
  private static let model = WordTable("model")
  private static let parts = WordTable("adapter embedder reranker")

  private static func isHolder(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 2 else { return false }
    let last = text.count - 1
    if text[0] == UInt8(ascii: "<"), text[last] == UInt8(ascii: ">") { return true }
    let dot = UInt8(ascii: ".")
    return last >= 2
      && (text[0] == dot && text[1] == dot && text[2] == dot
        || text[last] == dot && text[last - 1] == dot && text[last - 2] == dot)
  }

  private static func begins(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    let first = ASCII.lowercased(text[part.lowerBound])
    for start in starts where start[0] == first && part.count >= start.count {
      if start.indices.allSatisfy({ ASCII.lowercased(text[part.lowerBound + $0]) == start[$0] }) { return true }
    }
    return false
  }

  private static let notAvailable = WordTable("n/a")

  static func isHost(_ host: String) -> Bool {
    let first = host.split(separator: ".").first { $0 != "www" } ?? "."
    return hosts.contains(first) || host.hasPrefix("192.168.") || host.hasPrefix("10.")
      || host.hasSuffix(".example") || host.hasSuffix(".local") || host.hasPrefix("example.")
      || host.hasPrefix("www.example.") || host.hasSuffix(".example.com")
      || host.hasPrefix("localhost") || host.hasPrefix("127.") || host.hasPrefix("0.0.0.0") || host.hasSuffix(".test")
      || host.hasPrefix("your") || host.hasSuffix(".invalid")
  }

  private static let hosts = WordTable(". bar domain dummy fake foo hostname invalid mock some test")

  /// Whether a file at an address is nobody's: `my-model.gguf`.
  static func isNobodys(_ file: String) -> Bool {
    paths.containsAny(in: file.utf8.span) || someones.contains { file.hasPrefix($0) }
  }

  private static let someones = ["my-", "my_", "some-", "some_", "fake-", "fake_", "mock-", "mock_"]

  static func isBucket(_ path: String) -> Bool {
    let bucket = ASCII.lowercased(String(path.prefix { $0 != "/" }))
    return bucket.isEmpty || bucket.hasPrefix("bucket") || bucket.hasPrefix("my") || bucket.hasPrefix("your")
      || bucket.contains("xxx") || bucket == "path"
  }

  static func isPath(_ text: String) -> Bool { paths.containsAny(in: text.utf8.span) }

  private static let paths = NeedleSet(
    ["path/to", "your-", "your_", "path_to", "xxx", "my-model", "my_model", "dummy", "foo.", "example.", "redacted/"],
    ignoresCase: true)

  private static let owners = WordTable(
    """
    abc author dummy example examples fake foo hf_username mock my myorg myuser namespace org organization owner path repo
    bad fixture fixtures nobody some some-org someorg someone test testing unknown unknownorg unknown-org user user_name username yourname yourorg your xxx hf-username
    hf_user huggingface_user user-name my-username my-name test-org testorg test-owner test-repo test-user testuser test-author
    example-org demo-org sample-org your-org unrelated my-user my-account my-hf-account distributor
    """)
  private static let whole = WordTable(
    """
    model-name model-name:tag model_name model-id model_id model_repo model_version repo-name repo_name repo_id repo hf-repo test-model test_model mock-model dummy-model
    fake-model some-model my-model my_model your-model custom-model auto model-a model-b model-1 model-2 model1 model2 foo bar
    no-such-model nonexistent-model invalid-model unknown-model default-model placeholder path test-embedding
    base-model xxx arm64 amd64 x86_64 aarch64 default-model-name
    """)
  private static let starts = [
    "your-", "your_", "yourusername", "yourname", "my-org", "my_org", "path-to", "path_to", "mock-", "mock_", "dummy-",
    "dummy_", "fake-", "fake_", "placeholder", "my-awesome", "my-custom", "my-finetuned", "nonexistent", "non-existent",
    "does-not-", "some-custom", "mycustom", "some-random", "xxx", "my-huggingface", "my-hf-",
  ].map { Array($0.utf8) }
  private static let inside = NeedleSet(
    ["changeme", "replace-me", "replace_me", "your-model", "your_model", "yourmodel", "todo"], ignoresCase: true)
}
