import Ergonomics
import Foundation
import Surveys

/// A survey file as one round of a team report, and what of it was not counted.
struct SurveyRound {
  let round: TeamRound
  let omissions: [TeamSummary.Omission]
  let rowsLeftOut: Int

  /// - Parameters:
  ///   - column: Heading of the column that names the teams.
  ///   - needsIDs: People must be told apart, to be found again in another round.
  init(path: String, _ program: Program, by column: String, needsIDs: Bool) throws {
    let file = InputFile(path: path)
    var (round, omissions, left) = (TeamRound(program), [TeamSummary.Omission](), 0)
    func leaveOut(_ place: Problem.Place, _ words: String) { omissions.append(.init(place: place, words: words)) }
    let people = SurveyPeople(program.pack, file: file.name, idColumn: needsIDs ? "id" : nil, keptColumn: column)
    let handle = try file.open()
    defer { withExtendedLifetime(handle) {} }  // or its descriptor would be closed
    try people.forEach(in: handle.fileDescriptor) { place in
      leaveOut(place, "The row has more or fewer cells than the header; it was left out")
      left += 1
    } _: { person in
      var answers = person.answers
      if answers.id?.isEmpty ?? false { answers.id = nil }
      guard round.add(answers, team: person.kept) else {
        leaveOut(person.place, "The id stands in an earlier row too; this row was left out")
        left += 1
        return true
      }
      for answer in person.misread where !program.isAboutHealth(answer.question) {
        leaveOut(answer.problem.place, "The answer under '\(answer.question)' is not understood; it was left open")
      }
      return true
    }
    (self.round, self.omissions, rowsLeftOut) = (round, omissions, left)
  }
}

extension Program {
  /// Even where an answer about health is misread would tell of its row.
  fileprivate func isAboutHealth(_ question: Question.ID) -> Bool {
    questions.firstIndex { $0.id == question }.map { isAboutHealth[$0] } ?? true
  }
}
