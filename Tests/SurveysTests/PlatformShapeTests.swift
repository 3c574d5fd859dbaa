import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("The same people in the shape of every platform")
struct PlatformShapeTests {
  /// Options that hold what platforms join options with, and one that begins like another.
  private static let pack: Pack = {
    var questions = Pack.office.questions
    let options = ["Lower back", "Lower back, left", "Hips; buttocks", "Neck"].enumerated().map {
      AnswerOption(id: "area_\($0)", text: $1)
    }
    questions.append(
      Question(
        id: "sore_areas", section: "all", kind: .choices(options), label: "Areas",
        text: "Where (select all that apply)?", help: "It matters."))
    questions.append(
      Question(id: "remark", section: "all", kind: .text, label: "Remark", text: "Anything else?", help: "If so."))
    return Pack.office.with(questions: questions)
  }()
  private static let people = PlatformShape.people(200, pack, seed: 4)

  @Test("get the same results", arguments: PlatformShape.all)
  func results(shape: PlatformShape) async throws {
    var own = Self.pack.questions.map(\.id).joined(separator: ",") + "\n"
    for person in Self.people {
      let cells = Self.pack.questions.map { question in
        person[question.id].map { SurveyGenerator.field(question.code(for: $0)) } ?? "\"\""
      }
      own += cells.joined(separator: ",") + "\n"
    }
    let plain = try await SurveyRun(own, packs: [Self.pack]) { $0.includesHealth = true }
    #expect(plain.summary.scored == 200 && plain.summary.cellsLeftOpen == 0)
    let run = try await SurveyRun(shape.write(Self.people, Self.pack), packs: [Self.pack]) { $0.includesHealth = true }
    #expect("\(run.summary)" == "rows 200 = scored 200 + rejected 0 + set aside 0; 0 cells left open")
    #expect(run.rejects == RejectsTable.header)
    #expect(run.results == plain.results)
    #expect(run.summary.missingQuestions == [])
  }

  @Test("get the same results at any chunk size and on any number of cores", arguments: PlatformShape.all)
  func blocks(shape: PlatformShape) async throws {
    let text = shape.write(Array(Self.people.prefix(40)), Self.pack)
    let plain = try await SurveyRun(text, packs: [Self.pack])
    for (chunkSize, cores) in [(1 << 13, 1), (1 << 13, 3), (1 << 14, 2)] {
      let run = try await SurveyRun(text, packs: [Self.pack]) { ($0.chunkSize, $0.cores) = (chunkSize, cores) }
      #expect(run.results == plain.results)
      #expect(run.summary == plain.summary)
    }
  }
}
