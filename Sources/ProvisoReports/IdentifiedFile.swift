package import ProvisoCore

/// A file and the known license text it holds.
package struct IdentifiedFile: Sendable, Hashable {
  package var path: String
  /// The id of the record, nil where the text is none that is known or has no record.
  package var license: String?
  package var recognition: LicenseRecognition?

  package init(path: String, license: String?, recognition: LicenseRecognition?) {
    self.path = path
    self.license = license
    self.recognition = recognition
  }
}
