internal import ProvisoCore

/// Phrases that the messages of several rules share.
enum Wording {
  /// `Llama 3.1 Community License Agreement (clause 2)`, with the way the license comes by where it is a base's.
  static func license(_ applicable: ApplicableLicense, clause: String?) -> String {
    let clause = clause.map { " (clause \($0))" } ?? ""
    guard let edge = applicable.edge else { return "the \(applicable.license.name)\(clause)" }
    return "the \(applicable.license.name)\(clause) of its base \(edge.base.id)"
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

extension String {
  /// With its first letter upper case, for the start of a sentence.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}
