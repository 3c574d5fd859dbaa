import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("How a survey is understood")
struct SurveyPictureTests {
  private static let survey =
    "id,Name,seat_type,sitting_tine,desk_height,has_pain\n1,Ann,stol,1,72,badly\n2,Bo,stool,2,-,yes\n3,Cy,,3,68 cm,no\n"

  @Test("is told question by question, without the value of a health answer")
  func text() async throws {
    #expect(
      try await picture(of: Self.survey).description == """
        read as Sitwell, ASCII
        rows 3 = scored 3 + rejected 0 + set aside 0; 1 cells left open, not counting answers about health
        people are told apart by the column 'id'

        questions with a column:
          seat_type: 'seat_type'
            answered by 1 of 3 asked
            stool 1
            not understood 1: 'stol' 1
          desk_height: 'desk_height'
            answered by 2 of 3 asked
            from 68 cm to 72 cm, not sure 1
          has_pain: 'has_pain'
            about health, not counted

        questions without a column, which stay open:
          lumbar_support
          sitting_time: is it 'sitting_tine'?
          elbow_height
          breaks
          pain_areas
          eased_by_standing

        dropped, and in no output unless kept with --keep:
          'Name'
          'sitting_tine'

        warning: team.csv:1: the column 'sitting_tine' is not read: there is no such question
          help: did you mean 'sitting_time'?

        """)
  }

  @Test("tells what was answered about health where it is asked for")
  func health() async throws {
    let told = try await picture(of: Self.survey) { $0.includesHealth = true }.description
    #expect(told.contains("    yes 1, no 1\n    not understood 1: 'badly' 1\n"))
  }

  @Test("is shown of a file that is refused, with what it is refused for, and rows that would be left out")
  func refused() async throws {
    let survey = "id,seat_type\n1,sofa\n2,sofa\n3,stool\n,\n4\nTotal,3\n"
    let told = try await picture(of: survey)
    #expect(told.refusals.map(\.code) == [.mappingMistake])
    #expect(told.description.contains("\n  1 rejected: more or fewer cells than the header\n  1 set aside: empty\n"))
    #expect(told.description.contains("not understood 2: 'sofa' 2\n"))
    #expect("\(told.summary)" == "rows 6 = scored 3 + rejected 1 + set aside 2; 2 cells left open")
  }

  @Test("is the same on any number of cores, in chunks of any size", arguments: 1...3)
  func sameForAnyCores(cores: Int) async throws {
    var generator = SurveyGenerator(.office, seed: 5)
    generator.misread = 4
    let survey = generator.csv(rows: 500)
    let once = try await picture(of: survey)
    let again = try await picture(of: survey) { ($0.cores, $0.chunkSize) = (cores, 1024) }
    #expect(again.columns.map(\.census) == once.columns.map(\.census))
    #expect(again.description == once.description && again.skeleton == once.skeleton)
  }

  @Test("counts what scoring counts", arguments: 0..<6)
  func sameAsScoring(seed: Int) async throws {
    var generator = SurveyGenerator(.office, seed: seed)
    generator.misread = 4
    let survey = generator.csv(rows: 200)
    let run = try await SurveyRun(survey) { $0.includesHealth = true }
    let told = try await picture(of: survey) { $0.includesHealth = true }
    let answered = run.rows.compactMap { Int($0["answered"] ?? "") }.reduce(0, +)
    #expect(told.columns.reduce(0) { $0 + $1.census.answered } == answered)
    #expect(told.columns.reduce(0) { $0 + $1.census.misread } == run.summary.cellsLeftOpen)
    #expect("\(told.summary)" == "\(run.summary)")
  }

  @Test("becomes a mapping to fill in, with every wording that was not understood, which reads back")
  func skeleton() async throws {
    let survey = "id,seat_type,has_pain\n1,stol,bad\n2,stol,bad\n3,sofa,\n4,stool,no\n"
    let skeleton = try await picture(of: survey).skeleton
    #expect(
      skeleton.text == """
        question,option,wording,count
        seat_type,,seat_type,
        has_pain,,has_pain,
        seat_type,?,stol,2
        seat_type,?,sofa,1

        """)
    let unfilled = try SurveyMapping(Array(skeleton.text.utf8), file: "map.csv")
    #expect(unfilled.entries.map(\.wording) == ["seat_type", "has_pain"])
    let filled = skeleton.text.replacing("?,stol", with: "stool,stol").replacing("?,sofa", with: "office_chair,sofa")
    let packs = try SurveyMapping(Array(filled.utf8), file: "map.csv").applied(to: [.office])
    #expect(try await SurveyRun("id,seat_type\n1,stol\n2,stol\n3,sofa\n", packs: packs).summary.cellsLeftOpen == 0)
  }
}
