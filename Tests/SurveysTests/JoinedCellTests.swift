import Ergonomics
import TestSupport
import Testing

@testable import Surveys

/// Cells of several options are read by tables where they can be: that must never say anything else than careful reading.
@Suite("A cell that holds several options")
struct JoinedCellTests {
  @Test("says the same read by parts as read with care", arguments: [";", "; ", ";;", " ;"])
  func sameAsWithCare(joint: String) async throws {
    let question = try #require(Pack.office.question("breaks"))
    let words = question.options.flatMap(\.names) + ["WALK", "-", "not_sure", "nothing of it", ""]
    let cells = words.flatMap { first in
      words.flatMap { second in [[first, second], [first, second, "stand"]].map { $0.joined(separator: joint) } }
    }
    let rows = cells.enumerated().map { "p\($0),\(SurveyGenerator.field($1))\n\("q\($0)"),\"\($1)\"\n" }
    let survey = "id,breaks\n" + rows.joined()
    let run = try await SurveyRun(Self.diluted(survey))
    #expect(run.results == PlainScorer(.office, SurveyOptions(file: "")).results(of: Self.diluted(survey)))
    #expect(run.summary.cellsLeftOpen > 0)
  }

  /// So many plain answers before it that no column seems mistaken.
  private static func diluted(_ survey: String) -> String {
    let header = survey.prefix { $0 != "\n" } + "\n"
    return header + (0..<1000).map { "n\($0),walk\n" }.joined() + survey.dropFirst(header.count)
  }
}
