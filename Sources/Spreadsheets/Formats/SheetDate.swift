/// A day and time as spreadsheets count them: days since an epoch, and the fraction of one.
struct SheetDate {
  /// Where days are counted from: that of Excel counts from 1900, as if that had been a leap year; old Macs counted from
  /// 1904.
  enum Epoch: Sendable { case from1900, from1904 }

  /// Beyond the last day of 9999 no program shows a date.
  private static let mostDays = 2_958_466
  private static let secondsOfDay = 86_400

  /// As they are counted in the sheet.
  private let count: Int
  /// Since the epoch of 1900.
  private let days: Int
  private let seconds: Int

  /// `nil` for what is no such number.
  init?(_ text: [UInt8], _ epoch: Epoch) {
    guard let value = Double(String(decoding: text, as: UTF8.self)), value >= 0, value < Double(Self.mostDays) else {
      return nil
    }
    let whole = value.rounded(.down)
    let seconds = Int(((value - whole) * Double(Self.secondsOfDay)).rounded())
    self.seconds = seconds % Self.secondsOfDay
    count = Int(whole) + seconds / Self.secondsOfDay
    days = count + (epoch == .from1904 ? 1462 : 0)
  }

  /// As ISO 8601 has it, but with a blank between day and time; times as `h:mm`.
  func text(_ format: NumberFormat) -> String {
    switch format {
    case .date: day
    case .time: time(hours: seconds / 3600)
    case .duration: time(hours: count * 24 + seconds / 3600)
    // A time of day without a day is kept as one of day 0.
    case .dateAndTime: count == 0 ? time(hours: seconds / 3600) : "\(day) \(pair(seconds / 3600)):\(rest)"
    case .number, .percent: "\(count)"
    }
  }

  private func time(hours: Int) -> String { "\(hours):\(rest)" }

  /// Minutes, and seconds where there are any.
  private var rest: String { pair(seconds / 60 % 60) + (seconds % 60 == 0 ? "" : ":" + pair(seconds % 60)) }

  private var day: String {
    switch days {
    case 0: return "1900-01-00"
    case 60: return "1900-02-29"
    default:
      // The day that never was counts only before March 1900.
      let (year, month, day) = Self.civil(days + (days < 60 ? 1 : 0) - 25_569)
      return "\(String(repeating: "0", count: max(0, 4 - String(year).count)))\(year)-\(pair(month))-\(pair(day))"
    }
  }

  private func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The date of a day counted from 1970-01-01 (H. Hinnant, chrono-compatible low-level date algorithms, civil_from_days).
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let isLate = month < 10
    return (year + era * 400 + (isLate ? 0 : 1), month + (isLate ? 3 : -9), ofYear - (153 * month + 2) / 5 + 1)
  }
}
