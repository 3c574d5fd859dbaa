import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Register

@Suite("Filing a response")
struct FilingTests {
  @Test("proposes what the assessment advises, and knows the same response again")
  func once() throws {
    try ScratchRegister.use { scratch in
      let ann = Answers.of("ann", support: "none", seat: "soft")
      #expect(try scratch.file(ann) == [.filed(nil)])
      #expect(try scratch.file(ann, ann) == [.alreadyThere, .alreadyThere])
      #expect(try scratch.file(ann, at: "home") == [.filed(nil)])
      let actions = try scratch.actions()
      #expect(actions.map(\.workstation) == ["office", "home"])
      #expect(actions.map(\.title) == ["Title of add-support", "Title of add-support"])
      #expect(actions.allSatisfy { $0.findings == ["no-support"] && $0.state == .proposed && $0.team == "Sales" })
    }
  }

  @Test("says what is solved, new, still there and open since the assessment before, and follows it in the actions")
  func comparison() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"))
      let second = try scratch.file(.of("ann", support: "in_place"), on: "2026-06-01")
      let expected = FindingComparison(found: [], open: ["hard-seat"], before: ["no-support", "hard-seat"])
      #expect(second == [.filed(expected)])
      #expect((expected.solved, expected.undetermined) == (["no-support"], ["hard-seat"]))
      #expect(try scratch.actions().map(\.state) == [.closed, .proposed])
      let third = try scratch.file(.of("ann", support: "none", seat: "soft"), on: "2026-09-01")
      #expect(third == [.filed(FindingComparison(found: ["no-support"], open: [], before: []))])
      #expect(try scratch.actions().map(\.state) == [.reopened, .closed])
    }
  }

  @Test("reopens what was done and is found again, and leaves what was rejected")
  func foundAgain() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"))
      try scratch.move([1], .done, .confirm)
      try scratch.move([2], .reject)
      try scratch.file(.of("ann", support: "none", seat: "hard"), on: "2026-06-01")
      #expect(try scratch.actions().map(\.state) == [.reopened, .rejected])
    }
  }

  @Test("leaves actions alone where a later assessment is there already")
  func older() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "in_place", seat: "soft"), on: "2026-06-01")
      #expect(try scratch.file(.of("ann", support: "none", seat: "hard"), on: "2026-01-01") == [.filed(nil)])
      #expect(try scratch.actions() == [])
      #expect(try scratch.register.assessments(of: "ann").map(\.date) == ["2026-06-01", "2026-01-01"])
    }
  }

  @Test("compares by the rules of today, where others were in force before")
  func otherRules() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "soft"))
      let stricter = Assessor(
        Pack.office().with(rule: "soft-seat", when: .isOneOf("seat", ["soft"])), programVersion: "2")
      let outcome = try scratch.file(.of("ann", support: "none", seat: "soft"), on: "2026-06-01", by: stricter)
      let same = ["no-support", "soft-seat"]
      #expect(outcome == [.filed(FindingComparison(found: same, open: [], before: same))])
    }
  }

  @Test("happens for all or for nobody: what is not committed is not there")
  func transaction() throws {
    try ScratchRegister.use { scratch in
      let filing = try scratch.register.file(
        by: .office, Filing.Settings(date: "2026-01-31", round: "1", workstation: "office", who: "tester"))
      _ = try filing.add(filing.assess(.of("ann", support: "none"), team: ""))
      filing.end()
      #expect(try scratch.register.people() == [])
      try scratch.file(.of("ben", support: "none"))
      #expect(try scratch.register.people().map(\.id) == ["ben"])
    }
  }

  @Test("keeps nothing of health unless it is asked to, and then in a table that nothing else reads")
  func health() throws {
    try ScratchRegister.use { scratch in
      func told() throws -> [String] {
        try ["\(scratch.actions())", "\(scratch.register.assessments(of: "ann"))", "\(scratch.register.people())"]
      }
      try scratch.file(.of("ann", support: "none", pain: "yes"))
      #expect(try !scratch.filesHold("has_pain") && !scratch.filesHold("sore") && !scratch.filesHold("rest\u{0}"))
      let without = try told()
      #expect(try scratch.file(.of("ann", support: "none", pain: "no")) == [.alreadyThere])
      #expect(try scratch.file(.of("ann", support: "none", pain: "yes"), health: true) == [.alreadyThere])
      let kept = try scratch.register.read { db in
        try String.fetchAll(db, sql: "SELECT answers FROM health_answers")
      }
      #expect(kept == ["has_pain\tyes\n"])
      #expect(try told() == without)
      #expect(try !scratch.filesHold("sore"))
    }
  }
}

extension Pack {
  fileprivate func with(rule id: Rule.ID, when: Condition) -> Pack {
    Pack(
      id: self.id, version: "2.0.0", hash: "4567cdef", title: title, notSure: notSure, scores: scores,
      sections: sections, questions: questions, measures: [], tables: [],
      rules: rules + [.small(id, when: when, points: 1)], corrections: corrections, exercises: [], reliefs: [],
      muscles: [], careCards: [], sources: [])
  }
}

@Suite("When to look again")
struct ReviewDateTests {
  private static let intervals = ReviewIntervals(
    levels: [
      .init(band: "low", within: CalendarSpan(24, .month), source: "s"),
      .init(band: "high", within: CalendarSpan(3, .month), source: "s"),
    ], events: [])

  @Test("goes by the highest level that the answers leave possible, and an occasion only brings it nearer")
  func levels() throws {
    let assessor = Assessor(.office(reviews: Self.intervals), programVersion: "1")
    try ScratchRegister.use { scratch in
      func due() throws -> String? { try scratch.register.person("ann").reviewDue }
      try scratch.file(.of("ann", support: "in_place", seat: "soft"), on: "2026-01-31", by: assessor)
      #expect(try due() == "2028-01-31")
      try scratch.file(.of("ann", support: "in_place"), on: "2026-02-01", by: assessor)
      #expect(try due() == "2028-02-01")  // a hard seat alone is not much
      try scratch.file(.of("ann"), on: "2026-02-02", by: assessor)
      #expect(try due() == "2026-05-02")  // both may be so
      try scratch.register.ask(forReviewOf: "ann", at: nil, by: "2026-06-01")
      #expect(try due() == "2026-05-02")
      try scratch.register.ask(forReviewOf: "ann", at: nil, by: "2026-03-01")
      #expect(try due() == "2026-03-01")
      try scratch.file(.of("ann", support: "in_place", seat: "soft"), on: "2025-12-31", by: assessor)
      #expect(try due() == "2026-03-01")
    }
  }
}
