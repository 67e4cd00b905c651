/// Names of policies as `extends` writes them.
enum PolicyReference {
  static let packPrefix = "proviso:"

  /// The path that `relative` is, seen from the file at `path`.
  static func path(_ relative: String, from path: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return normalized(folder + relative)
  }

  /// `path` without `.` and without needless `..`: the same file has the same name whichever way it is reached.
  static func normalized(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == "..", let last = segments.last, last != ".." {
        segments.removeLast()
      } else if segment != ".." || !isAbsolute {
        segments.append(segment)
      }
    }
    return (isAbsolute ? "/" : "") + segments.joined(separator: "/")
  }
}
