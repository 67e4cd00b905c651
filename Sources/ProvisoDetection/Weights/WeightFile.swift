internal import ProvisoCore
internal import ProvisoText

/// What every weight format has to say, once its header is read.
enum WeightFile {
  /// A git LFS pointer stands where the weights would be: the file says nothing of itself.
  static func isPointer(_ start: [UInt8], _ input: WeightInput) -> Bool {
    guard input.size <= 1024, start.starts(with: Array("version ".utf8.prefix(start.count))),
      let text = input.read(0, 64)
    else {
      return false
    }
    return text.starts(with: Array("version https://git-lfs".utf8))
  }

  static func unlabelled(_ input: WeightInput) -> Detections {
    described(input, license: nil, name: nil, bases: [])
  }

  /// A model made of this file, with what its metadata states.
  static func described(_ input: WeightInput, license: String?, name: String?, bases: [String]) -> Detections {
    let model = owner(of: input.path)
    let location = Location(path: input.path.string)
    let declaredBases = bases.compactMap { text in
      HubName.model(in: text).map { DeclaredBase(model: $0, relation: nil, location: location) }
    }
    let declaration = ModelDeclaration(
      model: model, source: .weightMetadata, location: location,
      name: name.map { DeclaredName(name: $0, location: location) },
      licenses: license.map { [DeclaredLicense(tag: $0, location: location)] } ?? [], bases: declaredBases,
      scope: input.path.scope)
    let own = ModelReference(
      model: .local(model), location: location, asWritten: input.path.name, kind: .weights, role: .bundled,
      scope: input.path.scope)
    let others = declaredBases.map { base in
      ModelReference(
        model: base.model, location: location, asWritten: base.model.id, kind: .weights, role: .base,
        scope: input.path.scope, derivative: model)
    }
    return Detections(references: [own] + others, declarations: [declaration])
  }

  /// The weights are there, whatever their header says; what it says is not known, and that is told.
  static func broken(_ input: WeightInput, _ what: String) -> Detections {
    var detections = unlabelled(input)
    detections.notifications.append(
      Notification(
        level: .warning, message: "The metadata of the weights was not read: \(what).", path: input.path.string,
        isIncomplete: true))
    return detections
  }

  static func unreadable(_ input: WeightInput) -> Detections {
    broken(input, "the file could not be read")
  }

  /// Weights that go with a folder's config are that folder's model (`model.safetensors`, its shards, `pytorch_model.bin`);
  /// a file under a name of its own is a model by itself.
  static func owner(of path: FilePath) -> String {
    let folderNames = [
      "model", "pytorch_model", "diffusion_pytorch_model", "adapter_model", "weights", "consolidated", "adapters",
    ]
    let isFolderName = folderNames.contains { name in
      path.lowercasedName.hasPrefix(name + ".") || path.lowercasedName.hasPrefix(name + "-")
        || path.lowercasedName.hasPrefix(name + "_")
    }
    return isFolderName ? path.directory : path.string
  }
}
