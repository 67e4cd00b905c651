/// A path as a file of the tree writes it.
package enum RelativePath {
  /// Where it leads from `folder`, as a path from the root of the tree: `.` for the root itself, nil for what leads out of the tree.
  ///
  /// - Parameter folder: from the root of the tree; `.` for that.
  package static func resolved(_ path: some StringProtocol, from folder: String) -> String? {
    var parts = folder == "." ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
