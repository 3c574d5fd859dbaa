import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A survey file that cannot be scored")
struct RefusedSurveyTests {
  @Test(
    "is refused with place and way out",
    arguments: [
      ("", "team.csv: the file is empty\n  help: a survey begins with a line of headings: id, then question ids"),
      ("\n\n", "team.csv: the file is empty\n  help: a survey begins with a line of headings: id, then question ids"),
      (
        "id,age\n1,2\n",
        "team.csv:1: no heading is a question of the pack\n"
          + "  help: headings are question ids or the texts of questions: "
          + "seat_type, lumbar_support, sitting_time, desk_height, elbow_height, …; --mapping FILE names others"
      ),
      (
        "id,breaks/walk,sitting_time,breaks/walk\n1,1,2,\n",
        "team.csv:1: the heading 'breaks/walk' stands over columns 2 and 4\n"
          + "  help: leave one of them, or give the other a name of its own"
      ),
      (
        "id,seat_type\n1,stool\n2,\"stool\n3,stool\n",
        "team.csv:3:3: a quotation mark is not closed up to the end\n"
          + "  help: close the quotation mark; a quotation mark inside a quoted cell is written twice"
      ),
    ])
  func refused(survey: String, problem: String) async throws {
    #expect(await refusal(survey) == [problem])
  }

  @Test("may have a row without an end")
  func bytes() async throws {
    #expect(
      await refusal("id,seat_type\n1," + String(repeating: "x", count: 2000)) { $0.chunkSize = 1024 } == [
        "team.csv:2:1: a row is longer than 1024 bytes\n"
          + "  help: check that the file holds a row of answers on each line"
      ])
    #expect(
      await refusal("id,seat_type\n1,\"" + String(repeating: "x\"\"\n", count: 2000)) { $0.chunkSize = 1024 } == [
        "team.csv:2:3: a quotation mark is not closed within 1024 bytes\n"
          + "  help: close the quotation mark; a quotation mark inside a quoted cell is written twice"
      ])
  }

  @Test("has no column of the name asked for")
  func columns() async throws {
    let problems = await refusal("id,team,seat_type\n1,A,stool\n") {
      ($0.idColumn, $0.keptColumns) = ("Id", ["taem", "x"])
    }
    #expect(
      problems == [
        "team.csv:1: there is no column 'Id'\n  help: did you mean 'id'?",
        "team.csv:1: there is no column 'taem'\n  help: did you mean 'team'?",
        "team.csv:1: there is no column 'x'\n  help: the headings are id, team, seat_type",
      ])
  }

  @Test("names headings that are nearly a question, and is not scored when strict")
  func nearMiss() async throws {
    let survey = "id,seat_tipe,sitting_time\n1,stool,6\n"
    let problem =
      "team.csv:1: the column 'seat_tipe' is not read: there is no such question\n  help: did you mean 'seat_type'?"
    #expect(try await SurveyRun(survey).summary.problems.map(\.description) == [problem])
    #expect(await refusal(survey) { $0.isStrict = true } == [problem])
  }

  @Test("holds something else than its heading says")
  func mapping() async throws {
    func survey(_ misread: Int, of rows: Int) -> String {
      "id,seat_type,sitting_time\n"
        + (0..<rows).map { "\($0),\($0 % 5 == 4 && $0 / 5 < misread ? "6" : "stool"),\n" }.joined()
    }
    #expect(await refusal(survey(200, of: 1000)) == [])
    #expect(
      await refusal(survey(200, of: 999)) == [])
    let mistaken = "id,seat_type,sitting_time\n" + (0..<100).map { "\($0),\($0 % 4 == 0 ? "6" : "stool"),\n" }.joined()
    #expect(
      await refusal(mistaken) == [
        "team.csv:1: 25 of 100 answers in the column 'seat_type' are not understood\n"
          + "  help: accepted for 'seat_type': office_chair, stool"
      ])
    #expect(await refusal("id,seat_type\n1,x\n") == [])
    #expect(await refusal("id,seat_type\n1,x\n2,y\n").count == 1)
    let late = "id,seat_type,sitting_time\n" + (0..<4000).map { "\($0),\($0 < 1000 ? "stool" : "6"),\n" }.joined()
    #expect(try await SurveyRun(late).summary.cellsLeftOpen == 3000)
  }

  @Test("holds something else than ticks in columns to tick")
  func ticks() async throws {
    func survey(_ cells: [String]) -> String {
      "id,breaks/walk,breaks/stand,breaks/no_breaks\n" + cells.enumerated().map { "\($0),\($1)\n" }.joined()
    }
    #expect(
      await refusal(survey(["1,0,0", "3,0,0", "0,1,0", "2,0,0"])) == [
        "team.csv:1: 2 of 4 answers in the column 'breaks/walk' are not understood\n  help: accepted for 'breaks': "
          + "1, yes or the text of the answer where it was chosen, nothing or 0 where not"
      ])
    #expect(await refusal(survey(Array(repeating: "1,0,1", count: 20) + ["no,Yes,", "Walk,x,-", ",maybe,"])) == [])
  }

  @Test("may have a row behind more empty lines than are read at once")
  func emptyLines() async throws {
    let survey =
      "id,seat_type\n" + String(repeating: "\r\n", count: 700) + "1,\"\(String(repeating: " ", count: 900))stool\"\n"
    let run = try await SurveyRun(survey) { $0.chunkSize = 1024 }
    #expect(run.summary.scored == 1 && run.summary.rows == 1)
  }

  @Test("is refused with the same counts wherever its chunks end", arguments: [1 << 10, 3000, 1 << 18])
  func counts(chunkSize: Int) async throws {
    let survey = "id,seat_type\n" + (0..<900).map { "\($0),\($0 % 2 == 0 ? "6" : "stool")\n" }.joined()
    let problems = await refusal(survey) { ($0.chunkSize, $0.cores) = (chunkSize, 2) }
    #expect(problems.first?.hasPrefix("team.csv:1: 201 of 401 answers in the column 'seat_type'") == true)
  }
}
