internal import ProvisoCore

/// Whether a number with a date still speaks for the time that a license asks about.
///
/// A number that is too old may still show that a line was crossed, and never that it was not.
struct FactAge {
  enum Time {
    /// The month of a test that is taken once.
    case month(CalendarDate)
    /// The same, at a release whose date is not on file: only a number without a date, which holds at all times, answers.
    case unknownMonth
    case today(CalendarDate)
  }

  /// How many months a number of one month speaks for.
  static let ofMonth = 12
  /// How many months after its last day a year's sum speaks for: until the next year's is out.
  static let ofYear = 18

  /// nil where nobody asks how old a number is.
  let asked: Time?

  /// The number at the time asked about, nil before the first.
  func value(of history: CountHistory) -> Int? {
    switch asked {
    case .month(let date), .today(let date): history.value(asOf: date)
    case .unknownMonth: history.isDated ? nil : history.entries.last?.value
    case nil: history.entries.last?.value
    }
  }

  func isOld(_ history: CountHistory) -> Bool {
    switch asked {
    // What holds before and after holds between.
    case .month(let date) where history.firstValue(after: date) != nil: false
    case .month(let date), .today(let date):
      history.date(asOf: date).map { $0.months(to: date) > Self.ofMonth } ?? false
    case .unknownMonth: history.isDated
    case nil: false
    }
  }

  func isOld(_ money: Money, _ months: Int) -> Bool {
    guard let date = money.asOf else { return false }
    return switch asked {
    case .month(let asked), .today(let asked): date.months(to: asked) > months
    case .unknownMonth: true
    case nil: false
    }
  }

  /// What is stated and which date would answer, as a clause to follow "and".
  func remark(_ history: CountHistory, _ origin: FactOrigin?) -> String? {
    let stated: CalendarDate? =
      switch asked {
      case .month(let date), .today(let date): history.date(asOf: date) ?? history.entries.first?.asOf
      case .unknownMonth: history.entries.last?.asOf
      case nil: nil
      }
    return stated.flatMap { remark($0, Self.ofMonth, origin) }
  }

  func remark(_ money: Money, _ months: Int, _ origin: FactOrigin?) -> String? {
    isOld(money, months) ? money.asOf.flatMap { remark($0, months, origin) } : nil
  }

  private func remark(_ date: CalendarDate, _ months: Int, _ origin: FactOrigin?) -> String? {
    let number = "the policy's number of \(date)\(Wording.origin(origin)) leaves"
    return switch asked {
    case .month(let month): "\(number) \(month) open: one with `as_of: \(month)` would answer"
    case .unknownMonth:
      "\(number) open the month before the model's release, whose date is not on file: one without `as_of` would answer"
    case .today: "\(number) today open: one of the last \(months) months would answer"
    case nil: nil
    }
  }
}
