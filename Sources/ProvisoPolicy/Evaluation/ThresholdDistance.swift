package import ProvisoCore

/// How far an organization is from a line that a license draws.
package struct ThresholdDistance: Sendable, Hashable {
  package var license: String
  package var clause: String?
  /// The line in words: `more than 1,000,000 USD of revenue a year`.
  package var line: String
  /// What lies behind it.
  package var effect: String
  /// The amount of the line.
  package var amount: Int
  package var currency: String?
  /// The fact that is held against it.
  package var fact: FactName
  /// Its value in the time that the line is drawn for, nil where nobody states one that can be compared.
  package var value: Int?
  /// What the policy states, in words.
  package var statement: String
  package var origin: PolicyOrigin?
  /// The context whose facts those are.
  package var context: String?
  /// The models that the license binds.
  package var models: [ModelName]

  /// In whole percent of the line, rounded down.
  package var percent: Int? {
    guard let value, amount > 0 else { return nil }
    return Int(min(Double(value) / Double(amount) * 100, 1_000_000_000))
  }
}

extension Evaluator {
  /// The distance from every threshold of the models' licenses, in each context that the models are met in.
  package func thresholds(of models: [ResolvedModel]) -> [ThresholdDistance] {
    var distances: [ThresholdDistance] = []
    for model in models where model.role >= .base {
      for (context, facts) in contexts(of: model) {
        for applicable in model.applicableLicenses {
          for threshold in applicable.license.terms.thresholds {
            var distance = ThresholdDistance(applicable.license, threshold, facts, context)
            distance.models = [model.name]
            if let index = distances.firstIndex(where: { $0.isSame(as: distance) }) {
              if !distances[index].models.contains(model.name) { distances[index].models.append(model.name) }
            } else {
              distances.append(distance)
            }
          }
        }
      }
    }
    return distances.sorted { one, other in
      (other.percent ?? -1, one.license, one.line) < (one.percent ?? -1, other.license, other.line)
    }
  }
}

extension ThresholdDistance {
  fileprivate init(_ license: License, _ threshold: Terms.Threshold, _ facts: Facts, _ context: String?) {
    let test = ThresholdTest(threshold: threshold, facts: facts)
    let measure = test.measure
    let name = measure.fact.rawValue
    let isStated = facts[measure.fact].value != nil
    let statement =
      switch measure.value.map(Wording.number) {
      case let number?: "\(name) \(measure.verb) \(number)\(measure.period)"
      case nil where isStated: "\(name) is stated in a way that cannot be held against it"
      case nil: "\(name) is not stated"
      }
    self.init(
      license: license.id, clause: threshold.clause, line: threshold.words, effect: threshold.effectWords,
      amount: threshold.amount, currency: threshold.currency, fact: measure.fact, value: measure.value,
      statement: statement, origin: isStated ? facts.origin(of: measure.fact) : nil, context: context, models: [])
  }

  /// One line is told once, also where several models or contexts have the same number for it.
  fileprivate func isSame(as other: Self) -> Bool {
    license == other.license && line == other.line && value == other.value && fact == other.fact
  }
}

extension ThresholdTest {
  /// The fact that the line is about, and what it says in the time that the line is drawn for.
  struct Measure {
    var fact: FactName
    var value: Int?
    var verb = "is"
    var period = ""
  }

  /// Of a product's number and the organization's, the one that the license means.
  var measure: Measure {
    switch threshold.metric {
    case .monthlyActiveUsers:
      if threshold.scope == .product, let value = count(facts.productMonthlyActiveUsers) {
        return Measure(fact: .productMonthlyActiveUsers, value: value)
      }
      return Measure(fact: .monthlyActiveUsers, value: count(facts.monthlyActiveUsers))
    case .annualRevenue:
      guard threshold.scope == .product else {
        return Measure(fact: .annualRevenue, value: amount(facts.annualRevenue))
      }
      return Measure(
        fact: .productMonthlyRevenue, value: yearOfMonth, verb: "comes to", period: " in twelve such months")
    case .monthlyRevenue:
      guard threshold.scope != .product else {
        return Measure(fact: .productMonthlyRevenue, value: amount(facts.productMonthlyRevenue))
      }
      // One product's month says little of what a company earns in one.
      return Measure(
        fact: .annualRevenue, value: amount(facts.annualRevenue).map { $0 / 12 }, verb: "comes to",
        period: " a month")
    case .totalFunding: return Measure(fact: .totalFunding, value: amount(facts.totalFunding))
    }
  }
}
