import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A rejects file")
struct RejectsTests {
  private static let people = (10..<20).map { "\($0),stool,1,\n" }.joined()

  /// The rows of rejects of a survey with ten good rows before these.
  private func rejects(
    _ rows: String, _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws -> [String] {
    let survey = "id,seat_type,sitting_time,has_pain\n" + Self.people + rows
    let run = try await SurveyRun(survey, change)
    return run.rejects.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("names the cell that is not understood")
  func cells() async throws {
    #expect(
      try await rejects("1,stol,6,\n2,stool,6 kg,\n3,stool,25,\n") == [
        "team.csv,12,3,seat_type,stol,'stol' is not one of the answers,did you mean 'stool'?,answer left open",
        "team.csv,13,9,sitting_time,6 kg,unknown unit 'kg',write the number in h or min,answer left open",
        "team.csv,14,9,sitting_time,25,'25' is out of range,give a number from 0 h to 24 h,answer left open",
      ])
  }

  @Test("says that the row is rejected, when strict")
  func strict() async throws {
    let lines = try await rejects("1,stol,6 kg,\n") { $0.isStrict = true }
    #expect(
      lines == [
        "team.csv,12,3,seat_type,stol,'stol' is not one of the answers,did you mean 'stool'?,row rejected",
        "team.csv,12,8,sitting_time,6 kg,unknown unit 'kg',write the number in h or min,row rejected",
      ])
  }

  @Test("names rows that cannot be read")
  func rows() async throws {
    #expect(
      try await rejects("1,stool,6,no\nx\n\"a\nb\",stool,6,no\n2,stool,6,no,\n 17 ,stool,6,no\n") == [
        "team.csv,13,1,,,the row has fewer fields than the header,"
          + "check for a missing cell or a line break in the row,row rejected",
        "team.csv,16,1,,,the row has more fields than the header,"
          + "put quotation marks around cells that hold a comma,row rejected",
        "team.csv,17,1,id,17,the id '17' stands in an earlier row too,"
          + "\"keep one of the two rows, or give this one an id of its own\",row rejected",
      ])
  }

  @Test("keeps the value of a health answer to itself")
  func health() async throws {
    #expect(
      try await rejects("1,stool,6,a lot\n") == [
        "team.csv,12,11,has_pain,,an answer about health is not understood,"
          + "look at this cell of the survey; its value is kept out of here,answer left open"
      ])
    #expect(
      try await rejects("1,stool,6,a lot\n") { $0.includesHealth = true } == [
        "team.csv,12,11,has_pain,a lot,'a lot' is not one of the answers,\"use one of: yes, no\",answer left open"
      ])
  }

  @Test("rejects rows in broken encoding")
  func encoding() async throws {
    var survey = Array("id,team,seat_type\n1,\u{FC}ber,stool\n2,".utf8)
    survey += [0xFC] + Array("ber,stool\n3,a\0b,stool\n4,x,stool\n".utf8)
    let run = try await SurveyRun(survey) { $0.keptColumns = ["team"] }
    #expect(
      run.rejects.split(separator: "\n").dropFirst() == [
        "team.csv,3,3,team,\u{FFFD}ber,the cell is not in UTF-8,save the file as 'CSV UTF-8' or name its encoding with --encoding,row rejected",
        "team.csv,4,3,team,a\0b,the cell is not in UTF-8,save the file as 'CSV UTF-8' or name its encoding with --encoding,row rejected",
      ])
    #expect(run.results.contains("\n1,\u{FC}ber,"))
    #expect("\(run.summary)" == "rows 4 = scored 2 + rejected 2 + set aside 0; 0 cells left open")
  }

  @Test("and results hold no formulas, and give back what was there")
  func formulas() async throws {
    let hostile = [
      "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "'=1", "''@x", "-5", "+3.5", "'plain", "a,\"=b",
      "\"\u{301}x",
    ]
    let survey =
      "id,note,sitting_time\n"
      + hostile.map { "\(SurveyGenerator.field($0)),\(SurveyGenerator.field($0)),1\n" }.joined()
    let first = try await SurveyRun(survey) { $0.keptColumns = ["note"] }
    let written = PlainScorer.records(first.results).dropFirst().map { [$0[0], $0[1]] }
    for cells in written {
      for cell in cells { #expect(!"=@\t\r".contains(cell.first!) && (cell.first != "-" || cell == "-5")) }
    }
    #expect(written.map { $0[0].restored } == hostile.map(\.restored))
    let second = try await SurveyRun(first.results.replacing(",answered,", with: ",sitting_time,")) {
      $0.keptColumns = ["note"]
    }
    #expect(PlainScorer.records(second.results).dropFirst().map { [$0[0], $0[1]] } == Array(written))
  }
}
