/// A statement that what a model's metadata says of its license is wrong.
package struct Correction: Sendable, Hashable {
  package var model: String
  /// The id of a known license.
  package var license: String
  package var reason: String
  package var author: String
  /// What the author looked at, in words of their own.
  package var evidence: [String: String]
  package var origin: PolicyOrigin

  package init(
    model: String, license: String, reason: String, author: String, evidence: [String: String] = [:],
    origin: PolicyOrigin
  ) {
    self.model = model
    self.license = license
    self.reason = reason
    self.author = author
    self.evidence = evidence
    self.origin = origin
  }
}
