import Ergonomics
import Surveys
import TestSupport
import Testing

@testable import Forms

@Suite("A form that people have filled in")
struct RoundTripTests {
  /// The main pack with what it has no question of: options that hold what platforms join options with, one that begins like
  /// another, and free text.
  private static let main = Result {
    let shipped = try Pack.shipped("lower-back-hips")
    let options = ["Lower back", "Lower back, left", "Hips; buttocks", "Neck"].enumerated().map {
      AnswerOption(id: "area_\($0)", text: $1)
    }
    let areas = Question(
      id: "sore_areas", section: "you", kind: .choices(options), label: "Areas", text: "Where \"exactly\" & now?",
      help: "It & \"that\".")
    let remark = Question(
      id: "remark", section: "you", kind: .text, label: "Remark", text: "Anything else?", help: "If so.")
    return [shipped.with(questions: shipped.questions + [areas, remark])]
  }
  private static let all = Result {
    try Pack.shipped(["lower-back-hips", "rosa", "hse-workstation", "osha-workstation"])
  }

  /// Fifty people of each, and what Sitwell's own table of them comes to.
  private static let ofMain = Task { try await Crowd(main.get(), seed: 1) }
  private static let ofAll = Task { try await Crowd(all.get(), seed: 2) }

  @Test("is read back as the same people, who get the same results", arguments: FormExport.all)
  func mainPack(export: FormExport) async throws { try await roundTrip(export, Self.ofMain.value) }

  @Test("is so for all packs together", arguments: FormExport.all)
  func allPacks(export: FormExport) async throws { try await roundTrip(export, Self.ofAll.value) }

  private func roundTrip(_ export: FormExport, _ crowd: Crowd) async throws {
    let read = try await Crowd.results(of: export.write(crowd.source, crowd.people), crowd.source.packs)
    #expect(read.summary == "rows 50 = scored 50 + rejected 0 + set aside 0; 0 cells left open")
    #expect(Set(read.missing).isSubset(of: crowd.answeredByNobody))
    #expect(read.text == crowd.results)
  }
}

private struct Crowd: Sendable {
  let source: FormSource
  let people: [Answers]
  let results: String

  init(_ packs: [Pack], seed: Int) async throws {
    source = try FormSource(packs: packs) { try Fixtures.text("Forms/\($0)") }
    var random = FormPeople(seed: seed)
    people = random.people(50, packs)
    results = try await Self.results(of: Self.own(people, source), packs).text
  }

  /// Files that name only what was answered say nothing of these.
  var answeredByNobody: Set<Question.ID> {
    Set(source.questionnaire.questions.map(\.id)).subtracting(people.flatMap(\.byQuestion.keys))
  }

  /// Sitwell's own table.
  private static func own(_ people: [Answers], _ source: FormSource) -> String {
    let questions = source.questionnaire.questions
    let rows = people.map { person in
      [person.id!] + questions.map { question in person[question.id].map(question.code) ?? "" }
    }
    return ([["id"] + questions.map(\.id)] + rows).map { $0.map(\.neutralised.asField).joined(separator: ",") + "\n" }
      .joined()
  }

  static func results(
    of survey: String, _ packs: [Pack]
  ) async throws -> (text: String, summary: String, missing: [Question.ID]) {
    let files = try (0..<2).map { _ in try ScratchFile() }
    try files[0].write(Array(survey.utf8))
    var options = SurveyOptions(file: "survey")
    options.includesHealth = true
    do {
      let summary = try await SurveyScorer(packs, options).run(
        input: files[0].descriptor, output: files[1].descriptor, rejects: nil)
      return (try files[1].text, summary.description, summary.missingQuestions)
    } catch SurveyError.refused(let problems) {
      Issue.record("\(problems.prefix(5).map(\.description))")
      throw SurveyError.refused(problems)
    }
  }
}
