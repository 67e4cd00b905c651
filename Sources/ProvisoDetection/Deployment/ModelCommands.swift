package import ProvisoCore
package import ProvisoText

/// Finds the models that commands name, by ``CommandTable``: `ollama pull …`, `vllm serve …`, `--model …` of any command,
/// addresses of weights, variables that are set (`MODEL=…`).
///
/// ``detect(in:of:dialect:joinsLines:kind:)`` reads any bytes of a file as a script: the lines of a shell script, of a fenced block in
/// a document, behind `!` in a notebook, or of a `run:` in a pipeline. ``references(of:in:kind:)`` takes a command whose words are
/// known already, as in `["vllm", "serve", "…"]`. Both give references with their places in the file; the kind is the caller's.
package enum ModelCommands {
  /// Commands inside the words of commands: `sh -c "…"`.
  static let maximumNesting = 8

  /// The models that the commands in `range` name. What cannot be read, since it is too large, is told in a notification.
  package static func detect(
    in range: Range<Int>, of input: DetectionInput, dialect: ShellDialect = .posix,
    joinsLines: Bool = false, kind: ReferenceKind = .shell
  ) -> Detections {
    detect(in: range, of: input, dialect: dialect, joinsLines: joinsLines, kind: kind, nesting: 0)
  }

  /// The models that one command names.
  ///
  /// - Parameter server: What the words are given to, where they do not begin with it.
  static func references(
    of words: [CommandWord], in input: DetectionInput, kind: ReferenceKind = .shell, by server: ModelCommand? = nil
  ) -> [ModelReference] {
    var reader = CommandReading(words, input, kind)
    return reader.references(by: server)
  }

  private static func detect(
    in range: Range<Int>, of input: DetectionInput, dialect: ShellDialect, joinsLines: Bool, kind: ReferenceKind,
    nesting: Int
  ) -> Detections {
    do {
      var detections = Detections()
      let commands = try ShellReader.read(
        input.source, range: range, dialect: dialect, joinsLines: joinsLines)
      var arrays = ShellArrays(input.source.bytes)
      for command in commands {
        let words = command.words.map(CommandWord.init)
        if let name = arrays.name(around: words) {
          var reader = CommandReading(words, input, kind)
          detections.references += reader.elements(of: name)
          continue
        }
        detections.references += references(of: words, in: input, kind: kind)
        // A word that is all of a text is that text again.
        for script in CommandScripts.of(words) where script != range {
          guard nesting < maximumNesting else {
            detections.notifications.append(.commandsTooDeep(input, at: script.lowerBound))
            break
          }
          detections.append(
            detect(
              in: script, of: input, dialect: dialect, joinsLines: false, kind: kind,
              nesting: nesting + 1))
        }
      }
      if dialect == .posix, nesting == 0, !joinsLines {
        // What a text is written in says more of a name in it than a line that looks like a command.
        let written = Heredocs.detect(in: range, of: input, kind: kind)
        let places = Set(written.references.map(\.location))
        detections.references.removeAll { places.contains($0.location) }
        detections.append(written)
      }
      return detections
    } catch {
      return Detections(notifications: [
        input.unread("Not searched for commands", error)
      ])
    }
  }
}

/// Reads the words of one command.
private struct CommandReading {
  private let words: [CommandWord]
  private let input: DetectionInput
  private let kind: ReferenceKind
  private let judge: SettingJudge
  private let starts: CommandStarts
  private let speech: SettingKey?
  private var found: [ModelReference] = []
  private var hub = HubSearch()
  /// Words that were judged.
  private var isUsed: [Bool]

  init(_ words: [CommandWord], _ input: DetectionInput, _ kind: ReferenceKind) {
    self.words = words
    self.input = input
    self.kind = kind
    judge = SettingJudge(input: input, kind: kind)
    starts = CommandStarts(words)
    speech = CommandOptions.speech(of: words)
    isUsed = [Bool](repeating: false, count: words.count)
  }

  mutating func references(by server: ModelCommand? = nil) -> [ModelReference] {
    guard let first = words.first, !CommandTable.removers.contains(first.commandName) else { return [] }
    readBodies()
    if CommandTable.speakers.contains(first.commandName) {
      if first.commandName == "echo" || first.commandName == "printf" { readWritten() }
      return found
    }
    if let server { read(server, from: 0) }
    skipImages()
    readAssignment()
    for index in words.indices {
      if let (command, end) = command(at: index) { read(command, from: end) }
    }
    readLoop()
    for index in words.indices.dropFirst() where Self.selectors.contains(words[index - 1].text) {
      isUsed[index] = true
    }
    for index in words.indices where !isUsed[index] { readOption(at: index) }
    for index in words.indices where !isUsed[index] { readOther(at: index) }
    readProgram()
    return found.sorted { $0.location < $1.location }
  }

