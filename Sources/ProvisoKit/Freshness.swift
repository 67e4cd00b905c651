internal import ProvisoCore
internal import ProvisoPolicy

/// Tells of answers that rest on sources older than somebody wants to rely on.
struct Freshness {
  let today: CalendarDate
  /// In days.
  let maximumAge: Int

  func notifications(_ models: [ResolvedModel]) -> [Notification] {
    models.compactMap { model in
      guard let date = decidingDate(model), let day = Self.dayNumber(date), let now = Self.dayNumber(today.description),
        now - day > maximumAge
      else { return nil }
      return .old(model.name.id, date: date, maximumAge)
    }
  }

  /// The date of the newest source among the claims that say what was concluded; nil where one of them stands in the tree.
  private func decidingDate(_ model: ResolvedModel) -> String? {
    let license = model.license
    let deciding =
      license.concluded.map { concluded in license.claims.filter { $0.license == concluded } } ?? license.claims
    guard !deciding.isEmpty else { return license.remark.flatMap(Self.date(inRemark:)) }
    let dates = deciding.map { $0.source == .base ? date(ofBase: $0.license, model) : $0.date }
    return dates.contains(nil) ? nil : dates.compactMap(\.self).max()
  }

  /// The date of the newest source that has a base under `license`; nil where a base's own stands in the tree.
  private func date(ofBase license: String, _ model: ResolvedModel) -> String? {
    let claims = model.lineage.flatMap { edge in edge.license.claims.filter { $0.license == license } }
    return claims.contains { $0.date == nil && $0.source != .base } ? nil : claims.compactMap(\.date).max()
  }

  /// The day of the source that a remark ends with: `(…, as of 2024-12-13)`.
  private static func date(inRemark remark: String) -> String? {
    let mark = "as of "
    guard let start = remark.ranges(of: mark).last?.upperBound else { return nil }
    return String(remark[start...].prefix { $0.isASCII && ($0.isNumber || $0 == "-") })
  }

  /// The number of days from 0000-03-01 on; a month or year counts from its first day. Nil for what is no date.
  private static func dayNumber(_ date: String) -> Int? {
    let parts = date.split(separator: "-").map { Int($0) }
    guard let first = parts.first, let year = first, (1...9999).contains(year) else { return nil }
    let month = parts.count > 1 ? parts[1] ?? 0 : 1
    let day = parts.count > 2 ? parts[2] ?? 0 : 1
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    // Years that begin in March have the day that leaps at their end.
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (months * 153 + 2) / 5 + day - 1
  }
}

extension Notification {
  fileprivate static func old(_ id: String, date: String, _ age: Int) -> Self {
    Self(
      level: .warning,
      message:
        "What is said of \(id) rests on a source of \(date), older than the \(age) days of --max-age: look at the model's page."
    )
  }
}
