internal import ProvisoCore
internal import ProvisoText

/// The contexts in which compose and bake have images built: `build: ./svc`, `build: {context: .., dockerfile: svc/Dockerfile}`,
/// `target "svc" { context = "." }`; and in which commands and steps of pipelines do, by ``BuildCommands``. A Dockerfile does not say
/// what its `COPY` counts from.
struct ImageBuilds: Detector {
  let id = "image-builds"
  let summary = "Compose and bake files, scripts and pipelines: the folders that container images are built from."
  let needles = ["build", "context", "dockerfile", "kaniko"]

  var endings: Set<String> { ["", "bash", "bat", "hcl", "json", "just", "mk", "ps1", "sh", "yaml", "yml", "zsh"] }

  func wants(_ path: FilePath) -> Bool {
    isDeclaration(path) || BuildCommands.wants(path)
  }

  private func isDeclaration(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "yaml", "yml": path.lowercasedName.contains("compose")
    case "hcl", "json": path.lowercasedName.contains("docker-bake")
    default: false
    }
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard input.tooLarge(SettingNeedles.maximumBytes) == nil else { return Detections() }
    var detections = Detections()
    guard isDeclaration(input.path) else {
      let found = BuildCommands.builds(in: input)
      detections.builds = found.builds
      if found.isCut {
        var notification = input.notification(
          .warning, "It has too many commands that may build images; the rest was not followed.")
        notification.isIncomplete = true
        detections.notifications.append(notification)
      }
      return detections
    }
    guard let root = root(input) else { return detections }
    // What a Dockerfile is called from within its context, `build` says itself or in what it holds.
    for service in root["services"]?.entries ?? [] {
      guard let build = service.value["build"] else { continue }
      detections.builds += self.build(build.isMapping ? build["context"] : build, build["dockerfile"], build, input)
    }
    for targets in root.entries where targets.key == "target" {
      for target in targets.value.entries where target.value.isMapping {
        let (context, file) = (target.value["context"], target.value["dockerfile"])
        detections.builds += build(context, file, context ?? file ?? target.value, input)
      }
    }
    return detections
  }

  /// What cannot be read is told by who looks for models in it.
  private func root(_ input: DetectionInput) -> DataNode? {
    switch input.path.fileExtension {
    case "hcl": try? HCLReader.read(input.source)
    case "json": (try? JSONReader.read(input.source))?.root
    default: (try? YAMLReader.read(input.source, limits: YAMLLimits(aliases: .share(maximumVisits: 10_000))))?.root
    }
  }

  private func build(
    _ context: DataNode?, _ dockerfile: DataNode?, _ place: DataNode, _ input: DetectionInput
  ) -> [ImageBuild] {
    let written = context?.string ?? "."
    guard written.utf8.count + (dockerfile?.string?.utf8.count ?? 0) <= Self.longestPath, !written.contains("$"),
      !written.contains("://"), !written.hasPrefix("/"), dockerfile?.string?.hasPrefix("/") != true,
      let folder = RelativePath.resolved(written, from: input.path.directory),
      let file = RelativePath.resolved(dockerfile?.string ?? "Dockerfile", from: folder)
    else { return [] }
    let node = place.isMapping ? context ?? place : place
    return [
      ImageBuild(
        dockerfile: file, context: folder, written: written, location: input.location(of: node),
        scope: input.path.scope)
    ]
  }

  private static let longestPath = 1_000
}
