internal import ProvisoText

/// Files with the repositories that they lie in before them: `owner/name:vae/model.safetensors,owner/other:*.safetensors`, as
/// DiffSynth and its kin are told what to load. The repository is the model.
/// `owner/name:tag` is a container or a model of Ollama's.
enum FilesOfModels {
  /// The repositories with their bytes in `text`; none unless each part of the list is such a file or such a name with nothing behind
  /// the colon, and one of the names is a model's that is known.
  static func names(in text: String) -> [(text: String, range: Range<Int>)] {
    let bytes = text.utf8
    guard bytes.count <= longest, let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[..<colon].contains(UInt8(ascii: "/"))
    else { return [] }
    var names: [(text: String, range: Range<Int>)] = []
    var start = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = name(of: part) else { return [] }
      names.append((name, start..<start + name.utf8.count))
      start += part.utf8.count + 1
    }
    return names.contains { HubName.isKnownModel($0.text) || MakerLines.contain($0.text) } ? names : []
  }

  private static func name(of part: Substring) -> String? {
    guard let colon = part.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let (name, file) = (String(part[..<colon]), part[colon...].dropFirst())
    guard HubName.isID(name), !HubName.isPlaceholder(name),
      file.utf8.allSatisfy({ ASCII.isWord($0) || "-./*?[]".utf8.contains($0) }),
      file.isEmpty || file.utf8.contains(UInt8(ascii: "*")) || file.utf8.last == UInt8(ascii: "/")
        || WeightNames.isFile(String(file))
    else { return nil }
    return name
  }

  private static let longest = 4_096
}
