internal import ProvisoCore
internal import ProvisoText

/// Core ML: the metadata of `.mlmodel`, alone or in an `.mlpackage`: author, license, description and what the author added
/// under `userDefined`. Layers and weights are passed over by their length.
///
/// Format: Apple's `Model.proto`. Compiled models are read by ``CoreMLCompiled``.
struct CoreMLModel: WeightDetector {
  let id = "coreml-model"
  let summary = "The metadata of Core ML models: author, license, description."

  var endings: Set<String> { ["mlmodel"] }

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "mlmodel"
  }

  func detect(_ input: WeightInput) -> Detections {
    do {
      return WeightFile.described(input, try metadata(input))
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  private enum Field {
    static let description = 2
    static let metadata = 100
    static let license = 4
    static let userDefined = 100
  }

  private static let maximumValue = 1 << 20
  private static let maximumPairs = 1_000

  private func metadata(_ input: WeightInput) throws(ByteFault) -> WeightMetadata {
    var window = ByteWindow(input.bytes)
    guard let description = try Self.message(Field.description, of: 0..<input.size, &window) else {
      throw ByteFault("there is no description in it")
    }
    guard let metadata = try Self.message(Field.metadata, of: description, &window) else { return WeightMetadata() }
    var pairs: [(key: String, value: String)] = []
    var fields = ProtobufReader(metadata)
    while let field = try fields.next(in: &window) {
      guard let range = field.range, [Field.license, Field.userDefined].contains(field.number) else { continue }
      guard range.count <= Self.maximumValue, pairs.count < Self.maximumPairs else {
        throw ByteFault(
          "its metadata have more than the \(Self.maximumPairs) entries of \(Self.maximumValue) bytes that are read")
      }
      if field.number == Field.license { pairs.insert(("license", try window.string(range)), at: 0) }
      if field.number == Field.userDefined, let pair = try Self.pair(range, &window) { pairs.append(pair) }
    }
    return MetadataKeys(pairs).metadata(input)
  }

  /// The last field `number` of the message at `range`: proto3 takes the last.
  private static func message(
    _ number: Int, of range: Range<Int>, _ window: inout ByteWindow
  ) throws(ByteFault) -> Range<Int>? {
    var reader = ProtobufReader(range)
    var found: Range<Int>?
    while let field = try reader.next(in: &window) {
      if field.number == number, let range = field.range { found = range }
    }
    return found
  }

  private static func pair(
    _ range: Range<Int>, _ window: inout ByteWindow
  ) throws(ByteFault) -> (key: String, value: String)? {
    var reader = ProtobufReader(range)
    var key: String?
    var value = ""
    while let field = try reader.next(in: &window) {
      guard let range = field.range else { continue }
      if field.number == 1 { key = try window.string(range) }
      if field.number == 2 { value = try window.string(range) }
    }
    return key.map { ($0, value) }
  }
}
