package import Ergonomics
import Foundation

/// One of twelve typical people with the order their scores are argued to have (`Tests/Fixtures/typical-people.csv`): whoever
/// is in a higher tier has the higher score; within a tier nothing is claimed.
package struct TypicalPerson: Sendable {
  package let id: String
  /// By score.
  package let tiers: [Score.ID: Int]
  package let answers: Answers

  package static func all(_ pack: Pack) throws -> [TypicalPerson] {
    let path = Fixtures.repository.appending(path: "Tests/Fixtures/typical-people.csv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return try rows.dropFirst().map { row in
      let cells = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
      var answers = Answers(id: cells["id"])
      for question in pack.questions {
        answers[question.id] = try question.answer(from: cells[question.id] ?? "", notSure: pack.notSure).get()
      }
      let tiers = pack.scores.map { ($0.id, Int(cells["\($0.id)_tier"]!)!) }
      return TypicalPerson(id: cells["id"]!, tiers: Dictionary(uniqueKeysWithValues: tiers), answers: answers)
    }
  }
}
