internal import ProvisoCore
internal import ProvisoText

/// `.gitmodules`: the models and data sets of the hub that a repository has as submodules, which come with every recursive clone.
///
/// Format: git's `gitmodules(5)`. Which commit is meant stands in git's tree, so the address names no revision.
struct GitModules: Detector {
  let id = "git-modules"
  let summary = "Models of the hub that come as submodules, by the addresses of .gitmodules."
  let needles = ["huggingface.co", "hf.co"]

  var endings: Set<String> { ["gitmodules"] }

  func wants(_ path: FilePath) -> Bool { path.lowercasedName == ".gitmodules" }

  func detect(_ input: DetectionInput) -> Detections {
    let source = input.source
    return Detections(
      references: (1..<(source.lineCount + 1)).compactMap { number in
        guard let range = Self.address(source.lineRange(number), source) else { return nil }
        let text = source.string(in: range)
        // As ssh takes it.
        let address = text.hasPrefix("git@hf.co:") ? "https://hf.co/" + text.dropFirst("git@hf.co:".count) : text
        if let id = HubAddress.dataSet(of: address) {
          return reference(.huggingFace(id), .dataset, range, input)
        }
        return HubAddress.parse(address).map { reference(.huggingFace($0.id), .bundled, range, input) }
      })
  }

  private func reference(
    _ model: ModelName, _ role: Role, _ range: Range<Int>, _ input: DetectionInput
  ) -> ModelReference {
    input.reference(model, at: range, kind: .configuration, role: role)
  }

  /// What stands behind `url =`.
  private static func address(_ line: Range<Int>, _ source: SourceText) -> Range<Int>? {
    let bytes = source.bytes[line]
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let key = String(decoding: bytes[..<equals].filter { !ASCII.isBlank($0) }, as: UTF8.self)
    guard ASCII.lowercased(key) == "url" else { return nil }
    let isPadding = { (byte: UInt8) in ASCII.isBlank(byte) || byte == UInt8(ascii: "\"") || byte == 0x0D }
    guard let start = bytes[(equals + 1)...].firstIndex(where: { !isPadding($0) }),
      let end = bytes[start...].lastIndex(where: { !isPadding($0) })
    else { return nil }
    return start..<(end + 1)
  }
}
