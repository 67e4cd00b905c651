internal import ProvisoCore
internal import ProvisoText

/// ONNX: the `metadata_props` of the model (`license`, `author`, names and addresses of what it was made from).
/// The graph is passed over by its length, whatever its size.
///
/// Format: `ModelProto` of onnx.proto3. Tensors in files beside the model are not looked at.
struct ONNXModel: WeightDetector {
  let id = "onnx-model"
  let summary = "The metadata of ONNX models: license, author, where they come from."

  var endings: Set<String> { ["onnx"] }

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "onnx"
  }

  func detect(_ input: WeightInput) -> Detections {
    do {
      return WeightFile.described(input, MetadataKeys(try properties(input)).metadata(input))
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  private enum Field {
    static let graph = 7
    static let properties = 14
  }

  private static let maximumValue = 1 << 20
  private static let maximumProperties = 1_000

  /// Key and value, in the order of the file.
  private func properties(_ input: WeightInput) throws(ByteFault) -> [(key: String, value: String)] {
    var window = ByteWindow(input.bytes)
    var message = ProtobufReader(0..<input.size)
    var properties: [(key: String, value: String)] = []
    var hasGraph = false
    while let field = try message.next(in: &window) {
      if field.number == Field.graph { hasGraph = true }
      guard field.number == Field.properties, let range = field.range else { continue }
      guard properties.count < Self.maximumProperties else {
        throw ByteFault("it has more than the \(Self.maximumProperties) properties that are read")
      }
      var entry = ProtobufReader(range)
      var key = ""
      var value = ""
      while let part = try entry.next(in: &window) {
        guard let range = part.range else { continue }
        guard range.count <= Self.maximumValue else {
          throw ByteFault("a property of it has \(range.count) bytes, more than the \(Self.maximumValue) that are read")
        }
        if part.number == 1 { key = try window.string(range) }
        if part.number == 2 { value = try window.string(range) }
      }
      properties.append((key, value))
    }
    guard hasGraph else { throw ByteFault("there is no graph in it") }
    return properties
  }
}
