internal import ProvisoText

/// What a sentence of a model's card says in plain words of what may be done with the model: `Commercial use of the weights is
/// prohibited.`, `We release the model under CC BY-NC 4.0.`, `By downloading you agree to the Llama 3.1 Community License.`
///
/// It only ever restricts. What is said of code, data, a paper, a demo or another model, on a condition, of the past, as a question
/// or as what a model is meant for says nothing here.
struct CardTerms {
  /// What the sentence names, or bars, in words that the license library reads.
  private(set) var restrictions: [String] = []
  /// Whether it gives the model the license of its base, and does not say which that is.
  private(set) var isLicenseOfBase = false

  /// - Parameters:
  ///   - sentence: white space folded, code, quotations and addresses left out.
  ///   - isOfOther: whether what stands around the sentence speaks of something else than the model, so that one without a
  ///     subject does, too.
  init(_ sentence: String, isOfOther: Bool) {
    guard sentence.utf8.count <= 1_000, !sentence.hasSuffix("?"), !sentence.hasPrefix("|"), !sentence.hasPrefix("#"),
      Self.tellingNeedles.containsAny(in: sentence.utf8.span)
    else { return }
    let whole = Self.words(of: sentence)
    guard whole.contains(where: { Self.telling.contains($0.folded) || $0.folded.contains("commercial") }),
      !whole.contains(where: { Self.refusals.contains($0.folded) })
    else { return }
    let speaksOfOther = isOfOther || whole.contains { Self.others.contains($0.folded) }
    for clause in Self.clauses(whole) {
      read(clause, isOfOther: speaksOfOther)
      if restrictions.isEmpty, !speaksOfOther { readBase(clause) }
    }
    if restrictions.isEmpty, !isLicenseOfBase, let listed = Self.listed(sentence) { restrictions = [listed] }
    if restrictions.isEmpty, !speaksOfOther, Self.isLimit(whole) { restrictions = [Self.noncommercialUse] }
  }

  static let noncommercialUse = "non-commercial use only"

  private struct Word {
    var text: Substring
    var folded: String
    /// A mark behind the word that ends a clause.
    var end: Character?
    /// Whether the word begins, and ends, what stands in brackets.
    var opens = false
    var closes = false
  }

  private static func words(of sentence: String) -> [Word] {
    sentence.split(separator: " ").compactMap { raw in
      var word = Word(text: raw, folded: "")
      while let first = word.text.first, "([{*_|#<>-+–—".contains(first) {
        if first == "(" { word.opens = true }
        word.text = word.text.dropFirst()
      }
      while let last = word.text.last, ")]}*_|>,;:.!".contains(last) {
        if last == ")" { word.closes = true }
        if ",;:.!".contains(last) { word.end = last }
        word.text = word.text.dropLast()
      }
      guard !word.text.isEmpty else { return nil }
      word.folded = ASCII.lowercased(String(word.text))
      return word
    }
  }

  private static func clauses(_ words: [Word]) -> [[Word]] {
    var clauses: [[Word]] = [[]]
    for word in words {
      if ["but", "while", "whereas", "however"].contains(word.folded) {
        clauses.append([])
        continue
      }
      clauses[clauses.count - 1].append(word)
      if word.end == ";" || word.end == "." { clauses.append([]) }
    }
    return clauses.filter { !$0.isEmpty }
  }

  private mutating func read(_ clause: [Word], isOfOther: Bool) {
    let words = clause.map(\.folded)
    if let name = Self.released(clause) ?? Self.agreedTo(clause) ?? Self.followed(clause, isOfOther: isOfOther) {
      return restrictions.append(name)
    }
    let parts = Self.parts(clause)
    if Self.forbidsUse(words) || Self.isOnlyFor(words) || !isOfOther && Self.isNoncommercialItself(words)
      || parts.contains(where: { Self.forbidsCommerce($0, isOfOther: isOfOther) })
      || !isOfOther && Self.sellsCommerce(parts)
    {
      restrictions.append(Self.noncommercialUse)
    }
  }

  /// What stands between the commas of a clause.
  private static func parts(_ clause: [Word]) -> [[String]] {
    var parts: [[String]] = [[]]
    for word in clause {
      parts[parts.count - 1].append(word.folded)
      if word.end == "," || word.end == ":" { parts.append([]) }
    }
    return parts.filter { !$0.isEmpty }
  }

  // MARK: Named licenses

