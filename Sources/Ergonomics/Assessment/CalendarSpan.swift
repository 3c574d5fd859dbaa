/// A stretch of time as people name it: `14d`, `2w`, `6m`, `3y`.
package struct CalendarSpan: Sendable, Hashable, Codable {
  package enum Unit: String, CaseIterable, Sendable, Codable {
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
    guard let unit = Unit(rawValue: String(text.suffix(1))), let count = Int(text.dropLast()), 0...Self.most ~= count,
      text.dropLast().allSatisfy(\.isASCIIDigit)
    else { return nil }
    self.init(count, unit)
  }

  /// The day that is so much later; of months, the same day or the last one there is.
  ///
  /// - Parameter day: `YYYY-MM-DD`, a day of the calendar.
  package func after(_ day: String) -> String { moved(day, by: count) }

  package func before(_ day: String) -> String { moved(day, by: -count) }

  private func moved(_ day: String, by count: Int) -> String {
    guard let day = CivilDate(day) else { preconditionFailure("'\(day)' is no day") }
    return switch unit {
    case .day: day.adding(days: count).text
    case .week: day.adding(days: 7 * count).text
    case .month: day.adding(months: count).text
    case .year: day.adding(months: 12 * count).text
    }
  }
}
