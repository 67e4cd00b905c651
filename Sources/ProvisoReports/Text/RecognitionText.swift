internal import ProvisoCore

/// Recognized license texts for people: one line a file, one more for each difference.
package enum RecognitionText {
  package static func render(_ files: [IdentifiedFile]) -> String {
    files.flatMap(lines).map { Sanitizer.visible($0) + "\n" }.joined()
  }

  private static func lines(_ file: IdentifiedFile) -> [String] {
    guard let recognition = file.recognition else { return ["\(file.path): no license text that is known"] }
    let part = recognition.isUsePolicy ? "use policy of " : ""
    let license = file.license ?? "\(recognition.license), which has no record"
    return ["\(file.path): \(part)\(license), \(recognition.confidence.rawValue) confidence"]
      + recognition.differences.map { "  \($0.words)" }
  }
}
