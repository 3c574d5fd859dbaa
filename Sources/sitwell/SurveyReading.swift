import Ergonomics
import Foundation
import Surveys

/// What of a survey file does not come into a report, found while it is read.
struct SurveyReading {
  private(set) var omissions: [TeamSummary.Omission] = []
  private(set) var rowsLeftOut = 0

  /// - Parameters:
  ///   - column: Heading of the column that names the teams.
  ///   - needsIDs: People must be told apart, to be found again.
  ///   - take: Takes in a person; false for an id that is in already.
  init(
    path: String, _ program: Program, by column: String?, needsIDs: Bool,
    take: (Answers, _ team: String) throws -> Bool
  ) throws {
    let file = InputFile(path: path)
    var (omissions, left) = ([TeamSummary.Omission](), 0)
    func leaveOut(_ place: Problem.Place, _ words: String) { omissions.append(.init(place: place, words: words)) }
    let people = SurveyPeople(program.pack, file: file.name, idColumn: needsIDs ? "id" : nil, keptColumn: column)
    let handle = try file.open()
    defer { withExtendedLifetime(handle) {} }  // or its descriptor would be closed
    try people.forEach(in: handle.fileDescriptor, after: file.start(of: handle)) { place, why in
      leaveOut(place, why.words)
      left += 1
    } _: { person in
      var answers = person.answers
      if answers.id?.isEmpty ?? false { answers.id = nil }
      guard try take(answers, person.kept) else {
        leaveOut(person.place, SurveyPeople.Passing.double.words)
        left += 1
        return true
      }
      for answer in person.misread where !program.isAboutHealth(answer.question) {
        leaveOut(answer.problem.place, "The answer under '\(answer.question)' is not understood; it was left open")
      }
      return true
    }
    (self.omissions, rowsLeftOut) = (omissions, left)
  }

  func warn() {
    if rowsLeftOut == 0 { return }
    Console.err("warning: \(rowsLeftOut) rows were left out\n  help: the report says which\n")
  }
}

extension SurveyPeople.Passing {
  fileprivate var words: String {
    switch self {
    case .ragged: "The row has more or fewer cells than the header; it was left out"
    case .broken: "A cell of the row is not in UTF-8; it was left out"
    case .double: "The id stands in an earlier row too; this row was left out"
    case .setAside: "The platform marks the row as a test, a preview, a repeat or incomplete; it was left out"
    }
  }
}

extension Program {
  /// Even where an answer about health is misread would tell of its row.
  func isAboutHealth(_ question: Question.ID) -> Bool {
    questions.firstIndex { $0.id == question }.map { isAboutHealth[$0] } ?? true
  }
}
