internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoText

extension ScanReport {
  /// Gives findings at files of which nothing was found, the policy first of all, the hash of their line.
  ///
  /// - Parameter files: of the tree, by their paths; asked for only where a finding lacks it.
  mutating func hashUnreadLines(_ files: () -> [String: SourceFile]) {
    let paths = Set(findings.compactMap(\.location).filter { $0.lineHash == nil }.map(\.path))
    guard !paths.isEmpty else { return }
    let files = files()
    for path in paths {
      guard let file = files[path], let bytes = try? FileReader.read(file, limit: Self.mostBytes) else { continue }
      let hashes = LineHashes(of: SourceText(path: path, bytes: TextEncoding.inUTF8(bytes)))
      for index in findings.indices {
        guard let place = findings[index].location, place.lineHash == nil, place.path == path else { continue }
        findings[index].location?.lineHash = hashes[line: place.line]
      }
    }
  }

  private static let mostBytes = 4 << 20
}