  /// `curl -d '{"model": "owner/name"}'`: requests that a command sends.
  private mutating func readBodies() {
    let bodies = words.indices.filter { words[$0].text.utf8.contains(UInt8(ascii: "{")) }
    guard !bodies.isEmpty else { return }
    let isOllama = words.contains { OllamaRequest.isAddress($0.text) }
    for index in bodies {
      guard let start = words[index].offsets?.first, let last = words[index].offsets?.last, start < last else {
        continue
      }
      let references = RecordedRequests.references(in: start..<last + 1, of: input, kind: kind)
      if !references.isEmpty { isUsed[index] = true }
      found += references
      if references.isEmpty, isOllama {
        found += OllamaRequest.references(in: start..<last + 1, of: input, kind: kind)
      }
      for name in QuotedArguments.models(in: words[index].text) where references.isEmpty {
        add(name.verdict, name.text, words[index].range(name.range), nil, .used)
      }
    }
  }

  /// `echo "chat|owner/name|model.gguf"`, which another command reads, and `echo "GGUF_REPO=owner/name" >> "$GITHUB_ENV"`, where the
  /// value is unmistakably a model.
  private mutating func readWritten() {
    for index in words.indices.dropFirst() {
      let text = words[index].text
      if text.utf8.contains(UInt8(ascii: "|")) { setting("", index, dropping: 0) }
      guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), case let name = String(text[..<equals]),
        VariableName.isOne(name), Self.mayHold.contains(SettingJudge.place(of: [SettingKey(name)])),
        HubName.isKnownModel(String(text[text.utf8.index(after: equals)...]))
      else { continue }
      setting(name, index, dropping: name.utf8.count + 1)
    }
  }

  private static let mayHold: Set<SettingJudge.Place> = [.model, .repository]

  /// `LLM_MODEL   qwen3:4b` of a table of variables, `config set chat.ollama.model llama3.1`.
  private mutating func readAssignment() {
    guard words.count >= 2 else { return }
    let (key, value) = (words.count - 2, words.count - 1)
    let name = words[key].text
    let isVariable = words.count == 2 && name.utf8.allSatisfy { ASCII.isUpper($0) || $0 == UInt8(ascii: "_") }
    let isSetting = words.count > 2 && words[key - 1].text == "set" && name.utf8.contains(UInt8(ascii: "."))
    guard isVariable || isSetting,
      SettingJudge.place(of: name.split(separator: ".").map { SettingKey(String($0)) }) == .model
    else { return }
    isUsed[key] = true
    isUsed[value] = true
    setting(name, value, dropping: 0)
  }

  /// `docker run -d -p 80:80 owner/image command`: containers are named like models. Docker's own models are meant by `ai/…`.
  private mutating func skipImages() {
    for index in words.indices.dropLast()
    where CommandTable.containers.contains(words[index].commandName)
      && CommandTable.imageCommands.contains(words[index + 1].text)
    {
      var next = index + 2
      while next < words.count, words[next].text.utf8.first == UInt8(ascii: "-") {
        let (name, valueStart) = CommandOptions.option(words[next].text)
        next += valueStart == nil && !CommandTable.containerFlags.contains(name) ? 2 : 1
      }
      guard next < words.count, !words[next].text.hasPrefix("ai/") else { continue }
      isUsed[next] = true
      // `docker run nvcr.io/nim/meta/llama3-8b-instruct`
      if CarriedModel.verdict(words[next].text) != nil { add(next, dropping: 0, .command, nil, false) }
      // What stands behind the image of a server is that server's command line.
      if let command = ServerImages.command(of: words[next].text) { read(command, from: next + 1) }
    }
  }

  /// `python -c "…"`: what the program names.
  private mutating func readProgram() {
    guard input.mayNest else { return }
    let programs = words.indices.dropLast(2).filter {
      words[$0 + 1].text == "-c" && words[$0].commandName.hasPrefix("python")
    }
    var places = programs.isEmpty ? [] : Set(found.map(\.location))
    for index in programs {
      let program = words[index + 2]
      let part =
        program.contiguousRange.map { input.part($0) } ?? program.offsets.map { input.part(program.text, offsets: $0) }
      guard let part else { continue }
      for var reference in CodeReferences.find(in: part, language: .python, kind: kind)
      where places.insert(reference.location).inserted {
        reference.kind = kind
        found.append(reference)
      }
    }
  }

  /// `for model in llama3.2 qwen3; do`: what it runs through is what the variable's name says, and models by their names.
  private mutating func readLoop() {
    guard words.count > 3, words[0].text == "for", words[2].text == "in" else { return }
    let place = SettingJudge.place(of: [SettingKey(words[1].text)])
    let isModel = place == .model
    if place == .dataset {
      for index in words.indices.dropFirst(3) {
        isUsed[index] = true
        setting(words[1].text, index, dropping: 0)
      }
      return
    }
    for index in words.indices.dropFirst(3)
    where isModel || OllamaNames.isTagged(words[index].text) || HubName.isKnownModel(words[index].text) {
      isUsed[index] = true
      setting(isModel ? words[1].text : "model", index, dropping: 0)
    }
  }

  /// What follows chooses among things that have labels: `kubectl get pod -l model=…`.
  private static let selectors: Set<String> = ["-l", "--selector", "--label", "--filter"]

  /// `MODELS=("owner/name" "owner/other")`: the words of an array, by its name.
  mutating func elements(of name: String) -> [ModelReference] {
    let place = SettingJudge.place(of: [SettingKey(name)])
    for index in words.indices {
      isUsed[index] = place == .dataset || place == .skipped
      let count = found.count
      if place == .model || place == .base || place == .dataset {
        // `["small"]="owner/name"`
        let (key, valueStart) = CommandOptions.option(words[index].text)
        setting(name, index, dropping: VariableName.base(key) == VariableName.element ? valueStart ?? 0 : 0)
      }
      if found.count > count { isUsed[index] = true }
    }
    return isUsed.contains(false) ? found + rest() : found
  }

  /// What words that were not judged are by themselves.
  private func rest() -> [ModelReference] {
    var reader = Self(words, input, kind)
    reader.isUsed = isUsed
    return reader.references()
  }

  // MARK: Known commands

  /// The known command whose words begin at `index`, and the index after them.
  private func command(at index: Int) -> (ModelCommand, end: Int)? {
    guard !isUsed[index], let candidates = CommandTable.byName[words[index].commandName] else {
      return nil
    }
    return candidates.compactMap { command -> (ModelCommand, end: Int)? in
      var next = index + 1
      for word in command.words.dropFirst() {
        // `docker --context x model run` is not looked for.
        guard next < words.count, words[next].text == word else { return nil }
        next += 1
      }
      return (command, next)
    }.max { $0.0.words.count < $1.0.words.count }
  }

  private mutating func read(_ command: ModelCommand, from start: Int) {
    let end = starts.end(from: start)
    let isDataset =
      value(of: "--repo-type", in: start..<end).map { $0 == "dataset" || $0 == "space" } ?? false
    var revision: Revision?
    if let option = command.revision {
      revision = value(of: option, in: start..<end).map(Revision.init(written:)) ?? .unpinned
    } else if command.library == .ollama {
      revision = .unpinned
    }
    var index = start
    var needsArgument = command.takesArgument
    while index < end {
      let text = words[index].text
      if text.utf8.first == UInt8(ascii: "-") {
        let (name, valueStart) = CommandOptions.option(text)
        if command.options.contains(name) {
          isUsed[index] = true
          if let valueStart {
            add(index, dropping: valueStart, command.context, revision, isDataset)
          } else if index + 1 < words.count {
            index += 1
            add(index, dropping: 0, command.context, revision, isDataset)
          }
        } else if valueStart == nil, !CommandTable.flags.contains(name), !name.hasPrefix("--no-"),
          needsArgument,
          index + 1 < words.count, words[index + 1].text.utf8.first != UInt8(ascii: "-")
        {
          // The value of an option that is not known here; it may be one that names a model all the same.
          if SettingKeys.meaning(of: name) == .nothing { isUsed[index + 1] = true }
          index += 1
        }
      } else if needsArgument, !isUsed[index] {
        needsArgument = command.takesAll
        // `localai/localai worker p2p-mlx`
        if command.takesAll, CommandTable.subcommands.contains(text) { return }
        add(index, dropping: 0, command.context, revision, isDataset)
      }
      index += 1
    }
  }

  private func value(of option: String, in part: Range<Int>) -> String? {
    for index in part {
      let (name, valueStart) = CommandOptions.option(words[index].text)
      guard name == option else { continue }
      if let valueStart {
        return String(decoding: words[index].text.utf8.dropFirst(valueStart), as: UTF8.self)
      }
      return index + 1 < words.count ? words[index + 1].text : nil
    }
    return nil
  }

  private mutating func add(
    _ index: Int, dropping count: Int, _ context: NameContext, _ revision: Revision?,
    _ isDataset: Bool
  ) {
    isUsed[index] = true
    let text = String(decoding: words[index].text.utf8.dropFirst(count), as: UTF8.self)
    guard let literal = Interpolation.literal(in: text) else { return }
    let value = String(decoding: Array(text.utf8)[literal], as: UTF8.self)
    guard !NameJudge.isPlaceholder(value), let verdict = NameJudge.judge(value, in: context) else {
      return
    }
    let range = words[index].range(count + literal.lowerBound..<count + literal.upperBound)
    add(verdict, value, range, revision, isDataset ? .dataset : .used)
  }

  private mutating func add(
    _ verdict: NameVerdict, _ text: String, _ range: Range<Int>, _ revision: Revision?, _ role: Role
  ) {
    found.append(
      input.reference(
        verdict.model, revision: verdict.revision == .notApplicable ? revision ?? .notApplicable : verdict.revision,
        at: range, as: text, kind: kind, role: role, confidence: verdict.confidence, isPartial: verdict.isPartial))
  }

  // MARK: Options of any command, and variables

  /// `--model-id owner/name`, `MODEL=owner/name`, `model.name=owner/name`, `$env:MODEL = "owner/name"`.
  private mutating func readOption(at index: Int) {
    let text = words[index].text
    var (name, valueStart) = CommandOptions.option(text)
    if valueStart != nil {
      name = VariableName.base(name)
      // PowerShell needs no blanks in `$env:MODEL="owner/name"`.
      if name.hasPrefix("$env:") { name.removeFirst(5) } else if name.hasPrefix("$") { name.removeFirst() }
    }
    // `codex --oss -m gpt-oss:120b-cloud`, `sd -m chat.safetensors`, `mistralrs serve -f chat.gguf`, `-p weights/a.pth`
    if text.utf8.count == 2, text.utf8.first == UInt8(ascii: "-"), index + 1 < words.count {
      let value = words[index + 1].text
      if text == "-m", OllamaNames.isTagged(value) {
        return add(index + 1, dropping: 0, .library(.ollama), .unpinned, false)
      }
      if (text == "-m" || text == "-f") && (WeightNames.isSure(value) || WeightNames.isGGML(FilePath(value)))
        || WeightOptions.isRead(text, value, besideHub: hub.stands(in: found))
      {
        return add(index + 1, dropping: 0, .modelKey, nil, false)
      }
    }
    // `--m owner/name` of clients that know no `--model`.
    if text == "--m", index + 1 < words.count, HubName.isID(words[index + 1].text) {
      return add(index + 1, dropping: 0, .modelKey, nil, false)
    }
    // `-m=owner/name`
    if name == "-m", let valueStart, HubName.isID(String(text.utf8.dropFirst(valueStart)) ?? "") {
      return add(index, dropping: valueStart, .modelKey, nil, false)
    }
    if let pair = CommandOptions.pair(of: name, valueStart, at: index, in: words) {
      isUsed[index] = true
      isUsed[pair.index] = true
      return setting(pair.key, pair.index, dropping: pair.start)
    }
    let isOption = name.hasPrefix("--") || (name.hasPrefix("-") && name.utf8.count > 2)
    if let valueStart {
      guard isOption || VariableName.isOne(name) else { return }
      isUsed[index] = true
      setting(name, index, dropping: valueStart)
    } else if isOption, index + 1 < words.count,
      words[index + 1].text.utf8.first != UInt8(ascii: "-")
    {
      let place = SettingJudge.place(of: [SettingKey(name)])
      guard place != .nothing || WeightOptions.isRead(name, words[index + 1].text, besideHub: hub.stands(in: found))
      else { return }
      isUsed[index] = true
      isUsed[index + 1] = true
      setting(name, index + 1, dropping: 0)
      if place == .model { readPairs(after: index + 1, name) }
      if place == .dataset { readDataSets(after: index + 1, name) }
    } else if name.hasPrefix("$"), index + 2 < words.count, words[index + 1].text == "=" {
      isUsed[index + 2] = true
      setting(name, index + 2, dropping: 0)
    }
  }

  /// `--lora-modules sql=owner/name chat=owner/other`
  private mutating func readPairs(after index: Int, _ name: String) {
    guard CommandOptions.isPair(words[index].text) else { return }
    var next = index + 1
    while next < words.count, !isUsed[next], CommandOptions.isPair(words[next].text) {
      isUsed[next] = true
      setting(name, next, dropping: 0)
      next += 1
    }
  }

  /// `--dataset_mixer_list owner/name 1.0 owner/other 0.5`
  private mutating func readDataSets(after index: Int, _ name: String) {
    var next = index + 1
    while next < words.count, !isUsed[next], words[next].text.utf8.first != UInt8(ascii: "-") {
      isUsed[next] = true
      setting(name, next, dropping: 0)
      next += 1
    }
  }

  private mutating func setting(_ name: String, _ index: Int, dropping count: Int) {
    var text = String(decoding: words[index].text.utf8.dropFirst(count), as: UTF8.self)
    // A line of code that is read as a command: `model="owner/name",`.
    if text.utf8.last == UInt8(ascii: ",") { text.removeLast() }
    // `model_name=owner/name,revision=main`
    if let comma = text.firstIndex(of: ","), !text[..<comma].contains("="),
      text[text.index(after: comma)...].split(separator: ",").allSatisfy({ $0.contains("=") })
    {
      text = String(text[..<comma])
    }
    // `model_args pretrained=owner/name,dtype=float16`
    let keys = name.split(separator: ".").map { SettingKey(String($0)) }
    let place = SettingJudge.place(of: keys)
    let word = words[index]
    let range = word.range(count..<count + text.utf8.count)
    let isExact = range.count == text.utf8.count
    found += judge.references(
      text, at: isExact ? range : nil, whole: range, place: place == .command ? .nothing : place,
      // `convert-whisper.py --model tiny.en`
      keys: speech.map { [$0] + keys } ?? keys,
      // `pretrained="owner/name"`: quotes inside the word.
      part: { word.range(count + $0.lowerBound..<count + $0.upperBound) })
  }

  /// `{{host}}/owner/name`, `${HF_ENDPOINT}/owner/name/resolve/main/model.safetensors`: behind a host that can be set.
  private mutating func readMirrored(at index: Int) -> Bool {
    let text = words[index].text
    guard let part = MirroredAddress.name(in: text) else { return false }
    let id = String(decoding: Array(text.utf8)[part], as: UTF8.self)
    add(NameVerdict(.huggingface, id, confidence: .medium), id, words[index].range(part), nil, .used)
    return true
  }

  /// `gh repo clone InternLM/xtuner`: a repository of code, by the command or since its address stands in the file.
  private func isCode(_ name: String) -> Bool {
    words[0].commandName == "git" || words[0].commandName == "gh" || input.file.codeRepositories.contains(name)
  }

  /// Any other word that is unmistakably a model: an address, `owner/name` of a publisher.
  private mutating func readOther(at index: Int) {
    var text = words[index].text
    if index > 0, MountedFolder.isVolume(words[index - 1].text), let (part, verdict) = MountedFolder.model(in: text) {
      let written = String(decoding: Array(text.utf8)[part], as: UTF8.self)
      return add(verdict, written, words[index].range(part), nil, .used)
    }
    if LooseWeights.isOne(words, index, besideHub: hub.stands(in: found)) {
      return add(index, dropping: 0, .modelKey, nil, false)
    }
    // `"owner/name",` of an array.
    if text.utf8.last == UInt8(ascii: ",") { text.removeLast() }
    guard text.utf8.contains(UInt8(ascii: "/")), text.utf8.first != UInt8(ascii: "-"), !readMirrored(at: index),
      AddressName.isAddress(text) || !CommandTable.fileCommands.contains(words[0].commandName),
      let literal = Interpolation.literal(in: text)
    else { return }
    let value = String(decoding: Array(text.utf8)[literal], as: UTF8.self)
    guard let verdict = NameJudge.judge(value, in: .bare),
      verdict.confidence == .high || HubName.isKnownModel(verdict.model.id), verdict.model.registry != .local,
      !(HubName.isPlain(value) && isCode(value))
    else { return }
    add(verdict, value, words[index].range(literal), nil, .used)
  }
}
