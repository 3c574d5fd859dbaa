import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("A mapping file")
struct SurveyMappingTests {
  private static let survey = "Nr,Stuhl,Zeit,B1,B2\n1,Hocker,6,1,0\n2,Bürostuhl,7,0,1\n"
  private static let mapping = """
    question,option,wording
    seat_type,,Stuhl
    seat_type,stool,Hocker
    seat_type,office_chair,Bürostuhl
    sitting_time,,Zeit
    breaks,walk,B1
    breaks,stand,B2

    """

  private func problems(_ text: String) -> [String] {
    do {
      _ = try SurveyMapping(Array(text.utf8), file: "map.csv").applied(to: [.office])
      return []
    } catch SurveyError.refused(let problems) {
      return problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("makes headings and answers understood")
  func applied() async throws {
    let pack = try SurveyMapping(Array(Self.mapping.utf8), file: "map.csv").applied(to: [.office])[0]
    let run = try await SurveyRun(Self.survey, packs: [pack])
    let plain = try await SurveyRun(
      "id,seat_type,sitting_time,breaks\n1,stool,6,walk;?\n2,office_chair,7,stand;?\n", packs: [pack])
    #expect(run.results == plain.results)
    #expect(run.summary.unusedColumns == [])
  }

  @Test("is made of what was understood, and reads back")
  func saved() async throws {
    let pack = try SurveyMapping(Array(Self.mapping.utf8), file: "map.csv").applied(to: [.office])[0]
    let text = try await SurveyRun(Self.survey, packs: [pack]).summary.mapping.text
    #expect(
      text == "question,option,wording\nseat_type,,Stuhl\nsitting_time,,Zeit\nbreaks,walk,B1\nbreaks,stand,B2\n")
    #expect(try SurveyMapping(Array(text.utf8), file: "map.csv").text == text)
  }

  @Test("is refused where it names nothing of the pack")
  func refused() {
    #expect(
      problems("question,option,wording\nseat_tipe,,Stuhl\nseat_type,stol,Hocker\nsitting_time,x,y\nseat_type,,\n")
        == [
          "map.csv:5: this line maps nothing\n  help: begin with the line question,option,wording, then write one of each a line"
        ])
    #expect(
      problems("question,option,wording\nseat_tipe,,Stuhl\nseat_type,stol,Hocker\nsitting_time,x,y\n") == [
        "map.csv:2: unknown question 'seat_tipe'\n  help: did you mean 'seat_type'?",
        "map.csv:3: 'seat_type' has no option 'stol'\n  help: did you mean 'stool'?",
        "map.csv:4: 'sitting_time' has no option 'x'\n  help: leave the option empty",
      ])
    #expect(problems("seat_type,,Stuhl\n").count == 1)
  }
}

@Suite("Results")
struct ResultTableTests {
  private static let survey = "id,team,seat_type,sitting_time\n\"=a\"\"b\",\"R&D, <x>\",stool,6\n"

  @Test("are NDJSON with numbers, lists and nothing made up")
  func ndjson() async throws {
    let run = try await SurveyRun(Self.survey) { ($0.format, $0.keptColumns) = (.ndjson, ["team"]) }
    #expect(
      run.results
        == #"{"id":"=a\"b","team":"R&D, <x>","load_low":5,"load_high":19,"load_level":"low","load_level_high":"high","#
        + #""gap_low":-800,"gap_high":800,"gap_level":"unknown","gap_level_high":"high","asked":5,"answered":2,"#
        + #""found":["sits-long"],"undetermined":["desk-too-high","no-breaks","few-breaks"],"#
        + #""pack":"small@1.0.0+0123abcd"}"# + "\n")
  }

  @Test("are XML that is whole, over several files too")
  func xml() async throws {
    let run = try await SurveyRun(Self.survey) { ($0.format, $0.keptColumns) = (.xml, ["team"]) }
    #expect(
      run.results.hasPrefix(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<results xmlns=\"urn:sitwell:results:1\">\n<result>\n"
          + "  <field name=\"id\">=a\"b</field>\n  <field name=\"team\">R&amp;D, &lt;x&gt;</field>\n"))
    #expect(run.results.hasSuffix("</result>\n</results>\n"))
    let second = try await SurveyRun(Self.survey) { ($0.format, $0.opensResults) = (.xml, false) }
    #expect(second.results.hasPrefix("<result>\n"))
  }
}
