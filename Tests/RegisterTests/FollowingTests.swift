import Ergonomics
import Foundation
import Testing

@testable import Register

@Suite("Following actions through")
struct FollowingTests {
  @Test("changes all that are named, or none, and writes down who did what")
  func changes() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"))
      let change = ActionChange(.agree, owner: "Facilities", due: "2026-03-01")
      let changed = try scratch.register.change([2, 1], change, on: "2026-02-01", who: "eva")
      #expect(changed.map(\.owner) == ["Facilities", "Facilities"] && changed.map(\.revision) == [4, 4])
      try scratch.move([1], .done)
      #expect(throws: RegisterFailure.illegal(.done, [1: .done])) { try scratch.move([1, 2], .done) }
      #expect(throws: RegisterFailure.unknownActions([7])) { try scratch.move([2, 7], .done) }
      #expect(try scratch.actions().map(\.state) == [.done, .agreed])
      let log = try scratch.register.events(of: "ann").map { "\($0.who) \($0.what) \($0.action!) \($0.note)" }
      #expect(
        log == [
          "eva agree 1 ", "eva owner 1 Facilities", "eva due 1 2026-03-01", "eva agree 2 ", "eva owner 2 Facilities",
          "eva due 2 2026-03-01", "tester done 1 ",
        ])
    }
  }

  @Test("lists what is open by the day it is due, and by whom it is to be done")
  func filters() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"), .of("ben", support: "none"))
      _ = try scratch.register.change([3], ActionChange(owner: "ann", due: "2026-02-10"), on: "2026-02-01", who: "")
      _ = try scratch.register.change([1], ActionChange(due: "2026-03-10"), on: "2026-02-01", who: "")
      func listed(_ set: (inout ActionFilter) -> Void) throws -> [Int] {
        var filter = ActionFilter()
        set(&filter)
        return try scratch.register.actions(filter).map(\.number)
      }
      #expect(try listed { _ in } == [3, 1, 2])
      #expect(try listed { $0.dueBy = "2026-02-28" } == [3])
      #expect(try listed { $0.owner = "ann" } == [3])
      #expect(try listed { $0.person = "ann" } == [1, 2])
      #expect(try listed { $0.team = "Other" } == [])
      try scratch.move([2], .reject)
      #expect(try listed { _ in } == [3, 1] && listed { $0.states = [.rejected] } == [2])
    }
  }

  @Test("closes at a review what was confirmed, and says when to look again")
  func review() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"))
      try scratch.move([1], .done, .confirm)
      let closed = try scratch.register.review(
        "ann", at: nil, on: "2026-02-02", who: "eva", note: "", next: "2027-02-02")
      #expect(try closed == 1 && scratch.actions().map(\.state) == [.closed, .proposed])
      #expect(try scratch.register.reviews(until: "2027-02-01") == [])
      #expect(try scratch.register.reviews(until: "2027-02-02").map(\.person) == ["ann"])
      try scratch.file(.of("ann", support: "none"), at: "home")
      #expect(throws: RegisterFailure.severalWorkstations(person: "ann", names: ["home", "office"])) {
        try scratch.register.ask(forReviewOf: "ann", at: nil, by: "2026-03-01")
      }
      #expect(throws: RegisterFailure.unknownPerson("anna", near: "ann")) { try scratch.register.person("anna") }
    }
  }

  @Test("counts who was invited and who answered, each once a round")
  func invitations() throws {
    try ScratchRegister.use { scratch in
      let people = ["ann", "ben"].map { Invited(id: $0, team: "Sales", contact: "\($0)@example.org") }
      #expect(try scratch.register.invite(people, to: "2026", on: "2026-01-01", who: "") == 2)
      #expect(try scratch.register.invite(people, to: "2026", on: "2026-01-02", who: "") == 0)
      try scratch.file(.of("ann", support: "none"), team: "")
      #expect(
        try scratch.register.rounds() == [RoundCount(round: "2026", sent: "2026-01-01", invited: 2, answered: 1)])
      #expect(try scratch.register.unanswered("2026").map(\.contact) == ["ben@example.org"])
      #expect(try scratch.register.person("ann").team == "Sales")
      #expect(
        try scratch.register.lastRound(on: "2025-12-31") == nil
          && scratch.register.lastRound(on: "2026-02-01") == "2026")
    }
  }

  @Test("takes over a table as a whole, or tells what is in its way")
  func tables() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"))
      func row(
        _ action: Int, _ revision: Int?, _ state: ActionState?, _ change: ActionChange = .init()
      ) -> FilledInAction {
        FilledInAction(line: action + 1, number: action, revision: revision, state: state, change: change)
      }
      func take(_ rows: FilledInAction...) throws -> [ImportConflict] {
        try scratch.register.take(rows, on: "2026-02-01", who: "hr").conflicts.map(\.conflict)
      }
      #expect(try take(row(1, 1, .agreed), row(9, 1, .agreed)) == [.unknown(9)])
      #expect(try take(row(1, 1, .confirmed)) == [.cannotBecome(1, from: .proposed, to: .confirmed)])
      #expect(try take(row(1, 1, .agreed), row(1, 1, .agreed)) == [.twice(1)])
      #expect(try scratch.actions().map(\.state) == [.proposed, .proposed])
      #expect(try take(row(1, 1, .agreed, ActionChange(owner: "ann")), row(2, 1, nil)) == [])
      #expect(try take(row(1, 1, .done)) == [.changedMeanwhile(1, now: .agreed)])
      #expect(try take(row(1, 1, .agreed)) == [])
      #expect(try scratch.actions().map(\.owner) == ["ann", ""])
    }
  }
}

