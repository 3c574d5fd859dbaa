import Ergonomics
import Foundation
import TestSupport

/// Somebody, and what the shipped pack tells them.
struct ToldPerson: Sendable {
  let answers: Answers
  let assessment: Assessment

  /// Steps of the plan.
  var plan: [Correction.ID] { assessment.plan.map(\.correction) }

  /// Steps of the plan and whatever stands beside a finding.
  var corrections: Set<Correction.ID> { Set(plan + assessment.findings.flatMap(\.corrections)) }

  var exercises: Set<Exercise.ID> { Set(assessment.exercises.map(\.id)) }

  /// Everything that the person is told to do, in words.
  var tasks: [String] {
    assessment.corrections.filter { corrections.contains($0.id) }.flatMap { [$0.title] + $0.steps }
      + assessment.exercises.flatMap(\.steps) + assessment.reliefs.flatMap(\.steps)
  }

  /// The options answered to a question that is asked of the person; `nil` if it is not asked or not answered.
  func options(_ question: Question.ID) -> [AnswerOption.ID]? {
    switch counted(question) {
    case .option(let id): [id]
    case .options(let ids): ids
    default: nil
    }
  }

  func number(_ question: Question.ID) -> Int? {
    if case .number(let number) = counted(question) { number } else { nil }
  }

  private func counted(_ question: Question.ID) -> Answer? {
    assessment.answers.contains { $0.id == question && $0.state == .answered } ? answers[question] : nil
  }
}

/// People whom the shipped pack is tried on.
enum AuditPeople {
  static let pack = Result { try Pack.shipped("lower-back-hips") }
  static let assessor = Result { Assessor(try pack.get(), programVersion: "1") }
  /// Drawn once for all who only look.
  static let anybody = Result { try people(600, seed: 11) }
  static let withoutSigns = [
    "emergency_signs": "none_of_these", "urgent_signs": "none_of_these", "massage_conditions": "none_of_these",
  ]

  /// Half of them answer each question on its own, half are typical people with some answers changed; all say the same to
  /// some questions.
  static func people(_ count: Int, seed: Int, saying same: [Question.ID: String] = [:]) throws -> [ToldPerson] {
    let pack = try pack.get()
    let typical = try TypicalPerson.all(pack).map(\.answers)
    var random = RandomAnswers(seed: seed)
    return try (0..<count).map { place in
      let person =
        place % 2 == 0 ? random.person(pack) : random.changed(typical[place / 2 % typical.count], pack)
      return try told(person, saying: same)
    }
  }

  /// A typical person with some answers of a survey file.
  static func typical(_ id: String, saying answers: [Question.ID: String] = [:]) throws -> ToldPerson {
    try told(TypicalPerson.all(pack.get()).first { $0.id == id }!.answers, saying: answers)
  }

  private static func told(_ person: Answers, saying answers: [Question.ID: String]) throws -> ToldPerson {
    let pack = try pack.get()
    var person = person
    for (id, text) in answers {
      person[id] = text.isEmpty ? nil : try pack.question(id)!.answer(from: text, notSure: pack.notSure).get()
    }
    return ToldPerson(answers: person, assessment: try assessor.get().assess(person, date: "2026-01-31"))
  }
}
