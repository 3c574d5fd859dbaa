import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A survey of objects")
struct ObjectSurveyTests {
  private static func people(_ count: Int, then last: String) -> String {
    (0..<count).map { "{\"id\":\($0),\"seat_type\":\"stool\"}\n" }.joined() + last
  }

  @Test("loses no answer whose question comes up late: it is refused")
  func late() async throws {
    for (last, name) in [
      ("{\"sitting_time\": 7}", "sitting_time"), ("{\"SittingTime\": 7}", "SittingTime"),
      ("{\"breaks\": {\"walk\": 1}}", "breaks/walk"),
    ] {
      #expect(
        await refusal(Self.people(1000, then: "\n" + last)) == [
          "team.csv:1002: '\(name)' is in none of the first objects, so that it has no column\n"
            + "  help: add it to the first object of the file, such as \"\(name)\": \"\" in JSON"
        ])
    }
    let kept = await refusal(Self.people(1000, then: "{\"team\": 7}")) { $0.keptColumns = ["team"] }
    #expect(
      kept == [
        "team.csv:1001: 'team' is in none of the first objects, so that it has no column\n"
          + "  help: add it to the first object of the file, such as \"team\": \"\" in JSON"
      ])
    let named = Self.people(1000, then: "{\"sitting_time\": 7, \"other\": 1}").dropFirst()
    let run = try await SurveyRun("{\"sitting_time\":\"\"," + named)
    #expect("\(run.summary)" == "rows 1001 = scored 1001 + rejected 0 + set aside 0; 0 cells left open")
    #expect(run.summary.unusedColumns == ["other"])
  }

  @Test(
    "is refused where it answers a question twice",
    arguments: [
      "{\"id\": 1}\n{\"breaks\": {\"walk\": 1}, \"breaks/walk\": 0}",
      "<survey xmlns=\"urn:sitwell:answers:1\"><answers/>\n<answers><answer question=\"breaks/walk\">1</answer>"
        + "<answer question=\"breaks/walk\">0</answer></answers></survey>",
    ])
  func twice(text: String) async {
    #expect(await refusal(text) == ["team.csv:2: 'breaks/walk' is given a second time\n  help: keep one of the two"])
  }

  @Test("is refused in little memory where an object, or what is between two, has no end")
  func endless() async {
    let names = (0..<500).map { "\"\($0)\":1" }.joined(separator: ",")
    let help = "\n  help: check that each object holds the answers of one person"
    #expect(
      await refusal("{\(names)}") { $0.chunkSize = 1024 } == [
        "team.csv:1: an object, or the names in all of them, are longer than 1024 bytes" + help
      ])
    let note = String(repeating: "x", count: 2000)
    #expect(
      await refusal("{\"seat_type\":\"stool\"}\n{\"note\":\"\(note)\"}") { $0.chunkSize = 1024 } == [
        "team.csv:2: an object, or the names in all of them, are longer than 1024 bytes" + help
      ])
  }

  @Test("in XML is refused where an element is no answer")
  func strays() async {
    for stray in ["<answr question=\"seat_type\">stool</answr>", "<answer>stool</answer>"] {
      let survey = "<survey xmlns=\"urn:sitwell:answers:1\">\n<answers/><answers>\n\(stray)</answers></survey>"
      let name = stray.contains("answr") ? "answr" : "answer"
      #expect(
        await refusal(survey) == [
          "team.csv:3: <\(name)> in <answers> answers nothing\n  help: write <answer question=\"…\">"
        ])
    }
  }

  @Test("may begin with a bracket and be a table")
  func bracket() async throws {
    let run = try await SurveyRun("[seat_type] What?,id\nstool,1\n")
    #expect(run.summary.missingQuestions.count == 8 && run.summary.scored == 1)
  }
}
