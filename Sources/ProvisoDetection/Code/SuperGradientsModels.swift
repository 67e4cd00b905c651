internal import ProvisoCore
internal import ProvisoText

/// YOLO-NAS by Deci's library, in Python: `models.get("yolo_nas_s", pretrained_weights="coco")`. The callee's word is anybody's, so
/// only the names of that line are taken; they have no repository of the hub.
enum SuperGradientsModels {
  static func find(
    in code: CodeLiterals, of input: DetectionInput, _ language: CodeLanguage, _ kind: ReferenceKind
  ) -> [ModelReference] {
    guard language.name == "python" else { return [] }
    return code.literals.compactMap { literal in
      guard let scope = literal.scope, literal.argument == 0, !literal.isComputed, !literal.isPart,
        !literal.isInComment, literal.range.count <= 16, let callee = code.scopes[scope].callee,
        input.source.bytes[callee].elementsEqual("get".utf8)
      else { return nil }
      let name = ASCII.lowercased(input.source.string(in: literal.range))
      guard names.contains(name) else { return nil }
      return ModelReference(
        model: ModelName(registry: .torchhub, id: name), location: input.location(literal.range), asWritten: name,
        kind: kind, role: .used, scope: input.path.scope, confidence: .high,
        remark: "a name of super_gradients")
    }
  }

  private static let names: Set<String> = [
    "yolo_nas_s", "yolo_nas_m", "yolo_nas_l", "yolo_nas_pose_n", "yolo_nas_pose_s", "yolo_nas_pose_m",
    "yolo_nas_pose_l",
  ]
}
