import ProvisoCore
import ProvisoText

/// A term that a bought license can take away.
package enum LiftedTerm: String, Sendable, Hashable, CaseIterable {
  case commercial
  case monthlyActiveUsers = "threshold.monthly_active_users"
  case annualRevenue = "threshold.annual_revenue"
  case monthlyRevenue = "threshold.monthly_revenue"
  case totalFunding = "threshold.total_funding"
  case outputTraining = "output_training"
  case hosting
  case excludedRegions = "excluded_regions"
  case restrictions
  /// What the license asks of models made from its model, a bar on making or sharing them included, and of the source of what is
  /// offered with it.
  case derivativeLicense = "derivative_license"
  case redistribution
  case display
  case notice
  case namePrefix = "name_prefix"
  /// Terms that have to be accepted before the model can be had. Every agreement that covers a model accepts them; one that
  /// does nothing else says so with this.
  case access
}

/// A license that was bought: for what it covers, terms of the public one do not count.
package struct Agreement: Sendable {
  package var id: String
  package var licensor: String
  /// Ids of licenses; empty where models are covered.
  package var licenses: [String]
  /// Patterns over the ids of models, nil for all models of the licenses.
  package var models: PathPatterns?
  package var lifts: Set<LiftedTerm>
  package var from: CalendarDate?
  /// The last day on which it holds.
  package var until: CalendarDate
  /// Where the contract is filed.
  package var ref: String?
  package var origin: PolicyOrigin

  package init(
    id: String, licensor: String, licenses: [String], models: PathPatterns? = nil, lifts: Set<LiftedTerm>,
    from: CalendarDate? = nil, until: CalendarDate, ref: String? = nil, origin: PolicyOrigin
  ) {
    self.id = id
    self.licensor = licensor
    self.licenses = licenses
    self.models = models
    self.lifts = lifts
    self.from = from
    self.until = until
    self.ref = ref
    self.origin = origin
  }

  func isInForce(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && day <= until
  }
}

/// `agreements`: licenses that were bought.
enum AgreementsSection {
  static func agreements(_ node: DataNode?, in reading: PolicyReading) -> [Agreement] {
    var firstLines: [String: Int] = [:]
    return reading.list("agreements", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.agreement, "an agreement", in: reading) else {
        return nil
      }
      let id = reading.text("id", mapping["id"])
      if let id, let node = mapping["id"] {
        if let line = firstLines[id] {
          reading.error(
            "there are two agreements with the id \(Quoted.text(id))", at: node.range,
            hint: "the first is in line \(line)")
        } else {
          firstLines[id] = reading.origin(of: node).line
        }
      }
      return agreement(id, mapping, in: reading)
    }
  }

  private static func agreement(_ id: String?, _ mapping: MappingReader, in reading: PolicyReading) -> Agreement? {
    let licensor = reading.text("licensor", mapping["licensor"])
    let covers = coverage(mapping["covers"], in: reading)
    let lifts = Set(reading.choices("lifts", mapping["lifts"], as: LiftedTerm.self))
    let from = reading.date("from", mapping["from"])
    let until = reading.date("until", mapping["until"])
    let ref = reading.text("ref", mapping["ref"])
    if let from, let until, until < from, let node = mapping["until"] {
      reading.error("`until`: \(until) is before the agreement's beginning on \(from)", at: node.range)
    }
    guard let id, let licensor, let covers, let until else { return nil }
    reading.place("agreements.\(id)", at: mapping["id"]?.range)
    return Agreement(
      id: id, licensor: licensor, licenses: covers.licenses, models: covers.models, lifts: lifts, from: from,
      until: until, ref: ref, origin: reading.origin(of: mapping.node))
  }

  private static func coverage(
    _ node: DataNode?, in reading: PolicyReading
  ) -> (licenses: [String], models: PathPatterns?)? {
    guard let node,
      let mapping = MappingReader(node, as: PolicySchema.coverage, "what an agreement covers", in: reading)
    else { return nil }
    let licenses = reading.licenses("license", mapping["license"])
    let models = reading.modelPatterns("model", mapping["model"])
    if mapping["license"] == nil, mapping["model"] == nil {
      reading.error(
        "`covers`: expected a license, a model or both, found neither", at: node.range,
        hint: "write `license: ` and an id, or `model: ` and a name")
    }
    let everything = models?.patterns.first { $0.allSatisfy { "*?/".contains($0) } }
    if mapping["license"] == nil, let everything, let node = mapping["model"] {
      reading.error(
        "`covers`: \(Quoted.text(everything)) is every model of everybody, and an agreement is with one licensor",
        at: node.range, hint: "name the license, or the models by their owner: `acme/*`")
    }
    return (licenses, models)
  }
}
