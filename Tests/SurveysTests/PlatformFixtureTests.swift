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

  private static let files: [(name: String, platform: SurveyPlatform, encoding: TextEncoding?)] = [
    ("google_forms_download.csv", .googleForms, .utf8),
    ("google_sheets.csv", .googleForms, .utf8),
    ("msforms_en_comma_utf8bom.csv", .microsoftForms, .utf8),
    ("msforms_es_semicolon_cp1252.csv", .microsoftForms, .windows1252),
    ("limesurvey_code_semicolon_bom.csv", .limeSurvey, .utf8),
    ("surveyjs_results.json", .json, nil),
  ]

  @Test("holds the answers that were given", arguments: files.map(\.name))
  func answers(file: String) async throws {
    let expected = try JSONDecoder().decode(Expected.self, from: Data(Fixtures.survey("expected.json")))
    let read = try await everybody(of: Fixtures.survey(file), packs: [Pack.fixture("survey-fixtures")])
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

  @Test("is recognised and scored, with every row accounted for", arguments: files.indices)
  func scored(place: Int) async throws {
    let (name, platform, encoding) = Self.files[place]
    let pack = try Pack.fixture("survey-fixtures")
    let run = try await SurveyRun(Fixtures.survey(name), packs: [pack]) { $0.includesHealth = true }
    #expect(run.summary.platform == platform)
    #expect(run.summary.encoding == encoding)
    #expect(run.rows.map { $0["found"] } == ["hips-feel-it", "no-support;sits-long", "no-support;sits-long"])
    #expect(run.rows.map { $0["back_low"] } == ["0", "17", "17"])
    #expect(run.rows.map { $0["id"] } == ["1", "2", "3"])
    let incomplete = platform == .limeSurvey ? 1 : 0
    #expect(run.summary.setAsideByKind == (incomplete > 0 ? [.incomplete: 1] : [:]))
    #expect(
      "\(run.summary)"
        == "rows \(3 + incomplete) = scored 3 + rejected 0 + set aside \(incomplete); 0 cells left open")
    #expect(run.summary.missingQuestions == [])
    #expect(run.summary.problems.map(\.code) == (encoding == .windows1252 ? [.otherEncoding] : []))
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
