internal import ProvisoCore
internal import ProvisoText

/// Container images that commands build (`docker build -f svc/Dockerfile .`, `podman build svc`,
/// `/kaniko/executor --context "$CI_PROJECT_DIR"`), and steps of pipelines (`uses: docker/build-push-action@v6`,
/// `with: {context: ., file: svc/Dockerfile}`).
///
/// The folder in which a command is run is not written: it may be that of the file, or any above it, behind a `cd` before it. What is
/// known only at run time is left out, but for the variables that stand for where one is.
enum BuildCommands {
  private static let tools: Set<String> = ["buildah", "docker", "nerdctl", "podman"]
  private static let needles = NeedleSet(["buildah ", "docker ", "nerdctl ", "podman ", "executor "])
  private static let longestCommand = 4_096
  private static let mostCommands = 500

  struct Found {
    var builds: [ImageBuild]
    /// Whether the file has more commands than were read.
    var isCut = false
  }

  static func wants(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "sh", "bash", "zsh", "mk", "ps1", "bat", "just": true
    case "yaml", "yml": true
    case "json": path.lowercasedName == "package.json"
    default: ["makefile", "gnumakefile", "justfile", "jenkinsfile"].contains(path.lowercasedName)
    }
  }

  /// Of YAML, pipelines and task files hold commands; elsewhere containers may be told what to build.
  private static func hasCommands(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "yaml", "yml": path.scope == .ci || path.lowercasedName.hasPrefix("taskfile")
    default: true
    }
  }

  static func builds(in input: DetectionInput) -> Found {
    let bytes = input.source.bytes
    var found = containers(input)
    found.builds += steps(input)
    guard hasCommands(input.path) else { return found }
    var end = 0
    var count = 0
    var places = WorkingFolders(of: input.path)
    needles.forEachMatch(in: bytes.span) { _, offset in
      guard offset >= end else { return true }
      guard count < mostCommands else {
        found.isCut = true
        return false
      }
      count += 1
      let line = command(around: offset, bytes)
      end = line.upperBound
      places.follow(bytes, to: line.lowerBound)
      guard let commands = try? ShellReader.read(input.source, range: line, dialect: .posix, joinsLines: false) else {
        return true
      }
      for command in commands {
        let words = command.words.map(CommandWord.init)
        if words.count > 1, words[0].commandName == "cd" {
          places.enter(words[1].text)
        } else if let image = Image(words) {
          found.builds += image.builds(from: places.folders, input)
        }
      }
      return true
    }
    return found
  }

  /// The line at `offset`, with those that it goes on in; in quotes of JSON, what they hold.
  private static func command(around offset: Int, _ bytes: [UInt8]) -> Range<Int> {
    var start = offset
    while start > 0, offset - start < longestCommand, bytes[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < bytes.count, end - offset < longestCommand {
      if bytes[end] == 0x0A, end == 0 || bytes[end - 1] != UInt8(ascii: "\\") { break }
      end += 1
    }
    guard let colon = bytes[start..<offset].lastIndex(of: UInt8(ascii: "\"")),
      bytes[start..<colon].contains(UInt8(ascii: ":")),
      let close = bytes[offset..<end].firstIndex(of: UInt8(ascii: "\""))
    else { return start..<end }
    return colon + 1..<close
  }

  /// What `docker/build-push-action` is given; a pipeline counts from the root of the repository.
  private static func steps(_ input: DetectionInput) -> [ImageBuild] {
    guard ["yaml", "yml"].contains(input.path.fileExtension), action.containsAny(in: input.source.bytes.span),
      let root = try? YAMLReader.read(input.source, limits: YAMLLimits(aliases: .share(maximumVisits: 10_000))).root
    else { return [] }
    var builds: [ImageBuild] = []
    for job in root["jobs"]?.entries ?? [] {
      for step in job.value["steps"]?.items ?? [] {
        guard step["uses"]?.string?.hasPrefix("docker/build-push-action") == true else { continue }
        let with = step["with"]
        // Without a context, the repository is what is built from.
        let image = Image(
          context: with?["context"]?.string ?? ".", file: with?["file"]?.string, range: (with ?? step).range)
        builds += image.builds(from: ["."], input)
      }
    }
    return builds
  }

  private static let action = NeedleSet(["docker/build-push-action"])

  /// What the arguments of a container with kaniko's image are, in pods and jobs, wherever they stand in the document:
  /// `image: gcr.io/kaniko-project/executor`, `args: ["--context=dir:///workspace"]`.
  private static func containers(_ input: DetectionInput) -> Found {
    guard ["yaml", "yml"].contains(input.path.fileExtension), kaniko.containsAny(in: input.source.bytes.span),
      let documents = try? YAMLReader.readAll(input.source, limits: YAMLLimits(aliases: .share(maximumVisits: 10_000)))
    else { return Found(builds: []) }
    var found = Found(builds: [])
    var nodes = documents.compactMap(\.root)
    var count = 0
    while let node = nodes.popLast() {
      count += 1
      guard count <= mostNodes, found.builds.count < mostCommands else {
        found.isCut = true
        break
      }
      nodes += node.isMapping ? node.entries.map(\.value) : node.items
      guard let image = node["image"]?.string, image.contains("kaniko") else { continue }
      let words = ["command", "args"].flatMap { node[$0]?.items ?? [] }.compactMap { CommandWord($0, input) }
      found.builds += Image(kaniko: words[...])?.builds(from: ["."], input) ?? []
    }
    return found
  }

  private static let kaniko = NeedleSet(["kaniko"])
  private static let mostNodes = 100_000

  /// What one command builds from.
  private struct Image {
    var context: String
    /// The Dockerfile as written; nil for that of the context.
    var file: String?
    var range: Range<Int>

    private static let longestPath = 1_000

    init(context: String, file: String?, range: Range<Int>) {
      (self.context, self.file, self.range) = (context, file, range)
    }

    init?(_ words: [CommandWord]) {
      if let kaniko = words.firstIndex(where: { $0.commandName == "executor" }) {
        self.init(kaniko: words[(kaniko + 1)...])
        return
      }
      guard let tool = words.firstIndex(where: { BuildCommands.tools.contains($0.commandName) }) else { return nil }
      let rest = words[(tool + 1)...]
      guard let verb = rest.prefix(4).firstIndex(where: { ["build", "bud"].contains($0.text) }),
        words[tool + 1..<verb].allSatisfy({ ["builder", "buildx", "image"].contains($0.text) })
      else { return nil }
      var (context, file): (CommandWord?, String?) = (nil, nil)
      var index = verb + 1
      while index < words.count {
        let text = words[index].text
        if text.hasPrefix("-"), text != "-" {
          let name = String(text.prefix { $0 != "=" })
          let isWhole = name.utf8.count < text.utf8.count
          let value =
            isWhole ? String(text.dropFirst(name.count + 1)) : index + 1 < words.count ? words[index + 1].text : ""
          if ["-f", "--file"].contains(name) { file = value }
          if !isWhole, Self.valued.contains(name) { index += 1 }
        } else if text.hasPrefix(">") || text.hasPrefix("<") {
          break
        } else {
          context = words[index]
        }
        index += 1
      }
      guard let context, context.text != "-" else { return nil }
      self.init(context: context.text, file: file, range: context.range)
    }

    /// `--context "$CI_PROJECT_DIR" --dockerfile svc/Dockerfile`: the Dockerfile counts from the context.
    init?(kaniko words: ArraySlice<CommandWord>) {
      var (context, file): (String?, String?) = (nil, nil)
      for (index, word) in zip(words.indices, words) {
        let name = String(word.text.prefix { $0 != "=" })
        let value =
          name.utf8.count < word.text.utf8.count
          ? String(word.text.dropFirst(name.count + 1)) : index + 1 < words.endIndex ? words[index + 1].text : ""
        if ["-c", "--context"].contains(name) { context = value }
        if ["-f", "--dockerfile"].contains(name) { file = value }
      }
      guard var context, let range = words.first?.range else { return nil }
      if context.hasPrefix("dir://") { context = String(context.dropFirst("dir://".count)) }
      // Where kaniko and pipelines of the cluster put the repository.
      for folder in ["/workspace/source", "/workspace"] where context == folder || context.hasPrefix("\(folder)/") {
        context = ".\(context.dropFirst(folder.count))"
      }
      let isWhole = file.map { $0.hasPrefix("$") || $0.hasPrefix("/") } ?? true
      self.init(context: context, file: isWhole ? file : file.map { "\(context)/\($0)" }, range: range)
    }

    /// Options whose value is the next word.
    private static let valued: Set<String> = [
      "--add-host", "--attest", "--build-arg", "--build-context", "--builder", "--cache-from", "--cache-to", "--file",
      "--iidfile", "--label", "--memory", "--metadata-file", "--network", "--output", "--platform", "--progress",
      "--secret", "--shm-size", "--ssh", "--tag", "--target", "--ulimit", "-f", "-m", "-o", "-t",
    ]

    func builds(from folders: [String], _ input: DetectionInput) -> [ImageBuild] {
      guard let context = Self.path(context), let file = file.map(Self.path) ?? "\(context)/Dockerfile" else {
        return []
      }
      return folders.compactMap { folder in
        guard let root = RelativePath.resolved(context, from: folder),
          let path = RelativePath.resolved(file, from: folder)
        else { return nil }
        var build = ImageBuild(
          dockerfile: path, context: root, written: self.context, location: input.location(range),
          scope: input.path.scope)
        build.isGuess = true
        return build
      }
    }

    /// A path from where the command is run; nil for an address, and for what nobody knows before.
    private static func path(_ text: String) -> String? {
      guard text.utf8.count <= longestPath, !text.contains("://"), !text.hasPrefix("git@") else { return nil }
      for place in places where text.hasPrefix(place) {
        let rest = text.dropFirst(place.count)
        return rest.isEmpty ? "." : rest.hasPrefix("/") ? path(".\(rest)") : nil
      }
      return text.contains("$") || text.contains("`") || text.hasPrefix("/") || text.hasPrefix("~") ? nil : text
    }

    /// Where one is, by whoever runs the command.
    private static let places = [
      "$PWD", "${PWD}", "$CI_PROJECT_DIR", "${CI_PROJECT_DIR}", "$GITHUB_WORKSPACE", "${GITHUB_WORKSPACE}",
      "${{ github.workspace }}",
    ]
  }
}

