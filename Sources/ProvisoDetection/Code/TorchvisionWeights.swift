internal import ProvisoCore
internal import ProvisoText

/// The weights of torchvision that may not be used commercially, in Python: `vit_h_14(weights="IMAGENET1K_SWAG_E2E_V1")`,
/// `RegNet_Y_16GF_Weights.IMAGENET1K_SWAG_LINEAR_V1`. Its others are under no license of their own.
enum TorchvisionWeights {
  /// The words one of which stands in every file that has them.
  static let hints = ["imagenet1k_swag_"]

  static func find(
    in input: DetectionInput, range: Range<Int>?, _ language: CodeLanguage, _ kind: ReferenceKind
  ) -> [ModelReference] {
    let bytes = input.source.bytes
    guard language.name == "python" else { return [] }
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var references: [ModelReference] = []
    var signs = HashSigns()
    constants.forEachMatch(in: bytes.span) { _, offset in
      guard range.contains(offset), offset == 0 || !ASCII.isWord(bytes[offset - 1]),
        !signs.stand(before: offset, in: input.source)
      else { return true }
      var end = offset
      while end < range.upperBound, ASCII.isWord(bytes[end]), end - offset < longest { end += 1 }
      let name = input.source.string(in: offset..<end)
      references.append(
        ModelReference(
          model: ModelName(registry: .torchhub, id: "torchvision:\(name)"), location: input.location(offset..<end),
          asWritten: name, kind: kind, role: .used, scope: input.path.scope, confidence: .medium,
          remark: "weights of torchvision"))
      return true
    }
    return references
  }

  private static let constants = NeedleSet(["IMAGENET1K_SWAG_"])
  private static let longest = 64
}