  /// `Please comply with the Llama 2 license`, `You must adhere to the terms of the Gemma license`.
  private static func followed(_ clause: [Word], isOfOther: Bool) -> String? {
    let words = clause.map(\.folded)
    guard !isOfOther, let verb = words.firstIndex(where: following.contains), verb <= 4,
      !words[..<verb].contains(where: denies),
      words[..<verb].allSatisfy({ ["please", "you", "users", "must", "shall", "kindly", "note", "and"].contains($0) })
    else { return nil }
    return name(clause, from: verb + 1)
  }

  private static let following: Set<String> = ["comply", "follow", "adhere", "abide", "respect", "observe"]

  /// `We release the model under CC BY-NC-SA 4.0`: who publishes says so, of the weights.
  private static func released(_ clause: [Word]) -> String? {
    guard let verb = clause.firstIndex(where: { publishing.contains($0.folded) }), verb <= 6,
      !clause[..<verb].contains(where: { denies($0.folded) || others.contains($0.folded) })
    else { return nil }
    var object = verb + 1
    for index in clause.indices.dropFirst(verb + 1) {
      let word = clause[index].folded
      if word == "and" || clause[index].end == "," { object = index + 1 }
      guard word == "under" || word == "with", index - object <= 12 else { continue }
      let named = clause[object..<index].map(\.folded)
      guard named.contains(where: { models.contains($0) }),
        !named.contains(where: { others.contains($0) || denies($0) })
      else { continue }
      return name(clause, from: index + 1)
    }
    return nil
  }

  /// `By downloading the model you agree to the terms of the Gemma license`, or to use it for research only.
  private static func agreedTo(_ clause: [Word]) -> String? {
    let words = clause.map(\.folded)
    guard let by = words.firstIndex(of: "by"), by + 1 < words.count, taking.contains(words[by + 1]),
      let agree = words.firstIndex(where: { ["agree", "accept", "consent", "acknowledge"].contains($0) }), agree > by,
      !words.contains(where: { others.contains($0) })
    else { return nil }
    let terms = words[agree...]
    if barsCommerce(terms) || isOnly(terms) && terms.contains(where: isNoncommercial) { return noncommercialUse }
    guard !terms.contains(where: denies) else { return nil }
    return name(clause, from: agree + 1)
  }

  /// The restricting license whose name stands from `start` on.
  private static func name(_ clause: [Word], from start: Int) -> String? {
    var index = start
    while index < clause.count, fillers.contains(clause[index].folded) { index += 1 }
    var name: [Substring] = []
    while index < clause.count, name.count < 10 {
      let word = clause[index]
      if stops.contains(word.folded) { break }
      name.append(word.text)
      if word.closes || word.end != nil || ["license", "licence", "agreement"].contains(word.folded) { break }
      index += 1
      if index < clause.count, clause[index].opens { break }
    }
    let text = name.joined(separator: " ")
    let words = name.map { ASCII.lowercased(String($0)) }
    let isNamed = words.contains {
      LicenseSentence.isLicenseWord($0) || ["license", "licence", "agreement", "terms"].contains($0)
    }
    return isNamed && LicenseSentence.restricts(text) ? text : nil
  }

  /// `Licensing: code MIT, weights CC-BY-NC.`, `Model weights © Acme, CC BY-NC 4.0.`
  private static func listed(_ sentence: String) -> String? {
    var isOfModel = false
    for part in sentence.split(whereSeparator: { ",;:".contains($0) }) {
      let words = words(of: String(part))
      let subject = words.prefix { ["the", "our", "model", "and"].contains($0.folded) || models.contains($0.folded) }
      let rest = words.dropFirst(subject.count)
      if subject.contains(where: { models.contains($0.folded) }), let first = rest.first,
        LicenseSentence.isLicenseWord(first.folded)
      {
        let text = rest.map(\.text).joined(separator: " ")
        if let name = LicenseLabel.name(in: text[...]) { return name }
      }
      if isOfModel, let name = LicenseLabel.name(in: part) { return name }
      isOfModel =
        words.contains { models.contains($0.folded) } && !words.contains { others.contains($0.folded) }
        && words.contains { ["©", "(c)", "c", "copyright"].contains($0.folded) }
    }
    return nil
  }

  // MARK: What is barred

