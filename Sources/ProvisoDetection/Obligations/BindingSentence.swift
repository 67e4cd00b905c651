internal import ProvisoText

/// A sentence that names the restrictions of a license: whether it binds somebody to them or passes them on. "You may not use it as
/// the policy bars" does; "We do not pass the policy on", "Gemma has no use restrictions" and "TODO link the policy" do not.
///
/// A negation that is not understood speaks against it: nothing is then evidence that a duty is met.
struct BindingSentence {
  private let words: [String]

  /// - Parameter bytes: The sentence as ``FoldedText`` has it.
  init(_ bytes: ArraySlice<UInt8>) {
    words = bytes.split { $0 < 0x80 && !ASCII.isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether it says that nothing is passed on, that nothing binds, or that it has yet to be done.
  var releases: Bool {
    words.indices.contains { index in
      let word = words[index]
      if Self.leftToDo.contains(word) || Self.lacks.contains(where: word.hasPrefix) || isOwnPlan(index) { return true }
      if word == "free" { return ["of", "from"].contains(next(index)) }
      if Self.nobody.contains(word) { return !forbidsAll(index) }
      if word == "without" { return !Self.afterWithout.contains { next(index).hasPrefix($0) } }
      return Self.negations.contains(word) && !bars(index)
    }
  }

  /// Whether it says of the restrictions that they hold, or where they are.
  var appliesThem: Bool {
    words.contains { word in Self.binding.contains { word.hasPrefix($0) } }
  }

  /// Whether the negation forbids a use: "may not use", "is not permitted", unlike "is not used" and "we do not use".
  private func bars(_ index: Int) -> Bool {
    let isContracted = words[index] != "not"
    var previous = index > 0 ? words[index - 1] : ""
    var subject = isContracted ? previous : index > 1 ? words[index - 2] : ""
    if isContracted {
      previous = words[index]
      if previous == "never" { subject = "" }
    }
    if subject == "whether", previous == "or" { return true }
    guard !Self.own.contains(subject), !Self.telling.contains(previous) else { return false }
    let verb = words[(index + 1)...].first { !Self.betweenNotAndVerb.contains($0) } ?? ""
    if Self.states.contains(previous) { return ["permit", "allow", "limit"].contains { verb.hasPrefix($0) } }
    return Self.barred.contains { verb.hasPrefix($0) }
  }

  /// "no one may", "no user shall", "nobody may", "no use of it may".
  private func forbidsAll(_ index: Int) -> Bool {
    if words[index] == "no", next(index) == "use", next(index + 1) == "of" { return true }
    return Self.modals.contains(next(words[index] == "no" ? index + 1 : index))
  }

  /// "we should link …", "has to be added", "yet to come".
  private func isOwnPlan(_ index: Int) -> Bool {
    let (word, next) = (words[index], next(index))
    if word == "we" || word == "i" { return ["should", "need", "plan", "must", "ought"].contains(next) }
    if word == "yet" || word == "still" {
      return next == "to" || next.hasPrefix("need") || next == "has" || next == "have"
    }
    return word == "be" && ["added", "done", "linked", "written"].contains(next) && index > 0
      && words[index - 1] == "to"
  }

  private func next(_ index: Int) -> String { index + 1 < words.count ? words[index + 1] : "" }

  private static let leftToDo: Set<String> = ["todo", "fixme", "tbd", "xxx"]
  private static let lacks = ["exempt", "ignor", "lack", "missing", "omit", "unread", "waive"]
  private static let nobody: Set<String> = ["no", "nobody", "none", "neither", "nothing"]
  private static let modals: Set<String> = ["may", "must", "shall", "can"]
  private static let afterWithout = [
    "limit", "accept", "agree", "prejudice", "exception", "express", "prior", "permission",
  ]
  private static let negations: Set<String> = [
    "not", "never", "cannot", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "wont", "cant", "havent", "hasnt",
    "neednt", "shouldnt", "wouldnt", "couldnt", "mustnt",
  ]
  private static let own: Set<String> = ["we", "i", "they", "nobody"]
  /// What tells how things are forbids nothing.
  private static let telling: Set<String> = [
    "does", "did", "has", "have", "had", "need", "doesnt", "didnt", "hasnt", "havent", "neednt", "wasnt", "was", "were",
  ]
  private static let states: Set<String> = ["is", "are", "isnt", "arent"]
  private static let betweenNotAndVerb: Set<String> = ["to", "be", "knowingly", "otherwise", "in", "any", "directly"]
  private static let barred = [
    "us", "deploy", "employ", "engag", "permit", "allow", "agree", "accept", "compl", "violat", "misus", "limit",
    "only",
    "run", "generat", "creat", "distribut", "shar", "transfer", "attempt", "access", "produc", "breach",
  ]
  private static let binding = [
    "subject", "appl", "agree", "must", "shall", "may", "compl", "bound", "bind", "accept", "follow", "govern",
    "accord",
    "limited", "pursuant", "abide", "adhere", "observe", "respect", "see", "http", "permitted", "allowed", "only",
    "require", "enforce", "under", "prohibits", "bars", "forbid", "obey", "cannot", "terms",
  ]
}
