/// What a data set may be used for, as far as its licenses say.
package struct DataTerms: Sendable, Hashable {
  package enum Use: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing says.
    case unstated
    case any
    case nonCommercial = "non-commercial"
    /// Research, teaching, or on request.
    case academic

    package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package var use: Use
  package var isShareAlike: Bool
  package var isNoDerivatives: Bool
  /// The license that says so, by its id or in the words of whoever found it.
  package var license: String
  package var clause: String?

  package init(
    use: Use, isShareAlike: Bool = false, isNoDerivatives: Bool = false, license: String, clause: String? = nil
  ) {
    self.use = use
    self.isShareAlike = isShareAlike
    self.isNoDerivatives = isNoDerivatives
    self.license = license
    self.clause = clause
  }
}
