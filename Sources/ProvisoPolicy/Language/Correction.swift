/// A statement that what a model's metadata says of its license is wrong.
package struct Correction: Sendable, Hashable {
  /// A file, relative to the scan root, and the hash of what was read in it: with another text the correction is void.
  package struct Evidence: Sendable, Hashable {
    package var file: String
    package var sha256: String?
    package var note: String?

    package init(file: String, sha256: String? = nil, note: String? = nil) {
      self.file = file
      self.sha256 = sha256
      self.note = note
    }
  }

  package var model: String
  /// The id of a known license.
  package var license: String
  package var reason: String
  package var author: String
  /// What the author looked at.
  package var evidence: Evidence?
  package var origin: PolicyOrigin

  package init(
    model: String, license: String, reason: String, author: String, evidence: Evidence? = nil,
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
