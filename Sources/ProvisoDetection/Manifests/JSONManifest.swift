internal import ProvisoCore
internal import ProvisoText

/// Reads a JSON manifest and says so when it cannot: shared by the detectors of JSON files.
struct JSONManifest {
  let input: DetectionInput
  let root: DataNode

  /// Nil, with a notification, for a file that is no JSON object.
  static func read(_ input: DetectionInput) -> (manifest: Self?, notifications: [Notification]) {
    do {
      let document = try JSONReader.read(input.source)
      guard document.root.isMapping else { return (nil, []) }
      let notifications = document.duplicateKeys.prefix(1).map { twice in
        input.notification(
          .note, at: input.source.position(at: twice.again.lowerBound),
          "The key \"\(twice.key)\" stands there twice; the last one counts, as it does for the libraries that load the file."
        )
      }
      return (Self(input: input, root: document.root), notifications)
    } catch {
      return (nil, [unreadable(input, error)])
    }
  }

  static func unreadable(_ input: DetectionInput, _ error: DocumentError) -> Notification {
    var notification = input.notification(
      .warning, at: error.position, "Not read as JSON, so what it says of a model is not known: \(error.message)")
    notification.isIncomplete = true
    return notification
  }

  /// What stands under `key` where that names no model: a folder of somebody's machine, a title.
  func unreadBases(_ key: String) -> [DeclaredName] {
    guard let node = root[key], !node.isNull, base(key) == nil else { return [] }
    if let text = node.string, text.isEmpty || NameJudge.isPlaceholder(text) { return [] }
    return [DeclaredName(name: node.text ?? "", location: input.location(of: node))]
  }

  /// The hub model under `key`: a name with an owner, since these keys also hold folders of somebody's machine.
  func base(_ key: String) -> (model: ModelName, node: DataNode)? {
    guard let node = root[key], let text = node.string, text.utf8.contains(UInt8(ascii: "/")),
      let model = BaseName.model(in: text)
    else { return nil }
    return (model, node)
  }
}
