import Testing

@testable import Ergonomics

@Suite("A stretch of time")
struct CalendarSpanTests {
  @Test(
    "leads from one day of the calendar to another",
    arguments: [
      ("2026-01-31", "1m", "2026-02-28"), ("2028-01-31", "1m", "2028-02-29"), ("2026-01-31", "14d", "2026-02-14"),
      ("2026-12-31", "1d", "2027-01-01"), ("2028-02-28", "1d", "2028-02-29"), ("2028-02-29", "1y", "2029-02-28"),
      ("2026-03-01", "2w", "2026-03-15"), ("2026-11-30", "3m", "2027-02-28"), ("2026-01-31", "0d", "2026-01-31"),
    ])
  func after(_ day: String, _ span: String, _ later: String) throws {
    #expect(try #require(CalendarSpan(span)).after(day) == later)
  }

  @Test("leads back as well, and counts days between")
  func before() throws {
    #expect(CalendarSpan(36, .month).before("2026-01-31") == "2023-01-31")
    #expect(CalendarSpan(1, .month).before("2026-03-31") == "2026-02-28")
    for count in stride(from: 0, through: 4000, by: 7) {
      let later = CalendarSpan(count, .day).after("1999-12-31")
      let (first, last) = (try #require(CivilDate("1999-12-31")), try #require(CivilDate(later)))
      #expect(first.days(to: last) == count && CalendarSpan(count, .day).before(later) == "1999-12-31")
    }
  }

  @Test(
    "is a whole number and a letter, and nothing else",
    arguments: ["", "d", "14", "14 d", "-1d", "1.5m", "4001d", "٣d"])
  func refused(_ text: String) { #expect(CalendarSpan(text) == nil) }
}
