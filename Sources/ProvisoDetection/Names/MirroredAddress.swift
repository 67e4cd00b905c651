internal import ProvisoText

/// Addresses on the hub whose host is put in: `{{host}}/owner/name`, `${HF_ENDPOINT}/owner/name/resolve/main/model.safetensors`.
enum MirroredAddress {
  /// The bytes of `owner/name` in `text`; nil where what stands behind the host is something else.
  static func name(in text: String) -> Range<Int>? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "$"),
      let slash = bytes.firstIndex(of: UInt8(ascii: "/")), isVariable(bytes[..<slash])
    else { return nil }
    let parts = bytes[(slash + 1)...].split(
      separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    let range = parts[0].startIndex..<parts[1].endIndex
    let id = String(decoding: bytes[range], as: UTF8.self)
    if parts.count > 2 {
      guard parts[2].elementsEqual("resolve".utf8), HubName.isID(id, mayEndLikeFile: true) else { return nil }
      return NameJudge.isPlaceholder(id) ? nil : range
    }
    return HubName.isKnownModel(id) && !isFolder(bytes.span.extracting(0..<slash)) ? range : nil
  }

  /// `${MODEL_DIR}/acme/whisper-tiny` is a path.
  private static func isFolder(_ variable: Span<UInt8>) -> Bool {
    folders.containsAny(in: variable) && !hosts.containsAny(in: variable)
  }

  private static let folders = NeedleSet(
    ["cache", "dir", "folder", "home", "models", "output", "path", "pwd", "root", "weights"], ignoresCase: true)
  private static let hosts = NeedleSet(["endpoint", "host", "hub", "mirror", "url"], ignoresCase: true)

  /// `$NAME`, `${NAME}`, `{{name}}`, `{{ .Values.name }}`
  private static func isVariable(_ text: ArraySlice<UInt8>) -> Bool {
    let inner = text.drop { "${ ".utf8.contains($0) }
    let name = inner.prefix { ASCII.isWord($0) || $0 == UInt8(ascii: ".") }
    return !name.isEmpty && inner[name.endIndex...].allSatisfy { "} ".utf8.contains($0) }
  }
}