  /// `You may not use this model for commercial purposes`, `Do not use the weights commercially`.
  private static func forbidsUse(_ words: [String]) -> Bool {
    guard let use = words.firstIndex(where: { ["use", "sell", "deploy", "used"].contains($0) }), use <= 8,
      words[..<use].contains(where: { denies($0) && $0 != "no" }),
      case let before = words[..<use],
      before.contains(where: { ["you", "users", "anyone"].contains($0) })
        || ["do", "don't", "please", "never"].contains(words[0]) || before.last == "be"
    else { return false }
    guard
      before.contains(where: {
        [
          "may", "must", "can", "cannot", "can't", "do", "don't", "shall", "allowed",
          "permitted", "authorized", "agree",
        ].contains($0)
      })
    else { return false }
    let rest = words[(use + 1)...]
    guard !words.contains(where: { others.contains($0) || otherModels.contains($0) }),
      words.contains(where: { models.contains($0) || $0 == "it" }), !isOnly(rest)
    else { return false }
    return !rest.contains(where: permitted.contains)
      && rest.indices.contains { index in
        // Not `to produce commercial spam`.
        rest[index] == "commercially"
          || rest[index] == "commercial" && (index + 1 == rest.endIndex || ends.contains(rest[index + 1]))
      }
  }

  /// `Commercial use of the weights is prohibited`, `Commercial use requires a separate license`.
  private static func forbidsCommerce(_ words: [String], isOfOther: Bool) -> Bool {
    guard let start = words.firstIndex(of: "commercial"), start + 1 < words.count,
      ["use", "usage", "uses", "applications", "exploitation", "deployment"].contains(words[start + 1]),
      words[..<start].allSatisfy({ leads.contains($0) })
    else { return false }
    var index = start + 2
    if index < words.count, words[index] == "of" {
      let verb = words[index...].firstIndex { ["is", "are", "requires", "require"].contains($0) } ?? words.count
      let object = words[index..<verb]
      guard object.contains(where: { models.contains($0) || $0 == "it" }),
        !object.contains(where: { others.contains($0) || otherModels.contains($0) })
      else { return false }
      index = verb
    } else if isOfOther {
      return false
    }
    guard index < words.count else { return false }
    let rest = words[(index + 1)...]
    switch words[index] {
    case "is", "are":
      var rest = rest
      var isNegated = false
      while let word = rest.first, adverbs.contains(word) || word == "not" {
        if word == "not" { isNegated = true }
        rest = rest.dropFirst()
      }
      guard let word = rest.first else { return false }
      return isNegated ? permitted.contains(word) : prohibited.contains(word)
    case "isn't", "aren't": return rest.first.map(permitted.contains) ?? false
    case "requires", "require":
      return rest.contains {
        ["license", "licence", "permission", "agreement", "authorization", "approval"].contains($0)
      }
        && !rest.contains {
          ["over", "above", "more", "million", "revenue", "users", "exceeding", "attribution", "same", "notice"]
            .contains($0)
        }
    default: return false
    }
  }

  /// `For commercial use, please contact us to obtain a license`: who has to ask is not free to.
  private static func sellsCommerce(_ parts: [[String]]) -> Bool {
    // The first alone: whoever writes it a hundred times has not more to say.
    guard let start = parts.firstIndex(where: { $0.drop { leads.contains($0) }.starts(with: ["for", "commercial"]) })
    else { return false }
    let words = parts[start...].flatMap(\.self).drop { leads.contains($0) }
    guard words.count > 3, commerce.contains(words[words.startIndex + 2]),
      !words.contains(where: { others.contains($0) || denies($0) })
    else { return false }
    let rest = words.dropFirst(3)
    return rest.contains { ["contact", "email", "e-mail", "inquire", "enquire"].contains($0) }
      || rest.contains { ["obtain", "request", "purchase", "buy", "acquire"].contains($0) }
        && rest.contains { ["license", "licence", "permission", "authorization"].contains($0) }
  }

  private static let commerce: Set<String> = [
    "use", "usage", "uses", "purposes", "licensing", "license", "licence", "applications", "exploitation", "deployment",
  ]

  /// `This is a non-commercial model.`
  private static func isNoncommercialItself(_ words: [String]) -> Bool {
    guard let word = words.firstIndex(where: { ["non-commercial", "noncommercial"].contains($0) }), word >= 2,
      word + 1 < words.count, ["model", "release", "license", "licence", "checkpoint"].contains(words[word + 1])
    else { return false }
    return words[..<word].contains { ["is", "are"].contains($0) } && !words.contains(where: denies)
      && words[..<word].contains { ["this", "it", "model", "weights"].contains($0) }
  }

  /// `The checkpoints are for non-commercial use only` of a clause whose neighbors speak of the code.
  private static func isOnlyFor(_ words: [String]) -> Bool {
    guard let subject = words.firstIndex(where: { models.contains($0) }), subject <= 4,
      subject + 2 < words.count, ["is", "are"].contains(words[subject + 1]), words[subject + 2] == "for",
      !words.contains(where: { others.contains($0) || otherModels.contains($0) || denies($0) })
    else { return false }
    let rest = words[(subject + 3)...]
    return isOnly(rest) && rest.contains(where: isNoncommercial) && !rest.contains("commercial")
  }

