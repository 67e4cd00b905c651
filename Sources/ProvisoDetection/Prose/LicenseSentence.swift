internal import ProvisoCore
internal import ProvisoText

/// One sentence, read for what it says of the license of weights and of code.
struct LicenseSentence {
  struct Statement: Hashable {
    var subjects: Set<LicenseTextSubject>
    /// The license's name as written, without article.
    var license: String
  }

  private(set) var statements: [Statement] = []

  private struct Word {
    /// As written, without marks around it.
    var text: Substring
    var folded: String
    /// A mark behind the word that ends a clause.
    var end: Character?
  }

  /// - Parameters:
  ///   - sentence: white space folded, code and quotations left out.
  ///   - isOfModel: whether a sentence without a subject speaks of a model: `Released under CC BY-NC 4.0.` in its card.
  init(_ sentence: String, isOfModel: Bool = false) {
    guard sentence.utf8.count <= 1_000, !sentence.hasSuffix("?"),
      isOfModel || Self.subjectNeedles.containsAny(in: sentence.utf8.span)
    else { return }
    let words = Self.words(sentence)
    guard !words.contains(where: { Self.refusals.contains($0.folded) }) else { return }
    let limits = words.contains { Self.isNegation($0.folded) }
    let isImplied =
      isOfModel
      && !words.contains { Self.subjects[$0.folded] != nil || Self.otherSubjects.contains($0.folded) }
    var subjects: Set<LicenseTextSubject> = isImplied ? [.model] : []
    var named: Set<Int> = []
    /// Where the clause's verb stands; nil before it.
    var verb: Int?
    var index = 0
    while index < words.count {
      let word = words[index]
      if let subject = Self.subject(words, at: index) {
        // A second subject behind the verb begins another statement.
        if verb != nil { (subjects, verb) = ([], nil) }
        subjects.insert(subject)
      } else if Self.verbs.contains(word.folded), !subjects.isEmpty {
        verb = index
      } else if Self.introductions.contains(word.folded), let place = verb, index - place <= 6 {
        let (name, next) = Self.name(words, from: index + 1)
        let isNegated = Self.isNegated(words, before: index)
        if let name, !isNegated, !limits || Self.restricts(name) {
          statements.append(Statement(subjects: subjects, license: name))
        }
        named.formUnion(index..<next)
        // `not under MIT but under CC BY-NC 4.0`: the clause goes on.
        if !isNegated { (subjects, verb) = ([], nil) }
        index = max(next, index + 1)
        continue
      }
      if let short = Self.shortStatement(words, at: index, verb: verb), !subjects.isEmpty,
        !limits || Self.restricts(short.name), !Self.isNegated(words, before: index)
      {
        statements.append(Statement(subjects: subjects, license: short.name))
        named.formUnion(index..<short.next)
        (subjects, verb) = ([], nil)
        index = short.next
        continue
      }
      if word.end == ";" || word.end == "." { (subjects, verb) = ([], nil) }
      index += 1
    }
    // `MIT, for research only` is not MIT.
    let conditions = words.indices.filter { !named.contains($0) }.map { words[$0].folded }
      .filter(Self.conditions.contains)
    for index in statements.indices {
      // What the name says itself is no further condition.
      let isNonCommercial = Self.isNonCommercial(statements[index].license)
      guard conditions.contains(where: { !isNonCommercial || !Self.noncommercialOnly.contains($0) }) else { continue }
      statements[index].license += ", with conditions"
    }
    guard !statements.contains(where: { $0.subjects.contains(.model) }),
      let limit = Self.limit(words, isImplied: isImplied)
    else { return }
    statements.append(Statement(subjects: [.model], license: limit))
  }

