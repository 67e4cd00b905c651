internal import ProvisoCore
internal import ProvisoText

/// What the metadata of a weight file state.
struct WeightMetadata {
  var licenses: [DeclaredLicense] = []
  var name: String?
  /// Names or addresses of hub models.
  var bases: [String] = []
  /// How the file was made from its bases, where that is plain from its format.
  var relation: Relation?
  /// The classes of the weights, where only one line of models has them.
  var architectures: [String] = []
  /// The sizes of a language model.
  var shape: ModelShape?
  /// What a reader should know of the file.
  var remark: String?
}

/// What every weight format has to say, once its header is read.
enum WeightFile {
  /// A model made of this file, with what its metadata states.
  static func described(_ input: WeightInput, _ metadata: WeightMetadata = WeightMetadata()) -> Detections {
    described(path: input.path, metadata)
  }

  static func described(path: FilePath, _ metadata: WeightMetadata = WeightMetadata()) -> Detections {
    let model = WeightName(path).owner
    let metadata = named(metadata, model)
    let location = Location(path: path.string)
    let bases = metadata.bases.compactMap { text in
      BaseName.model(in: text).map { DeclaredBase(model: $0, relation: metadata.relation, location: location) }
    }
    var declaration = ModelDeclaration(
      model: model, source: .weightMetadata, location: location,
      name: metadata.name.map { DeclaredName(name: $0, location: location) }, licenses: metadata.licenses,
      bases: bases, scope: path.scope)
    declaration.unreadBases = metadata.bases.filter { BaseName.model(in: $0) == nil }.map {
      DeclaredName(name: $0, location: location)
    }
    declaration.architectures = metadata.architectures
    declaration.shape = metadata.shape
    let own = ModelReference(
      model: .local(model), location: location, asWritten: path.name, kind: .weights, role: .bundled,
      scope: path.scope, remark: metadata.remark)
    let others = bases.map { base in
      ModelReference(
        model: base.model, location: location, asWritten: base.model.id, kind: .weights, role: .base,
        scope: path.scope, derivative: model)
    }
    return Detections(references: [own] + others, declarations: [declaration])
  }

  /// Where nothing else says what the model was made from, its file's name can: `yolov8n.pt`.
  private static func named(_ metadata: WeightMetadata, _ model: String) -> WeightMetadata {
    guard metadata.bases.isEmpty, let base = UltralyticsName.model(ofFile: FilePath(model).lowercasedName) else {
      return metadata
    }
    var named = metadata
    named.bases = [base]
    named.relation = nil
    named.remark = [metadata.remark, "the name is that of weights of \(base)"].compactMap { $0 }.joined(separator: "; ")
    return named
  }

  /// As ``described(_:_:)``; what of the archive was not read, and might have said something, is told by name.
  static func described(_ input: WeightInput, _ metadata: WeightMetadata, unread names: [String]) -> Detections {
    guard let first = names.first else { return described(input, metadata) }
    let others = names.count == 1 ? "" : " and \(names.count - 1) more"
    return broken(input, "\(first)\(others) in it is compressed, or more than is read", metadata)
  }

  /// The weights are there, whatever their header says; what it says is not known, and that is told.
  static func broken(
    _ input: WeightInput, _ what: String, _ metadata: WeightMetadata = WeightMetadata()
  ) -> Detections {
    var detections = described(input, metadata)
    detections.notifications.append(
      Notification(
        level: .warning, message: "The metadata of the weights was not read: \(what).", path: input.path.string,
        isIncomplete: true))
    return detections
  }

  /// As ``broken(_:_:_:)`` for a file whose name is that of weights and whose first bytes are nothing that is known; nothing for a text,
  /// which has the ending of weights by chance, and for a file that is too short for any.
  static func unknown(_ input: WeightInput, _ start: [UInt8], _ what: String) -> Detections {
    let isText = start.allSatisfy { $0 >= 0x20 && $0 != 0x7F || ASCII.isWhitespace($0) }
    return isText || start.count < 8 ? Detections() : broken(input, what)
  }

  static func unreadable(_ input: WeightInput) -> Detections {
    broken(input, "the file could not be read")
  }
}
