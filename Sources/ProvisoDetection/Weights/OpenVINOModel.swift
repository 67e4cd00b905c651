internal import ProvisoCore
internal import ProvisoText

/// Models of OpenVINO: the XML that describes a net, whose weights lie beside it under the same name (`x.xml` and `x.bin`).
struct OpenVINOModel: Detector {
  let id = "open-vino-model"
  let summary = "Nets of OpenVINO, by the XML that describes them."
  let needles = ["<net "]

  var endings: Set<String> { ["xml"] }

  func wants(_ path: FilePath) -> Bool { path.fileExtension == "xml" }

  func detect(_ input: DetectionInput) -> Detections {
    let head = String(decoding: input.source.bytes.prefix(Self.head), as: UTF8.self)
    guard let net = head.firstRange(of: "<net ")?.lowerBound,
      let end = head[net...].firstIndex(of: ">"), head[net..<end].contains("version=")
    else { return Detections() }
    let before = head[..<net].utf8.filter { $0 == UInt8(ascii: "<") }.count
    // A declaration may stand before it, and no other element.
    guard before == 0 || before == 1 && head[..<net].contains("<?xml") else { return Detections() }
    return WeightFile.described(path: input.path)
  }

  private static let head = 1 << 10
}
