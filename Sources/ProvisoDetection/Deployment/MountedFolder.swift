internal import ProvisoCore

/// Folders of a model that a container is given: `docker run -v ~/.cache/models/owner/name:/weights …`.
enum MountedFolder {
  static func isVolume(_ option: String) -> Bool { option == "-v" || option == "--volume" }

  /// The bytes of the folder outside of the container, and the model that was fetched into it.
  static func model(in text: String) -> (range: Range<Int>, verdict: NameVerdict)? {
    guard text.utf8.count <= 1_000, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let folder = text[..<colon]
    let parts = folder.split(separator: "/").suffix(3).map(String.init)
    // What stands before, a variable or `<user>`, does not matter.
    guard parts.count == 3, let verdict = LocalCopy.verdict("/" + parts.joined(separator: "/"), .bare) else {
      return nil
    }
    return (0..<folder.utf8.count, verdict)
  }
}
