/// A release as a file of the Model Openness Framework describes it: its parts, each with its license.
package struct OpennessRelease: Sendable, Hashable {
  package struct Component: Sendable, Hashable {
    package var name: String
    package var license: String?

    package init(name: String, license: String?) {
      self.name = name
      self.license = license
    }
  }

  package var name: String
  package var components: [Component]
  /// Licenses that hold where a component names none: by content type (`code`, `data`, `document`), and `distribution`.
  package var licenses: [String: String]
  package var location: Location

  package init(name: String, components: [Component], licenses: [String: String], location: Location) {
    self.name = name
    self.components = components
    self.licenses = licenses
    self.location = location
  }
}

/// A place that puts a release into a class of the framework: 1 (open science), 2 (open tooling) or 3 (open model).
package struct OpennessClassClaim: Sendable, Hashable {
  package var value: Int
  package var location: Location

  package init(value: Int, location: Location) {
    self.value = value
    self.location = location
  }
}

/// A claim of a class, and what the release's file adds up to.
package struct ResolvedClassClaim: Sendable {
  package var claim: OpennessClassClaim
  package var release: OpennessRelease
  /// nil where the release reaches none.
  package var computed: Int?
  /// The components that the claimed class asks for and that are missing or not open, in the framework's order.
  package var lacking: [String]

  package init(claim: OpennessClassClaim, release: OpennessRelease, computed: Int?, lacking: [String]) {
    self.claim = claim
    self.release = release
    self.computed = computed
    self.lacking = lacking
  }
}
