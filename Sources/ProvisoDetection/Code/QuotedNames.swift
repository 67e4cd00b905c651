internal import ProvisoText

/// Looks for what every model name in code has around it and in it, at the speed of bytes: most files of code name no model,
/// and are not read for literals.
struct QuotedNames: Sendable {
  private static let maximumName = 200

  /// The words before the brackets of the language's loading calls.
  private let callees: WordTable
  /// By the last five bits of two bytes, whether a callee ends in them.
  private let calleeEnds: [Bool]
  /// Those that load a model whatever stands before them, and for each other one what must.
  private let unqualified: WordTable
  private let qualified: [(callee: [UInt8], qualifier: [UInt8])]
  /// The hints that make a look at the names needless.
  private let decidingHints: UInt64
  /// Whether another file of the module may load what a constant holds.
  private let sharesConstants: Bool
  private let imports: ImportLines?

  /// - Parameter language: The name of the language, as ``CodeLanguage`` has it.
  init(_ calls: [LoadingCall], language: String) {
    let hasResources = language == "swift" || language == "cpp"
    decidingHints = hasResources ? Self.decidingHints : Self.decidingHints & ~Self.resourceHints
    sharesConstants = ModuleNames.languages.contains(language)
    imports = ImportLines(language: language)
    callees = WordTable(calls.map(\.callee), ignoresCase: false)
    var ends = [Bool](repeating: false, count: 1 << 10)
    for call in calls {
      let last = Array(call.callee.utf8.suffix(2))
      guard let final = last.last else { continue }
      // Before the only byte of a callee stands anything.
      for other in last.count > 1 ? last[0]...last[0] : 0...31 { ends[Self.ending(other, final)] = true }
    }
    calleeEnds = ends
    unqualified = WordTable(calls.filter { $0.qualifier == nil }.map(\.callee), ignoresCase: false)
    qualified = calls.compactMap { call in call.qualifier.map { (Array(call.callee.utf8), Array($0.utf8)) } }
  }

  /// Whether a quoted name stands in `bytes` that could be a model's, or a loading call, or an address. A name that is one only
  /// where something asks for a model counts if a word that asks for one stands in the file.
  ///
  /// - Parameter hints: which of ``hints`` stand in the file.
  func mayStand(in bytes: [UInt8], hints: UInt64) -> Bool {
    let span = bytes.span
    let deciding = hints & decidingHints
    if deciding & ~Self.hubHints != 0 || deciding != 0 && HubAddress.leadToRepositories(in: span) { return true }
    let readsBlocks = hints & Self.blockHints != 0
    let (marks, needles) = (Self.marks, NameNeedles.shared)
    /// Whether a word that asks for a model stands in the file; nil until a name needs it.
    var hasKey: Bool? = hints == 0 ? false : hints & Self.ambiguousHints == hints ? nil : true
    var offset = 0
    /// Where the last string of several lines ends, and how many never do: each costs the rest of the file.
    var (blockEnd, unclosed) = (0, 0)
    /// Where the last list of imports ends.
    var importsEnd = 0
    while true {
      offset = marks.next(from: offset, in: span)
      guard offset < span.count else { return false }
      let byte = span[offset]
      if byte == UInt8(ascii: "(") {
        if isCall(offset, in: span) { return true }
        if let imports, offset >= importsEnd { importsEnd = imports.end(ofList: offset, in: span) }
      } else {
        if readsBlocks, offset >= blockEnd, unclosed < 8, let block = Self.block(at: offset, in: span) {
          if block.isEmpty { unclosed += 1 } else { blockEnd = block.upperBound }
          if BlockNeedles.mayName(span, block) { return true }
        }
        let end = Self.endOfName(from: offset + 1, in: span)
        if end > offset + 2, end < span.count, span[end] == byte, end - offset <= Self.maximumName {
          let isImported = offset < importsEnd || imports?.isImported(offset, in: span) == true
          switch strength(of: span, offset + 1..<end, needles, hasKey: hasKey != false && !isImported) {
          case .speaksForItself: return true
          case .needsKey:
            if hasKey == nil { hasKey = Self.hasKey(in: span) }
            if hasKey == true { return true }
          case .none: break
          }
        }
        // What closed one name may open another.
        offset = max(end - 1, offset)
      }
      offset += 1
    }
  }

  /// The same of a part of a file, whose hints nobody has looked for.
  func mayStand(in part: [UInt8]) -> Bool {
    var hints: UInt64 = 0
    Self.hintSet.forEachMatch(in: part.span) { hint, _ in
      hints |= 1 << UInt64(hint)
      return true
    }
    return mayStand(in: part, hints: hints)
  }

  private static let hintSet = NeedleSet(hints, ignoresCase: true)

  private enum Strength { case none, needsKey, speaksForItself }

