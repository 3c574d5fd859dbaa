import Ergonomics
import Foundation
import Interview
import RulePacks
import TestSupport

/// What the interview does, for programs that claim to do the same; a line of JSON each.
///
///     interview-trials people COUNT SEED PACK...      people drawn at random: answers, and which questions they are asked
///     interview-trials numbers PACK... < texts        every text at every number question: how it is read
@main
enum InterviewTrials {
  struct Asked: Encodable {
    /// As files hold them; a question that is left out is skipped.
    let answers: [Question.ID: String]
    let asked: [Question.ID]
    /// At each question: the words for how far it is.
    let progress: [String]
    /// Cards that are shown at once.
    let pressing: [CareCard.ID]
    /// Questions about health, or asked because of what was said about it.
    let health: [Question.ID]
  }

  struct Reading: Encodable {
    let question: Question.ID
    let text: String
    /// Two numbers in base units, `declined`, `nothing` or `mistake`.
    let read: String
  }

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "people":
      guard arguments.count > 3, let count = Int(arguments[1]), let seed = Int(arguments[2]) else { exit(2) }
      try printPeople(count, seed: seed, try pack(Array(arguments[3...])))
    case "numbers": try printReadings(try pack(Array(arguments.dropFirst())))
    default: exit(2)
    }
  }

  private static func pack(_ names: [String]) throws -> Pack {
    let rules = Fixtures.repository.appending(path: "Rules").path(percentEncoded: false)
    return try PackLibrary(path: rules).load(names, checking: .examples).questionnaire
  }

  private static func printPeople(_ count: Int, seed: Int, _ pack: Pack) throws {
    let assessor = Assessor(pack, programVersion: "1")
    var random = RandomAnswers(seed: seed)
    var unsure = SeededGenerator(seed)
    for _ in 0..<count {
      var person = random.person(pack)
      for question in pack.questions where Int.random(in: 0..<12, using: &unsure) == 0 {
        person[question.id] = .declined
      }
      try print(interview(person, assessor))
    }
  }

  private static func interview(_ person: Answers, _ assessor: Assessor) -> Asked {
    var flow = InterviewFlow(assessor)
    var (asked, progress) = ([Question.ID](), [String]())
    while let question = flow.question {
      asked.append(question.id)
      progress.append("Question \(flow.progress.number) of \(flow.progress.isExact ? "" : "about ")\(flow.progress.of)")
      flow.take(person[question.id])
    }
    let answers = assessor.pack.questions.compactMap { question in
      person[question.id].map { (question.id, question.code(for: $0)) }
    }
    return Asked(
      answers: Dictionary(uniqueKeysWithValues: answers), asked: asked, progress: progress,
      pressing: assessor.careCards(for: flow.answers).filter { $0.level != .routine }.map(\.id),
      health: assessor.pack.questions.map(\.id).filter(assessor.program.isAboutHealth))
  }

  private static func printReadings(_ pack: Pack) throws {
    var texts: [String] = []
    while let line = readLine() { texts.append(line) }
    for question in pack.questions {
      guard case .number = question.kind else { continue }
      for text in texts {
        try print(Reading(question: question.id, text: text, read: reading(text, question, pack)))
      }
    }
  }

  private static func reading(_ text: String, _ question: Question, _ pack: Pack) -> String {
    guard case .success(let answer) = question.answer(from: text, notSure: pack.notSure) else { return "mistake" }
    if answer == .declined { return "declined" }
    return answer?.numbers.map { "\($0.lowerBound) \($0.upperBound)" } ?? "nothing"
  }

  private static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
  }
}

extension RuleProgram {
  fileprivate func isAboutHealth(_ question: Question.ID) -> Bool {
    questions.firstIndex { $0.id == question }.map { isAboutHealth[$0] } ?? false
  }
}
