internal import ProvisoCore
internal import ProvisoText

/// Dockerfiles and Containerfiles: commands of RUN, CMD and ENTRYPOINT, variables of ENV and ARG, weights that COPY and ADD bring,
/// and Docker's own models in FROM. Which weights lie in the folders that are copied, the whole tree tells.
struct Dockerfile: Detector {
  let id = "dockerfile"
  let summary = "Dockerfiles: commands, variables and weight files that name a model."
  let needles = SettingNeedles.all + ["copy ", "add ", "copy\t", "add\t"]

  func wants(_ path: FilePath) -> Bool {
    Self.names.contains { Self.stands($0, in: path) }
  }

  private static let names = ["dockerfile", "containerfile"]

  /// `Dockerfile`, `Dockerfile.dev`, `Dockerfile-dev`, `dev.Dockerfile`.
  private static func stands(_ name: String, in path: FilePath) -> Bool {
    if path.fileExtension == name { return true }
    guard path.lowercasedName.hasPrefix(name) else { return false }
    let next = path.lowercasedName.utf8.dropFirst(name.utf8.count).first
    return next == nil || next == UInt8(ascii: ".") || next == UInt8(ascii: "-")
  }

  func detect(_ input: DetectionInput) -> Detections {
    do {
      var detections = Detections()
      var variables = DockerVariables()
      for instruction in try DockerfileReader.read(input.source) {
        let known = detections.references.count
        read(instruction, input, variables, into: &detections)
        variables.read(instruction, input.source, &detections.references, from: known)
      }
      return detections
    } catch {
      return Detections(notifications: [
        input.unread("Not read as a Dockerfile, so not searched for models", error)
      ])
    }
  }

  private func read(
    _ instruction: DockerInstruction, _ input: DetectionInput, _ values: DockerVariables,
    into detections: inout Detections
  ) {
    let known = detections.references.count
    switch instruction.keyword {
    case "onbuild" where copied(by: instruction, input) != nil:
      if let copy = copied(by: instruction, input) { read(copy, input, values, into: &detections) }
    case "run", "cmd", "entrypoint", "healthcheck", "onbuild", "shell": commands(instruction, input, into: &detections)
    case "env", "arg": variables(instruction.argument, input, into: &detections)
    case "copy", "add":
      let words = words(of: instruction, input)
      detections.append(files(words.dropLast(), isImage: false, input))
      detections.copies += copies(instruction, words.dropLast(), input, values)
    case "from": detections.append(files(words(of: instruction, input).prefix(1), isImage: true, input))
    default: return
    }
    for range in instruction.heredocs {
      detections.references += Heredocs.references(
        ofText: range, of: input, announcedBy: instruction.argument, kind: .dockerfile)
      detections.append(ModelCommands.detect(in: range, of: input, kind: .dockerfile))
    }
    let isAdded = instruction.keyword == "add"
    guard instruction.keyword == "run" || isAdded else { return }
    // A file of the tree that is added is in the image as it lies there.
    for index in detections.references.indices.dropFirst(known)
    where detections.references[index].role >= .used
      && (!isAdded || AddressName.isAddress(detections.references[index].asWritten))
    {
      detections.references[index].isPutIntoImage = true
    }
  }

  /// The commands of an instruction: a list of words, or a line of the shell.
  private func commands(
    _ instruction: DockerInstruction, _ input: DetectionInput, into detections: inout Detections
  ) {
    guard let list = try? JSONReader.read(input.source, range: instruction.argument).root, list.isSequence else {
      detections.append(ModelCommands.detect(in: instruction.argument, of: input, kind: .dockerfile))
      return
    }
    let words = list.items.compactMap { CommandWord($0, input) }
    detections.references += ModelCommands.references(of: words, in: input, kind: .dockerfile)
    for word in words where word.text.utf8.contains(where: ASCII.isBlank) {
      guard let range = word.contiguousRange else { continue }
      detections.append(ModelCommands.detect(in: range, of: input, kind: .dockerfile))
    }
  }

  /// `NAME=value NAME="value"`, or `NAME value`.
  private func variables(
    _ range: Range<Int>, _ input: DetectionInput, into detections: inout Detections
  ) {
    guard let commands = try? ShellReader.read(input.source, range: range) else { return }
    for command in commands {
      let words = command.words.map(CommandWord.init)
      let found = ModelCommands.references(of: words, in: input, kind: .dockerfile)
      detections.references += found
      guard found.isEmpty, words.count == 2, !words[0].text.utf8.contains(UInt8(ascii: "=")) else { continue }
      let judge = SettingJudge(input: input, kind: .dockerfile)
      detections.references += judge.references(
        words[1].text, at: words[1].contiguousRange, whole: words[1].range,
        place: SettingJudge.place(of: [SettingKey(words[0].text)]), keys: [SettingKey(words[0].text)])
    }
  }

  /// `ONBUILD COPY . /app`: what the image copies that is built on this one.
  private func copied(by trigger: DockerInstruction, _ input: DetectionInput) -> DockerInstruction? {
    let text = input.source.bytes[trigger.argument]
    let keyword = ASCII.lowercased(String(decoding: text.prefix(while: ASCII.isWord), as: UTF8.self))
    guard keyword == "copy" || keyword == "add" else { return nil }
    return DockerInstruction(
      keyword: keyword, argument: text.startIndex + keyword.utf8.count..<text.endIndex, heredocs: trigger.heredocs)
  }

  /// The words of an instruction, or those of a list, without its options.
  private func words(of instruction: DockerInstruction, _ input: DetectionInput) -> [CommandWord] {
    if let list = try? JSONReader.read(input.source, range: instruction.argument).root, list.isSequence {
      return list.items.compactMap { CommandWord($0, input) }
    }
    guard let command = (try? ShellReader.read(input.source, range: instruction.argument))?.first else { return [] }
    return command.words.map(CommandWord.init).filter { $0.text.utf8.first != UInt8(ascii: "-") }
  }

  /// The sources of COPY and ADD that are weights or addresses of them, or the image that is built on.
  private func files(_ sources: ArraySlice<CommandWord>, isImage: Bool, _ input: DetectionInput) -> Detections {
    let judge = SettingJudge(input: input, kind: .dockerfile)
    return Detections(
      references: sources.flatMap { word in
        judge.references(
          word.text, at: word.contiguousRange, whole: word.range, place: isImage ? .image : .model,
          keys: []
        )
        // Files are copied, not repositories.
        .filter { isImage || $0.model.registry == .local || AddressName.isAddress($0.asWritten) }
      })
  }

  /// The files and folders of the build's context that are copied; not those of another stage, nor what a variable names to which
  /// the file gives no value.
  private func copies(
    _ instruction: DockerInstruction, _ sources: ArraySlice<CommandWord>, _ input: DetectionInput,
    _ values: DockerVariables
  ) -> [ImageCopy] {
    guard !input.source.string(in: instruction.argument).contains("--from=") else { return [] }
    return sources.compactMap { word in
      guard word.text.utf8.count <= Self.longestPath, let source = values.filled(word.text), !source.isEmpty,
        !source.contains("://"), !source.hasPrefix("<<")
      else { return nil }
      return ImageCopy(source: source, location: input.location(word.range), scope: input.path.scope)
    }
  }

  private static let longestPath = 1_000
}
