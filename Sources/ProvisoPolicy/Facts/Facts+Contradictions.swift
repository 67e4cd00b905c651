package import ProvisoCore

extension Facts {
  /// Numbers of one product that are larger than those of the whole organization, a sentence each: one of the two is wrong.
  package var contradictions: [String] { [users, revenue].compactMap(\.self) }

  private var users: String? {
    let (part, whole) = (productMonthlyActiveUsers, monthlyActiveUsers)
    // Numbers of different months may both be right.
    guard let mine = part.value?.entries.last, let all = whole.value?.entries.last,
      mine.asOf?.wholeMonth == all.asOf?.wholeMonth, mine.value > all.value
    else { return nil }
    return .exceeds(
      "\(Wording.number(mine.value)) monthly active users of one product", part.origin,
      "\(Wording.number(all.value)) of all products together", whole.origin)
  }

  /// A month of one product against a year of all; in different currencies only where every rate says the same.
  private var revenue: String? {
    let (part, whole) = (productMonthlyRevenue, annualRevenue)
    guard let month = part.value, let year = whole.value, let low = month.bounds(in: year.currency)?.lowerBound,
      low > year.amount
    else { return nil }
    if let one = month.asOf, let other = year.asOf, one.year != other.year { return nil }
    return .exceeds(
      "\(Wording.number(month.amount)) \(month.currency) of revenue of one product a month", part.origin,
      "\(Wording.number(year.amount)) \(year.currency) of all products a year", whole.origin)
  }
}

extension Facts {
  /// What is wrong with the numbers on a day, a sentence each.
  package func doubts(on day: CalendarDate) -> [String] {
    contradictions
      + stated(after: day).map { .isYetToCome($0.name.rawValue, $0.date, Wording.origin($0.origin)) }
  }
}

extension Policy {
  /// What its facts say against each other, where they come from one place or from several, and which are of a time to come.
  package func doubtfulFacts(on day: CalendarDate) -> [Notification] {
    var seen: Set<String> = []
    return ([organization] + contexts.map { organization.overlaid(by: $0.facts) }).flatMap { $0.doubts(on: day) }
      .filter { seen.insert($0).inserted }
      .map { Notification(level: .warning, message: $0, path: path) }
  }
}

extension String {
  fileprivate static func isYetToCome(_ fact: String, _ date: CalendarDate, _ origin: String) -> String {
    "The policy states \(fact) as of \(date)\(origin), which is yet to come: the number answers nothing before that."
  }

  fileprivate static func exceeds(
    _ part: String, _ partOrigin: FactOrigin?, _ whole: String, _ wholeOrigin: FactOrigin?
  )
    -> String
  {
    "The policy states \(part)\(Wording.origin(partOrigin)), which is more than \(whole)\(Wording.origin(wholeOrigin)): one of the two is wrong, and the larger one counts."
  }
}
