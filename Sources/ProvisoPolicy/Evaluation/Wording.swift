internal import ProvisoCore

/// Phrases that the messages of several rules share.
enum Wording {
  /// `Llama 3.1 Community License Agreement (clause 2)`, with the way the license comes by where it is a base's.
  static func license(_ applicable: ApplicableLicense, clause: String?) -> String {
    let license = "the \(applicable.license.nameAfterArticle)\(self.clause(clause))"
    guard let edge = applicable.edge else { return license }
    return "\(license) of \(base(edge))"
  }

  /// `its base a/b`, `a/b, 3 steps up its lineage`.
  static func base(_ edge: LineageEdge) -> String {
    edge.depth > 1 ? "\(edge.base.id), \(edge.depth) steps up its lineage" : "its base \(edge.base.id)"
  }

  /// ` (clause 2)`, ` (clause IV.a)`; ` (paragraph 4)` where the record's own words say what kind of place it is.
  static func clause(_ clause: String?) -> String {
    guard let clause, let first = clause.utf8.first(where: { !isMark($0) }) else { return "" }
    let isNumber = clause.utf8.first == first && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    let isRoman = clause.utf8.drop(while: isMark).prefix { !isMark($0) }.allSatisfy { "IVX".utf8.contains($0) }
    return isNumber || isRoman ? " (clause \(clause))" : " (\(clause))"
  }

  private static func isMark(_ byte: UInt8) -> Bool { " .;,(".utf8.contains(byte) }

  /// `The Llama 3.1 …`: the start of a sentence, for words of our own that begin with `the`.
  static func sentence(_ license: String) -> String {
    license.hasPrefix("the ") ? "T" + license.dropFirst() : license
  }

  /// `The policy says …`: a clause of our own as the start of a sentence.
  static func capitalized(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst()
  }

  /// `700,000,000`.
  static func number(_ number: Int) -> String {
    var groups: [String] = []
    var rest = String(number.magnitude)
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    groups.insert(rest, at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
  }

  /// ` (proviso.yaml:5)`, nothing for a fact without origin.
  static func origin(_ origin: FactOrigin?) -> String {
    origin.map { " (\($0))" } ?? ""
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Lineage as related locations: the places that name each base.
  static func lineage(of model: ResolvedModel) -> [RelatedLocation] {
    model.lineage.compactMap { edge in
      guard let location = edge.location, !location.path.isEmpty else { return nil }
      return RelatedLocation(location: location, message: "names \(edge.base.id) as base")
    }
  }
}
