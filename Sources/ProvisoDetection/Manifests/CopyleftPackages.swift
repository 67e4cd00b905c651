internal import ProvisoCore
internal import ProvisoText

/// Packages that load and train a line of models and are under a copyleft license themselves, the weights with them: `ultralytics` (AGPL-3.0)
/// among what a Python project requires, and code that makes a model of its library from a description or a variable (`YOLO("yolo11n.yaml")`,
/// `YOLO(cfg.weights)`).
///
/// Where the tree names weights of that line, those are the model, and the package adds nothing.
struct CopyleftPackages: Detector {
  let id = "copyleft-packages"
  let summary = "Python packages under the AGPL that load and train models of their own."
  let needles = ["ultralytics"]

  private static let maximumLine = 1_000
  private static let classes = ["YOLO(", "RTDETR(", "YOLOWorld(", "YOLOE("]

  func wants(_ path: FilePath) -> Bool {
    path.scope == .production && (Self.isManifest(path) || path.fileExtension == "py")
  }

  private static func isManifest(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    if ["pyproject.toml", "setup.cfg", "setup.py", "pipfile", "environment.yml", "environment.yaml", "conda.yaml"]
      .contains(name)
    {
      return true
    }
    return name.hasPrefix("requirements") && ["txt", "in"].contains(path.fileExtension)
  }

  func detect(_ input: DetectionInput) -> Detections {
    let isManifest = Self.isManifest(input.path)
    for number in 1...input.source.lineCount {
      let line = input.source.lineRange(number)
      guard line.count <= Self.maximumLine else { continue }
      let text = input.source.string(in: line)
      guard let found = isManifest ? Self.requirement(in: text) : Self.call(in: text) else { continue }
      let start = line.lowerBound + found.lowerBound
      var reference = input.reference(
        UltralyticsName.library, at: start..<(line.lowerBound + found.upperBound),
        kind: isManifest ? .configuration : .code, confidence: .medium,
        remark: "the package, whose library loads and trains models of its own")
      reference.isPackage = true
      return Detections(references: [reference])
    }
    return Detections()
  }

  /// `ultralytics`, `ultralytics==8.3.0`, `"ultralytics>=8",`, `ultralytics = "^8"`, `- ultralytics`: the bytes of the name.
  static func requirement(in line: String) -> Range<Int>? {
    let bytes = Array(line.utf8)
    let name = Array("ultralytics".utf8)
    guard bytes.first(where: { !ASCII.isBlank($0) }) != UInt8(ascii: "#") else { return nil }
    guard let found = line.firstRange(of: "ultralytics") else { return nil }
    let start = line.utf8.distance(from: line.startIndex, to: found.lowerBound)
    guard start == 0 || " \t\"'[(,".utf8.contains(bytes[start - 1]) else { return nil }
    let end = start + name.count
    let next = end < bytes.count ? bytes[end] : UInt8(ascii: " ")
    guard " \t\r=<>~!;,\"'[]@)".utf8.contains(next) else { return nil }
    return start..<end
  }

  /// `YOLO(args.model)`, `YOLO("yolo11n.yaml")`: the name of the class; nil where weights are named.
  static func call(in line: String) -> Range<Int>? {
    guard line.utf8.first(where: { !ASCII.isBlank($0) }) != UInt8(ascii: "#") else { return nil }
    for name in classes {
      guard let found = line.firstRange(of: name) else { continue }
      let start = line.utf8.distance(from: line.startIndex, to: found.lowerBound)
      if start > 0, ASCII.isWord(Array(line.utf8)[start - 1]) { continue }
      let argument = line[found.upperBound...].drop { $0 == " " }
      guard let first = argument.first, first != ")" else { continue }
      let isText = first == "\"" || first == "'"
      let isDescription = argument.contains(".yaml") || argument.contains(".yml")
      guard isText ? isDescription : first.isLetter || first == "_" else { continue }
      return start..<(start + name.utf8.count - 1)
    }
    return nil
  }
}
