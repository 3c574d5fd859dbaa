import Ergonomics
import TestSupport
import Testing

@testable import Surveys

@Suite("The same people in the shape of every platform")
struct PlatformShapeTests {
  /// The questions of the main pack, and two more: options that hold what platforms join options with, one that begins
  /// like another; and free text.
  private static let pack = Result {
    let shipped = try Pack.shipped("lower-back-hips")
    let options = ["Lower back", "Lower back, left", "Hips; buttocks", "Neck"].enumerated().map {
      AnswerOption(id: "area_\($0)", text: $1)
    }
    let areas = Question(
      id: "sore_areas", section: "you", kind: .choices(options), label: "Areas", text: "Where (select all that apply)?",
      help: "It matters.")
    let remark = Question(
      id: "remark", section: "you", kind: .text, label: "Remark", text: "Anything else?", help: "If so.")
    return shipped.with(questions: shipped.questions + [areas, remark])
  }
  private static let people = pack.map { PlatformShape.people(200, $0, seed: 4) }
  /// The results of all of them, whoever they come from.
  private static let results = Task { try await run(own(people.get(), pack.get())).results }

  private static func own(_ people: [Answers], _ pack: Pack) -> String {
    var text = (["id"] + pack.questions.map(\.id)).joined(separator: ",") + "\n"
    for person in people {
      let answers = pack.questions.map { question in person[question.id].map(question.code) ?? "" }
      text += ([person.id ?? ""] + answers).map(\.neutralised.asField).joined(separator: ",") + "\n"
    }
    return text
  }

  private static func run(
    _ text: String, _ change: (inout SurveyOptions) -> Void = { _ in }
  ) async throws -> SurveyRun {
    try await SurveyRun(text, packs: [pack.get()]) {
      $0.includesHealth = true
      change(&$0)
    }
  }

  @Test("get the same results, byte for byte, in small chunks on two cores", arguments: PlatformShape.all)
  func results(shape: PlatformShape) async throws {
    let run = try await Self.run(shape.write(Self.people.get(), Self.pack.get())) {
      ($0.idColumn, $0.chunkSize, $0.cores) = (shape.idColumn, 1 << 15, 2)
    }
    #expect("\(run.summary)" == "rows 200 = scored 200 + rejected 0 + set aside 0; 0 cells left open")
    #expect(run.summary.platform == shape.platform)
    #expect(run.rejects == RejectsTable.header)
    #expect(run.summary.missingQuestions == [])
    let expected = try await Self.results.value
    #expect(run.results == expected)
  }

  @Test(
    "come from every platform that is recognised, and README names it",
    arguments: Set(SurveyPlatform.all).subtracting([.sitwell, .other]).map(\.name).sorted())
  func everyPlatform(name: String) throws {
    #expect(PlatformShape.all.contains { $0.platform.name == name }, "add its shape to PlatformShape.all")
    let readme = try Fixtures.text("README.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(readme.contains(name), "README says whose exports are read")
  }

  @Test("have said the same, answer for answer", arguments: PlatformShape.all)
  func answers(shape: PlatformShape) async throws {
    let (expected, pack) = (Array(try Self.people.get().prefix(30)), try Self.pack.get())
    let read = try await everybody(of: shape.write(expected, pack).utf8, packs: [pack]) { $0.idColumn = shape.idColumn }
    #expect(read.allSatisfy { $0.misread.isEmpty })
    #expect(read.map(\.answers) == expected)
  }
}
