internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoText

/// The weights that container images take along with the folders that they copy: `COPY . .`.
///
/// The root of a build's context is not written in a Dockerfile. Where compose, bake or a command says it, that holds, and what the image takes
/// along is used where they build it, too. Else it is taken to be the nearest folder, from that of the Dockerfile up, which has one of
/// the sources; where there is only `.`, the Dockerfile's own, or the one above a folder such as `docker`. What `.dockerignore`
/// leaves out is not copied.
struct ImageContexts {
  /// Whether anything is at a path from the root of the tree.
  let has: (String) -> Bool
  /// The contents of a small file of the tree; nil where there is none.
  let read: (String) -> [UInt8]?

  private static let mostRules = 2_000
  private static let mostBuilds = 50
  private static let mostReferences = 10_000
  /// Of a pattern or a prefix against a path.
  private static let mostAnswers = 4_000_000
  /// Folders that hold nothing but what images are made with.
  private static let foldersOfFiles: Set<String> = [
    ".docker", "build", "container", "containers", "deploy", "deployment", "docker", "dockerfiles", "images",
  ]

  func settled(_ detections: Detections) -> Detections {
    var detections = detections
    let weights = Self.weights(detections)
    guard !weights.isEmpty, !detections.copies.isEmpty else { return detections }
    let told = Set(
      detections.references.filter { $0.kind == .dockerfile && $0.model.registry == .local }.map(\.location))
    var references: [ModelReference] = []
    var answers = 0
    for (path, context, copies, build) in images(detections) {
      let ignored = ignored(in: context, dockerfile: path)
      answers += weights.count * max(1, ignored.count)
      guard answers <= Self.mostAnswers else { return Self.cut(detections, references, at: path) }
      let inContext = weights.filter { Self.isBelow(context, $0) && !ignored.leavesOut(Self.path($0, from: context)) }
      for copy in copies where build != nil || !told.contains(copy.location) {
        guard let source = CopySource(copy.source) else { continue }
        answers += inContext.count
        guard answers <= Self.mostAnswers, references.count <= Self.mostReferences else {
          return Self.cut(detections, references, at: path)
        }
        for file in inContext where source.takes(Self.path(file, from: context)) {
          references.append(Self.reference(to: file, copy))
          // A command that only builds the image does not run it.
          if let build, !build.isGuess { references.append(Self.reference(to: file, build)) }
        }
      }
    }
    detections.references += references
    return detections
  }

  private typealias Image = (dockerfile: String, context: String, copies: [ImageCopy], build: ImageBuild?)

  /// The copies of each Dockerfile in each context that it is built in, and who builds it there where somebody says so.
  private func images(_ detections: Detections) -> [Image] {
    let builds = Dictionary(grouping: nearest(detections.builds), by: \.dockerfile)
    let copies = Dictionary(grouping: detections.copies, by: \.location.path).sorted { $0.key < $1.key }
    return copies.flatMap { path, copies -> [Image] in
      let known = (builds[path] ?? []).prefix(Self.mostBuilds).sorted { $0.location < $1.location }
      guard !known.isEmpty else { return [(path, context(of: path, copies), copies, nil)] }
      return known.map { (path, $0.context, copies, $0) }
    }
  }

  /// Of the places that a command may mean, the first that has the Dockerfile.
  private func nearest(_ builds: [ImageBuild]) -> [ImageBuild] {
    var settled: Set<Location> = []
    return builds.filter { !$0.isGuess || has($0.dockerfile) && settled.insert($0.location).inserted }
  }

  private static func reference(to file: String, _ copy: ImageCopy) -> ModelReference {
    ModelReference(
      model: .local(file), location: copy.location, asWritten: copy.source, kind: .dockerfile, role: .used,
      scope: copy.scope, confidence: .medium)
  }

  private static func reference(to file: String, _ build: ImageBuild) -> ModelReference {
    ModelReference(
      model: .local(file), location: build.location, asWritten: build.written, kind: .compose, role: .used,
      scope: build.scope, confidence: .medium)
  }

  private static func cut(_ detections: Detections, _ references: [ModelReference], at path: String) -> Detections {
    var detections = detections
    detections.references += references
    detections.notifications.append(
      Notification(
        level: .warning,
        message:
          "Which weights lie in the folders that this and later files copy into images was not looked at any further: there are too many.",
        path: path, isIncomplete: true))
    return detections
  }

  /// One file of each model that lies in the tree.
  private static func weights(_ detections: Detections) -> [String] {
    var models: Set<String> = []
    return detections.declarations.filter { $0.source == .weightMetadata && $0.establishesModel }
      .filter { models.insert($0.model).inserted }.map(\.location.path)
  }

  private func context(of dockerfile: String, _ copies: [ImageCopy]) -> String {
    let folder = FilePath(dockerfile).directory
    let named = copies.compactMap { CopySource($0.source)?.plain }
    var candidate = folder
    while !named.isEmpty {
      if named.contains(where: { has(candidate == "." ? $0 : "\(candidate)/\($0)") }) { return candidate }
      if candidate == "." { break }
      candidate = FilePath(candidate).directory
    }
    return Self.foldersOfFiles.contains(FilePath(folder).lowercasedName) ? FilePath(folder).directory : folder
  }

  /// A file for this Dockerfile alone comes before that of the context.
  private func ignored(in context: String, dockerfile: String) -> DockerIgnore {
    for path in ["\(dockerfile).dockerignore", context == "." ? ".dockerignore" : "\(context)/.dockerignore"] {
      guard let bytes = read(path) else { continue }
      return DockerIgnore(String(decoding: bytes, as: UTF8.self), mostRules: Self.mostRules)
    }
    return DockerIgnore("", mostRules: 0)
  }

  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    folder == "." || path.utf8.starts(with: "\(folder)/".utf8)
  }

  private static func path(_ path: String, from folder: String) -> String {
    folder == "." ? path : String(path.dropFirst(folder.count + 1))
  }
}
