/// Names that stand for "put yours here", and those of test doubles.
enum Placeholders {
  static func contains(_ text: String) -> Bool {
    if isHolder(text) { return true }
    let parts = ASCII.lowercased(text).split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if parts == ["n", "a"] { return true }
    // Of an address each part means something else; who reads it asks for host, bucket and name.
    if AddressName.isAddress(text) { return parts.contains { part in inside.contains { part.contains($0) } } }
    if parts.count == 2, let owner = parts.first, owners.contains(owner) { return true }
    return parts.contains { part in
      whole.contains(part) || starts.contains { part.hasPrefix($0) } || inside.contains { part.contains($0) }
        || isSomeonesModel(part)
    }
  }

  /// `my-gpt-model`, `some_model`.
  private static func isSomeonesModel(_ part: String) -> Bool {
    ["my", "our", "some", "example", "sample"].contains { part.hasPrefix("\($0)-") || part.hasPrefix("\($0)_") }
      && part.hasSuffix("model")
  }

  static func isHost(_ host: String) -> Bool {
    host.hasPrefix("example.") || host.hasPrefix("www.example.") || host.hasSuffix(".example.com")
      || host.hasPrefix("localhost") || host.hasPrefix("127.") || host.hasPrefix("0.0.0.0") || host.hasSuffix(".test")
      || host.hasPrefix("your") || host.hasSuffix(".invalid")
  }

  static func isBucket(_ path: String) -> Bool {
    let bucket = ASCII.lowercased(String(path.prefix { $0 != "/" }))
    return bucket.isEmpty || bucket.hasPrefix("bucket") || bucket.hasPrefix("my") || bucket.hasPrefix("your")
      || bucket.contains("xxx") || bucket == "path"
  }

  static func isPath(_ text: String) -> Bool {
    let text = ASCII.lowercased(text)
    return ["path/to", "your-", "your_", "path_to", "xxx", "my-model", "my_model", "dummy", "foo.", "example."]
      .contains { text.contains($0) }
  }

  private static func isHolder(_ text: String) -> Bool {
    text.hasPrefix("<") && text.hasSuffix(">") || text.hasPrefix("...") || text.hasSuffix("...")
  }

  private static let owners = WordList.set(
    """
    author dummy example examples fake foo hf_username mock my myorg myuser namespace org organization owner path repo
    some some-org someorg someone test testing unknown user user_name username yourname yourorg your xxx hf-username
    hf_user huggingface_user user-name my-username my-name
    """)
  private static let whole: Set<String> = [
    "model-name", "model_name", "model-id", "model_id", "repo-name", "repo_name", "repo_id", "test-model", "test_model",
    "mock-model", "dummy-model", "fake-model", "some-model", "my-model", "my_model", "your-model", "custom-model",
    "model-a",
    "model-b", "model-1", "model-2", "model1", "model2", "foo", "bar", "no-such-model", "nonexistent-model",
    "invalid-model",
    "unknown-model", "default-model", "model", "placeholder", "path", "test-embedding", "base-model", "xxx",
  ]
  private static let starts = [
    "your-", "your_", "yourusername", "yourname", "my-org", "my_org", "path-to", "path_to", "mock-", "mock_", "dummy-",
    "dummy_", "fake-", "fake_", "placeholder", "my-awesome", "my-custom", "my-finetuned", "nonexistent", "non-existent",
    "does-not-exist", "some-random", "xxx",
  ]
  private static let inside = ["changeme", "replace-me", "replace_me", "your-model", "your_model", "yourmodel", "todo"]
}
