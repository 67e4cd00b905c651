package import ProvisoCore
package import ProvisoText

/// License texts and use policies that go along with something, in files of other names than a license's own: `NOTICE`,
/// `THIRD-PARTY-LICENSES.md`, `USE_POLICY.md`, the terms of a product.
///
/// A file is one text, or several parted by lines of signs. Only the known text, word for word, is a copy. Files that are
/// named like a license are ``LicenseFile``'s.
package struct LicenseCopies: Detector {
  package let id = "license-copies"
  package let summary = "Copies of license texts and use policies in notice files."
  package let needles: [String] = []

  private static let minimumText = 200

  package func wants(_ path: FilePath) -> Bool {
    path.scope != .test && WordPlaces.isLegal(path) && !LicenseFile().wants(path)
  }

  package func detect(_ input: DetectionInput) -> Detections {
    Detections(
      evidence: Self.texts(in: input.source, recognize: input.recognize).compactMap { recognition, range in
        Self.evidence(recognition, at: range.lowerBound, input)
      })
  }

  /// The text of `license` in a file that holds it, alone or among others.
  package static func range(
    of license: String, in source: SourceText, recognize: DetectionInput.Recognizer
  ) -> Range<Int>? {
    texts(in: source, recognize: recognize).first { recognition, _ in
      recognition.license == license && !recognition.isUsePolicy && recognition.differences.isEmpty
    }?.range
  }

  /// The licenses whose texts a file holds, with changes or without.
  package static func licenses(in source: SourceText, recognize: DetectionInput.Recognizer) -> [String] {
    texts(in: source, recognize: recognize).map(\.recognition).filter { !$0.isUsePolicy }.map(\.license)
  }

  /// The license texts of a file. A file in which a known text stands among others is recognized as that text with much added,
  /// so its parts say more.
  static func texts(
    in source: SourceText, recognize: DetectionInput.Recognizer
  ) -> [(recognition: LicenseRecognition, range: Range<Int>)] {
    let whole = recognize(source).map { ($0, 0..<source.bytes.count) }
    if let whole, whole.0.differences.isEmpty { return [whole] }
    let ranges = TextSegments.ranges(in: source)
    let parts =
      ranges.count < 2
      ? []
      : ranges.filter { $0.count >= minimumText }.compactMap { range in
        recognize(SourceText(path: source.path, bytes: TextSegments.unescaped(source.bytes[range]))).map { ($0, range) }
      }
    return parts.isEmpty ? [whole].compactMap(\.self) : parts
  }

  /// What a recognized text is evidence of; nil for a text with changes, and for one that is an installed package's: that package
  /// has it with it, and the model has not.
  static func evidence(
    _ recognition: LicenseRecognition, at offset: Int, _ input: DetectionInput
  ) -> ObligationEvidence? {
    guard recognition.differences.isEmpty, !WordPlaces.isInstalled(input.path) else { return nil }
    var start = offset
    while start < input.source.bytes.count, ASCII.isWhitespace(input.source.bytes[start]) { start += 1 }
    let line = input.source.lineRange(input.source.lineNumber(at: start))
    return ObligationEvidence(
      kind: recognition.isUsePolicy ? .usePolicy : .licenseCopy, subject: recognition.license, place: .notice,
      location: input.location(line))
  }
}