  /// A whole sentence, line or note that is nothing but the limit: `Non-commercial use only.`, `Note: research purposes only, no
  /// commercial use.`, `Not for commercial use.`
  private static func isLimit(_ words: [Word]) -> Bool {
    var words = words[...]
    if let label = words.firstIndex(where: { $0.end == ":" }), label <= words.startIndex + 2 {
      guard words[...label].allSatisfy({ labels.contains($0.folded) }) else { return false }
      words = words[(label + 1)...]
    }
    let end = words.firstIndex { ",;.!".contains($0.end ?? " ") } ?? words.endIndex - 1
    guard words.startIndex < words.endIndex else { return false }
    var part = words[words.startIndex...end].map(\.folded)[...]
    let isOnlyBefore = part.prefix { beforeLimits.contains($0) }.contains("only")
    part = part.drop { beforeLimits.contains($0) }
    if isOnlyBefore { part.append("only") }
    if let place = part.firstIndex(where: { ["without", "unless"].contains($0) }) { part = part[..<place] }
    let text = part.filter { $0 != "strictly" }.joined(separator: " ")
    if barring.contains(text) { return true }
    guard part.last == "only" || part.contains("only") else { return false }
    return part.allSatisfy { limiting.contains($0) } && part.contains { purposes.contains($0) }
  }

  private static let beforeLimits: Set<String> = ["strictly", "for", "exclusively", "only"]

  private static func isOnly(_ words: ArraySlice<String>) -> Bool {
    words.contains { ["only", "solely", "exclusively", "strictly"].contains($0) }
  }

  private static func isNoncommercial(_ word: String) -> Bool {
    ["non-commercial", "noncommercial", "research", "academic", "non-commercially"].contains(word)
  }

  private static func barsCommerce(_ words: ArraySlice<String>) -> Bool {
    guard let denial = words.firstIndex(where: denies) else { return false }
    return words[denial...].contains { $0 == "commercial" || $0 == "commercially" }
  }

  private static func denies(_ word: String) -> Bool {
    ["not", "never", "no", "cannot", "neither", "nor"].contains(word) || word.hasSuffix("n't")
  }

  // MARK: The base's license

  /// `The weights inherit the Gemma license from the base`, `Same as the base model (Gemma 2)`.
  private mutating func readBase(_ clause: [Word]) {
    let words = clause.map(\.folded)
    guard !words.contains(where: Self.denies) else { return }
    let base = words.firstIndex { ["base", "original", "parent", "upstream", "foundation"].contains($0) }
    let inherits = words.contains { ["inherit", "inherits", "inherited", "inheriting"].contains($0) }
    let isSame = words.contains { ["same", "identical"].contains($0) } && base != nil
    let speaksOfLicense = words.contains { $0.hasPrefix("licen") || $0 == "terms" }
    let applies = base != nil && words.contains { ["applies", "apply", "governs"].contains($0) }
    guard
      inherits && speaksOfLicense || isSame && (speaksOfLicense || words.first == "same")
        || applies && speaksOfLicense
    else { return }
    if let name = Self.ofBase(clause) {
      restrictions.append(name)
    } else {
      isLicenseOfBase = base != nil && !words.contains(where: LicenseSentence.isLicenseWord)
    }
  }

  /// The license of a restricted line that the clause names, in brackets or before the word: `(Gemma 2)`, `the Gemma license`.
  private static func ofBase(_ clause: [Word]) -> String? {
    for (index, word) in clause.enumerated() {
      guard let line = lines.first(where: { word.folded.hasPrefix($0) || word.folded.hasPrefix("meta-\($0)") }) else {
        if LicenseSentence.isLicenseWord(word.folded), let name = name(clause, from: index) { return name }
        continue
      }
      if line == "gemma" { return "gemma" }
      // `Llama 3.1`, `Llama-3.1-8B`
      let own = word.folded.split { "-_".contains($0) }.map(String.init)
      let next = index + 1 < clause.count ? [clause[index + 1].folded] : []
      let numbers = (own.map { $0.hasPrefix("llama") ? String($0.dropFirst(5)) : $0 } + next).filter {
        ["2", "3", "3.1", "3.2", "3.3", "4"].contains($0)
      }
      return numbers.first.map { "llama\($0)" } ?? "Llama Community License"
    }
    return nil
  }

  // MARK: Words

