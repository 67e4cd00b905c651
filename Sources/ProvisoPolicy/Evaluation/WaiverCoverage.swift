internal import ProvisoCore

/// Which places of a finding somebody answers for.
struct WaiverCoverage {
  /// Who answers, by place: the first that does.
  private var held: [Int: Suppression] = [:]
  /// What only the change under review has, by place.
  private var proposed: [Int: String] = [:]

  /// Those that answer for all of `places`, each once; nil where one of them is open.
  func holders(of places: [Int]) -> [String]? {
    let names = places.compactMap { held[$0]?.waiver }
    return names.count == places.count ? names : nil
  }

  mutating func hold(_ places: [Int], _ suppression: Suppression) {
    for place in places where held[place] == nil { held[place] = suppression }
  }

  mutating func propose(_ places: [Int], _ waiver: String) {
    for place in places where proposed[place] == nil { proposed[place] = waiver }
  }

  /// Silences the finding where somebody answers for all of its places; otherwise it goes on at the first that nobody answers for.
  ///
  /// - Returns: Whether the finding is told at another place now.
  func settle(_ finding: inout Finding) -> Bool {
    let places = finding.waivedPlaces
    let open = places.indices.filter { held[$0] == nil }
    guard let first = open.first else {
      // Of several the one that ends first says until when.
      let last = held.min { ($0.value.expires ?? "~", $0.key) < ($1.value.expires ?? "~", $1.key) }?.value
      finding.waiver = last?.waiver
      finding.suppression = last
      return false
    }
    if open.allSatisfy({ proposed[$0] != nil }) { finding.proposedWaiver = proposed[first] }
    guard let next = places[first], !held.isEmpty else { return false }
    let holders = Dictionary(
      held.compactMap { index, suppression in places[index].map { ($0.path, suppression.waiver) } }
    ) { one, _ in one }
    return finding.move(to: next, holders: holders)
  }
}

extension Finding {
  /// The places that a waiver must cover; nil for what is looked up by name and stands nowhere.
  var waivedPlaces: [Location?] { places.isEmpty ? [location] : places }

  fileprivate mutating func move(to place: Location, holders: [String: String]) -> Bool {
    let isMoved = location?.path != place.path
    if isMoved {
      if let location { related.insert(RelatedLocation(location: location, message: RelatedLocation.again), at: 0) }
      location = place
      related.removeAll { $0.location == place }
    }
    for index in related.indices where related[index].message == RelatedLocation.again {
      guard let holder = holders[related[index].location.path] else { continue }
      related[index].message += ", waived by \(holder)"
    }
    return isMoved
  }
}

extension RelatedLocation {
  /// What is said of further places of one model.
  static let again = "named again"
}
