import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("Scoring a block of rows")
struct PlainScorerTests {
  @Test("says what scoring them one by one says", arguments: 0..<12)
  func sameAsOneByOne(seed: Int) async throws {
    var generator = SurveyGenerator(.office, seed: seed)
    generator.unanswered = seed * 4
    generator.misread = seed % 3 * 3
    let survey = generator.csv(rows: 150 + seed)
    let run = try await SurveyRun(survey) { Self.vary(&$0, seed) }
    var options = SurveyOptions(file: "")
    Self.vary(&options, seed)
    #expect(run.results == PlainScorer(.office, options).results(of: survey))
  }

  private static func vary(_ options: inout SurveyOptions, _ seed: Int) {
    options.includesHealth = seed.isMultiple(of: 2)
    options.isStrict = seed.isMultiple(of: 3)
  }

  @Test("gives the same bytes for any number of cores and any size of chunks", arguments: 1...3)
  func sameForAnyCores(cores: Int) async throws {
    var generator = SurveyGenerator(.office, seed: 7)
    generator.misread = 4
    let survey = generator.csv(rows: 1000)
    let once = try await SurveyRun(survey)
    for size in [256, 1000, 4096, 65536] {
      let again = try await SurveyRun(survey) { ($0.cores, $0.chunkSize) = (cores, size) }
      #expect(again.results == once.results)
      #expect(again.rejects == once.rejects)
      #expect(again.summary == once.summary)
    }
  }

  @Test("says the same when every cell is quoted")
  func quoted() async throws {
    var generator = SurveyGenerator(.office, seed: 3)
    generator.misread = 4
    let rows = PlainScorer.records(generator.csv(rows: 300))
    func text(_ quoted: (String) -> String) -> String {
      rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }
    let plain = try await SurveyRun(text(SurveyGenerator.field))
    let quoted = try await SurveyRun(text { "\"\($0)\"" })
    #expect(plain.results == quoted.results)
    #expect(plain.summary == quoted.summary)
  }

  @Test("accounts for every row", arguments: 0..<6)
  func accounts(seed: Int) async throws {
    var generator = SurveyGenerator(.office, seed: seed)
    generator.misread = 2
    var random = SeededGenerator(seed)
    var survey = generator.header
    for id in 0..<400 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0: survey += "\(id),ragged\n"
      case 1: survey += generator.row(id: "\(id / 2)")
      case 2: survey += "\n" + generator.row(id: "\(id)")
      default: survey += generator.row(id: "\(id)")
      }
    }
    let run = try await SurveyRun(survey) { $0.isStrict = seed.isMultiple(of: 2) }
    #expect(run.summary.rows == 400)
    #expect(run.summary.scored + run.summary.rejected + run.summary.setAside == 400)
    #expect(run.rows.count == run.summary.scored)
    #expect(run.summary.hasRejects)
  }
}
