import ProvisoText

/// Where the policy says that the evidence for duties is found. It is looked at, not trusted.
package struct EvidencePlaces: Sendable {
  /// Where files for one kind of duty are, and the line that says so.
  package struct Place: Sendable {
    package var paths: PathPatterns
    package var origin: PolicyOrigin

    package init(paths: PathPatterns, origin: PolicyOrigin) {
      self.paths = paths
      self.origin = origin
    }
  }

  /// `built_with_display`: where the words that a license wants shown are shown.
  package var display: Place?
  /// `license_copies`: where copies of licenses lie.
  package var licenseCopies: Place?
  /// `notices`: the files that hold notices.
  package var notices: Place?

  package init(display: Place? = nil, licenseCopies: Place? = nil, notices: Place? = nil) {
    self.display = display
    self.licenseCopies = licenseCopies
    self.notices = notices
  }

  func over(_ parent: Self) -> Self {
    Self(
      display: display ?? parent.display, licenseCopies: licenseCopies ?? parent.licenseCopies,
      notices: notices ?? parent.notices)
  }
}

/// `obligations`: where the evidence is.
enum ObligationsSection {
  static func evidence(_ node: DataNode?, in reading: PolicyReading) -> EvidencePlaces {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.obligations, "the obligations", in: reading)
    else { return EvidencePlaces() }
    func place(_ key: String) -> EvidencePlaces.Place? {
      guard let node = mapping[key],
        let place = MappingReader(node, as: PolicySchema.evidence, "the evidence of an obligation", in: reading)
      else { return nil }
      reading.place("obligations.\(key)", at: mapping.keyRange(of: key))
      return reading.patterns("paths", place["paths"]).map {
        EvidencePlaces.Place(paths: $0, origin: reading.origin(of: node))
      }
    }
    return EvidencePlaces(
      display: place("built_with_display"), licenseCopies: place("license_copies"), notices: place("notices"))
  }
}
