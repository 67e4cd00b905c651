/// A model that its publisher has taken down.
package struct Withdrawal: Sendable, Hashable {
  /// The id that no longer leads anywhere.
  package var id: String
  /// A copy by others, nil where none is known.
  package var successor: String?
  /// The month from which it was missed: `2024-09`.
  package var date: String
  /// The address of a thread that tells of it.
  package var source: String

  package init(id: String, successor: String?, date: String, source: String) {
    self.id = id
    self.successor = successor
    self.date = date
    self.source = source
  }
}

/// Terms that have to be accepted before a model can be had.
package struct Gate: Sendable, Hashable {
  /// A clause: what says so.
  package var evidence: String
  /// The line of a card of this tree that says so.
  package var location: Location?
  /// The words of the terms that keep the model from commerce, where they can be read and do.
  package var barredCommerce: String?

  package init(evidence: String, location: Location? = nil) {
    self.evidence = evidence
    self.location = location
  }
}

/// A license that a badge or package metadata shows for the repository.
package struct RepositoryLabel: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case badge
    case metadata
  }

  package var kind: Kind
  /// As written.
  package var license: String
  package var location: Location

  package init(kind: Kind, license: String, location: Location) {
    self.kind = kind
    self.license = license
    self.location = location
  }
}

/// A label whose licenses are known.
package struct ResolvedLabel: Sendable {
  package var label: RepositoryLabel
  /// All that the label names: `MIT OR Apache-2.0`.
  package var licenses: [License]

  package init(label: RepositoryLabel, licenses: [License]) {
    self.label = label
    self.licenses = licenses
  }
}
