import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("The people of a survey who get a report")
struct ReportPeopleTests {
  private static let survey =
    Array("id,seat_type,note\n1,stool,é\n2,sofa,\n2,stool,\n3,stool,,\n4,stool,".utf8) + [0xE9]
    + Array("\n5,stool,é\n".utf8)

  @Test("are those who are scored", arguments: [false, true], [[], Set([SetAsideReason.duplicate])])
  func same(isStrict: Bool, included: Set<SetAsideReason>) async throws {
    func change(_ options: inout SurveyOptions) {
      (options.isStrict, options.included) = (isStrict, included)
    }
    let run = try await SurveyRun(Self.survey, change)
    let ids = try await everybody(of: Self.survey, change).map(\.answers.id)
    #expect(ids == run.rows.map { $0["id"] })
    #expect(ids == (isStrict ? ["1", "5"] : ["1", "2", "5"]))
  }
}
