import Ergonomics
import TestSupport
import Testing

@testable import Ledger

@Suite("A ledger of what was told of a survey")
struct LedgerTests {
  static let report = Ledger.Report(pack: "team@1.0.0+0123abcd", grouping: "team", width: 5, date: "2026-01-31")

  /// People of `Pack.team` in two teams of ten and one of four; some say yes where others say no.
  static func people(
    _ places: some Sequence<Int>, yes: Set<Int> = [], sore: Set<Int>? = nil, isByTeam: Bool = true
  ) -> Respondents {
    var people = Respondents(Program(.team), tellsHealth: sore != nil)
    for place in places {
      let answers = Answers(
        id: "p-\(place)",
        [
          "chair": .option(yes.contains(place) ? "yes" : "no"),
          "pain": .option(sore?.contains(place) ?? false ? "yes" : "no"),
        ])
      people.add(answers, team: !isByTeam ? "north" : place < 10 ? "A" : place < 20 ? "B" : "C")
    }
    return people
  }

  /// What a report of all 24 people comes to after another one.
  private func refusal(
    _ report: Ledger.Report = report, of people: Respondents, after first: Respondents = people(0..<24)
  ) throws -> LedgerRefusal? {
    var ledger = Ledger()
    #expect(try ledger.record(Self.report, of: first) == 0)
    do {
      _ = try ledger.record(report, of: people)
      return nil
    } catch {
      return error
    }
  }

  @Test("lets the same report be made again, whatever the order of the rows and whatever form it takes")
  func again() throws {
    var ledger = Ledger()
    #expect(try ledger.record(Self.report, of: Self.people(0..<24)) == 0)
    let text = ledger.text
    var later = Self.report
    later.date = "2026-02-01"
    #expect(try ledger.record(later, of: Self.people((0..<24).reversed())) == 0)
    #expect(ledger.text == text)
  }

  @Test("refuses a late answer, one withdrawn and one changed")
  func fewChanges() throws {
    let refused = LedgerRefusal.fewChanges(earlier: Self.report, least: 10)
    #expect(try refusal(of: Self.people(0..<25)) == refused)
    #expect(try refusal(of: Self.people(1..<24)) == refused)
    #expect(try refusal(of: Self.people(0..<24, yes: [3])) == refused)
    #expect(try refusal(of: Self.people(0..<24, yes: Set(0..<9))) == refused)
  }

  @Test("refuses other groups, other steps and other rules of the same people, however few of them are the same")
  func otherReports() throws {
    for yes in [Set<Int>(), Set(0..<22)] {
      let people = Self.people(0..<24, yes: yes)
      var report = Self.report
      report.grouping = "site"
      let bySite = Self.people(0..<24, yes: yes, isByTeam: false)
      #expect(try refusal(report, of: bySite) == .otherGrouping(earlier: Self.report))
      report = Self.report
      report.width = 10
      #expect(try refusal(report, of: people) == .otherWidth(earlier: Self.report))
      report = Self.report
      report.pack = "other@1.0.0+0123abcd"
      #expect(try refusal(report, of: people) == .otherPack(earlier: Self.report))
    }
  }

  @Test("lets a new round pass in which enough people are new or changed, and in each team none or enough")
  func nextRound() throws {
    #expect(try refusal(of: Self.people(0..<24, yes: Set(0..<10))) == nil)
    #expect(try refusal(of: Self.people(0..<24, yes: Set(5..<15))) == nil)
    let refused = LedgerRefusal.fewChangesInTeam(earlier: Self.report, least: 5)
    #expect(try refusal(of: Self.people(0..<24, yes: Set(0..<11))) == refused)
    #expect(try refusal(of: Self.people(0..<24, yes: Set(0..<10).union([22]))) == refused)
    let regrouped = Self.people(0..<24, isByTeam: false)
    #expect(try refusal(of: regrouped) == .otherGrouping(earlier: Self.report))
    var elsewhere = Self.report
    elsewhere.grouping = "site"
    #expect(try refusal(elsewhere, of: Self.people(100..<130)) == nil)
  }

  @Test("sees answers about health where both reports tell of them, and not where one does not")
  func health() throws {
    func refusal(_ now: Set<Int>?, after before: Set<Int>?) throws -> LedgerRefusal? {
      try self.refusal(of: Self.people(0..<24, sore: now), after: Self.people(0..<24, sore: before))
    }
    #expect(try refusal([1], after: []) == .fewChanges(earlier: Self.report, least: 10))
    #expect(try refusal([1], after: nil) == nil && refusal(nil, after: [1]) == nil)
  }

  @Test("says how many other reports it knows, and is read back as it was written")
  func text() throws {
    var ledger = Ledger()
    _ = try ledger.record(Self.report, of: Self.people(0..<24, sore: []))
    #expect(try ledger.record(Self.report, of: Self.people(0..<24, yes: Set(0..<10), sore: [])) == 1)
    var read = try Ledger(ledger.text)
    #expect(read.text == ledger.text)
    #expect(throws: LedgerRefusal.self) { try read.record(Self.report, of: Self.people(1..<24)) }
  }

  @Test("holds no id, no team and no answer, and two ledgers of the same people are nothing alike")
  func secrets() throws {
    let texts = try (0..<2).map { _ in
      var ledger = Ledger()
      _ = try ledger.record(Self.report, of: Self.people([7], sore: []))
      return ledger.text
    }
    for word in ["p-7", "chair", "yes", " A", " no"] { #expect(!texts[0].contains(word)) }
    let words = texts.map { Set($0.split { $0.isWhitespace }.filter { $0.count >= 32 }) }
    #expect(words[0].isDisjoint(with: words[1]) && words[0].count == 5)
  }

  @Test("forgets who answered nothing")
  func nobody() {
    var people = Respondents(Program(.team), tellsHealth: false)
    people.add(Answers(id: "1", ["chair": .declined]), team: "A")
    people.add(Answers(id: "2"), team: "A")
    #expect(people.entries.isEmpty)
  }

  @Test(
    "is refused with its line when it is none",
    arguments: [
      ("", 1), ("something else\n", 1), ("sitwell ledger 1\nkey 00\n", 1),
      ("sitwell ledger 1\nkey \(String(repeating: "0f", count: 32))\nreport 2026-01-31 1 5 pack team\nshort\n", 4),
      ("sitwell ledger 1\nkey \(String(repeating: "0f", count: 32))\nreport 2026-01-31 9 5 pack team\n", 3),
    ])
  func unreadable(text: String, line: Int) {
    #expect(throws: Ledger.Unreadable.self) { try Ledger(text) }
    do { _ = try Ledger(text) } catch { #expect(error.line == line) }
  }
}
