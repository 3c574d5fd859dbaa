/// A day of the Gregorian calendar.
struct CivilDate: Hashable {
  private let days: Int

  /// - Parameter text: `YYYY-MM-DD`; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...9999).contains(year),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    days = Self.days(year, month, day)
  }

  private init(days: Int) { self.days = days }

  func adding(days more: Int) -> CivilDate { CivilDate(days: days + more) }

  /// `YYYY-MM-DD`
  var text: String {
    // The year that has no more than these days before it, then the month.
    var year = days / 366
    while Self.days(year + 1, 1, 1) <= days { year += 1 }
    let month = (1...12).last { Self.days(year, $0, 1) <= days } ?? 1
    let day = days - Self.days(year, month, 1) + 1
    func padded(_ number: Int, _ length: Int) -> String {
      String(repeating: "0", count: max(0, length - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Days since the beginning of the year 0.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let before = year == 0 ? 0 : 365 * year + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return before + lengths.prefix(month - 1).reduce(0, +) + day - 1
  }
}