  private static let lines = ["gemma", "llama"]
  /// One of these, or "commercial", stands in every sentence that says something here.
  private static let telling: Set<String> = [
    "under", "with", "agree", "accept", "inherit", "inherits", "inherited", "same", "license", "licence", "licenses",
    "weights", "research", "academic", "educational", "by-nc", "cc-by-nc",
  ]
  /// To look for before a sentence is split.
  private static let tellingNeedles = NeedleSet(telling.sorted() + ["commercial"], ignoresCase: true)
  private static let models: Set<String> = [
    "model", "models", "weights", "weight", "checkpoint", "checkpoints", "parameters", "adapter", "lora",
  ]
  /// What has terms of its own beside a model.
  private static let others: Set<String> = [
    "code", "codebase", "repository", "repo", "scripts", "script", "software", "library", "package", "data", "dataset",
    "datasets", "corpus", "corpora", "paper", "papers", "report", "article", "documentation", "docs", "demo", "space",
    "images", "image", "audio", "recordings", "video", "videos", "text", "texts", "benchmark", "benchmarks",
    "tokenizer", "app", "website", "logo", "api", "service", "font", "fonts", "figures", "outputs", "output",
    "logos", "trademark", "trademarks", "competitors", "competitor", "alternatives", "alternative",
  ]
  private static let otherModels: Set<String> = [
    "original", "base", "teacher", "other", "another", "previous", "parent", "upstream", "third-party", "their",
    "those",
  ]
  /// Words that turn a sentence into another: a condition, the past, a wish, a purpose.
  private static let refusals: Set<String> = [
    "if", "whether", "previously", "formerly", "originally", "once", "was", "were", "should", "would", "might",
    "could", "instead", "unlike", "until", "earlier", "older", "intended", "designed", "suitable", "recommended",
    "compared", "comparison", "baseline", "baselines", "contrast",
  ]
  private static let publishing: Set<String> = [
    "release", "releases", "released", "releasing", "publish", "publishes", "published", "provide", "provides",
    "distribute", "distributes", "license", "licenses", "share", "shares", "offer", "offers",
  ]
  private static let taking: Set<String> = [
    "downloading", "using", "accessing", "cloning", "installing", "running", "obtaining", "loading", "use", "clicking",
    "requesting", "submitting",
  ]
  private static let fillers: Set<String> = [
    "to", "strictly", "be", "bound", "by", "the", "a", "an", "our", "its", "this", "their", "terms", "of", "and",
    "conditions",
    "comply", "with", "abide", "accept", "following", "in", "full", "set", "out", "custom",
  ]
  private static let stops: Set<String> = [
    "and", "or", "while", "which", "that", "for", "in", "on", "see", "as", "so", "because", "where", "from", "can",
    "only", "to", "not", "may", "must", "without", "except", "of", "if", "when", "you", "we", "unless",
    "with", "no",
  ]
  private static let ends: Set<String> = [
    "use", "uses", "usage", "purpose", "purposes", "gain", "product", "products", "application", "applications",
    "service", "services", "activity", "activities", "setting", "settings", "end", "ends", "advantage", "benefit",
    "project", "projects", "goals", "exploitation", "contexts", "or", "and",
  ]
  private static let leads: Set<String> = [
    "any", "the", "all", "note", "that", "please", "important", "warning", "license", "licence", "disclaimer",
    "restrictions", "restriction", "and", "thus", "therefore", "hence",
  ]
  private static let adverbs: Set<String> = [
    "strictly", "currently", "explicitly", "expressly", "generally", "therefore", "also", "hereby", "otherwise",
  ]
  private static let permitted: Set<String> = [
    "permitted", "allowed", "granted", "authorized", "authorised", "licensed", "possible", "included",
  ]
  private static let prohibited: Set<String> = [
    "prohibited", "forbidden", "disallowed", "banned", "barred", "excluded", "unauthorized", "unauthorised",
  ]
  private static let labels: Set<String> = [
    "note", "important", "warning", "license", "licence", "usage", "use", "terms", "disclaimer", "restriction",
    "restrictions", "weights", "model", "conditions", "licensing", "attention", "caution", "of", "permitted", "allowed",
  ]
  private static let barring: Set<String> = [
    "not for commercial use", "no commercial use", "not for commercial purposes", "no commercial usage",
    "no commercial use allowed", "no commercial use permitted",
  ]
  private static let purposes: Set<String> = [
    "non-commercial", "noncommercial", "research", "academic",
  ]
  private static let limiting: Set<String> = purposes.union([
    "only", "use", "usage", "purposes", "purpose", "and", "or", "for", "educational", "personal", "scientific",
    "license",
    "licence", "&",
  ])
}
