import ProvisoCore
import ProvisoText

@testable import ProvisoDetection

extension Detector {
  func detect(_ path: String, _ text: String) -> Detections {
    detect(path, bytes: Array(text.utf8))
  }

  func detect(_ path: String, bytes: [UInt8]) -> Detections {
    detect(DetectionInput(path: FilePath(path), source: SourceText(path: path, bytes: bytes)))
  }
}

extension Detector {
  /// What comes out where the detector's needles and its first look decide whether it is asked at all.
  func detectIfFound(_ path: String, _ text: String) -> Detections {
    DetectorRunner(detectors: [self], weightDetectors: []).detect(path: FilePath(path), bytes: Array(text.utf8))
  }
}

extension Location {
  /// `line:column-endColumn`
  var outline: String { "\(line):\(column)-\(endColumn)" }
}

extension ModelReference {
  /// `line:column-endColumn name role`, and the revision where the place could name one.
  var outline: String {
    let pin: String? =
      switch revision {
      case .notApplicable: nil
      case .unpinned: "unpinned"
      case .named(let name): "named \(name)"
      case .commit(let commit): "commit \(commit)"
      }
    return ([location.outline, asWritten, role.rawValue] + (pin.map { [$0] } ?? [])).joined(separator: " ")
  }
}

extension Detections {
  var outlines: [String] { references.map(\.outline) }
  var names: [String] { references.map(\.asWritten) }
  var isIncomplete: Bool { notifications.contains { $0.isIncomplete } }
}

/// What a stranger, a broken disk or a wrong encoding makes of a file: cut at every byte, and every byte in turn replaced.
func spoiled(_ text: String) -> [[UInt8]] {
  let bytes = Array(text.utf8)
  let cut = bytes.indices.map { Array(bytes[..<$0]) }
  let replaced = bytes.indices.flatMap { offset in
    [0x00, 0x0A, 0x0D, 0x22, 0x28, 0x5C, 0x80, 0xF0, 0xFF].map { (byte: UInt8) in
      var copy = bytes
      copy[offset] = byte
      return copy
    }
  }
  return cut + replaced
}

extension Detections {
  /// Every location lies on a line of the file, its end not before its start.
  func isWithin(_ source: SourceText) -> Bool {
    let places =
      references.map(\.location) + statements.map(\.location) + declarations.map(\.location)
      + declarations.flatMap { $0.licenses.map(\.location) + $0.bases.map(\.location) }
    return places.allSatisfy { place in
      let end = source.position(at: source.lineRange(place.line).upperBound)
      return (1...source.lineCount).contains(place.line) && place.column >= 1 && place.column <= place.endColumn
        && place.endColumn <= end.column
    }
  }
}
