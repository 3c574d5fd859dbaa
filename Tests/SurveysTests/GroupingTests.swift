import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A column that people are grouped by")
struct GroupingTests {
  private func refusal(_ survey: String, by column: String, _ pack: Pack) async throws -> [Problem] {
    do {
      _ = try await SurveyRun(survey, packs: [pack]) { $0.groupColumn = column }
      return []
    } catch SurveyError.refused(let problems) {
      return problems
    }
  }

  @Test("is no question, in any of its wordings", arguments: HealthTroubleTests.packs)
  func questions(pack: Pack) async throws {
    for question in pack.questions {
      let ticks = question.options.first.map { ["\(question.id)[\($0.id)]"] } ?? []
      let isSpread = if case .choices = question.kind { true } else { false }
      for heading in [question.id, question.text] + (isSpread ? ticks : []) {
        // What may be one of two questions is refused for that as well.
        let problems = try await refusal("id,\(heading.asField)\n1,\n", by: heading, pack)
        let own = problems.filter { $0.code == .personalColumn }
        #expect(own.count == 1 && own[0].summary.contains("it is a question"))
      }
    }
  }

  @Test(
    "says nothing about each of them",
    arguments: [
      "id", "Email", "E-mail address", "email", "Name", "First name", "comment", "Any other comments?", "IPAddress",
      "Start time", "_uuid", "RecipientEmail", "token", "Date of birth", "Your phone number", "username",
    ])
  func personal(heading: String) async throws {
    let survey = "id,chair,team,\(heading)\n".replacing("id,chair,team,id\n", with: "id,chair,team\n")
    let problems = try await refusal(survey, by: heading, .team)
    #expect(problems.map(\.code) == [.personalColumn] && problems[0].summary.contains("about each of them"))
  }

  @Test(
    "can be what they share", arguments: ["team", "Team name", "Department", "site", "Mail room or office", "floor"])
  func shared(heading: String) async throws {
    #expect(try await refusal("id,chair,\(heading)\n1,yes,A\n", by: heading, .team).isEmpty)
  }
}
