import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A survey file")
struct SurveyScorerTests {
  private static let header =
    "id,load_low,load_high,load_level,load_level_high,gap_low,gap_high,gap_level,gap_level_high,"
    + "asked,answered,found,undetermined,pack\n"
  private static let stamp = "small@1.0.0+0123abcd"

  @Test("becomes a row of results a person")
  func results() async throws {
    let run = try await SurveyRun(
      """
      id,seat_type,lumbar_support,sitting_time,desk_height,elbow_height,breaks,has_pain,pain_areas
      17,office_chair,none,6,72,690,walk;stand,yes,hips
      18,Office chair,Not touching,1.5 h,28 in,,-,,

      """)
    #expect(
      run.results == Self.header
        + "17,17,17,high,high,30,30,level,level,6,6,lumbar-support-missing;sits-long,,\(Self.stamp)\n"
        + "18,0,14,low,high,-589,211,level,high,6,4,,desk-too-high;no-breaks;few-breaks,\(Self.stamp)\n")
    #expect(run.rejects == RejectsTable.header)
    #expect("\(run.summary)" == "rows 2 = scored 2 + rejected 0 + set aside 0; 0 cells left open")
    #expect(run.summary.missingQuestions == ["eased_by_standing"])
  }

  @Test("tells nothing about health unless asked to")
  func health() async throws {
    let survey = "id,has_pain,pain_areas,eased_by_standing\n1,yes,hips,yes\n2,,,\n3,no,,\n"
    let without = try await SurveyRun(survey).rows
    #expect(without[0] == without[1].merging(["id": "1"]) { $1 })
    #expect(without[0] == without[2].merging(["id": "1"]) { $1 })
    #expect(without[0]["found"] == "")
    let with = try await SurveyRun(survey) { $0.includesHealth = true }.rows
    #expect(with.map { $0["found"] } == ["hip-pain;standing-eases", "", ""])
    #expect(with[1]["undetermined"]?.contains("hip-pain;standing-eases") == true)
    #expect(with.map { $0["answered"] } == ["3", "0", "1"])
    #expect(with.map { $0["asked"] } == ["9", "9", "7"])
  }

  @Test("keeps columns, finds the id, numbers people without one")
  func columns() async throws {
    let survey = "team,Staff No,sittingtime\nA,x7,6\n\"B, north\",x8,7\n"
    let run = try await SurveyRun(survey) { ($0.idColumn, $0.keptColumns) = ("Staff No", ["team"]) }
    #expect(run.results.hasPrefix("id,team,load_low"))
    #expect(run.results.contains("\nx7,A,") && run.results.contains("\nx8,\"B, north\","))
    let numbered = try await SurveyRun(survey.replacing("Staff No", with: "Desk"))
    #expect(numbered.results.contains("\n1,5,") && numbered.results.contains("\n2,5,"))
    #expect(numbered.summary.unusedColumns == ["team", "Desk"])
  }

  @Test("with two packs has one row a person, clashing names with the pack before them")
  func twoPacks() async throws {
    let other = Pack(
      id: "other", version: "2", hash: "ffff0000", title: "Other", notSure: "?", scores: [.load], sections: [],
      questions: [.number("sitting_time", 0...1440, unit: .minute)], rules: [])
    let run = try await SurveyRun("id,sitting_time\n1,6\n2,x\n", packs: [.office, other])
    #expect(run.results.hasPrefix(Self.header.dropLast() + ",other_load_low,other_load_high,"))
    #expect(run.results.contains("other_pack\n1,5,") && run.results.contains(",other@2+ffff0000\n2,"))
    #expect(run.summary.cellsLeftOpen == 1)
  }

  @Test("may have marks, blanks and line ends of any kind")
  func shapes() async throws {
    let plain = try await SurveyRun("id,sitting_time,seat_type\n1,6,stool\n2,,office_chair\n").results
    for shape in [
      "\u{FEFF}id,sitting_time,seat_type\r\n1,6,stool\r\n2,,office_chair",
      "\"id\",\"sitting_time\",\"seat_type\"\n\"1\",\"6\",\"stool\"\n\"2\",\"\",\"office_chair\"\n",
      "\n\nid, sitting_time ,seat_type\n\n 1 , 6 , stool \n\n\n2,,  office_chair\n\n",
      "id,sittingtime,seat_type\n1,360 min,Stool\n2,Not sure,Office chair\n",
    ] {
      #expect(try await SurveyRun(shape).results == plain)
    }
  }

  @Test("without rows becomes a header")
  func headerOnly() async throws {
    let run = try await SurveyRun("id,sitting_time")
    #expect(run.results == Self.header)
    #expect(run.summary.rows == 0)
  }
}
