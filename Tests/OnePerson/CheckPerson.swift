import Ergonomics
import Foundation
import TestSupport

/// Holds what is said of one person against what it promises, for people drawn at random.
///
///     check-person explain PAIRS SEED PACK...     pairs of a person and a rule: each explanation, tried
///     check-person brief PEOPLE SEED PACK...      the brief interview of people beside the full one
@main
enum CheckPerson {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 3, let count = Int(arguments[1]), let seed = Int(arguments[2]) else { exit(2) }
    let packs = try arguments[3...].map { try Pack.shipped($0) }
    switch arguments[0] {
    case "explain": exit(try checkExplanations(count, seed: seed, packs) ? 0 : 1)
    case "brief": exit(packs.map { checkBrief(count, seed: seed, $0) }.allSatisfy(\.self) ? 0 : 1)
    default: exit(2)
    }
  }

  /// - Returns: Whether every level is that of the full interview.
  private static func checkBrief(_ count: Int, seed: Int, _ pack: Pack) -> Bool {
    let assessor = Assessor(pack, programVersion: "1")
    let questions = BriefQuestions([assessor])
    var random = RandomAnswers(seed: seed)
    var (asked, share, others, undecided, signs) = (0, 0.0, 0, 0, 0)
    for _ in 0..<count {
      var person = Answers()
      for question in pack.questions { person[question.id] = random.answer(to: question) }
      let trial = BriefTrial(person, assessor, questions)
      asked += trial.asked
      share += Double(trial.asked) / Double(trial.askedInFull)
      signs += trial.unaskedSigns
      if !trial.isDecided { undecided += 1 }
      if trial.isDecided, trial.levels != trial.levelsInFull { others += 1 }
    }
    let percent = (share / Double(count) * 1000).rounded() / 10
    print("\(pack.id): \(count) people, \(percent) % of the questions of the full interview asked on average")
    print("  \(others) with another level, \(undecided) not decided, \(signs) warning signs not asked")
    return others == 0 && undecided == 0 && signs == 0
  }

  /// - Returns: Whether every promise is kept.
  private static func checkExplanations(_ count: Int, seed: Int, _ packs: [Pack]) throws -> Bool {
    let rules = packs.reduce(0) { $0 + $1.rules.count }
    var (broken, pairs, outcomes) = ([ExplanationPromises.Broken: [String]](), 0, [Outcome: Int]())
    for pack in packs {
      let assessor = Assessor(pack, programVersion: "1")
      var (promises, random) = (ExplanationPromises(assessor, seed: seed), RandomAnswers(seed: seed))
      for _ in 0..<(count * pack.rules.count / rules + pack.rules.count - 1) / pack.rules.count {
        let person = random.person(pack)
        for (place, said) in assessor.explain(person).enumerated() {
          pairs += 1
          outcomes[said.outcome, default: 0] += 1
          if let its = promises.broken(said, ofRule: place, person) {
            broken[its, default: []].append("\(said.id) \(described(person, pack)) \(said)")
          }
        }
      }
    }
    print("\(pairs) pairs of a person and a rule: \(Outcome.allCases.map { "\(outcomes[$0, default: 0]) \($0)" })")
    for promise in ExplanationPromises.Broken.allCases {
      let its = broken[promise, default: []]
      print("  \(its.count) \(promise.rawValue)")
      if let one = its.first { print("    for example \(one)") }
    }
    return broken.keys.allSatisfy { $0 == .gaveUp }
  }

  private static func described(_ person: Answers, _ pack: Pack) -> String {
    let fields = pack.questions.compactMap { question in
      person[question.id].map { "\"\(question.id)\": \"\(question.code(for: $0))\"" }
    }
    return "{\(fields.joined(separator: ", "))}"
  }
}
