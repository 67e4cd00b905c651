/// Words that a license asks for, as they are searched for.
package struct RequiredText: Sendable, Hashable {
  package var kind: ObligationEvidence.Kind
  /// What a place that has the words is evidence of: the words a license asks for, or a license's id.
  package var subject: String
  package var words: String

  package init(kind: ObligationEvidence.Kind, subject: String, words: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.words = words ?? subject
  }
}

/// A place of the tree that does what a license asks, or a part of it.
package struct ObligationEvidence: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Words that users see; the subject is the words.
    case display
    /// A sentence that must go along; the subject is the sentence.
    case notice
    /// The text of a license; the subject is its id.
    case licenseCopy = "license-copy"
    /// The text of a license's use policy, or its address; the subject is the license's id.
    case usePolicy = "use-policy"
    /// The license's name or address; the subject is its id.
    case licenseName = "license-name"
  }

  /// What kind of file the place is in.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    /// `NOTICE`, `LICENSE`, `ACKNOWLEDGMENTS` …: what goes along with copies.
    case notice
    /// A README or other documentation.
    case document
    /// What users of the product see: pages, views, tables of strings, literals of code.
    case interface
    /// A comment in code.
    case comment
  }

  package var kind: Kind
  package var subject: String
  package var place: Place
  package var location: Location

  package init(kind: Kind, subject: String, place: Place, location: Location) {
    self.kind = kind
    self.subject = subject
    self.place = place
    self.location = location
  }
}

/// Everything of the tree that does what licenses ask, as the rules look it up.
package struct ObligationEvidenceList: Sendable {
  private var places: [Key: [ObligationEvidence]] = [:]

  private struct Key: Hashable, Sendable {
    var kind: ObligationEvidence.Kind
    var subject: String
  }

  package init(_ evidence: [ObligationEvidence] = []) {
    for place in evidence.sorted(by: { $0.location < $1.location }) {
      places[Key(kind: place.kind, subject: place.subject), default: []].append(place)
    }
  }

  /// The evidence that `isWanted` keeps.
  package func filtered(_ isWanted: (ObligationEvidence) -> Bool) -> Self {
    Self(places.values.joined().filter(isWanted))
  }

  /// In order of path and position.
  package func all(_ kind: ObligationEvidence.Kind, of subject: String) -> [ObligationEvidence] {
    places[Key(kind: kind, subject: subject)] ?? []
  }

  package func first(
    _ kind: ObligationEvidence.Kind, of subject: String, in wanted: Set<ObligationEvidence.Place>? = nil
  ) -> ObligationEvidence? {
    all(kind, of: subject).first { wanted?.contains($0.place) ?? true }
  }
}
