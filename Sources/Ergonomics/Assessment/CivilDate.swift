/// A day of the Gregorian calendar.
package struct CivilDate: Hashable, Sendable {
  private let days: Int

  /// - Parameter text: `YYYY-MM-DD`; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...9999).contains(year),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    days = Self.days(year, month, day)
  }

  private init(days: Int) { self.days = days }

  package func adding(days more: Int) -> CivilDate { CivilDate(days: days + more) }

  /// The same day of another month, or the last one that there is.
  package func adding(months more: Int) -> CivilDate {
    let (year, month, day) = parts
    let count = 12 * year + month - 1 + more
    let (otherYear, otherMonth) = (count / 12, count % 12 + 1)
    return CivilDate(
      days: Self.days(otherYear, otherMonth, min(day, Self.lengths(of: otherYear)[otherMonth - 1])))
  }

  package func days(to other: CivilDate) -> Int { other.days - days }

  /// `YYYY-MM-DD`
  package var text: String {
    let (year, month, day) = parts
    func padded(_ number: Int, _ length: Int) -> String {
      String(repeating: "0", count: max(0, length - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private var parts: (year: Int, month: Int, day: Int) {
    // The year that has no more than these days before it, then the month.
    var year = days / 366
    while Self.days(year + 1, 1, 1) <= days { year += 1 }
    let month = (1...12).last { Self.days(year, $0, 1) <= days } ?? 1
    return (year, month, days - Self.days(year, month, 1) + 1)
  }

  private static func lengths(of year: Int) -> [Int] {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// Days since the beginning of the year 0.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year == 0 ? 0 : 365 * year + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1
    return before + lengths(of: year).prefix(month - 1).reduce(0, +) + day - 1
  }
}
