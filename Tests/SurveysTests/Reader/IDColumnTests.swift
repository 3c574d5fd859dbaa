import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("The column that tells people apart")
struct IDColumnTests {
  private static func ids(_ survey: String, _ change: (inout SurveyOptions) -> Void = { _ in }) async throws -> [String]
  {
    try await SurveyRun(survey, change).rows.map { $0["id"] ?? "" }
  }

  @Test(
    "is found by the usual names, whatever their case",
    arguments: [
      "id", "ID", "Id", "Respondent ID", "Response ID", "response_id", "Submission ID", "Staff no.", "STAFF NUMBER",
      "#",
      "No.", "", "  ", "uuid", "Participant ID", "Employee-No",
    ])
  func usual(heading: String) async throws {
    let survey = "\"\(heading)\",team,seat_type\nx7,A,stool\nx8,A,stool\n"
    #expect(try await Self.ids(survey) == ["x7", "x8"])
    let columns = try await SurveyRun(survey).summary.idColumns
    #expect(columns == [heading.allSatisfy(\.isWhitespace) ? "" : heading])
  }

  @Test("is found anywhere in the row, the surest first")
  func order() async throws {
    #expect(try await Self.ids(",id,seat_type\n1,m1,stool\n2,m2,stool\n") == ["m1", "m2"])
    #expect(try await Self.ids("#,seat_type,Respondent ID\n1,stool,r1\n2,stool,r2\n") == ["r1", "r2"])
  }

  @Test("is suggested where none is found, and rows are numbered")
  func suggested() async throws {
    let people = (1...8).map { "11/20/2026 9:0\($0),person\(min($0, 7))@example.org,stool,North\n" }.joined()
    let run = try await SurveyRun("Timestamp,Email Address,seat_type,Site\n" + people)
    #expect(run.rows.map { $0["id"] } == (1...8).map { "\($0)" })
    #expect(run.summary.idSuggestion?.column == "Email Address" && run.summary.idSuggestion?.repeated == 1)
    #expect(try await SurveyRun("Site,seat_type\nA,stool\nA,stool\n").summary.idSuggestion == nil)
    let numbered = try await SurveyRun("Site,id,seat_type\nA,x,stool\nB,x,stool\n") { $0.idColumn = "-" }
    #expect(numbered.rows.map { $0["id"] } == ["1", "2"] && numbered.summary.idSuggestion == nil)
  }

  @Test(
    "stops with an explanation when a spreadsheet has rounded the ids", arguments: ["1.14E+11", "1,14E+11", "1e+12"])
  func rounded(id: String) async throws {
    let survey = "Respondent ID,seat_type\n7,stool\n\"\(id)\",stool\n"
    #expect(
      await refusal(survey) == [
        "team.csv:1: the column 'Respondent ID' holds '\(id)': a spreadsheet has rounded the ids, and different people "
          + "share one\n  help: export the survey again and do not save it in a spreadsheet; or name another column with "
          + "--id-column, or - to number the rows"
      ])
    #expect(try await Self.ids(survey) { $0.idColumn = "-" } == ["1", "2"])
    #expect(try await Self.ids("id,seat_type\n5E10,stool\nE+7,stool\n") == ["5E10", "E+7"])
  }

  @Test("stops with an explanation when most of it repeats, and not for a few", arguments: [256, 1 << 16])
  func repeating(chunkSize: Int) async throws {
    func survey(_ names: Int, _ people: Int) -> String {
      "id,seat_type\n" + (0..<people).map { "n\($0 % names),stool\n" }.joined()
    }
    for (names, people) in [(3, 12), (400, 2000), (1, 5)] {
      #expect(
        await refusal(survey(names, people)) { $0.chunkSize = chunkSize } == [
          "team.csv:1: most ids in the column 'id' stand in several rows: it does not tell people apart\n"
            + "  help: name another column with --id-column, or - to number the rows; --repeats first keeps one row of "
            + "each id"
        ])
    }
    #expect(try await SurveyRun(survey(8, 12)).summary.rejected == 4)
    #expect(try await SurveyRun(survey(3, 12)) { $0.repeats = .first }.summary.scored == 3)
  }

  @Test("must be there where people are to be found again")
  func needed() async throws {
    #expect(
      await refusal("Site,seat_type\nA,stool\n") { $0.needsIDs = true } == [
        "team.csv:1: no column of ids is found, so nobody can be found again in another file\n"
          + "  help: name the column with --id-column"
      ])
  }
}

@Suite("An id that stands in several rows")
struct RepeatedIDTests {
  private static let survey =
    "id,team,seat_type\na,1,stool\nb,2,stool\na,3,stool\n,4,stool\na,5,stool\n,6,stool\nc,7,stool\n"

  private static func run(_ repeats: RepeatedIDs?, _ cores: Int = 1, _ size: Int = 1 << 16) async throws -> SurveyRun {
    try await SurveyRun(survey) {
      ($0.repeats, $0.keptColumns, $0.cores, $0.chunkSize) = (repeats, ["team"], cores, size)
    }
  }

  @Test(
    "counts once: the first, the last, or the first while the others are rejected", arguments: [1, 2], [40, 1 << 16])
  func kinds(cores: Int, size: Int) async throws {
    let first = try await Self.run(.first, cores, size)
    #expect(first.rows.map { $0["team"] } == ["1", "2", "4", "6", "7"])
    #expect(first.summary.setAsideByKind == [.duplicate: 2] && !first.summary.hasRejects)
    let last = try await Self.run(.last, cores, size)
    #expect(last.rows.map { $0["team"] } == ["2", "4", "5", "6", "7"])
    #expect(last.summary.setAsideByKind == [.duplicate: 2])
    let reject = try await Self.run(.reject, cores, size)
    #expect(reject.rows.map { $0["team"] } == ["1", "2", "4", "6", "7"])
    #expect(reject.summary.rejected == 2 && reject.summary.setAside == 0)
    #expect(try await Self.run(nil, cores, size).summary.rejected == 2)
  }

  @Test("is named, whatever becomes of its rows")
  func named() async throws {
    for repeats in [RepeatedIDs.first, .reject] {
      let noted = try await Self.run(repeats).summary.noted[.duplicate]
      #expect(noted == [.init(line: 4, id: "a"), .init(line: 6, id: "a")])
    }
    #expect(try await Self.run(.last).summary.noted[.duplicate] == [.init(line: 2, id: "a"), .init(line: 4, id: "a")])
  }
}
