import ProvisoCore
import ProvisoDetection
import ProvisoKnowledge
import ProvisoText

/// One file as a scan looks at it.
struct FuzzedFile {
  static let runner = DetectorRunner(
    texts: RequiredTexts.all, isListed: { ModelCatalog.isListed($0) },
    recognize: { LicenseRecognizer.shared.recognize($0) })

  var path: String
  var bytes: [UInt8]

  /// What the detectors find, each at a place that the file has.
  func found() -> Detections {
    let path = FilePath(path)
    guard Self.runner.wantsWeights(path) else { return Self.runner.detect(path: path, bytes: bytes) }
    return Self.runner.detect(weightsAt: path, bytes: ByteSource(bytes))
  }

  func detections() -> Int {
    let found = found()
    let isText = !Self.runner.wantsWeights(FilePath(path))
    let source = SourceText(path: path, bytes: isText ? bytes : [])
    var digest = Digest()
    for reference in found.references {
      check(reference.location, in: source)
      expect(!reference.model.id.isEmpty, "a model without a name")
      digest.add(reference.model)
      digest.add(reference.location)
      digest.add(reference.asWritten)
    }
    for declaration in found.declarations {
      check(declaration.location, in: source)
      for license in declaration.licenses { check(license.location, in: source) }
      for base in declaration.bases { check(base.location, in: source) }
      digest.add(declaration.model)
      digest.add(declaration.licenses.map(\.tag))
    }
    for statement in found.statements { check(statement.location, in: source) }
    for evidence in found.evidence {
      check(evidence.location, in: source)
      digest.add(evidence.subject)
    }
    for notification in found.notifications {
      expect(notification.path == path, "a notification for another file")
      digest.add(notification.message)
    }
    return digest.value
  }

  private func check(_ place: Location, in source: SourceText) {
    expect(place.path == path, "a place in \(place.path)")
    expect(place.column >= 1 && place.column <= place.endColumn, "columns \(place.column) to \(place.endColumn)")
    expect((1...source.lineCount).contains(place.line), "line \(place.line) of \(source.lineCount)")
    let line = source.lineRange(place.line)
    expect(place.endColumn <= source.position(at: line.upperBound).column, "a place beyond its line")
    if let columns = place.byteColumns { expect(columns.upperBound <= line.count + 1, "bytes beyond the line") }
  }
}