  /// - Parameter hasKey: whether a word that asks for a model may stand in the file; without one, what needs it is not looked at.
  private func strength(
    of text: Span<UInt8>, _ name: Range<Int>, _ needles: NameNeedles, hasKey: Bool
  ) -> Strength {
    let isWord = name.allSatisfy { ASCII.isLetter(text[$0]) || text[$0] == UInt8(ascii: "_") }
    // Without a key no word is anything.
    if isWord, !hasKey { return .none }
    guard needles.mayName(text, name) else {
      return hasKey && NameNeedles.hasSize(text, name) && !Self.isNothing(Self.string(text, name)) ? .needsKey : .none
    }
    if isWord { return Self.isNothing(Self.string(text, name)) ? .none : .needsKey }
    // `#include "arm/repack.h"`: no key makes that a model.
    if FileEnding.isOne(of: Self.sourceExtensions, text, name) { return .none }
    if let slash = name.first(where: { text[$0] == UInt8(ascii: "/") }) {
      let owner = name.lowerBound..<slash
      if Publishers.contains(text, owner) || Self.dockerOwner.contains(text, owner) { return .speaksForItself }
    }
    let standing = Self.standings.value(of: text, name) { Standing(Self.string(text, name)) }
    if standing.isKnown || sharesConstants && Self.isConstant(text, name) { return .speaksForItself }
    guard hasKey || standing.isQualified else { return .none }
    let isNothing = Self.nothings.value(of: text, name) { Self.isNothing(Self.string(text, name)) }
    return !isNothing ? .needsKey : standing.isQualified ? .speaksForItself : .none
  }

  /// What a name is wherever it stands.
  private struct Standing {
    let isKnown: Bool
    let isQualified: Bool

    init(_ written: String) {
      // A file's name may be an operand: `folder + "/model.gguf"`.
      isKnown =
        WeightNames.mayBeWeights(written) || HubAddress.isHubHost(written) || NameJudge.judge(written, in: .bare) != nil
      isQualified = !isKnown && QualifiedName.name(in: written) != nil
    }
  }

  private static let standings = TextMemo<Standing>()
  private static let nothings = TextMemo<Bool>()

  /// A word such as `optional`, a path or an address of something else: no key makes a model of it.
  private static func isNothing(_ written: String) -> Bool {
    // `\"acme/name\"` within a string.
    let text = written.utf8.last == UInt8(ascii: "\\") ? String(written.dropLast()) : written
    return !isPiece(text) && NameJudge.judge(text, in: .modelKey) == nil
      && NameJudge.judge(text, in: .repositoryKey) == nil && KaggleName.verdict(text) == nil
  }

  /// What other pieces may make a name of: with a part put in, cut at a mark, or a file's ending.
  private static func isPiece(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if text.utf8.contains(where: { "{$%<\\".utf8.contains($0) }) || WeightNames.endings.contains(text) { return true }
    // `/secrets/list`, `https://example.com/`: no part of a name.
    if first == UInt8(ascii: "/"), text.utf8.dropFirst().contains(UInt8(ascii: "/")) { return false }
    if last == UInt8(ascii: "/"), AddressName.isAddress(text) { return false }
    return "-/.:_".utf8.contains(first) || "-/.:_".utf8.contains(last)
  }

  private static let sourceExtensions = WordTable(
    "c cc cpp cs cu cuh cxx go h hh hpp hxx inc inl java js kt m mm py rb rs swift ts tsx")

  /// Whether a word that asks for a repository stands in the file: a `report` or a page of GitHub is none.
  private static func hasKey(in bytes: Span<UInt8>) -> Bool {
    var found = false
    ambiguous.forEachMatch(in: bytes) { needle, offset in
      found =
        needle == 0
        ? !stands(restOfReport, bytes, at: offset + 4) : offset < 3 || !stands(startOfGitHub, bytes, at: offset - 3)
      return !found
    }
    return found
  }

  private static let restOfReport = Array("rt".utf8)
  private static let startOfGitHub = Array("git".utf8)

  /// Whether the word, in lower case, stands at `start` in either case.
  private static func stands(_ word: [UInt8], _ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for index in word.indices where ASCII.lowercased(bytes[start + index]) != word[index] { return false }
    return true
  }

  /// `NAME = "owner/name"`, which another file may load.
  private static func isConstant(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard HubName.isID(text, name) else { return false }
    var start = name.lowerBound - 1
    while start > 0, ASCII.isBlank(text[start - 1]) { start -= 1 }
    return start > 0 && text[start - 1] == UInt8(ascii: "=")
  }

