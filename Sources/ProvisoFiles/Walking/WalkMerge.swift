/// Makes one result of what the tasks of a walk found, the same however the directories fell to them.
struct WalkMerge {
  private(set) var walk = Walk()

  /// - Parameter visitors: each with its files sorted.
  init(_ visitors: consuming [DirectoryVisitor], scope: WalkScope) {
    walk.fileCount = visitors.reduce(0) { $0 + $1.fileCount }
    var files = PathList()
    // Each list is let go as soon as it is copied: together they are most of what the walk of a large tree holds.
    for index in visitors.indices { files.append(visitors[index].takeFiles()) }
    files.sort()
    let links = visitors.flatMap(\.links).filter {
      !files.contains($0.target) || scope.options.readsApart?($0.path.span, $0.target.span) == true
    }
    if !links.isEmpty {
      walk.fileCount += links.count
      for link in links { files.append(link.path[...], target: link.target) }
      files.sort()
    }
    for link in visitors.flatMap(\.folderLinks) {
      walk.folderLinks[String(decoding: link.path, as: UTF8.self)] = String(decoding: link.target, as: UTF8.self)
    }
    let limit = max(0, scope.options.maximumFiles)
    walk.files = files.files(limit: limit, in: scope.root)
    walk.troubles = scope.troubles + visitors.flatMap(\.troubles)
    walk.troubles += ([scope.rules.tracked] + visitors.flatMap(\.repositories)).compactMap { $0?.trouble }
    if files.count > limit { walk.troubles.append(FileTrouble(path: ".", kind: .tooMany(limit: limit))) }
    walk.troubles.sort { one, other in
      one.path == other.path
        ? one.message < other.message : one.path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
  }
}
