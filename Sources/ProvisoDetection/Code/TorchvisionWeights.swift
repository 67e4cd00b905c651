internal import ProvisoCore
internal import ProvisoText

/// The weights of torchvision that may not be used commercially, in Python: `vit_h_14(weights="IMAGENET1K_SWAG_E2E_V1")`,
/// `RegNet_Y_16GF_Weights.IMAGENET1K_SWAG_LINEAR_V1`. Its others are under no license of their own.
struct TorchvisionWeights: LibraryFinder {
  /// The words one of which stands in every file that has them.
  static let hints = ["imagenet1k_swag_"]

  func find(in part: CodePart) -> [ModelReference] {
    let (bytes, range, source) = (part.bytes, part.range, part.input.source)
    var references: [ModelReference] = []
    var signs = HashSigns()
    Self.constants.forEachMatch(in: bytes.span) { _, offset in
      guard range.contains(offset), offset == 0 || !ASCII.isWord(bytes[offset - 1]),
        !signs.stand(before: offset, in: source)
      else { return true }
      var end = offset
      while end < range.upperBound, ASCII.isWord(bytes[end]), end - offset < Self.longest { end += 1 }
      let name = source.string(in: offset..<end)
      references.append(
        part.input.reference(
          ModelName(registry: .torchhub, id: "torchvision:\(name)"), at: offset..<end, as: name, kind: part.kind,
          confidence: .medium, remark: "weights of torchvision"))
      return true
    }
    return references
  }

  private static let constants = NeedleSet(["IMAGENET1K_SWAG_"])
  private static let longest = 64
}
