import Ergonomics
import Synchronization
import TestSupport
import Testing

@testable import Surveys

@Suite("A survey counted by team")
struct TeamSurveyTests {
  private static let program = RuleProgram(.office)

  private static func round(
    _ survey: String, keepsPeople: Bool, _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws -> TeamRound {
    var options = SurveyOptions(file: "team.csv")
    options.groupColumn = "team"
    change(&options)
    let file = try ScratchFile()
    try file.write(Array(survey.utf8))
    let empty = TeamRound(program, keepsPeople: keepsPeople)
    let round = Mutex(empty)
    _ = try await TeamSurvey(empty, options).read(file.descriptor) { part in
      round.withLock { $0.add(part.round) }
    }
    return round.withLock { $0 }
  }

  /// People of several teams, some of whom answer little, some not understood.
  private static func survey(seed: Int) -> String {
    var generator = SurveyGenerator(.office, seed: seed)
    (generator.misread, generator.unanswered) = (3, 10 * seed)
    let lines = generator.csv(rows: 300).split(separator: "\n")
    return lines.enumerated().map { place, line in
      let comma = line.firstIndex(of: ",")!
      return "\(line[..<comma]),\(place == 0 ? "team" : "T\(place % 5)")\(line[comma...])\n"
    }.joined()
  }

  @Test("counts what its people make one by one", arguments: 0..<4)
  func sameAsPeople(seed: Int) async throws {
    let survey = Self.survey(seed: seed)
    var expected = TeamRound(Self.program)
    for person in try await everybody(of: survey.utf8, { $0.groupColumn = "team" }) {
      expected.add(person.answers, team: person.group)
    }
    let settings = TeamSettings.sample
    for keepsPeople in [true, false] {
      for (cores, size) in [(1, 1 << 16), (2, 1024), (3, 4096)] {
        let counted = try await Self.round(survey, keepsPeople: keepsPeople) {
          ($0.cores, $0.chunkSize) = (cores, size)
        }
        #expect(counted.summary(settings) == expected.summary(settings))
        if keepsPeople {
          #expect(
            counted.summary(settings, since: (expected, "x")) == expected.summary(settings, since: (expected, "x")))
        }
      }
    }
  }
}
