import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A row that is nobody's")
struct NobodyRowsTests {
  private static let header = "id,team,seat_type,sitting_time,has_pain\n"
  private static let people = "1,A,stool,6,no\n2,A,stool,7,yes\n"

  /// How many rows are scored, and what is set aside in which lines.
  private static func read(_ survey: String) async throws -> (scored: Int, setAside: [SetAsideReason: [Int]]) {
    let run = try await SurveyRun(survey)
    let summary = run.summary
    #expect(summary.rows == summary.scored + summary.rejected + summary.setAside)
    #expect(run.rows.count == summary.scored)
    #expect(summary.rejected == 0 && summary.cellsLeftOpen == 0)
    return (summary.scored, summary.noted.mapValues { $0.map(\.line) })
  }

  @Test(
    "is set aside and named when it is empty",
    arguments: [",,,,", "\"\",\"\",\"\",\"\",\"\"", " , ,,\t,", ",", "\"\""])
  func blank(row: String) async throws {
    let (scored, setAside) = try await Self.read(Self.header + "\(row)\n" + Self.people + "\(row)\n")
    #expect(scored == 2 && setAside == [.blank: [2, 5]])
  }

  @Test(
    "is set aside and named when it sums up the others",
    arguments: [
      "Total,,,13,", "total:,,2,13,1", "\"Average\",,,6.5,", "AVERAGE,,,\"6,5\",0.5", ",Mean,,6.5,", " Sum ,,,13,",
      "Durchschnitt,,,6.5,",
    ])
  func total(row: String) async throws {
    let (scored, setAside) = try await Self.read(Self.header + Self.people + "\(row)\n")
    #expect(scored == 2 && setAside == [.total: [4]])
  }

  @Test("is somebody's when it is called like a total, but somebody chose an answer")
  func calledTotal() async throws {
    let (scored, setAside) = try await Self.read(
      Self.header + "Total,A,stool,6,no\nsummer,A,,6,\nmeant,A,,1,\n3,Total,,2,\n")
    #expect(scored == 4 && setAside == [:])
  }

  @Test("is set aside and named when it is the headings once more, quoted or behind a byte-order mark")
  func headings() async throws {
    let quoted = "\"id\",\"team\",\"seat_type\",\"sitting_time\",\"has_pain\"\n"
    let (scored, setAside) = try await Self.read(
      Self.header + Self.people + Self.header + "3,B,stool,1,no\n\u{FEFF}" + Self.header + "4,B,,2,\n" + quoted)
    #expect(scored == 4 && setAside == [.heading: [4, 6, 8]])
  }

  @Test("is set aside and named when it holds the texts of the questions")
  func texts() async throws {
    let texts = ["seat_type", "sitting_time", "has_pain"].map { id in Pack.office.question(id)!.text }
    let row = (["Respondent", "Team"] + texts).map(\.asField).joined(separator: ",") + "\n"
    let (scored, setAside) = try await Self.read(Self.header + row + Self.people)
    #expect(scored == 2 && setAside == [.questionTexts: [2]])
  }

  @Test("condemns no column, and stands in no report")
  func columns() async throws {
    let survey = Self.header + String(repeating: Self.header, count: 30) + Self.people + "Average,,,x,z\n"
    let (scored, setAside) = try await Self.read(survey)
    #expect(scored == 2 && setAside[.heading] == [2, 3, 4, 5, 6])
    #expect(try await everybody(of: survey.utf8).map(\.answers.id) == ["1", "2"])
  }

  @Test("is counted the same on any number of cores, in chunks of any size", arguments: 1...3)
  func sameForAnyCores(cores: Int) async throws {
    let block = Self.people + ",,,,\nTotal,,,1,\n" + Self.header
    let survey = Self.header + String(repeating: block, count: 40)
    func run(_ change: (inout SurveyOptions) -> Void = { _ in }) async throws -> SurveySummary {
      try await SurveyRun(survey.replacing("\n1,", with: "\n,").replacing("\n2,", with: "\n,"), change).summary
    }
    let once = try await run()
    #expect(try await run { ($0.cores, $0.chunkSize) = (cores, 256) } == once)
    #expect(once.setAsideByKind == [.blank: 40, .total: 40, .heading: 40])
  }
}
