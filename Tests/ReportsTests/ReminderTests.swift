import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("A reminder")
struct ReminderTests {
  private static let all = Reminder(
    person: "ann", round: "2026",
    actions: [.init(number: 3, title: "Set the chair = lower; {link}, at once", due: "2026-02-10")],
    review: "2026-03-01")

  private func text() throws -> ReminderText {
    try ReminderText(templates: TemplateFolder(Fixtures.repository.appending(path: "Reports").path))
  }

  @Test("says what there is to say and nothing else, and looks at no value again")
  func body() throws {
    let body = try text().body(of: Self.all, link: "https://example.org/q")
    for part in [
      "(round 2026)", "- Set the chair = lower; {link}, at once (10 February 2026)", "by 1 March 2026",
      "The questions: https://example.org/q",
    ] {
      #expect(body.contains(part))
    }
    let short = try text().body(of: Reminder(person: "ann", round: nil, actions: [], review: "2026-03-01"), link: nil)
    for part in ["round", "was agreed", "The questions", "[", "{"] { #expect(!short.contains(part)) }
    #expect(!short.contains("\n\n\n"))
  }

  @Test("is a draft whose lines are short, end as they must, and whose headers nobody's address or id can add to")
  func mail() throws {
    let draft = MailDraft(
      from: "safety@example.org", to: "ann@example.org",
      subject: "Ihr Stuhl: hübsch, höher und noch ein wenig länger, als es passt",
      body: "Grüße = \(String(repeating: "ä", count: 100)) \nEnde ", date: "2026-01-31")
    let text = String(decoding: try #require(draft).bytes, as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { 0x20..<0x7F ~= $0 } && !$0.hasSuffix(" ") })
    #expect(lines.contains("Date: Sat, 31 Jan 2026 09:00:00 +0000"))
    for address in [
      "", "ann", "ann@example.org\r\nBcc: x@example.org", "ann@example.org, b@example.org", "<ann@example.org>",
      "änn@example.org",
    ] {
      #expect(MailDraft(from: "safety@example.org", to: address, subject: "", body: "", date: "2026-01-31") == nil)
    }
  }

  @Test("is a calendar with the same entries for the same things, in lines of 75 octets at most")
  func calendar() throws {
    let days = try text().days(of: Self.all, whose: "änn\r\nBEGIN:VALARM")
    func lines(_ date: String) -> [String] {
      let bytes = CalendarFile(days, link: "https://example.org/q", date: date).bytes
      return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }
    let (first, later) = (lines("2026-01-31"), lines("2026-02-01"))
    let unfolded = first.joined(separator: "\n").replacing("\n ", with: "")
    #expect(first.allSatisfy { $0.utf8.count <= 75 })
    #expect(first.last == "" && first.count { $0 == "BEGIN:VEVENT" } == 2 && !first.contains("BEGIN:VALARM"))
    #expect(first.contains("DTSTART;VALUE=DATE:20260210") && first.contains("DTSTAMP:20260131T000000Z"))
    #expect(unfolded.contains("lower\\; {link}\\, at once"))
    #expect(first.filter { $0.hasPrefix("UID:") } == later.filter { $0.hasPrefix("UID:") })
    #expect(Set(first.filter { $0.hasPrefix("UID:") }).count == 2)
  }
}
