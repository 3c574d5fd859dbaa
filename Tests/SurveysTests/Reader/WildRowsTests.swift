import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("Rows and ids of exports as people have met them")
struct WildRowsTests {
  private static func run(_ name: String, _ change: (inout SurveyOptions) -> Void = { _ in }) async throws -> SurveyRun
  {
    try await SurveyRun(Fixtures.survey("wild/\(name).csv"), packs: [Pack.shipped("lower-back-hips")], change)
  }

  @Test("with rows that hold commas only")
  func blankRows() async throws {
    let run = try await Self.run("blank_rows")
    #expect("\(run.summary)" == "rows 7 = scored 4 + rejected 0 + set aside 3; 0 cells left open")
    #expect(run.summary.setAsideByKind == [.blank: 3])
  }

  @Test("with files that were joined, each with its headings and a byte-order mark")
  func joined() async throws {
    let run = try await Self.run("joined_files_with_bom")
    #expect("\(run.summary)" == "rows 5 = scored 4 + rejected 0 + set aside 1; 0 cells left open")
    #expect(run.summary.setAsideByKind == [.heading: 1])
  }

  @Test("with the ids in a column ID")
  func capitals() async throws {
    let found = try await Self.run("id_column_named_ID").rows.filter { $0["found"]!.contains("lumbar-support-missing") }
    #expect(found.map { $0["id"] } == ["3"])
  }

  @Test("with the same person twice")
  func twice() async throws {
    let numbered = try await Self.run("same_person_answers_twice")
    #expect(numbered.rows.count == 5 && numbered.summary.idSuggestion?.column == "Email Address")
    let last = try await Self.run("same_person_answers_twice") {
      ($0.idColumn, $0.repeats) = ("Email Address", .last)
    }
    #expect(last.rows.map { $0["id"] } == [0, 2, 3, 1].map { "person\($0)@example.org" })
    #expect(last.summary.noted == [.duplicate: [.init(line: 3, id: "person1@example.org")]])
  }

  @Test("with ids that a spreadsheet has rounded")
  func rounded() async throws {
    await #expect(throws: SurveyError.self) { try await Self.run("surveymonkey_ids_in_e_notation") }
    let numbered = try await Self.run("surveymonkey_ids_in_e_notation") { $0.idColumn = "-" }
    #expect(numbered.rows.count == 4)
  }

  @Test("with the names of rows of R before the ids")
  func rowNames() async throws {
    let run = try await Self.run("r_row_names_and_na") { $0.acceptsUnread = true }
    #expect(run.rows.map { $0["id"] } == ["m1", "m2", "m3", "m4"])
  }
}
