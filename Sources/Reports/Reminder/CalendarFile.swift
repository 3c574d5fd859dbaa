import Crypto
import Foundation

/// Days in a calendar as programs exchange them (RFC 5545): whole days that keep nobody busy.
package struct CalendarFile: Sendable {
  package struct Day: Sendable, Hashable {
    /// What tells it from every other, so that the same day is the same entry when it comes again.
    package let key: String
    /// `YYYY-MM-DD`.
    package let date: String
    package let summary: String

    package init(key: String, date: String, summary: String) {
      (self.key, self.date, self.summary) = (key, date, summary)
    }
  }

  private let days: [Day]
  private let link: String?
  /// When it is said to be made, `YYYY-MM-DD`.
  private let date: String

  /// - Parameter link: Where more is; `nil` = nowhere.
  package init(_ days: [Day], link: String?, date: String) { (self.days, self.link, self.date) = (days, link, date) }

  package var bytes: [UInt8] {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitwell//register//EN", "METHOD:PUBLISH"]
    let lines = head + days.flatMap(lines) + ["END:VCALENDAR"]
    return lines.flatMap { Array((Self.folded($0) + "\r\n").utf8) }
  }

  private func lines(of day: Day) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(Self.identifier(of: day.key))", "DTSTAMP:\(Self.plain(date))T000000Z",
      "DTSTART;VALUE=DATE:\(Self.plain(day.date))", "SUMMARY:\(Self.escaped(day.summary))", "TRANSP:TRANSPARENT",
    ] + [link.map { "URL:\($0)" }, "END:VEVENT"].compactMap(\.self)
  }

  private static func plain(_ date: String) -> String { date.filter { $0 != "-" } }

  private static func identifier(of key: String) -> String {
    SHA256.hash(data: Array(key.utf8)).prefix(16).hexadecimal + "@sitwell.invalid"
  }

  /// Section 3.3.11: what would end a value or begin another is escaped; other control characters have no place in it.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\", ";", ",": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// Section 3.1: no line is longer than 75 octets, and none is cut within a character.
  private static func folded(_ line: String) -> String {
    var (folded, length) = ("", 0)
    for scalar in line.unicodeScalars {
      let octets = String(scalar).utf8.count
      if length + octets > 75 {
        folded += "\r\n "
        length = 1
      }
      folded.unicodeScalars.append(scalar)
      length += octets
    }
    return folded
  }
}
