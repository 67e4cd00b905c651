internal import ProvisoCore
internal import ProvisoText

/// YOLO-NAS by Deci's library, in Python: `models.get("yolo_nas_s", pretrained_weights="coco")`. The callee's word is anybody's, so
/// only the names of that line are taken; they have no repository of the hub.
struct SuperGradientsModels: LibraryFinder {
  func find(in part: CodePart) -> [ModelReference] {
    let (code, source) = (part.code, part.input.source)
    return code.literals.compactMap { literal in
      guard let scope = literal.scope, literal.argument == 0, !literal.isComputed, !literal.isPart,
        !literal.isInComment, literal.range.count <= 16, let callee = code.scopes[scope].callee,
        source.bytes[callee].elementsEqual("get".utf8)
      else { return nil }
      let name = ASCII.lowercased(source.string(in: literal.range))
      guard Self.names.contains(name) else { return nil }
      return part.input.reference(
        ModelName(registry: .torchhub, id: name), at: literal.range, as: name, kind: part.kind, confidence: .high,
        remark: "a name of super_gradients")
    }
  }

  private static let names: Set<String> = [
    "yolo_nas_s", "yolo_nas_m", "yolo_nas_l", "yolo_nas_pose_n", "yolo_nas_pose_s", "yolo_nas_pose_m",
    "yolo_nas_pose_l",
  ]
}
