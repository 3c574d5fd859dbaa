import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Surveys

@Suite("A file as a survey platform writes it")
struct PlatformFixtureTests {
  /// As `expected.json` holds a person.
  private struct Respondent: Decodable, Equatable {
    let lumbar: String
    let sittingHours: Double
    let discomfort: [String]
    let note: String

    enum CodingKeys: String, CodingKey {
      case lumbar, discomfort, note
      case sittingHours = "sitting_hours"
    }
  }
  private struct Expected: Decodable { let respondents: [Respondent] }

  /// A file in which the people of `expected.json` answered the questions of the pack `survey-fixtures`.
  struct Export: Sendable, CustomTestStringConvertible {
    let file: String
    let platform: SurveyPlatform
    var encoding: TextEncoding? = .utf8
    /// As the platform gives them, or the numbers of rows.
    var ids = ["1", "2", "3"]
    /// Further responses of the file, which do not count.
    var setAside: [SetAsideReason: Int] = [:]
    var testDescription: String { file }
  }

  private static let exports = [
    Export(file: "google_forms_download.csv", platform: .googleForms),
    Export(file: "google_sheets.csv", platform: .googleForms),
    Export(
      file: "jotform.csv", platform: .jotform,
      ids: ["6402311873316245821", "6402312055218847305", "6402313117729043116"], setAside: [.rejected: 1]),
    Export(file: "msforms_en_comma_utf8bom.csv", platform: .microsoftForms),
    Export(file: "msforms_es_semicolon_cp1252.csv", platform: .microsoftForms, encoding: .windows1252),
    Export(file: "limesurvey_code_semicolon_bom.csv", platform: .limeSurvey, setAside: [.incomplete: 1]),
    Export(file: "surveyjs_results.json", platform: .json, encoding: nil),
  ]

  @Test("holds the answers that were given", arguments: exports)
  func answers(export: Export) async throws {
    let expected = try JSONDecoder().decode(Expected.self, from: Data(Fixtures.survey("expected.json")))
    let read = try await everybody(of: Fixtures.survey(export.file), packs: [Pack.fixture("survey-fixtures")])
    #expect(read.allSatisfy { $0.misread.isEmpty })
    #expect(read.map { Self.respondent($0.answers) } == expected.respondents)
  }

  private static func respondent(_ answers: Answers) -> Respondent? {
    guard case .option(let lumbar) = answers["lumbar"], case .number(let minutes) = answers["sitting_hours"],
      case .text(let note) = answers["note"]
    else { return nil }
    var areas: [String] = []
    if case .options(let ids) = answers["discomfort"] { areas = ids.sorted() }
    return Respondent(lumbar: lumbar, sittingHours: Double(minutes) / 60, discomfort: areas, note: note)
  }

  @Test("is recognised and scored, with every row accounted for", arguments: exports)
  func scored(export: Export) async throws {
    let pack = try Pack.fixture("survey-fixtures")
    let run = try await SurveyRun(Fixtures.survey(export.file), packs: [pack]) { $0.includesHealth = true }
    #expect(run.summary.platform == export.platform)
    #expect(run.summary.encoding == export.encoding)
    #expect(run.rows.map { $0["found"] } == ["hips-feel-it", "no-support;sits-long", "no-support;sits-long"])
    #expect(run.rows.map { $0["back_low"] } == ["0", "17", "17"])
    #expect(run.rows.map { $0["id"] } == export.ids)
    #expect(run.summary.setAsideByKind == export.setAside)
    let setAside = export.setAside.values.reduce(0, +)
    #expect(
      "\(run.summary)"
        == "rows \(3 + setAside) = scored 3 + rejected 0 + set aside \(setAside); 0 cells left open")
    #expect(run.summary.missingQuestions == [])
    #expect(run.summary.problems.map(\.code) == (export.encoding == .windows1252 ? [.otherEncoding] : []))
  }

  @Test("is scored with its incomplete responses, when they are asked for")
  func included() async throws {
    let pack = try Pack.fixture("survey-fixtures")
    let run = try await SurveyRun(Fixtures.survey("limesurvey_code_semicolon_bom.csv"), packs: [pack]) {
      $0.included = [.incomplete]
    }
    #expect(run.rows.map { $0["id"] } == ["1", "2", "3", "4"])
    #expect(run.rows[3]["answered"] == "1")
  }
}
