internal import ProvisoCore
internal import ProvisoText

/// Dockerfiles and Containerfiles: commands of RUN, CMD and ENTRYPOINT, variables of ENV and ARG, weights that COPY and ADD bring,
/// and Docker's own models in FROM.
struct Dockerfile: Detector {
  let id = "dockerfile"
  let summary = "Dockerfiles: commands, variables and weight files that name a model."
  let needles = SettingNeedles.all

  func wants(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    return ["dockerfile", "containerfile"].contains {
      name == $0 || name.hasPrefix("\($0).") || name.hasPrefix("\($0)-")
    }
      || path.fileExtension == "dockerfile" || path.fileExtension == "containerfile"
  }

  func detect(_ input: DetectionInput) -> Detections {
    do {
      var detections = Detections()
      var variables = DockerVariables()
      for instruction in try DockerfileReader.read(input.source) {
        let known = detections.references.count
        read(instruction, input, into: &detections)
        variables.read(instruction, input.source, &detections.references, from: known)
      }
      return detections
    } catch {
      return Detections(notifications: [
        input.notification(
          .note, at: error.position,
          "Not read as a Dockerfile, so not searched for models: \(error.message)")
      ])
    }
  }

  private func read(
    _ instruction: DockerInstruction, _ input: DetectionInput, into detections: inout Detections
  ) {
    let known = detections.references.count
    switch instruction.keyword {
    case "run", "cmd", "entrypoint", "healthcheck", "onbuild", "shell": commands(instruction, input, into: &detections)
    case "env", "arg": variables(instruction.argument, input, into: &detections)
    case "copy", "add", "from": detections.append(files(instruction, input))
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

  /// The sources of COPY and ADD that are weights or addresses of them.
  private func files(_ instruction: DockerInstruction, _ input: DetectionInput) -> Detections {
    guard let command = (try? ShellReader.read(input.source, range: instruction.argument))?.first
    else {
      return Detections()
    }
    let words = command.words.map(CommandWord.init).filter {
      $0.text.utf8.first != UInt8(ascii: "-")
    }
    let judge = SettingJudge(input: input, kind: .dockerfile)
    let isImage = instruction.keyword == "from"
    let sources = isImage ? words.prefix(1) : words.dropLast()
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
}
