import Ergonomics
import Foundation
import TestSupport

@testable import Register

/// A register in a folder of its own, which is gone when the test ends.
struct ScratchRegister {
  let folder: URL
  let register: Register
  var path: String { register.path }

  static func use(_ body: (ScratchRegister) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let register = try Register(at: folder.appending(path: "r.sqlite").path, creating: true)
    try body(ScratchRegister(folder: folder, register: register))
  }

  /// Files answers in a transaction of their own.
  @discardableResult
  func file(
    _ answers: Answers..., on date: String = "2026-01-31", team: String = "Sales", at workstation: String = "office",
    health: Bool = false, by assessor: Assessor = .office
  ) throws -> [Filing.Outcome] {
    var settings = Filing.Settings(date: date, round: "2026", workstation: workstation, who: "tester")
    settings.includesHealth = health
    let filing = try register.file(by: assessor, settings)
    defer { filing.end() }
    let outcomes = try answers.map { try filing.add(filing.assess($0, team: team)) }
    try filing.commit()
    return outcomes
  }

  func actions(_ states: [ActionState] = ActionState.allCases) throws -> [RegisteredAction] {
    var filter = ActionFilter()
    filter.states = states
    return try register.actions(filter).sorted { $0.number < $1.number }
  }

  func move(_ numbers: [Int], _ moves: ActionMove...) throws {
    for move in moves { _ = try register.change(numbers, ActionChange(move), on: "2026-02-01", who: "tester") }
  }

  /// Whether a file of the folder holds a text.
  func filesHold(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains {
      try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil
    }
  }
}

extension Assessor {
  /// Two faults of a chair, and a symptom.
  static let office = Assessor(.office(), programVersion: "1")
}

extension Pack {
  static func office(reviews: ReviewIntervals? = nil) -> Pack {
    let questions = [
      Question.choice("support", ["none", "in_place"]), .choice("seat", ["hard", "soft"]),
      .yesNo("has_pain", isSensitive: true),
    ]
    func correction(_ id: String, _ question: String, _ option: String) -> Correction {
      Correction(
        id: id, title: "Title of \(id)", effort: .adjust, who: "you", minutes: 5, cost: .free, steps: ["Do it."],
        sets: [.init(question: question, value: .answer(.option(option)))])
    }
    return .small(
      questions: questions,
      rules: [
        .small("no-support", when: .isOneOf("support", ["none"]), points: 8, corrections: ["add-support"]),
        .small("hard-seat", when: .isOneOf("seat", ["hard"]), points: 5, corrections: ["add-cushion"]),
        .small("sore", when: .isOneOf("has_pain", ["yes"]), corrections: ["rest"]),
      ],
      corrections: [
        correction("add-support", "support", "in_place"), correction("add-cushion", "seat", "soft"),
        correction("rest", "has_pain", "no"),
      ], reviews: reviews)
  }
}

extension Answers {
  static func of(_ id: String, support: String? = nil, seat: String? = nil, pain: String? = nil) -> Answers {
    var answers = Answers(id: id)
    for case (let question, let option?) in [("support", support), ("seat", seat), ("has_pain", pain)] {
      answers[question] = .option(option)
    }
    return answers
  }
}