@Suite("Taking things out of a register")
struct RemovalTests {
  @Test(
    "leaves no byte of a forgotten person in the file, beside it, nor in a later backup, and not in others' actions")
  func forget() throws {
    try ScratchRegister.use { scratch in
      let name = "ann.canary"
      for round in 1...40 {  // enough to be moved from page to page
        try scratch.file(
          .of(name, support: "none", seat: round.isMultiple(of: 2) ? "hard" : "soft"),
          .of("p\(round)", support: "none"),
          on: "2026-01-\(round < 10 ? "0" : "")\(min(round, 28))", at: "place \(round)")
      }
      _ = try scratch.register.invite(
        [Invited(id: name, team: "", contact: "canary@example.org")], to: "1", on: "2026-01-01", who: name)
      let other = try scratch.actions().first { $0.person == "p1" }!.number
      _ = try scratch.register.change(
        [other], ActionChange(owner: name, note: "ask Ann.Canary about it"), on: "2026-02-01", who: name)
      #expect(try scratch.filesHold(name))
      try scratch.register.forget(name, on: "2026-03-01")
      try scratch.register.backUp(to: scratch.folder.appending(path: "backup").path)
      for word in [name, "Ann.Canary", "canary@"] { #expect(try !scratch.filesHold(word)) }
      #expect(try scratch.actions().first { $0.number == other }?.note == "ask … about it")
      #expect(try scratch.register.problems() == [])
      #expect(throws: RegisterFailure.self) { try scratch.register.forget(name, on: "2026-03-01") }
    }
  }

  @Test("takes a name out where it stands as a word, and not within another")
  func words() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none"), .of("ben", support: "none"))
      _ = try scratch.register.change(
        [2], ActionChange(note: "Ann's planning: ask ann, or hanna"), on: "2026-02-01", who: "eva")
      try scratch.register.forget("ann", on: "2026-03-01")
      #expect(try scratch.actions().map(\.note) == ["…'s planning: ask …, or hanna"])
    }
  }

  @Test("keeps the last assessment of each workstation, and what is still to be done")
  func retain() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none", seat: "hard"), .of("ben", support: "none"), on: "2020-01-01")
      try scratch.file(.of("ann", support: "none", seat: "soft"), on: "2022-01-01")
      #expect(try scratch.register.retain(since: "2023-01-01", on: "2026-01-01") == 1)
      #expect(try scratch.register.assessments(of: "ann").map(\.date) == ["2022-01-01"])
      #expect(try scratch.register.assessments(of: "ben").map(\.date) == ["2020-01-01"])
      #expect(try scratch.actions().map(\.title) == ["Title of add-support", "Title of add-support"])
      #expect(try scratch.register.problems() == [])
    }
  }

  @Test("is not in the way of a backup, which is a register of its own")
  func backup() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none"))
      let path = scratch.folder.appending(path: "backup").path
      try scratch.register.backUp(to: path)
      try scratch.file(.of("ben", support: "none"))
      #expect(try Register(at: path, creating: false).people().map(\.id) == ["ann"])
    }
  }
}
