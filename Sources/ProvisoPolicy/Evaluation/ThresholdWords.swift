internal import ProvisoCore

extension Terms.Threshold {
  /// `more than 700,000,000 monthly active users, affiliates included, tested once, for the month before the release on
  /// 2024-07-23`.
  var words: String {
    let amount = Wording.number(self.amount)
    let unit =
      switch metric {
      case .monthlyActiveUsers: "\(amount) monthly active users"
      case .annualRevenue: "\(amount) \(currency.map { "\($0) " } ?? "")of revenue a year"
      case .monthlyRevenue: "\(amount) \(currency.map { "\($0) " } ?? "")of revenue a month"
      case .totalFunding: "\(amount) \(currency.map { "\($0) " } ?? "")of funding in all"
      }
    let scope =
      switch self.scope {
      case .product: " of the product"
      case .licensee: ""
      case .licenseeAndAffiliates: ", affiliates included"
      }
    let date =
      measured == .releaseDate
      ? ", tested once, for the calendar month before the release \(date.map { "on \($0)" } ?? "of the model")" : ""
    let line = comparison == .greaterThan ? "more than \(unit)\(scope)\(date)" : "\(unit) or more\(scope)\(date)"
    let words = line + (condition.map { ", \($0)" } ?? "")
    switch use {
    case .commercialOrEndUsers: return "\(words), for use that is commercial or reaches end users"
    case .commercialByModelServices:
      return "\(words), for commercial use by who gives others access to models as a business"
    // What is left above the line says so already.
    case .commercial where effect != .nonCommercialOnly: return "\(words), for commercial use"
    case .commercial, nil: return words
    }
  }

  /// The uses that the line is drawn for: what leaves non-commercial use is no line for that.
  var boundUse: Use? { use ?? (effect == .nonCommercialOnly ? .commercial : nil) }

  /// What the license says happens there, as a clause to follow ``words`` and a colon.
  var effectWords: String {
    let effect =
      switch self.effect {
      case .licenseRequired: "the license requires a separate one from the publisher"
      case .display: "the license requires a display"
      case .reviewRequired: "the license requires that the publisher's review be passed first"
      case .nonCommercialOnly: "the license leaves non-commercial use only"
      case .terminates: "the license ends"
      }
    return (comparison == .greaterThan ? "above it, " : "from there on, ") + effect
  }
}
