import Ergonomics
import Foundation
import TestSupport

/// Holds the advice of a shipped pack against what plans promise, for people drawn at random.
///
///     check-advice [PEOPLE [SEED]] [PACK...]
///
/// Half of the people answer each question on its own, half are typical people with some answers changed.
@main
enum CheckAdvice {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.compactMap { Int($0) }
    let names = arguments.filter { Int($0) == nil }
    let (count, seed) = (numbers.first ?? 10_000, numbers.dropFirst().first ?? 1)
    var isBroken = false
    for name in names.isEmpty ? ["lower-back-hips"] : names {
      let pack = try Pack.shipped(name)
      let typical = name == "lower-back-hips" ? try TypicalPerson.all(pack).map(\.answers) : []
      isBroken = check(pack, people(count, seed: seed, pack, typical)) || isBroken
    }
    exit(isBroken ? 1 : 0)
  }

  private static func people(_ count: Int, seed: Int, _ pack: Pack, _ typical: [Answers]) -> [Answers] {
    var random = RandomAnswers(seed: seed)
    return (0..<count).map { place in
      place % 2 == 0 || typical.isEmpty
        ? random.person(pack) : random.changed(typical[place / 2 % typical.count], pack)
    }
  }

  /// - Returns: Whether a promise is broken.
  private static func check(_ pack: Pack, _ people: [Answers]) -> Bool {
    let promises = AdvicePromises(Assessor(pack, programVersion: "1"))
    var broken: [AdvicePromises.Broken: [Answers]] = [:]
    for person in people {
      for promise in promises.broken(by: person) { broken[promise, default: []].append(person) }
    }
    print("\(pack.id): \(people.count) people")
    for promise in AdvicePromises.Broken.allCases {
      print("  \(broken[promise]?.count ?? 0) \(promise.rawValue)")
      if let person = broken[promise]?.first { print("    for example \(described(person, pack))") }
    }
    return !broken.isEmpty
  }

  private static func described(_ person: Answers, _ pack: Pack) -> String {
    let fields = pack.questions.compactMap { question in
      person[question.id].map { "\"\(question.id)\": \"\(question.code(for: $0))\"" }
    }
    return "{\(fields.joined(separator: ", "))}"
  }
}
