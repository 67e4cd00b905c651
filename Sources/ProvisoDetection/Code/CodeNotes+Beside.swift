internal import ProvisoText

/// What stands beside a literal and says what it is, where its label does not.
extension CodeNotes {
  /// The call whose value the literal is where nothing is set: `getenv(…)` of `load(getenv("MODEL", "owner/name"))`.
  func fallbackCall(_ literal: CodeLiteral) -> CodeScope? {
    guard let scope = literal.scope, literal.argument == 1, literal.label == nil, isKeyed(scope) else { return nil }
    return code.scopes[scope]
  }

  /// Whether the literal says what the others of its call are: the first, and of a parser's flags the long one:
  /// `add_argument("-m", "--model")`.
  func isKey(_ literal: CodeLiteral, after first: Range<Int>?) -> Bool {
    guard literal.argument > 0 else { return true }
    let dashes = Array("--".utf8)
    return literal.argument == 1 && source.bytes[literal.range].starts(with: dashes)
      && first.map { source.bytes[$0].first == dashes[0] && !source.bytes[$0].starts(with: dashes) } == true
  }

  /// The name under which code finds the default that the literal is: `arch` of `arch: str = field(default="…")` and of
  /// `add_argument("--arch", default="…")`.
  func declaredName(of literal: CodeLiteral) -> String? {
    guard let scope = literal.scope, code.scopes[scope].kind == .call,
      literal.label.map(isGeneral) ?? (literal.argument == 1)
    else { return nil }
    if let key = keys[scope], key != literal.range {
      let flag = source.string(in: key).drop { $0 == "-" }
      return flag.utf8.allSatisfy { ASCII.isWord($0) || $0 == UInt8(ascii: "-") }
        ? flag.replacing("-", with: "_") : nil
    }
    guard literal.label != nil,
      code.scopes[scope].callee.map({ KeyedCalls.declarations.contains(source.bytes.span, $0) }) == true
    else { return nil }
    return code.scopes[scope].label.map(source.string)
  }

  /// The name of the setting whose value the literal is: `{Name: "CHAT_MODEL", Value: "…"}`, `env.CHAT_MODEL ?? "…"`.
  func nameBeside(_ literal: CodeLiteral) -> Range<Int>? {
    if let named = literal.scope.flatMap({ settingNames[$0] }), named != literal.range,
      reads(literal.label, "Value") || reads(literal.label, "value")
    {
      return named
    }
    return meaning(of: literal.label) == .nothing ? NamesBeside.fallback(of: literal.range, in: source.bytes) : nil
  }

  /// Whether the nearest name has a word of models in it, whatever else it says: `MODEL_URL`, `optModelUrls(…)`.
  func speaksOfModel(_ literal: CodeLiteral) -> Bool {
    let scope = literal.scope.map { code.scopes[$0] }
    guard let name = literal.label ?? literal.scope.flatMap({ keys[$0] }) ?? scope?.callee ?? scope?.label else {
      return false
    }
    return Self.modelWords.containsAny(in: source.bytes.span.extracting(name))
  }

  private static let modelWords = NeedleSet(["model", "weights", "checkpoint"], ignoresCase: true)

  /// The library whose short names the nearest name asks for: `ASR_MODEL`, `OLLAMA_MODEL`.
  func library(_ literal: CodeLiteral) -> ModelLibrary? {
    // `env.OLLAMA_KEEP_ALIVE ?? "300"`: no name has digits alone.
    guard source.bytes[literal.range].contains(where: ASCII.isLetter) else { return nil }
    for name in [literal.scope.flatMap { keys[$0] }, literal.label, nameBeside(literal)] {
      if let name, let library = NameWords.library(of: source.bytes.span, name) { return library }
    }
    return nil
  }

  /// The library of Whisper that a file speaks of, where the literal is one of its sizes and what holds it says "model":
  /// `var model: String = "tiny"`, `download_model("base.en")`.
  func speech(_ literal: CodeLiteral) -> ModelLibrary? {
    guard WhisperNames.isSize(source.bytes.span, literal.range), !literal.isKey,
      meaning(literal) == .model || isChoice(literal),
      // `model_size: str = "small"` chooses as often among models of other makers; where it is loaded it is followed.
      literal.label.map({ Self.size.containsAny(in: source.bytes.span.extracting($0)) }) != true,
      // `model: {name: "gpt-5", options: {effort: "medium"}}`: such a word is a name where its own label says so.
      literal.label.map({ meaning(of: $0) == .model || isGeneral($0) }) != false
    else { return nil }
    return file.speech
  }

