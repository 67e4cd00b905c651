internal import ProvisoCore
internal import ProvisoText

/// TensorFlow Lite (LiteRT): the model metadata (name, author, license), and the same in the bundles of MediaPipe (`.task`),
/// which are archives of such models.
///
/// Format: the FlatBuffers schemas `schema.fbs` (file identifier TFL3) and `metadata_schema.fbs`. The tensors are never read;
/// the files packed behind the model are known by name, and read where they are not compressed. What is compressed is told.
struct TFLiteModel: WeightDetector {
  let id = "tflite-model"
  let summary = "The metadata of TensorFlow Lite models and MediaPipe bundles."

  var endings: Set<String> { ["lite", "task", "tflite"] }

  func wants(_ path: FilePath) -> Bool {
    ["tflite", "task", "lite"].contains(path.fileExtension)
  }

  /// `.task` and `.lite` are other people's extensions too.
  func isWeights(pointerAt path: FilePath) -> Bool { path.fileExtension == "tflite" }

  func detect(_ input: WeightInput) -> Detections {
    do {
      if let model = try Self.model(input) {
        let archive = try ZipDirectory.read(input.bytes)
        return WeightFile.described(input, model, unread: Self.unreadTexts(archive))
      }
      if input.path.fileExtension == "task" { return try bundle(input) }
      guard input.path.fileExtension == "tflite" else { return Detections() }
      return WeightFile.broken(input, "it is no model of TensorFlow Lite")
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  private static let maximumModels = 32

  /// What the models of a bundle state, together.
  private func bundle(_ input: WeightInput) throws(ByteFault) -> Detections {
    guard let archive = try ZipDirectory.read(input.bytes) else { return Detections() }
    let models = archive.entries.filter {
      FilePath($0.name).fileExtension == "tflite" || $0.name == "TF_LITE_PREFILL_DECODE"
    }
    guard !models.isEmpty else { return Detections() }
    var all = WeightMetadata()
    let unread = models.dropFirst(Self.maximumModels) + models.prefix(Self.maximumModels).filter { !$0.isStored }
    for entry in models.prefix(Self.maximumModels) {
      guard let bytes = try archive.contents(of: entry), let model = try Self.model(input.part(bytes)) else { continue }
      for license in model.licenses where !all.licenses.contains(where: { $0.tag == license.tag }) {
        all.licenses.append(license)
      }
    }
    all.licenses += try Self.packedTexts(archive, input)
    all.remark = "a bundle of \(models.count == 1 ? "one model" : "\(models.count) models")"
    return WeightFile.described(input, all, unread: unread.map(\.name) + Self.unreadTexts(archive))
  }

  private enum Field {
    static let buffers = 4
    static let metadata = 6
    static let name = 0
    static let license = 5
  }

  /// Nil for what is no TensorFlow Lite.
  private static func model(_ input: WeightInput) throws(ByteFault) -> WeightMetadata? {
    var file = FlatBuffer(input.bytes)
    guard input.size >= 8, try file.identifier() == "TFL3" else { return nil }
    let root = try file.root()
    var result = WeightMetadata()
    for entry in try file.tables(Field.metadata, of: root).prefix(64)
    where try file.string(0, of: entry) == "TFLITE_METADATA" {
      guard let place = try file.field(1, of: entry) else { continue }
      let index = Int(try file.integer(4, at: place))
      let buffers = try file.tables(Field.buffers, of: root)
      guard buffers.indices.contains(index), let range = try file.bytes(0, of: buffers[index]) else {
        throw ByteFault("its metadata are not where it says")
      }
      var metadata = FlatBuffer(input.bytes.part(range))
      let model = try metadata.root()
      result.name = try metadata.string(Field.name, of: model)
      let license = try metadata.string(Field.license, of: model)
      result.licenses = [WeightLicense.read(license, input)].compactMap { $0 }
    }
    if let archive = try ZipDirectory.read(input.bytes) { result.licenses += try packedTexts(archive, input) }
    return result
  }

  private static let maximumText = 1 << 20

  private static func texts(_ archive: ZipDirectory) -> [ZipDirectory.Entry] {
    archive.entries.filter { FilePath($0.name).lowercasedName.hasPrefix("license") }
  }

  private static func unreadTexts(_ archive: ZipDirectory?) -> [String] {
    archive.map { texts($0).filter { !$0.isStored || $0.size > maximumText }.map(\.name) } ?? []
  }

  /// License texts among the packed files.
  private static func packedTexts(_ archive: ZipDirectory, _ input: WeightInput) throws(ByteFault) -> [DeclaredLicense]
  {
    var licenses: [DeclaredLicense] = []
    for entry in texts(archive) where entry.size <= maximumText {
      guard let bytes = try archive.contents(of: entry), let text = bytes.read(0, bytes.size),
        let license = WeightLicense.read(String(decoding: text, as: UTF8.self), input)
      else { continue }
      licenses.append(license)
    }
    return licenses
  }
}