  /// What stands in the string of several lines that the quote opens; nil where it opens none.
  private static func block(at quote: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    let byte = bytes[quote]
    var (start, marks) = (quote + 1, 1)
    if byte == UInt8(ascii: "`") {
    } else if quote + 2 < bytes.count, bytes[quote + 1] == byte, bytes[quote + 2] == byte {
      (start, marks) = (quote + 3, 3)
    } else {
      // `r#"…"#` of Rust, `@"…"` of C#, `R"(…)"` of C++.
      guard quote > 0, byte == UInt8(ascii: "\""), "#@rR".utf8.contains(bytes[quote - 1]) else { return nil }
    }
    var end = start
    while end < bytes.count {
      if bytes[end] == byte, marks == 1 || end + 2 < bytes.count && bytes[end + 1] == byte && bytes[end + 2] == byte {
        // `r#"{"model": …}"#`: a quote that no mark follows is a part of it.
        if marks == 3 || byte == UInt8(ascii: "`") || bytes[quote - 1] != UInt8(ascii: "#") { break }
        if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "#") { break }
      }
      end += 1
    }
    // What is never closed is not read.
    return end < bytes.count ? start..<end : start..<start
  }

  private static let dockerOwner = WordTable("ai")

  private static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { text[$0] }, as: UTF8.self)
  }

  /// Whether one of the language's loading calls opens its bracket here.
  private func isCall(_ bracket: Int, in bytes: Span<UInt8>) -> Bool {
    guard bracket > 0, calleeEnds[Self.ending(bracket > 1 ? bytes[bracket - 2] : 0, bytes[bracket - 1])] else {
      return false
    }
    var start = bracket
    while start > 0, ASCII.isWord(bytes[start - 1]) { start -= 1 }
    guard callees.contains(bytes, start..<bracket) else { return false }
    if unqualified.contains(bytes, start..<bracket) { return true }
    // `hub.load(`, `Repo::new(`
    var end = start
    while end > 0, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    return qualified.contains { call in
      call.callee.count == bracket - start && Self.ends(call.callee, at: bracket, in: bytes)
        && Self.ends(call.qualifier, at: end, in: bytes)
    }
  }

  /// Names by which short values get a meaning: `ASR_MODEL = "base"`.
  private static let shortNameKeys = [
    "whisper", "asr_model", "asrmodel", "stt_model", "sttmodel", "ollama", "spacy", "timm", "llmregistry",
    "vlmregistry",
    "embedderregistry",
  ]
  /// Words one of which stands in every name by which ``NameWords`` knows a model or a repository.
  private static let keys = [
    "model", "adapter", "ckpt", "embedder", "llm", "lora", "pretrained", "reranker", "tokenizer", "vlm", "weights",
    "checkpoint", "hub", "repo",
  ]
  /// Parts of other words too.
  private static let ambiguousKeys = ["repo", "hub"]
  private static let ambiguous = NeedleSet(ambiguousKeys, ignoresCase: true)
  /// What addresses of models begin with.
  private static let addresses = [
    "huggingface.co/", "hf.co/", "hf:/", "modelscope.cn/", "modelscope:/", "huggingface:/", "ollama:/", "tfhub.dev/",
  ]
  /// What commands in strings have in them.
  private static let commands = [
    "--model", "--pretrained", "vllm serve", "-cli download", "hf download", "\"pretrained=", "'pretrained=",
    "\"model=", "'model=", "llama-server", "llama-cli", "llama serve",
  ]
  /// What stands for a model without a name, the labels of resources, whose names are anything, and identifiers that a program
  /// may cut: `"arn:aws:bedrock:\(region)::foundation-model/…"`.
  private static let constants =
    ["torchaudio.pipelines", "arn:aws:bedrock"] + resources + LibraryConstants.hints + TorchvisionWeights.hints
  private static let resources = ["forresource", "withextension"]
  /// What the file is searched for beside the look at its quotes.
  static let hints = shortNameKeys + addresses + commands + constants + keys
  /// Words one of which stands in every file whose strings of several lines are looked at.
  static let blockWords = ["model", "llm", "pretrained", "tokenizer", "checkpoint"]
  private static let blockHints = bits(of: blockWords)
  private static let ambiguousHints = bits(of: ambiguousKeys)
  private static let decidingHints: UInt64 =
    (1 << UInt64(shortNameKeys.count + addresses.count + commands.count + constants.count)) - 1
  /// Labels of resources in Swift and Objective-C; elsewhere anybody's words.
  private static let resourceHints = bits(of: resources)
  /// Hosts that have pages of other things, too.
  private static let hubHints = bits(of: ["huggingface.co/", "hf.co/"])

  private static func bits(of words: [String]) -> UInt64 {
    hints.enumerated().reduce(0) { bits, hint in words.contains(hint.element) ? bits | 1 << UInt64(hint.offset) : bits }
  }

  private static let marks = ByteMarks(UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("))

  private static func ending(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

  private static func endOfName(from start: Int, in bytes: Span<UInt8>) -> Int {
    let table = nameBytes
    let isNameByte = table.span
    precondition(isNameByte.count == 256)
    var end = start
    while end < bytes.count, isNameByte[Int(bytes[end])] { end += 1 }
    return end
  }

  private static func ends(_ word: [UInt8], at end: Int, in bytes: Span<UInt8>) -> Bool {
    guard end >= word.count else { return false }
    for index in word.indices where bytes[end - word.count + index] != word[index] { return false }
    return true
  }

  private static let nameBytes: [Bool] = (0..<256).map { value in
    let byte = UInt8(value)
    return ASCII.isLetter(byte) || ASCII.isDigit(byte) || ":-./_@{}$%+?=\\()~&".utf8.contains(byte)
  }
}
