internal import ProvisoCore
internal import ProvisoText

/// Constants of torchaudio that stand for weights, in Python: `torchaudio.pipelines.MMS_FA`, `from torchaudio.pipelines import MMS_FA`.
/// No name stands in the file, and some of them may not be used commercially.
struct TorchaudioBundles: LibraryFinder {
  func find(in part: CodePart) -> [ModelReference] {
    let (bytes, range, source) = (part.bytes, part.range, part.input.source)
    guard Self.library.containsAny(in: bytes.span) else { return [] }
    var references: [ModelReference] = []
    var signs = HashSigns()
    // An import takes the names of its line, among them those of others behind it.
    var imported = 0
    Self.members.forEachMatch(in: bytes.span) { needle, offset in
      let start = offset + Self.lengths[needle]
      guard range.contains(offset), start < range.upperBound, offset >= imported,
        !signs.stand(before: offset, in: source)
      else { return true }
      var end = start + Self.longest
      if needle == 0 {
        end = source.lineRange(source.lineNumber(at: start)).upperBound
        imported = end
      }
      for name in Self.names(in: start..<min(end, range.upperBound), bytes, areSeveral: needle == 0) {
        references.append(Self.reference(name, in: part.input, part.kind))
      }
      return true
    }
    return references
  }

  /// The hub's name of weights that torchaudio has under a constant of its own, where their terms are known to be the same.
  static func hubID(_ constant: String) -> String? {
    guard constant.hasPrefix(voxpopuli), constant.utf8.count == voxpopuli.utf8.count + 2 else { return nil }
    return "facebook/wav2vec2-base-10k-voxpopuli-ft-\(ASCII.lowercased(String(constant.suffix(2))))"
  }

  private static let voxpopuli = "VOXPOPULI_ASR_BASE_10K_"

  private static func reference(_ range: Range<Int>, in input: DetectionInput, _ kind: ReferenceKind) -> ModelReference
  {
    let name = input.source.string(in: range)
    let model =
      hubID(name).map(ModelName.huggingFace) ?? ModelName(registry: .torchhub, id: "torchaudio.pipelines.\(name)")
    return input.reference(
      model, at: range, as: name, kind: kind, confidence: .medium, remark: "a constant of torchaudio.pipelines")
  }

  /// Words of capitals, digits and `_`; classes such as `Wav2Vec2FABundle` are none.
  private static func names(in range: Range<Int>, _ bytes: [UInt8], areSeveral: Bool) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      guard ASCII.isWord(bytes[start]) else {
        if !areSeveral { break }
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, ASCII.isWord(bytes[end]) { end += 1 }
      let word = bytes[start..<end]
      if ASCII.isUpper(word[start]), word.contains(UInt8(ascii: "_")),
        word.allSatisfy({ ASCII.isUpper($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "_") })
      {
        names.append(start..<end)
      }
      if !areSeveral { break }
      start = end
    }
    return names
  }

  private static let longest = 64
  private static let library = NeedleSet(["torchaudio"])
  private static let needles = ["torchaudio.pipelines import ", "pipelines."]
  private static let members = NeedleSet(needles)
  private static let lengths = needles.map(\.utf8.count)
}
