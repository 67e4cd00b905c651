package import ProvisoCore

/// What a scan has shown of the policy's own entries: the subject of the rules about the policy file.
package struct PolicyUse: Sendable {
  /// An entry of the policy that names something, with the place it stands at.
  package struct Entry: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
      case waiver, correction, agreement
      /// A comment in a file of the tree, by the rule that it names.
      case comment
    }

    package var kind: Kind
    /// The id, or the model of a correction.
    package var name: String
    package var origin: PolicyOrigin
    /// The last day on which it holds.
    package var expires: CalendarDate?
    package var state: State
  }

  package enum State: Sendable, Hashable {
    case used, unused
    /// It is for a rule that there is not.
    case ofNoRule
    case expired(isNeeded: Bool)
    /// It begins on a later day.
    case early(CalendarDate, isNeeded: Bool)
    /// The text that it was bound to is another, or is not there.
    case void(String)
    /// All that it would silence, these others do already.
    case double([String])
    case refused(String, Location?)
  }

  package var entries: [Entry]

  package init(entries: [Entry] = []) {
    self.entries = entries
  }
}

extension PolicyUse.State {
  /// It would count, were it another day.
  var isOfDates: Bool {
    switch self {
    case .expired(let isNeeded), .early(_, let isNeeded): isNeeded
    case .used, .unused, .ofNoRule, .void, .double, .refused: false
    }
  }
}

extension PolicyUse.Entry {
  /// `Waiver W-17`, `The correction of a/b`, at the start of a sentence.
  var words: String {
    switch kind {
    case .waiver: "Waiver \(name)"
    case .correction: "The correction of \(name)"
    case .agreement: "Agreement \(name)"
    case .comment: "The comment that waives \(name)"
    }
  }

  var location: Location { Location(path: origin.path, line: origin.line) }
}
