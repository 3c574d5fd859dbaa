import Ergonomics
import TestSupport
import Testing

@testable import Ledger

@Suite("A ledger of what was told of a survey")
struct LedgerTests {
  static let report = Ledger.Report(pack: "team@1.0.0+0123abcd", grouping: "team", width: 5, date: "2026-01-31")

  /// People of `Pack.team` in two teams of ten and one of four; some say yes where others say no.
  typealias People = @Sendable (Ledger) -> Respondents

  static func people(
    _ places: some Sequence<Int> & Sendable, yes: Set<Int> = [], sore: Set<Int>? = nil, isByTeam: Bool = true
  ) -> People {
    { ledger in
      var people = ledger.nobody(RuleProgram(.team), tellsHealth: sore != nil)
      for place in places {
        people.add(
          [
            "chair": .option(yes.contains(place) ? "yes" : "no"),
            "pain": .option(sore?.contains(place) ?? false ? "yes" : "no"),
          ], id: "p-\(place)", team: !isByTeam ? "north" : place < 10 ? "A" : place < 20 ? "B" : "C")
      }
      return people
    }
  }

  /// What a report of all 24 people comes to after another one.
  private func refusal(
    _ report: Ledger.Report = report, of people: People, after first: People = people(0..<24)
  ) throws -> LedgerRefusal? {
    var ledger = Ledger()
    #expect(try ledger.record(Self.report, of: first(ledger)) == 0)
    do {
      _ = try ledger.record(report, of: people(ledger))
      return nil
    } catch {
      return error
    }
  }

  @Test("lets the same report be made again, whatever the order of the rows and whatever form it takes")
  func again() throws {
    var ledger = Ledger()
    #expect(try ledger.record(Self.report, of: Self.people(0..<24)(ledger)) == 0)
    let text = ledger.text
    var later = Self.report
    later.date = "2026-02-01"
    #expect(try ledger.record(later, of: Self.people((0..<24).reversed())(ledger)) == 0)
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
    _ = try ledger.record(Self.report, of: Self.people(0..<24, sore: [])(ledger))
    #expect(try ledger.record(Self.report, of: Self.people(0..<24, yes: Set(0..<10), sore: [])(ledger)) == 1)
    var read = try Ledger(ledger.text)
    #expect(read.text == ledger.text)
    #expect(throws: LedgerRefusal.self) { try read.record(Self.report, of: Self.people(1..<24)(read)) }
  }

  @Test("holds no id, no team and no answer, and two ledgers of the same people are nothing alike")
  func secrets() throws {
    let texts = try (0..<2).map { _ in
      var ledger = Ledger()
      _ = try ledger.record(Self.report, of: Self.people([7], sore: [])(ledger))
      return ledger.text
    }
    // As words: a digest may hold the letters of any.
    let told = Set(texts[0].split(whereSeparator: \.isWhitespace))
    for word in ["p-7", "7", "chair", "yes", "no", "A"] { #expect(!told.contains(Substring(word))) }
    let words = texts.map { text in
      Set(text.split(separator: "\n").filter { !$0.hasPrefix("report") }.flatMap { $0.split(separator: " ") })
    }
    #expect(words[0].intersection(words[1]) == ["sitwell", "ledger", "2", "key"] && words[0].count == 7)
  }

  @Test("forgets who answered nothing, and who answered about health alone where that is not told")
  func nobody() {
    for tellsHealth in [false, true] {
      var people = Ledger().nobody(RuleProgram(.team), tellsHealth: tellsHealth)
      people.add(["chair": .declined], id: "1", team: "A")
      people.add([:], id: "2", team: "A")
      #expect(people.isEmpty)
      people.add(["pain": .option("yes")], id: "3", team: "A")
      #expect(people.isEmpty == !tellsHealth)
    }
  }

  @Test("tells people without an id apart by team and answers, wherever they stand")
  func nameless() throws {
    func people(_ ledger: Ledger, _ yes: [Bool]) -> Respondents {
      var people = ledger.nobody(RuleProgram(.team), tellsHealth: false)
      for yes in yes { people.add(["chair": .option(yes ? "yes" : "no")], id: nil, team: "A") }
      return people
    }
    var ledger = Ledger()
    let many = Array(repeating: false, count: 30) + [true]
    #expect(try ledger.record(Self.report, of: people(ledger, many)) == 0)
    #expect(try ledger.record(Self.report, of: people(ledger, many.reversed())) == 0)
    #expect(ledger.entries.count == 1 && ledger.entries[0].people.count == 31)
    #expect(throws: LedgerRefusal.self) { try ledger.record(Self.report, of: people(ledger, many.dropLast())) }
  }

  @Test("takes few bytes for each person")
  func size() throws {
    var ledger = Ledger()
    _ = try ledger.record(Self.report, of: Self.people(0..<1000)(ledger))
    #expect(ledger.text.utf8.count < 1000 * 40)
  }

  @Test(
    "is refused with its line when it is none",
    arguments: [
      ("", 1), ("something else\n", 1), ("sitwell ledger 2\nkey 00\n", 1),
      (start + "report 2026-01-31 5 facts team\n\n", 3), (start + "report 2026-01-31 5 facts pack team\nAAAA\n\n", 4),
      (start + "report 2026-01-31 5 facts pack team\n\nAAAA\n", 5),
      (start + "report 2026-01-31 5 facts pack team\n\n\(String(repeating: "AAAA", count: 28))\n", 5),
    ])
  func unreadable(text: String, line: Int) {
    #expect(throws: Ledger.Unreadable.self) { try Ledger(text) }
    do { _ = try Ledger(text) } catch { #expect(error.line == line) }
  }

  private static let start = "sitwell ledger 2\nkey \(String(repeating: "A", count: 43))=\n"
}

extension Respondents {
  /// One person, judged by themselves.
  fileprivate mutating func add(_ answers: [Question.ID: Answer], id: String?, team: String) {
    let program = RuleProgram(.team)
    var (block, words) = (AnswerBlock(program), [UInt64]())
    block.set(Answers(id: id, answers), for: 0, in: program)
    print.append(block, count: 1, to: &words)
    add([TeamMember(team: team, id: id)], words)
  }
}
