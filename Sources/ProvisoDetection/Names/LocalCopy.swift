internal import ProvisoCore
internal import ProvisoText

/// Folders on a disk that hold a model under the name by which it was fetched: `checkpoints/meta-llama/Llama-2-7b-hf`,
/// `/models/Llama-3.1-8B-Instruct`, `models--google--gemma-2b` of the hub's cache.
///
/// Of a folder without an owner resolution looks in the tree first, and says of one that lies nowhere what its name says. Not taken are
/// folders that a run leaves (`outputs/llama-7b`), and a family without size or variant.
enum LocalCopy {
  /// Paths that go deeper are addresses of something else.
  private static let maximumDepth = 16

  static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    guard context != .prose, text.utf8.allSatisfy({ inPaths[Int($0)] }) else { return nil }
    var parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: maximumDepth).map { String(Substring($0)) }
    // `/models/owner/name/tokenizer.model`: what lies in the folder of a model. Without an owner it could be any folder.
    let isPart = parts.count > 3 && parts.last.map(partsOfModels.contains) == true
    if isPart { parts.removeLast() }
    guard (2...maximumDepth).contains(parts.count), let first = parts.first, let last = parts.last
    else { return nil }
    if let cached = parts.first(where: { $0.hasPrefix(cachePrefix) }).flatMap(owned) {
      return NameVerdict(.huggingface, cached)
    }
    guard !HubName.hasFileExtension(last), !isDomain(first), !Placeholders.isPath(text) else { return nil }
    let above = parts.dropLast()
    let words = ModelWords(last)
    // `/tmp/Llama-3.2-1B-Instruct`: fetched there under its whole name, as torchtune shows it, whatever the key is called.
    let isFetched =
      above.elementsEqual(["tmp"]) && words.hasSize && words.hasVariant && words.hasStrongFamily && !words.isNoModel
      && text.utf8.first == UInt8(ascii: "/")
    if isFetched { return NameVerdict(.local, text, confidence: .medium) }
    guard !above.contains(where: { isLeft($0) }) else { return nil }
    let holdsModels = above.contains { holders.containsAny(in: $0.utf8.span) }
    let isRooted = text.utf8.first.map { "/~.".utf8.contains($0) } == true
    if parts.count > 2, let owner = above.last, isCopy(owner, last), holdsModels || context.asksForModel {
      return NameVerdict(.huggingface, "\(owner)/\(last)", confidence: .medium)
    }
    guard !isPart else { return nil }
    // In code ``CodeReferences`` knows which of the folders that it loads from are its own.
    guard context.asksForModel, isRooted || holders.containsAny(in: first.utf8.span),
      !(context == .loadingCall && text.utf8.first != UInt8(ascii: "/"))
    else { return nil }
    guard words.isModel, !words.isNoModel,
      words.hasStrongFamily && (words.hasSize || words.hasVariant)
        || isVersioned(last) && (isRooted || parts.count > 2 || HubName.isNoOwner(first))
    else { return nil }
    return NameVerdict(.local, text, confidence: .medium)
  }

  /// `FLUX.1-dev`, `opt-6.7b`, `stable-diffusion-v1-5`: a family and a number, as no folder is called for anything else. Which of them
  /// say of a restricted line resolution knows.
  private static func isVersioned(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "-")) && name.utf8.contains(where: ASCII.isDigit)
  }

  private static let partsOfModels: Set<String> = [
    "config.json", "tokenizer.json", "tokenizer.model", "tokenizer_config.json",
  ]

  /// `models--owner--name` alone: the folder of the hub's cache, which code puts behind another.
  static func cached(_ text: String) -> NameVerdict? {
    guard text.hasPrefix(cachePrefix), let id = owned(text), HubName.isKnownModel(id) else { return nil }
    return NameVerdict(.huggingface, id, confidence: .medium)
  }

  /// `$HOME/models/meta-llama/Llama-3.1-8B-Instruct`, `${MODELS}/Llama-3.1-8B-Instruct`: the end of a path of which the beginning is
  /// put in, where a model is asked for.
  static func behind(_ text: String) -> NameVerdict? {
    let parts = text.split(separator: "/", maxSplits: maximumDepth).map(String.init)
    guard parts.count >= 2, !AddressName.isAddress(text), !Placeholders.isPath(text),
      !parts.contains(where: { isLeft($0) }),
      let last = parts.last, isFolderName(last), !HubName.hasFileExtension(last)
    else { return nil }
    if parts.count > 2, case let owner = parts[parts.count - 2], isFolderName(owner), isCopy(owner, last) {
      return NameVerdict(.huggingface, "\(owner)/\(last)", confidence: .medium)
    }
    let words = ModelWords(last)
    guard words.hasStrongFamily, words.hasSize, !words.isNoModel, !words.isArchitecture else { return nil }
    return NameVerdict(.local, last, confidence: .medium)
  }

  /// Whether the last two folders are `owner/name` of a publisher that is known.
  private static func isCopy(_ owner: String, _ name: String) -> Bool {
    let id = "\(owner)/\(name)"
    return HubName.isKnownModel(id) && (Publishers.contains(owner) || Publishers.isMaker(owner))
      || MakerLines.contain(id)
  }

  private static let cachePrefix = "models--"

  /// `owner/name` of `models--owner--name`.
  private static func owned(_ folder: String) -> String? {
    guard let mark = folder.dropFirst(cachePrefix.count).firstRange(of: "--") else { return nil }
    let id = "\(folder.dropFirst(cachePrefix.count)[..<mark.lowerBound])/\(folder[mark.upperBound...])"
    return HubName.isID(id) && !Placeholders.contains(id) ? id : nil
  }

  private static func isFolderName(_ part: String) -> Bool {
    part.utf8.allSatisfy { $0 != UInt8(ascii: "/") && inPaths[Int($0)] }
  }

  private static let inPaths: [Bool] = (0..<256).map { ASCII.isWord(UInt8($0)) || "-.~/".utf8.contains(UInt8($0)) }

  /// `ghcr.io/acme/llama-7b`: a registry of containers.
  private static func isDomain(_ part: String) -> Bool {
    part.utf8.first != UInt8(ascii: ".") && part.utf8.contains(UInt8(ascii: "."))
  }

  /// `qa_test_models` holds models that tests are run with.
  private static func isLeft(_ folder: String) -> Bool {
    written.containsAny(in: folder.utf8.span)
      || shown.containsAny(in: folder.utf8.span) && !holders.containsAny(in: folder.utf8.span)
  }

  /// Words in names of folders in which models are kept.
  private static let holders = NeedleSet(
    ["checkpoint", "ckpt", "hub", "model", "pretrain", "weight"], ignoresCase: true)
  /// Words in names of folders that runs write to, and in those of folders that show or test how something is done.
  private static let written = NeedleSet(
    ["export", "finetun", "log", "output", "result", "runs", "save", "tmp"], ignoresCase: true)
  private static let shown = NeedleSet(["docs", "eval", "example", "src", "test"], ignoresCase: true)
}
