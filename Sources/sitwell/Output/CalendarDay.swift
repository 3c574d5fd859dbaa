import Foundation

/// Days as `YYYY-MM-DD`, in the calendar of ISO 8601.
enum CalendarDay {
  /// Of the local time zone.
  static var today: String { format.format(Date()) }

  static func isDay(_ text: String) -> Bool {
    guard let day = try? format.parse(text) else { return false }
    return format.format(day) == text
  }

  private static var format: Date.ISO8601FormatStyle {
    Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
  }
}
