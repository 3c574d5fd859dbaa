import Ergonomics

/// A survey file as one round of a team report, and what of it was not counted.
struct SurveyRound {
  let round: TeamRound
  let reading: SurveyReading

  /// - Parameters:
  ///   - column: Heading of the column that names the teams.
  ///   - needsIDs: People must be told apart, to be found again in another round.
  init(path: String, _ program: Program, by column: String, needsIDs: Bool) throws {
    var round = TeamRound(program)
    reading = try SurveyReading(path: path, program, by: column, needsIDs: needsIDs) { round.add($0, team: $1) }
    self.round = round
  }
}
