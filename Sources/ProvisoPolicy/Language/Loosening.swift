import ProvisoCore

/// What a policy may not make looser of what it extends: whatever holds there, stated or not, but for what that marks
/// `overridable`.
struct Loosening {
  /// The names that `overridable` may hold beside rule ids.
  static let sections = [
    "agreements", "choices", "contexts", "corrections", "enforcement", "licenses", "obligations", "on_missing_fact",
    "organization",
    "rules", "scopes", "verdicts", "waiver_policy",
  ]

  /// The name that stands for all of them.
  static let everything = "all"

  private let child: PolicyDraft
  private let reading: PolicyReading
  /// The place of a child that is another document than the one being read.
  private let range: Range<Int>?
  /// What has been told: the nearest of what is extended is enough.
  private var told: Set<String> = []

  /// Reports what `child` loosens of `ancestors`. Where `range` is given, the child is another document, and that is its place.
  static func report(
    _ child: PolicyDraft, over ancestors: [PolicyDraft], at range: Range<Int>? = nil, in reading: PolicyReading
  ) {
    var loosening = Self(child: child, reading: reading, range: range)
    for ancestor in ancestors { loosening.compare(with: ancestor) }
  }

  private init(child: PolicyDraft, reading: PolicyReading, range: Range<Int>?) {
    self.child = child
    self.reading = reading
    self.range = range
  }

  private mutating func compare(with ancestor: PolicyDraft) {
    for (key, stance) in child.stances.sorted(by: { $0.key < $1.key }) {
      guard let bound = ancestor.standing(key, reading.knowledge), stance.rank < bound.rank else { continue }
      tell(key, "\(stance.words) is looser than \(bound.words)", bound.origin, ancestor, at: stance.range)
    }
    compareAllowed(with: ancestor)
    compare(child.organization, with: ancestor.organization, "organization", ancestor)
    if child.affiliatesIncluded?.value == true, let bound = ancestor.affiliatesIncluded, bound.value == false {
      tell("organization.affiliates_included", "`true` is looser than `false`", bound.origin, ancestor)
    }
    for context in child.contexts { compare(context, with: ancestor) }
    compareEvidence(with: ancestor)
    compareEntries(with: ancestor)
  }

  /// A longer list of what is allowed is looser where the rest is not.
  private mutating func compareAllowed(with ancestor: PolicyDraft) {
    guard let allow = child.stances["verdicts.allow"], let rest = ancestor.verdicts.fallback, rest.verdict > .allow,
      !ancestor.marks("verdicts.default")
    else { return }
    let words = "another entry is looser than `\(rest.verdict.rawValue)`"
    tell("verdicts.allow", words, rest.origin, ancestor, at: allow.range)
  }

  private mutating func compare(_ facts: Facts, with bound: Facts, _ key: String, _ ancestor: PolicyDraft) {
    for name in facts.statedNames {
      let (value, other) = (facts[name].value, bound[name].value)
      guard let relation = name.looseness(of: value, than: other) else { continue }
      tell(
        "\(key).\(name.rawValue)", "\(Self.words(value)) \(relation.rawValue) \(Self.words(other))",
        bound.origin(of: name), ancestor)
    }
  }

  private mutating func compare(_ context: PolicyContext, with ancestor: PolicyDraft) {
    let same = ancestor.contexts.first { $0.id == context.id }
    let bound = same.map { ancestor.organization.overlaid(by: $0.facts) } ?? ancestor.organization
    compare(context.facts, with: bound, "contexts.\(context.id).facts", ancestor)
    guard let same, same.paths.patterns != context.paths.patterns else { return }
    // A context that holds elsewhere leaves paths without its facts, and lists that make an exception of it with more.
    let words = "\(Self.words(context.paths)) \(Looseness.other.rawValue) \(Self.words(same.paths))"
    tell("contexts.\(context.id).paths", words, same.origin, ancestor)
  }

  /// Evidence is looked for in fewer places, not in others.
  private mutating func compareEvidence(with ancestor: PolicyDraft) {
    for (key, path) in EvidencePlaces.keys {
      guard let place = child.obligations[keyPath: path], let bound = ancestor.obligations[keyPath: path],
        !Set(place.paths.patterns).isSubset(of: bound.paths.patterns)
      else { continue }
      let words = "\(Self.words(place.paths)) \(Looseness.other.rawValue) \(Self.words(bound.paths))"
      tell("obligations.\(key)", words, bound.origin, ancestor)
    }
  }