  /// The sentence without the clause that says why: `Since it was trained on Alpaca, the model cannot be used commercially.`
  static func withoutReasons(_ sentence: String) -> String {
    guard reasons.containsAny(in: sentence.utf8.span) else { return sentence }
    let words = sentence.split(separator: " ")
    guard let start = words.firstIndex(where: { ["since", "because"].contains(ASCII.lowercased(String($0))) }) else {
      return sentence
    }
    let end = words[start...].firstIndex { $0.last.map { ",;:.!".contains($0) } == true } ?? words.endIndex - 1
    // Only what would keep the rest from being read.
    guard words[start...end].contains(where: { refusals.contains(ASCII.lowercased(String($0))) }) else {
      return sentence
    }
    // Behind the reason, the mark that ends it ends what stands before, too.
    let rest = words[..<start].joined(separator: " ") + (start > 0 ? words[end].last.map(String.init) ?? "" : "")
    return ([rest] + words[(end + 1)...].map(String.init)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let reasons = NeedleSet(["since", "because"], ignoresCase: true)

  private static func isNegation(_ word: String) -> Bool { negations.contains(word) || word.hasSuffix("n't") }

  /// Whether a negation stands before the word in its clause: it negates what is named there. One behind a license, or in
  /// another clause, does not: `under CC BY-NC 4.0 and may not be used commercially`.
  private static func isNegated(_ words: [Word], before index: Int) -> Bool {
    for word in words[..<index].reversed() {
      if word.end != nil || clauseStarts.contains(word.folded) { return false }
      if isNegation(word.folded), word.folded != "may" { return true }
    }
    return false
  }

  /// Beside a negation a name counts where it is of a license that restricts by its name: nothing becomes freer by a sentence
  /// that was only half understood.
  static func restricts(_ name: String) -> Bool {
    let name = ASCII.lowercased(name)
    return isNonCommercial(name) || restricting.contains { name.contains($0) }
  }

  /// Whether the name says itself that commerce is barred, so that the same words beside it are no further condition.
  private static func isNonCommercial(_ name: String) -> Bool {
    let name = ASCII.lowercased(name)
    return name.split { !$0.isLetter }.contains("nc") || name.contains("commercial")
  }

  /// What a sentence about weights that names no license bars all the same: `for non-commercial use only`, `cannot be used
  /// commercially`. Nil where it is about something else, or only says what a model is meant for.
  private static func limit(_ words: [Word], isImplied: Bool) -> String? {
    // `The data, code and checkpoint is intended and licensed for research use only` licenses, too.
    let isLicensed = zip(words, words.dropFirst()).contains { $0.folded == "licensed" && $1.folded == "for" }
    // What it is meant for without commerce and for nothing else bars the rest; what it is meant for else says what it is good for.
    let isMeant =
      words.contains { noncommercial.contains($0.folded) } && words.contains { onlies.contains($0.folded) }
    guard
      isLicensed
        || !words.contains(where: { intentions.contains($0.folded) && !(isMeant && meanings.contains($0.folded)) })
    else { return nil }
    let first = words.firstIndex { isLicensed ? subjects[$0.folded] == .model : subjects[$0.folded] != nil }
    guard isImplied || first.map({ subjects[words[$0].folded] == .model }) == true else { return nil }
    let start = first.map { $0 + 1 } ?? 0
    let end = words[start...].firstIndex { $0.end == ";" }.map { $0 + 1 } ?? words.endIndex
    let rest = words[start..<end].map(\.folded)
    // `There is no restriction on commercial use.`
    guard !zip(rest, rest.dropFirst()).contains(where: { $0 == "no" && $1.hasPrefix("restriction") }) else {
      return nil
    }
    // A second subject takes the limit for itself.
    guard !rest.contains(where: { subjects[$0] == .code }), rest.contains(where: { limitVerbs.contains($0) }) else {
      return nil
    }
    let isOnly = rest.contains { onlies.contains($0) }
    let bars = rest.contains { isNegation($0) && $0 != "may" }
    let isBarred = bars && rest.contains { $0 == "commercial" || $0 == "commercially" }
    let isLimited =
      !bars && (isOnly || rest.contains("for")) && rest.contains { noncommercial.contains($0) }
      && !rest.contains("commercial")
    if isBarred || isLimited { return "non-commercial use only" }
    return isOnly && !bars && rest.contains { ["research", "academic"].contains($0) } ? "research use only" : nil
  }

  /// `model` in `model code` says what code it is; it is the subject before a verb, a mark or its weights.
  private static func subject(_ words: [Word], at index: Int) -> LicenseTextSubject? {
    let word = words[index]
    guard let subject = subjects[word.folded] else { return nil }
    guard ["model", "models"].contains(word.folded), word.end == nil else { return subject }
    guard index + 1 < words.count else { return nil }
    let next = words[index + 1].folded
    let isSubject = verbs.contains(next) || ["and", "or", "&"].contains(next) || subjects[next] == .model
    return isSubject ? subject : nil
  }

  /// `is MIT`, `are CC BY-NC 4.0 licensed`, and `Weights: CC BY-NC 4.0`.
  private static func shortStatement(
    _ words: [Word], at index: Int, verb: Int?
  ) -> (name: String, next: Int)? {
    let isVerb = verb == index && ["is", "are"].contains(words[index].folded)
    let isList = words[index].end == ":" && subjects[words[index].folded] != nil
    guard isVerb || isList, index + 1 < words.count, isLicenseWord(words[index + 1].folded) else { return nil }
    let (name, next) = name(words, from: index + 1)
    return name.map { ($0, next) }
  }

  /// The words of a license's name from `start` up to the end of its clause, and the index behind them.
  private static func name(_ words: [Word], from start: Int) -> (name: String?, next: Int) {
    var index = start
    while index < words.count, articles.contains(words[index].folded) { index += 1 }
    var name: [Word] = []
    while index < words.count, name.count < 12, !stops.contains(words[index].folded) {
      name.append(words[index])
      index += 1
      // `Apache License, Version 2.0`
      if name.last?.end == ",", index < words.count, words[index].folded == "version" { continue }
      if name.last?.end != nil { break }
      if ["license", "licence", "agreement"].contains(name.last?.folded ?? ""), index < words.count,
        !["agreement", "version", "v2", "v1"].contains(words[index].folded)
      {
        break
      }
    }
    while let last = name.last, trailing.contains(last.folded) { name.removeLast() }
    guard let first = name.first, !vague.contains(first.folded) else { return (nil, index) }
    guard name.contains(where: { isLicenseWord($0.folded) || naming.contains($0.folded) }) else { return (nil, index) }
    return (name.map { String($0.text) }.joined(separator: " "), index)
  }

  private static func words(_ sentence: String) -> [Word] {
    sentence.split(separator: " ").compactMap { raw in
      var text = raw
      while let first = text.first, "([*_|#<".contains(first) { text = text.dropFirst() }
      var end: Character?
      while let last = text.last, ")]*_|>,;:.!".contains(last) {
        if ",;:.!)".contains(last) { end = last }
        text = text.dropLast()
      }
      return text.isEmpty ? nil : Word(text: text, folded: ASCII.lowercased(String(text)), end: end)
    }
  }

  static func isLicenseWord(_ word: String) -> Bool {
    licenseWords.contains(word) || licenseStarts.contains { word.hasPrefix($0) }
  }

  private static let subjects: [String: LicenseTextSubject] = [
    "weights": .model, "weight": .model, "checkpoints": .model, "checkpoint": .model, "models": .model,
    "model": .model, "parameters": .model, "code": .code, "codebase": .code, "repository": .code, "scripts": .code,
    "software": .code,
  ]
  /// To look for before a sentence is split.
  private static let subjectNeedles = NeedleSet(subjects.keys.sorted(), ignoresCase: true)
  /// What has a license of its own beside a model.
  private static let otherSubjects: Set<String> = [
    "data", "dataset", "datasets", "paper", "report", "documentation", "demo", "images", "image", "audio", "text",
    "texts",
    "corpus", "corpora", "benchmark", "library", "package", "tokenizer", "app", "website", "logo",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "released", "licensed", "distributed", "available", "provided", "published", "governed", "covered",
    "subject", "shared", "licenced", "open-sourced", "offered",
  ]
  private static let introductions: Set<String> = ["under", "by", "to"]
  private static let articles: Set<String> = [
    "the", "a", "an", "our", "its", "this", "their", "terms", "of", "and", "conditions", "custom", "new",
  ]
  /// Words that end a name.
  private static let stops: Set<String> = [
    "while", "but", "whereas", "which", "that", "for", "in", "on", "see", "as", "so", "because", "where", "who",
    "please",
    "is", "are", "if", "when", "you", "we", "from", "can", "only", "to", "not", "may", "must", "cannot", "never", "no",
    "without", "except", "excluding", "they",
  ]
  private static let trailing: Set<String> = ["and", "or", "with", "the", "licensed"]
  /// What a name cannot begin with: it points elsewhere.
  private static let vague: Set<String> = [
    "same", "following", "above", "below", "respective", "original", "different", "separate", "various", "licenses",
    "license", "licence", "agreement", "permissive", "open", "us", "researchers", "anyone", "everyone",
  ]
  private static let naming: Set<String> = ["license", "licence", "agreement", "terms"]
  private static let licenseWords: Set<String> = [
    "mit", "apache", "bsd", "mpl", "mpl-2.0", "unlicense", "openrail", "creativeml", "rail", "cc", "creative",
    "non-commercial", "noncommercial", "research-only",
  ]
  private static let licenseStarts = [
    "apache-", "bsd-", "gpl", "lgpl", "agpl", "cc-", "cc0", "openrail", "bigscience-", "llama-3", "mit-",
  ]
  /// Words outside of the names that narrow what a license grants.
  private static let conditions: Set<String> = [
    "only", "research", "academic", "non-commercial", "noncommercial", "educational", "evaluation", "personal",
  ]
  /// Words that turn a sentence into another: a condition, the past, a wish.
  private static let refusals: Set<String> = [
    "unless", "if", "previously", "formerly", "originally", "once", "was", "were", "should", "would", "might", "could",
    "instead", "unlike", "until", "before", "earlier", "older",
  ]
  /// Words that deny something, or leave it open.
  private static let negations: Set<String> = [
    "not", "never", "no", "neither", "nor", "except", "excluding", "cannot", "may", "without",
  ]
  /// Words that begin a clause of its own, which a negation before them does not reach.
  private static let clauseStarts: Set<String> = ["but", "and", "while", "whereas"]
  private static let restricting = [
    "research", "llama", "gemma", "community", "rail", "noderiv", "by-nd", "evaluation", "academic",
  ]
  private static let noncommercial: Set<String> = ["non-commercial", "noncommercial", "non-commercially"]
  private static let noncommercialOnly = noncommercial.union(["only"])
  private static let onlies: Set<String> = ["only", "solely", "exclusively", "strictly"]
  private static let meanings: Set<String> = ["intended", "meant", "designed"]
  private static let limitVerbs: Set<String> = verbs.union(["may", "can", "must", "cannot", "can't", "used", "use"])
  /// Words of sentences that say what a model is good for, which is no license.
  private static let intentions: Set<String> = [
    "intended", "intend", "designed", "meant", "suitable", "recommended", "recommend", "trained", "evaluated", "tested",
    "compared", "compare", "comparison", "built", "developed", "aimed", "useful", "data", "dataset", "datasets",
  ]
}
