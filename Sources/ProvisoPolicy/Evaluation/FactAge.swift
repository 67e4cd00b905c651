/// Whether a number with a date still speaks for the time that a license asks about.
///
/// A number that is too old may still show that a line was crossed, and never that it was not.
struct FactAge {
  /// How many months a number of one month speaks for.
  static let ofMonth = 12
  /// How many months after its last day a year's sum speaks for: until the next year's is out.
  static let ofYear = 18

  /// The month of a test that is taken once.
  let testMonth: CalendarDate?
  /// The day on which everything else is asked, nil where nobody asks how old a number is.
  let today: CalendarDate?

  private var asked: CalendarDate? { testMonth ?? today }

  /// The number at the time asked about, nil before the first.
  func value(of history: CountHistory) -> Int? {
    asked.map(history.value(asOf:)) ?? history.entries.last?.value
  }

  func isOld(_ history: CountHistory) -> Bool {
    guard let asked, let date = history.date(asOf: asked) else { return false }
    // What holds before and after holds between.
    if testMonth != nil, history.firstValue(after: asked) != nil { return false }
    return date.months(to: asked) > Self.ofMonth
  }

  func isOld(_ money: Money, _ months: Int) -> Bool {
    guard let asked, let date = money.asOf else { return false }
    return date.months(to: asked) > months
  }

  /// What is stated and which date would answer, as a clause to follow "and".
  func remark(_ history: CountHistory, _ origin: FactOrigin?) -> String? {
    guard let asked, let date = history.date(asOf: asked) ?? history.entries.first?.asOf else { return nil }
    return remark(date, Self.ofMonth, origin)
  }

  func remark(_ money: Money, _ months: Int, _ origin: FactOrigin?) -> String? {
    isOld(money, months) ? money.asOf.flatMap { remark($0, months, origin) } : nil
  }

  private func remark(_ date: CalendarDate, _ months: Int, _ origin: FactOrigin?) -> String {
    let number = "the policy's number of \(date)\(Wording.origin(origin)) leaves"
    guard let testMonth else { return "\(number) today open: one of the last \(months) months would answer" }
    return "\(number) \(testMonth) open: one with `as_of: \(testMonth)` would answer"
  }
}
