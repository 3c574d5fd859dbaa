/// A stretch of time as people name it: `14d`, `2w`, `6m`, `3y`.
package struct CalendarSpan: Sendable, Hashable {
  package enum Unit: Character, CaseIterable, Sendable {
    case day = "d"
    case week = "w"
    case month = "m"
    case year = "y"
  }

  package let count: Int
  package let unit: Unit
  /// Nobody plans further ahead, and no date leaves its four digits by it.
  package static let most = 4000

  package init(_ count: Int, _ unit: Unit) { (self.count, self.unit) = (count, unit) }

  /// `nil` for anything but a whole number and one of the letters.
  package init?(_ text: String) {
    guard let unit = text.last.flatMap(Unit.init), let count = Int(text.dropLast()), 0...Self.most ~= count,
      text.dropLast().allSatisfy(\.isASCIIDigit)
    else { return nil }
    self.init(count, unit)
  }

  /// The day that is so much later; of months, the same day or the last one there is.
  ///
  /// - Parameter day: `YYYY-MM-DD`, a day of the calendar.
  package func after(_ day: String) -> String { moved(CalendarDate(day), by: count) }

  package func before(_ day: String) -> String { moved(CalendarDate(day), by: -count) }

  private func moved(_ day: CalendarDate, by count: Int) -> String {
    switch unit {
    case .day: CalendarDate(number: day.number + count).text
    case .week: CalendarDate(number: day.number + 7 * count).text
    case .month: day.adding(months: count).text
    case .year: day.adding(months: 12 * count).text
    }
  }
}

extension String {
  /// Days from one day to another, both `YYYY-MM-DD`; negative where the other is earlier.
  package func days(to other: String) -> Int { CalendarDate(other).number - CalendarDate(self).number }
}

/// A day of the Gregorian calendar. It is counted after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years
/// begin in March, so that the day that comes and goes is the last.
private struct CalendarDate {
  let year: Int
  let month: Int
  let day: Int

  init(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 3, "'\(text)' is no day")
    (year, month, day) = (parts[0], parts[1], parts[2])
  }

  init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// Days since 0000-03-01.
  init(number: Int) {
    let era = (number >= 0 ? number : number - 146_096) / 146_097
    let dayOfEra = number - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var number: Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  func adding(months: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + months
    let first = CalendarDate(year: total / 12, month: total % 12 + 1, day: 1)
    let next = CalendarDate(year: (total + 1) / 12, month: (total + 1) % 12 + 1, day: 1)
    return CalendarDate(year: first.year, month: first.month, day: min(day, next.number - first.number))
  }

  var text: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