  /// `wandb.init(project="llama-7b-sft", name="qwen2-7b-lr1e5")`: what somebody calls a run, a project or a result of theirs.
  func isTracked(_ literal: CodeLiteral) -> Bool {
    guard let callee = literal.scope.flatMap({ code.scopes[$0].callee }), callee.lowerBound > 1,
      source.bytes[callee.lowerBound - 1] == UInt8(ascii: ".")
    else { return false }
    let end = callee.lowerBound - 1
    var start = end
    while start > 0, ASCII.isWord(source.bytes[start - 1]), end - start < 12 { start -= 1 }
    return Self.trackers.contains(source.bytes.span, start..<end)
  }

  /// `ObjectMeta{Name: "llama-7b-chat"}`, `"metadata": {"name": "llama-7b-chat", "labels": {…}}`: what a cluster calls a thing.
  func isOfWorkload(_ literal: CodeLiteral) -> Bool {
    var (next, label, isLabel) = (literal.scope, literal.label, false)
    for _ in 0..<3 {
      guard let scope = next.map({ code.scopes[$0] }), scope.kind == .call || scope.kind == .collection else {
        return false
      }
      for name in [scope.callee, scope.label].compactMap(\.self) {
        if Self.workloads.contains(source.bytes.span, name) { return true }
        if reads(name, "metadata") {
          return isLabel || label.map { Self.ownKeys.contains(source.bytes.span, $0) } == true
        }
        isLabel = isLabel || Self.labels.contains(source.bytes.span, name)
      }
      (next, label) = (scope.parent, scope.label)
    }
    return false
  }

  /// `#[schema(example = "owner/name")]`, `Field(examples=["owner/name"])`: what a description of an interface shows.
  func isShown(_ literal: CodeLiteral) -> Bool {
    if let label = literal.label { return Self.shown.contains(source.bytes.span, label) }
    guard let scope = literal.scope.map({ code.scopes[$0] }), scope.kind == .collection, let label = scope.label else {
      return false
    }
    return Self.shown.contains(source.bytes.span, label)
  }

  /// `TRAIN_DATA = ["owner/name"]`, `add_argument("--datasets", default=["owner/name"])`: the collection around the literal, or the call
  /// around that, says that it holds data sets. `data = {…}` may be the body of any request.
  func isInData(_ literal: CodeLiteral) -> Bool {
    guard !literal.isKey, let scope = literal.scope.map({ code.scopes[$0] }), scope.kind == .collection else {
      return false
    }
    let key = scope.parent.flatMap { code.scopes[$0].kind == .call ? keys[$0] : nil }
    return [scope.label, key].contains { name in
      guard let name, case let text = source.string(in: name) else { return false }
      let words = text.split { !$0.isLetter }.map { $0.lowercased() }
      guard let data = words.lastIndex(where: { $0 == "data" || $0.hasPrefix("dataset") }) else { return false }
      return words[data] != "data" || words.count > 1 && Self.uses.contains(words[words.count - 2])
        || text == "DATA"
    }
  }

  private static let uses: Set<String> = [
    "eval", "finetune", "pretrain", "sft", "train", "training", "validation",
  ]
  private static let shown = WordTable("example examples", ignoresCase: false)
  private static let workloads = WordTable("ObjectMeta V1ObjectMeta", ignoresCase: false)
  private static let ownKeys = WordTable("generateName name namespace", ignoresCase: false)
  private static let labels = WordTable("annotations labels matchLabels")

  /// `Text("Large v3").tag("large-v3")` of a choice of models.
  func isChoice(_ literal: CodeLiteral) -> Bool {
    literal.label == nil && literal.argument == 0
      && reads(literal.scope.flatMap { code.scopes[$0].callee }, "tag") && file.choosesModel
  }
  private static let trackers = WordTable("clearml comet_ml mlflow neptune swanlab trackio wandb", ignoresCase: false)
  private static let size = NeedleSet(["size"], ignoresCase: true)
}
