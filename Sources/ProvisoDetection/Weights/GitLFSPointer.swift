internal import ProvisoCore
internal import ProvisoText

/// A git LFS pointer where weights would be: which bytes are meant, and that nothing is known of what they say.
///
/// Format: git-lfs `docs/spec.md`, version 1. A pointer makes a model as its file would.
package enum GitLFSPointer {
  private static let maximumSize = 1_024

  /// The hash of the file that a pointer stands for; nil for what is none.
  ///
  /// - Parameter bytes: the whole file, or its head where it is larger than any pointer.
  package static func digest(in bytes: [UInt8]) -> String? {
    guard isPointer(bytes) else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first {
      $0.hasPrefix("oid sha256:")
    }
    let digest = line.map { String($0.dropFirst("oid sha256:".count)).lowercased() } ?? ""
    let isHexadecimal = digest.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    return digest.utf8.count == 64 && isHexadecimal ? digest : nil
  }

  /// Whether the file is meant as a pointer, and may lack the half of it.
  private static func isPointer(_ bytes: [UInt8]) -> Bool {
    bytes.count <= maximumSize && bytes.starts(with: Array("version https://git-lfs".utf8))
  }

  /// A pointer where a card, a license or a configuration would be: what it says of a model is not known, and that is told. A license
  /// text that nobody has read is none that a label speaks for.
  static func unreadManifest(_ path: FilePath, _ bytes: [UInt8]) -> Detections? {
    let isText = LicenseFile().wants(path)
    guard isText || manifests.contains(path.lowercasedName), isPointer(bytes) else { return nil }
    let told = Notification(
      level: .warning,
      message:
        "It is a git LFS pointer, so what the file says of a model's license and base is not known; run `git lfs pull` and scan again.",
      path: path.string, isIncomplete: true)
    return Detections(
      declarations: isText ? [LicenseFile.declaration(of: "a git LFS pointer", at: path)] : [], notifications: [told])
  }

  private static let manifests: Set<String> = [
    "readme.md", "model_card.md", "config.json", "adapter_config.json", "model_index.json",
  ]

  /// Nil where the file is no pointer.
  static func read(_ input: WeightInput) -> Detections? {
    guard input.size <= maximumSize, input.size > 0, let bytes = input.read(0, input.size), isPointer(bytes)
    else { return nil }
    var size: Int?
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("size ") { size = Int(line.dropFirst("size ".count)) }
    }
    guard let digest = digest(in: bytes), let size, size >= 0 else {
      return WeightFile.broken(input, "it is a git LFS pointer without the sha256 and the size of the file")
    }
    return WeightFile.described(
      input, WeightMetadata(remark: "a git LFS pointer to \(size) bytes with the sha256 \(digest)"))
  }
}
