internal import ProvisoCore
internal import ProvisoText

/// License texts and use policies that go along with something, in files of other names than a license's own: `NOTICE`,
/// `THIRD-PARTY-LICENSES.md`, `USE_POLICY.md`, the terms of a product.
///
/// A file is one text, or several parted by lines of signs. Only the known text, word for word, is a copy. Files that are
/// named like a license are ``LicenseFile``'s.
struct LicenseCopies: Detector {
  let id = "license-copies"
  let summary = "Copies of license texts and use policies in notice files."
  let needles: [String] = []

  private static let minimumText = 200

  func wants(_ path: FilePath) -> Bool {
    path.scope != .test && WordPlaces.isLegal(path) && !LicenseFile().wants(path)
  }

  func detect(_ input: DetectionInput) -> Detections {
    if let whole = Self.evidence(of: input.source, at: 0, input) { return Detections(evidence: [whole]) }
    let ranges = TextSegments.ranges(in: input.source)
    guard ranges.count > 1 else { return Detections() }
    return Detections(
      evidence: ranges.filter { $0.count >= Self.minimumText }.compactMap { range in
        let part = SourceText(path: input.path.string, bytes: Array(input.source.bytes[range]))
        return Self.evidence(of: part, at: range.lowerBound, input)
      })
  }

  private static func evidence(of text: SourceText, at offset: Int, _ input: DetectionInput) -> ObligationEvidence? {
    guard let recognition = input.recognize(text) else { return nil }
    return evidence(recognition, at: offset, input)
  }

  /// What a recognized text is evidence of; nil for a text with changes.
  static func evidence(
    _ recognition: LicenseRecognition, at offset: Int, _ input: DetectionInput
  ) -> ObligationEvidence? {
    guard recognition.differences.isEmpty else { return nil }
    var start = offset
    while start < input.source.bytes.count, ASCII.isWhitespace(input.source.bytes[start]) { start += 1 }
    let line = input.source.lineRange(input.source.lineNumber(at: start))
    return ObligationEvidence(
      kind: recognition.isUsePolicy ? .usePolicy : .licenseCopy, subject: recognition.license, place: .notice,
      location: input.location(line))
  }
}
