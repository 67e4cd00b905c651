/// The three ways in which HTTP writes a time (RFC 9110 section 5.6.7), all of them in UTC:
/// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
enum HTTPDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Seconds since 1970; nil for what is no time.
  static func seconds(_ text: String) -> Int? {
    guard text.utf8.count <= 64 else { return nil }
    let words = text.split { " ,-".contains($0) }.map(String.init)
    guard let month = words.compactMap({ months.firstIndex(of: ASCII.lowercased($0)) }).first,
      let time = words.lazy.compactMap(self.time).first
    else { return nil }
    // The day stands before the year in all three.
    let numbers = words.compactMap { $0.utf8.allSatisfy(ASCII.isDigit) ? Int($0) : nil }
    guard numbers.count == 2, (1...31).contains(numbers[0]) else { return nil }
    let year = numbers[1] < 70 ? numbers[1] + 2000 : numbers[1] < 100 ? numbers[1] + 1900 : numbers[1]
    guard (1970...9999).contains(year) else { return nil }
    return days(year, month, numbers[0]) * 86_400 + time
  }

  /// `08:49:37` as seconds.
  private static func time(_ word: String) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(ASCII.isDigit) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers[0] < 24, numbers[1] < 60, numbers[2] <= 60 else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
  }

  /// Days since 1970-01-01. Years that begin in March have the day that leaps at their end.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month >= 2 ? (year, month - 2) : (year - 1, month + 10)
    return 365 * shifted.0 + shifted.0 / 4 - shifted.0 / 100 + shifted.0 / 400 + (153 * shifted.1 + 2) / 5 + day
      - 719_469
  }
}
