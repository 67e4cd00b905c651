internal import ProvisoCore
internal import ProvisoText

/// Names of models and lines as people say them: "Llama 3", "mixtral 8x7b", "sdxl".
package enum SpokenName {
  /// The models of the hub that the words may mean, the nearest first: one where the words are its whole name; none where nothing
  /// is known by them.
  package static func candidates(of text: String) -> [String] { reading(of: text).ids }

  /// The same, and whether the words are a whole name: of a beginning it is not known how it goes on, though one model alone has it.
  package static func reading(of text: String) -> (ids: [String], isName: Bool) {
    if text.contains("/") { return (sizes(of: text), false) }
    let said = NamedLine.words(
      text.replacing("+", with: " plus").split(whereSeparator: \.isWhitespace).joined(separator: " "))
    // `t`, `e` is the beginning of everything.
    guard said.joined().utf8.count > 1, text.utf8.count <= 80 else { return ([], false) }
    if let fields = EmbeddedText.spoken.fields(ofKey: said.joined(separator: " ")), fields.count >= 2 {
      let ids = fields[1].split(separator: ";").map(String.init)
      return (ids, ids.count == 1)
    }
    if let weights = ultralytics(text) { return ([weights], true) }
    let words = withoutMarks(said)
    let lines = self.lines(beginningWith: words[0])
    let begun = lines.map { line in line.filter { $0.words.starts(with: words) } }
    if let whole = begun.joined().first(where: { $0.words == words && !$0.id.hasSuffix("*") }) {
      return ([whole.id], true)
    }
    // A line is its first publisher's; what others call by its name was made from it.
    if let line = begun.first(where: { !$0.isEmpty }) { return (line.map(\.id), false) }
    // Other words may stand between: `llama 3.2 vision`.
    let parted = lines.lazy.map { line in line.filter { isSubsequence(words, of: $0.words) } }
    return (parted.first { !$0.isEmpty }?.map(\.id) ?? [], false)
  }

  /// The models of a line whose id leaves out which size is meant, where the sizes are under different licenses.
  package static func sizes(of id: String) -> [String] {
    guard id.utf8.count <= 80, let fields = EmbeddedText.spoken.fields(ofKey: id, ignoringCase: true),
      fields.count >= 2
    else { return [] }
    return fields[1].split(separator: ";").map(String.init)
  }

  /// Weights that a library fetches by their file's name: `yolov8n.pt`, or by the name alone; and what was tuned under such a
  /// name: `yolov8n-plates.pt`.
  private static func ultralytics(_ text: String) -> String? {
    let name = text.lowercased()
    if let model = UltralyticsName.model(ofFile: name) ?? UltralyticsName.model(named: name) { return model }
    return name.hasSuffix(".pt") ? UltralyticsName.model(named: name.prefix { $0 != "-" }) : nil
  }

  private struct Model: Sendable {
    var id: String
    /// Of its name.
    var words: [String]
  }

  /// The models whose names have `word` as their first, by publisher, in the publishers' order, each one's shorter names first; no
  /// publisher has none. Kept, since a tree that names many models without their owners names few lines.
  private static func lines(beginningWith word: String) -> [[Model]] {
    lines.value(of: word) {
      publishers.map { models(of: $0, beginningWith: word) }.filter { !$0.isEmpty }
    }
  }

  private static func models(of publisher: String, beginningWith word: String) -> [Model] {
    guard let table = HubModels.table else { return [] }
    let ids = ["", prefixes[publisher]].compactMap(\.self).flatMap { prefix in
      table.labels(startingWith: "\(publisher)/\(prefix)\(word)", limit: .max).map(\.id)
    }
    // What a rule or the short list keeps to itself is of the line as well, and the others' labels free no beginning of its name.
    let known = Set(ids.map { $0.lowercased() })
    let others = (restricted["\(publisher)/\(word)"] ?? []).filter { !known.contains($0.lowercased()) }
    return (ids + others).map { Model(id: $0, words: nameWords($0)) }
      .filter { $0.words.first == word && isOwn($0.id) }
      .sorted { ($0.words.count, $0.id) < ($1.words.count, $1.id) }
  }

  /// The restricted models and lines, `nvidia/canary-1b` and `google/gemma-*`, of the rules and of the short list, by their publisher
  /// and the first word of their names: `nvidia/canary`.
  private static let restricted: [String: [String]] = {
    let rules = EmbeddedText.families.allFields().filter { $0.count > 1 && restricts($0[1]) }.map { $0[0] }
    let listed = EmbeddedText.catalog.allFields().filter { $0.count > 3 && (restricts($0[2]) || restricts($0[3])) }
      .map { $0[1] }
    let ids = (listed + rules).filter { id in
      // A star further in front leaves nothing that anybody could say.
      id.contains("/") && !id.dropLast().contains("*") && !id.hasSuffix("/*")
    }
    return Dictionary(grouping: ids) { id in "\(id.lowercased().prefix { $0 != "/" })/\(nameWords(id).first ?? "")" }
  }()

  private static func restricts(_ license: String) -> Bool {
    LicenseLibrary.shared.category(of: license)?.isRestricted ?? (RestrictiveName.record(of: license) != nil)
  }

  private static let lines = Remembered<String, [[Model]]>(limit: 8_192)

  private static func isSubsequence(_ words: [String], of name: [String]) -> Bool {
    var rest = words[...]
    for word in name {
      guard let next = rest.first else { break }
      if word == next {
        rest.removeFirst()
      } else if !word.contains(where: \.isNumber) {
        // A size or a version may be left out; any other word makes it another model.
        return false
      }
    }
    return rest.isEmpty
  }

  /// What publishers write before some names of a line.
  private static let prefixes = ["meta-llama": "meta-", "coherelabs": "c4ai-", "ai21labs": "ai21-"]

  /// Copies in another shape say nothing that the models do not.
  private static func isOwn(_ id: String) -> Bool {
    guard let slash = id.firstIndex(of: "/") else { return false }
    return !ModelNameWords(id[id.index(after: slash)...]).words.contains { $0 != "hf" && ModelNameWords.isShape($0) }
  }

  /// The words of an id's name; Meta, Cohere and AI21 wrote their own before some.
  private static func nameWords(_ id: String) -> [String] {
    let name = id[(id.utf8.lastIndex(of: UInt8(ascii: "/")).map(id.utf8.index(after:)) ?? id.startIndex)...]
    var words = withoutMarks(NamedLine.words(withPoints(name)))
    // Of `gemma-3n-*`, and of `qwen2.5-3b*`.
    if let last = words.last, last.hasSuffix("*") {
      words.removeLast()
      if last.utf8.count > 1 { words.append(String(last.dropLast())) }
    }
    if words.first == "meta" { return Array(words.dropFirst()) }
    // `c4ai` and `ai21` are split before their digits.
    return words.starts(with: ["c", "4ai"]) || words.starts(with: ["ai", "21"]) ? Array(words.dropFirst(2)) : words
  }

  /// `internlm2_5-7b` and `stablelm-2-1_6b` write a point that no file name had to have: `2_5` is 2.5.
  private static func withPoints(_ name: Substring) -> String {
    var bytes = Array(name.utf8)
    for index in bytes.indices.dropFirst().dropLast() where bytes[index] == UInt8(ascii: "_") {
      if isDigit(bytes[index - 1]), isDigit(bytes[index + 1]) { bytes[index] = UInt8(ascii: ".") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// `llava 1.5` is `llava-v1.5-7b`: the mark of a version is not always said.
  private static func withoutMarks(_ words: [String]) -> [String] {
    words.indices.filter { index in
      words[index] != "v" || index == 0 || index + 1 == words.count || words[index + 1].first?.isNumber != true
    }.map { words[$0] }
  }

  /// Whoever first published a line that people name without saying whose it is.
  private static let publishers = [
    "meta-llama", "mistralai", "google", "qwen", "microsoft", "openai", "deepseek-ai", "stabilityai",
    "black-forest-labs",
    "codellama", "huggingfacetb", "ibm-granite", "allenai", "01-ai", "coherelabs", "tiiuae", "bigscience", "bigcode",
    "zai-org", "moonshotai", "minimaxai", "nvidia", "google-bert", "google-t5", "facebookai", "openai-community",
    "distilbert", "albert", "sentence-transformers", "baai", "intfloat", "facebook", "salesforce", "eleutherai",
    "databricks",
    "mosaicml", "upstage", "lmsys", "tinyllama", "xai-org", "liquidai", "nomic-ai", "openchat", "huggingfaceh4",
    "teknium",
    "nousresearch", "jinaai", "mixedbread-ai", "thenlper", "hexgrad", "coqui", "suno", "compvis", "lgai-exaone",
    "internlm", "openlm-research", "bytedance", "openbmb", "tencent", "bytedance-seed", "xiaomimimo", "stepfun-ai",
    "state-spaces", "rwkv", "baichuan-inc", "ai21labs", "liuhaotian", "parler-tts", "resembleai", "lightricks",
    "playgroundai",
    "alibaba-nlp", "snowflake", "replit", "swiss-ai", "arcee-ai", "sarvamai",
  ]
}