  /// What says something else of the same model, expression or license.
  private mutating func compareEntries(with ancestor: PolicyDraft) {
    compareCorrections(with: ancestor)
    // What is bought takes terms away that every rule of what is extended holds models against.
    for own in child.agreements where !ancestor.agreements.contains(where: { $0.origin == own.origin }) {
      tell("agreements.\(own.id)", "fewer terms of a license are looser than all of them", nil, ancestor)
    }
    for own in child.choices {
      let bound = ancestor.choices.first { $0.expression == own.expression }
      guard bound?.license != own.license else { continue }
      // Before anybody chooses, what the stricter license asks is told.
      let words =
        bound.map { "`\(own.license)` \(Looseness.other.rawValue) `\($0.license)`" }
        ?? "`\(own.license)` can be looser than what else `\(own.expression)` offers"
      tell("choices.\(own.expression)", words, bound?.origin, ancestor)
    }
    for own in child.licenses {
      let bound = ancestor.licenses.first { $0.license.id == own.license.id }
      guard bound?.origin != own.origin else { continue }
      // What nobody has described is for somebody to read.
      let words =
        bound == nil
        ? "terms of one's own can be looser than those of a license that nobody has described"
        : "this description \(Looseness.other.rawValue) the one"
      tell("licenses.\(own.license.id)", words, bound?.origin, ancestor)
    }
  }

  /// Whether the license that a correction puts aside is the stricter one, nobody knows before the models are seen.
  private mutating func compareCorrections(with ancestor: PolicyDraft) {
    for own in child.corrections {
      let bound = ancestor.corrections.first { $0.model.lowercased() == own.model.lowercased() }
      guard bound?.license != own.license else { continue }
      let words =
        bound.map { "`\(own.license)` \(Looseness.other.rawValue) `\($0.license)`" }
        ?? "`\(own.license)` can be looser than what the model's own files say"
      tell("corrections.\(own.model)", words, bound?.origin, ancestor, place: "corrections.\(own.model.lowercased())")
    }
  }

  /// - Parameters:
  ///   - origin: nil for what holds in `ancestor` without being stated.
  ///   - range: nil where `place` is noted in the reading.
  private mutating func tell(
    _ key: String, _ words: String, _ origin: PolicyOrigin?, _ ancestor: PolicyDraft, at range: Range<Int>? = nil,
    place: String? = nil
  ) {
    let sections = Self.sections(of: key)
    guard !([key] + sections).contains(where: ancestor.marks), told.insert(key).inserted else { return }
    let name = key.hasPrefix("rules.") ? String(key.dropFirst("rules.".count)) : key
    let holder = ancestor.trail.first.map { $0.path == nil ? PolicyReference.packPrefix + $0.name : $0.name } ?? ""
    let bound = origin.map { " of \($0)" } ?? ", the default that holds in \(holder)"
    reading.error(
      "`\(name)`: \(words)\(bound), which this policy extends",
      at: self.range ?? range ?? reading.places[place ?? key] ?? 0..<0,
      hint: "what may be loosened, a policy lists: `overridable: [\(sections[0])]`")
  }

  /// The names under which `overridable` sets `key` free.
  private static func sections(of key: String) -> [String] {
    let parts = key.split(separator: ".").map(String.init)
    switch parts[0] {
    case "rules": return [parts[1]]
    case "contexts" where parts.contains("facts"): return ["contexts", "organization"]
    case "contexts" where parts.last != "paths": return ["contexts", "enforcement"]
    default: return [parts[0]]
    }
  }

  private static func words(_ value: FactValue?) -> String { "`\(value?.yaml ?? FactText.unknown)`" }

  private static func words(_ paths: PathPatterns) -> String {
    paths.patterns.map { Quoted.text($0) }.joined(separator: ", ")
  }
}

extension EvidencePlaces {
  fileprivate static var keys: [(key: String, path: KeyPath<EvidencePlaces, Place?>)] {
    [("built_with_display", \.display), ("license_copies", \.licenseCopies), ("notices", \.notices)]
  }
}
