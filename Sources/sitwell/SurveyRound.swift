import Ergonomics
import Ledger

/// A survey file as one round of a team report, and what of it was not counted.
struct SurveyRound {
  let round: TeamRound
  let reading: SurveyReading
  /// For the ledger.
  let people: Respondents

  /// - Parameters:
  ///   - column: Heading of the column that names the teams.
  ///   - needsIDs: People must be told apart, to be found again in another round.
  init(path: String, _ program: Program, by column: String, needsIDs: Bool, tellsHealth: Bool) throws {
    var (round, people) = (TeamRound(program), Respondents(program, tellsHealth: tellsHealth))
    reading = try SurveyReading(path: path, program, by: column, needsIDs: needsIDs) { answers, team in
      guard round.add(answers, team: team) else { return false }
      people.add(answers, team: team)
      return true
    }
    (self.round, self.people) = (round, people)
  }
}
