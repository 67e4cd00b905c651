internal import ProvisoCore
internal import ProvisoText

/// Models named by an address: on a hub, in a store of an application's own, as an Ollama, ModelScope or OCI reference.
enum AddressName {
  static func isAddress(_ text: String) -> Bool { schemeEnd(text) != nil }

  static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    if let address = HubAddress.parse(text) {
      guard !address.isDocument else { return nil }
      let revision = address.revision.map(Revision.init(written:)) ?? .notApplicable
      return NameVerdict(.huggingface, address.id, revision: revision)
    }
    // `https://huggingface.co/path/to/model.gguf`
    guard !HubAddress.isPlaceholder(text) else { return nil }
    guard let (scheme, rest) = parts(text) else { return nil }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    switch scheme {
    case "modelscope":
      return twoParts(path).map { NameVerdict(.modelscope, $0) }
    case "ollama":
      return PlainName.isOllamaName(String(path)) ? NameVerdict(.ollama, String(path)) : nil
    case "oci", "docker":
      return DockerName.verdict(String(path))
    case "azureml" where path.hasPrefix("registries/"):
      return registered(path) ?? stored(text, path, context)
    case "gs", "s3", "azureml", "abfs", "wasbs", "r2", "cos", "hdfs", "obs", "oss", "tos":
      return stored(text, path, context)
    case "pvc": return volume(text, rest) ?? stored(text, path, context)
    case "kaggle": return KaggleName.verdict(path)
    // `hugging_face://model/owner/name` of Azure's indexes.
    case "hugging_face" where path.hasPrefix("model/"):
      return twoParts(path.dropFirst("model/".utf8.count)).map { NameVerdict(.huggingface, $0) }
    case "djl":
      // `djl://ai.djl.huggingface.pytorch/owner/name`
      let slash = path.firstIndex(of: "/") ?? path.endIndex
      // The zoo of DJL's own: `djl://ai.djl.pytorch/resnet`.
      if path.hasPrefix("ai.djl."), !path[..<slash].contains("huggingface"), path[slash...].utf8.count > 2 {
        return NameVerdict(.url, text)
      }
      guard
        path[..<slash].hasSuffix("huggingface.pytorch") || path[..<slash].hasSuffix("huggingface.onnxruntime")
          || path[..<slash].hasSuffix("huggingface.rust")
      else { return nil }
      return twoParts(path[slash...]).map { NameVerdict(.huggingface, $0) }
    case "https", "http":
      return web(text, path, context) ?? asked(rest).flatMap { web(text, path + "/" + $0, context) }
    // The zoos of Detectron2 and OpenMMLab.
    case "detectron2", "mmcls", "mmdet", "mmseg", "mmpose", "open-mmlab", "openmmlab", "torchvision":
      return context == .prose || path.utf8.count < 3 ? nil : NameVerdict(.url, text)
    // A file of the application's own: `res://models/chat.gguf` of Godot.
    case "asset", "assets", "file", "res", "resource", "user":
      return WeightNames.isFile(String(path)) ? WeightNames.verdict(String(path), context) : nil
    // `hub://owner/name` of somebody's own, before a model that is known.
    default:
      guard !hostsOfCode.contains(scheme), path.utf8.count < 200,
        case let id = String(path.prefix { $0 != "@" && $0 != ":" }), HubName.isKnownModel(id),
        HubName.hasModelMarks(id)
      else { return nil }
      return NameVerdict(.huggingface, id, confidence: context.asksForModel ? .high : .medium)
    }
  }

  /// Schemes under which code, packages and data lie.
  private static let hostsOfCode = WordTable("dataset datasets ftp git github gitlab npm oci pkg ssh")

  /// `owner/name` of an address on the hub with a part to be filled in, else `text`.
  static func withoutHost(_ text: String) -> String {
    HubAddress.host(of: text).map { String(text.dropFirst($0.count)) } ?? text
  }

  /// Hosts that have models of which the address is no weight file, or parts of their addresses.
  private static let otherHosts = [
    "modelscope.cn", "modelscope.ai", "ollama.com", "ollama.ai", "tfhub.dev", "www.kaggle.com", "/spacy-models/",
    "dl.fbaipublicfiles.com", "aiplatform.googleapis.com/", "weights.replicate.delivery", "ai.api.nvidia.com",
    "build.nvidia.com",
  ]
  private static let modelHosts = NeedleSet(otherHosts, ignoresCase: true)

  /// Whether the address is one of the web's in which nothing stands that those of models have: most are.
  static func isPage(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let text = text.extracting(range)
    guard let colon = text.indices.prefix(6).first(where: { text[$0] == UInt8(ascii: ":") }), colon + 2 < text.count,
      web.contains(text, 0..<colon), text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/")
    else { return false }
    for offset in text.indices where "{$%<".utf8.contains(text[offset]) { return false }
    return !marks.containsAny(in: text)
  }

  private static let web = WordTable("http https")

  /// Of the hub's hosts and its mirror's, of other hosts of models, and what weight files end in.
  private static let marks = NeedleSet(
    ["huggingface.co", "hf.co", "hf-mirror.com"] + otherHosts + WeightNames.endings + ArchiveAddress.endings,
    ignoresCase: true)

  /// `https://example.com/models?id=v1/detector.pt&src=0`: the weights that the query of an address asks for.
  private static func asked(_ rest: Substring) -> Substring? {
    guard let query = rest.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    return rest[query...].dropFirst().split { $0 == "&" || $0 == "=" }.first { WeightNames.isFile(String($0)) }
  }

  private static func web(_ text: String, _ path: Substring, _ context: NameContext) -> NameVerdict? {
    // Most addresses are of other things.
    guard
      modelHosts.containsAny(in: path.utf8.span) || WeightNames.isFile(String(path))
        || ArchiveAddress.isModel(String(path), context)
    else { return nil }
    let parts = path.split(separator: "/")
    guard let host = parts.first.map({ ASCII.lowercased(String($0)) }), parts.count >= 2 else { return nil }
    if ["modelscope.cn", "www.modelscope.cn", "modelscope.ai"].contains(host), parts[1] == "models", parts.count >= 4 {
      return NameVerdict(.modelscope, "\(parts[2])/\(parts[3])")
    }
    // `https://modelscope.cn/api/v1/models/owner/name/repo?FilePath=model.gguf`
    if host.hasSuffix("modelscope.cn") || host.hasSuffix("modelscope.ai"), parts.count >= 6, parts[1] == "api",
      parts[3] == "models"
    {
      return twoParts("\(parts[4])/\(parts[5])").map { NameVerdict(.modelscope, $0) }
    }
    // As `git clone` takes it.
    if host.hasSuffix("modelscope.cn") || host.hasSuffix("modelscope.ai"), parts.count == 3, parts[2].hasSuffix(".git")
    {
      return twoParts("\(parts[1])/\(parts[2].dropLast(4))").map { NameVerdict(.modelscope, $0) }
    }
    if host.hasSuffix("aiplatform.googleapis.com") {
      return SlashName.garden(parts.last.map { parts.dropLast() + [$0.prefix { $0 != ":" }] } ?? parts)
    }
    if let stored = storedByMaker(host, parts, text) { return stored }
    // `https://ai.api.nvidia.com/v1/genai/owner/name` is called, and `…/v1/retrieval/owner/name/reranking`; `https://build.nvidia.com/owner/name` is the page on it.
    if host == "ai.api.nvidia.com" { return parts.count >= 5 ? CarriedModel.served(parts[3], parts[4]) : nil }
    if host == "build.nvidia.com" {
      return context == .prose && parts.count == 3 ? CarriedModel.served(parts[1], parts[2]) : nil
    }
    if ["ollama.com", "ollama.ai", "registry.ollama.ai"].contains(host), parts[1] == "library", parts.count == 3 {
      return NameVerdict(.ollama, String(parts[2]))
    }
    if host == "www.kaggle.com", parts[1] == "models" { return KaggleName.verdict(parts[2...].joined(separator: "/")) }
    if host == "tfhub.dev", parts.count >= 3 { return NameVerdict(.tfhub, parts.dropFirst().joined(separator: "/")) }
    if let spacy = SpacyNames.inAddress(String(path)) { return NameVerdict(.spacy, spacy) }
    // Data sets have `.bin` files, too.
    guard !(HubAddress.isHubHost(String(path)) && parts[1] == "datasets") else { return nil }
    // A badge for a package such as `AI.Onnx`.
    guard !host.hasSuffix("shields.io"), !host.hasSuffix("badge.fury.io") else { return nil }
    guard !Placeholders.isHost(host), !Placeholders.isNobodys(String(parts[parts.count - 1])),
      WeightNames.isFile(String(path)) && WeightNames.isServed(String(path))
        || ArchiveAddress.isModel(String(path), context)
    else { return nil }
    return NameVerdict(.url, text)
  }

  /// `https://dl.fbaipublicfiles.com/nllb/nllb_200_dense_distill_1.3B_checkpoint`, which has no ending, and
  /// `https://weights.replicate.delivery/default/owner/name/files.tar`, which has everything in one.
  private static func storedByMaker(_ host: String, _ parts: [Substring], _ text: String) -> NameVerdict? {
    switch host {
    case "dl.fbaipublicfiles.com":
      guard let last = parts.last.map(String.init), !HubName.hasFileExtension(last) else { return nil }
      let words = ModelWords(last)
      return words.hasStrongFamily && words.hasSize ? NameVerdict(.url, text) : nil
    case "weights.replicate.delivery":
      guard parts.count > 3, parts[1] == "default", let id = twoParts("\(parts[2])/\(parts[3])"),
        HubName.isKnownModel(id)
      else { return nil }
      return NameVerdict(.huggingface, id, confidence: .medium)
    default: return nil
    }
  }

  /// `azureml://registries/azureml-meta/models/Llama-3.1-8B-Instruct/versions/1`: a model of the hub's by its name alone.
  private static func registered(_ path: Substring) -> NameVerdict? {
    let parts = path.split(separator: "/")
    guard parts.count >= 4, parts[2] == "models", case let name = String(parts[3]), HubName.isPart(name),
      ModelWords(name).hasStrongFamily
    else { return nil }
    return NameVerdict(.huggingface, name, confidence: .medium)
  }

  /// A bucket holds anything; what is no weight file must be in a place that asks for a model, and look like one.
  private static func stored(_ text: String, _ path: Substring, _ context: NameContext) -> NameVerdict? {
    guard !Placeholders.isBucket(String(path)), !path.hasSuffix("/test") else { return nil }
    if WeightNames.isFile(String(path)) && WeightNames.isServed(String(path)) || endsInModel(path) || isArrays(path) {
      return NameVerdict(.url, text)
    }
    if ArchiveAddress.isModel(String(path), context) { return NameVerdict(.url, text, confidence: .medium) }
    guard context.asksForModel, path.utf8.contains(UInt8(ascii: "/")) else { return nil }
    // What the place asks for is a model, whatever else has that ending: `load_checkpoint("gs://acme/policy.pkl")`.
    if WeightNames.isFile(String(path)) { return NameVerdict(.url, text, confidence: .medium) }
    guard !HubName.hasFileExtension(String(path)) || path.hasSuffix(".npz") else { return nil }
    let words = ASCII.lowercased(String(path)).split { !$0.isLetter }
    return words.contains(where: modelFolders.contains) || ModelWords(String(path)).hasFamily
      ? NameVerdict(.url, text, confidence: .medium) : nil
  }

  private static let modelFolders = WordTable("checkpoint checkpoints ckpt ckpts model models weights")

  /// `gs://acme/paligemma/pt_224.npz`: arrays, which are anybody's, in a folder of a model's name.
  private static func isArrays(_ path: Substring) -> Bool {
    path.hasSuffix(".npz") && path.split(separator: "/").dropLast().contains { ModelWords(String($0)).hasStrongFamily }
  }

  /// `s3://acme/models/Llama-3.1-8B-Instruct`
  private static func endsInModel(_ path: Substring) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 1, let last = parts.last.map(String.init), !HubName.hasFileExtension(last) else { return false }
    let words = ModelWords(last)
    return words.isModel && words.hasStrongFamily && words.hasSize
  }

  /// `pvc://volume?model=llama3.1:8b`, where Ollama has the model on a volume of Kubernetes.
  private static func volume(_ text: String, _ rest: Substring) -> NameVerdict? {
    guard let query = rest.firstIndex(of: "?"),
      let named = rest[query...].dropFirst().split(separator: "&").first(where: { $0.hasPrefix("model=") })
    else { return nil }
    let name = String(named.dropFirst("model=".count))
    guard PlainName.isOllamaName(name), !Placeholders.contains(name) else { return nil }
    return NameVerdict(.ollama, name)
  }

  private static func twoParts(_ path: String) -> String? { twoParts(path[...]) }

  private static func twoParts(_ path: Substring) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return nil }
    let id = "\(parts[0])/\(parts[1])"
    return HubName.isID(id) && !Placeholders.contains(id) ? id : nil
  }

  private static func parts(_ text: String) -> (scheme: String, rest: Substring)? {
    guard let end = schemeEnd(text) else { return nil }
    return (ASCII.lowercased(String(text[..<end])), text[end...].dropFirst(3))
  }

  /// Where `://` begins after letters.
  private static func schemeEnd(_ text: String) -> String.Index? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), text.utf8[colon...].starts(with: "://".utf8),
      colon != text.utf8.startIndex,
      text.utf8[..<colon].allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
    else { return nil }
    return colon
  }
}