/// The folders in which the commands of a file may be run, the nearest first.
private struct WorkingFolders {
  private(set) var folders: [String]
  private let all: [String]
  private var offset = 0
  /// Nobody runs commands deeper down.
  private static let most = 32

  init(of path: FilePath) {
    var folder = path.directory
    var all = [folder]
    while folder != "." {
      folder = FilePath(folder).directory
      all.append(folder)
    }
    self.all = all
    folders = all
  }

  /// Behind `cd svc`; of `cd "$ROOT"` nobody knows where it leads.
  mutating func enter(_ text: String) {
    guard !text.contains("$"), !text.contains("`"), !text.hasPrefix("/"), !text.hasPrefix("~"), text != "-" else {
      folders = all
      return
    }
    let inside = folders.prefix(Self.most).compactMap { RelativePath.resolved(text, from: $0) }
    folders = inside + all.filter { !inside.contains($0) }
  }

  /// With the `cd` and `working-directory:` that lines of their own say up to there. A step of a pipeline begins anew.
  mutating func follow(_ bytes: [UInt8], to end: Int) {
    guard offset < end else { return }
    for line in bytes[offset..<end].split(separator: 0x0A) {
      let text = line.drop(while: ASCII.isBlank)
      if text.starts(with: "- ".utf8) { folders = all }
      for word in ["cd ", "working-directory:"] where text.starts(with: word.utf8) {
        let path = text.dropFirst(word.utf8.count).drop(while: ASCII.isBlank).prefix { !ASCII.isWhitespace($0) }
        guard path.count < 200, !path.contains(where: { "\"';&|".utf8.contains($0) }) else { continue }
        enter(String(decoding: path, as: UTF8.self))
      }
    }
    offset = end
  }
}
