/// The facts that a part of a policy states, each with the line that states it.
package struct Facts: Sendable, Hashable {
  /// A fact stated to be unknown has an entry without a value: it hides what an outer part of the policy says.
  private var stated: [FactName: Statement] = [:]

  /// The day on which they are asked; nil where nobody asks how old a number is.
  package var day: CalendarDate?

  private struct Statement: Sendable, Hashable {
    var value: FactValue?
    var origin: FactOrigin
  }

  package init() {}

  /// States a fact; nil states that it is unknown. The value must be of the fact's kind, else it reads as unknown.
  package mutating func state(_ name: FactName, _ value: FactValue?, origin: FactOrigin) {
    stated[name] = Statement(value: value, origin: origin)
  }

  /// These facts, with those of `inner` in their place wherever it states one.
  package func overlaid(by inner: Self) -> Self {
    var result = self
    result.stated.merge(inner.stated) { _, inner in inner }
    return result
  }

  /// The facts as they are asked on a day. A number of a month that is yet to come is a guess and answers nothing.
  package func asked(on day: CalendarDate) -> Self {
    var result = self
    result.day = day
    for (name, statement) in stated where statement.value?.firstDate(after: day) != nil {
      result.stated[name]?.value = statement.value?.counted(by: day)
    }
    return result
  }

  /// The numbers of months that are yet to come: the fact, the first of its dates, and the line that states it.
  package func stated(after day: CalendarDate) -> [(name: FactName, date: CalendarDate, origin: FactOrigin)] {
    FactName.allCases.compactMap { name in
      guard let statement = stated[name], let date = statement.value?.firstDate(after: day) else { return nil }
      return (name, date, statement.origin)
    }
  }

  /// The value of a fact whatever its kind.
  package subscript(name: FactName) -> Fact<FactValue> {
    fact(name) { $0 }
  }

  /// The fact by which somebody is reached, where ``FactName/regionsServed`` says that nobody is anywhere: which of the two is
  /// wrong, nobody knows.
  package var contradictsNobodyServed: FactName? {
    guard case .regions(let codes)? = stated[.regionsServed]?.value, codes.isEmpty else { return nil }
    return FactName.reachingUsers.first { stated[$0]?.value == .boolean(true) }
  }

  /// The facts that are stated, as known or as unknown, in the order of the table.
  package var statedNames: [FactName] { FactName.allCases.filter { stated[$0] != nil } }

  /// The line that states a fact, also one that states it to be unknown.
  package func origin(of name: FactName) -> FactOrigin? { stated[name]?.origin }

  private func fact<Value>(_ name: FactName, _ select: (FactValue) -> Value?) -> Fact<Value> {
    guard let statement = stated[name], let value = statement.value.flatMap(select),
      name != .regionsServed || contradictsNobodyServed == nil
    else { return .unknown }
    return .known(value, statement.origin)
  }

  private func boolean(_ name: FactName) -> Fact<Bool> {
    fact(name) { if case .boolean(let value) = $0 { value } else { nil } }
  }

  private func count(_ name: FactName) -> Fact<CountHistory> {
    fact(name) { if case .count(let value) = $0 { value } else { nil } }
  }

  private func money(_ name: FactName) -> Fact<Money> {
    fact(name) { if case .money(let value) = $0 { value } else { nil } }
  }

  private func words(_ name: FactName) -> Fact<[String]> {
    fact(name) { if case .words(let value) = $0 { value } else { nil } }
  }
}

extension Facts {
  package var commercial: Fact<Bool> { boolean(.commercial) }
  package var monthlyActiveUsers: Fact<CountHistory> { count(.monthlyActiveUsers) }
  package var productMonthlyActiveUsers: Fact<CountHistory> { count(.productMonthlyActiveUsers) }
  package var annualRevenue: Fact<Money> { money(.annualRevenue) }
  package var productMonthlyRevenue: Fact<Money> { money(.productMonthlyRevenue) }
  package var totalFunding: Fact<Money> { money(.totalFunding) }
  package var headquarters: Fact<String> {
    fact(.headquarters) { if case .country(let code) = $0 { code } else { nil } }
  }
  package var regionsServed: Fact<[String]> {
    fact(.regionsServed) { if case .regions(let codes) = $0 { codes } else { nil } }
  }
  package var distributesWeights: Fact<Bool> { boolean(.distributesWeights) }
  package var distributesProduct: Fact<Bool> { boolean(.distributesProduct) }
  package var servesOverNetwork: Fact<Bool> { boolean(.servesOverNetwork) }
  package var modelAsAService: Fact<Bool> { boolean(.modelAsAService) }
  package var fineTunes: Fact<Bool> { boolean(.fineTunes) }
  package var trainsOtherModelsOnOutputs: Fact<Bool> { boolean(.trainsOtherModelsOnOutputs) }
  package var trainsFoundationModels: Fact<Bool> { boolean(.trainsFoundationModels) }
  package var openSourceProduct: Fact<Bool> { boolean(.openSourceProduct) }
  package var industries: Fact<[String]> { words(.industries) }
  package var uses: Fact<[String]> { words(.uses) }
}
