extension License {
  /// Whether the publisher licenses under this text, too, what stood under `earlier`: then the text and its notice do for both.
  ///
  /// FLUX [dev] Non-Commercial License v2.0, first paragraph: the models that are licensed "include the models denoted as
  /// FLUX.x [dev]", among them FLUX.1 [dev].
  package func succeeds(_ earlier: License) -> Bool {
    Self.successions[id]?.contains(earlier.id) ?? false
  }

  private static let successions: [String: Set<String>] = [
    "flux-dev-non-commercial-license": ["flux-1-dev-non-commercial-license", "flux-1-dev-nc-scancode"]
  ]
}
