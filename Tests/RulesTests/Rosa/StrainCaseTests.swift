import Ergonomics
import Testing

@Suite("Office strain")
struct StrainCaseTests {
  private let strain = StrainPack.shipped

  @Test("comes out as in the published cases", arguments: DataFile("rosa/rosa-test-oracles.csv").rows)
  func publishedCase(row: DataFile.Row) throws {
    func number(_ column: String) throws -> Int { try #require(Int(row[column] ?? ""), "\(column)") }
    var answers: [Question.ID: Answer] = [:]
    for item in StrainPack.questions.keys { answers.merge(try strain.answers(item, total: number(item))) { $1 } }
    for item in StrainPack.timeQuestions.keys { answers.merge(try strain.time(item, number("dur_\(item)"))) { $1 } }
    let scores = strain.scores([answers])[0]
    #expect(try scores.exact("rosa_chair") == number("chair"))
    #expect(try scores.exact("rosa_chair") == number("chart_a") + number("dur_chair"))
    #expect(try scores.exact("rosa_monitor_telephone") == number("section_b"))
    #expect(try scores.exact("rosa_mouse_keyboard") == number("section_c"))
    #expect(try scores.exact("rosa_peripherals") == number("chart_d"))
    #expect(try scores.exact("rosa_final") == number("final"))
    #expect(scores["rosa_final"]?.level == (row["action_level_ge5"] == "true" ? "high" : "low"))
  }

  @Test("has fifteen published cases to hold against")
  func caseCount() { #expect(DataFile("rosa/rosa-test-oracles.csv").rows.count == 15) }

  @Test("gives items the points that are published")
  func points() throws {
    let modifiers = DataFile("rosa/rosa-items.csv").rows.filter { $0["kind"] != "duration" }
    let published = Dictionary(grouping: modifiers) { $0["item"]! }
    #expect(published.count == StrainPack.questions.count)
    for (item, rows) in published {
      let questions = try #require(
        StrainPack.questions[["armrest": "armrest", "back_support": "back", "telephone": "phone"][item] ?? item])
      for (question, kind) in zip(questions, ["base", "modifier"]) {
        let points = strain.pack.question(question)!.options.map(\.points).filter { $0 > 0 }
        #expect(
          points.sorted() == rows.filter { $0["kind"] == kind }.map { Int($0["points"]!)! }.sorted(), "\(question)")
      }
    }
  }

  @Test("counts the larger of the two times where they disagree", arguments: StrainPack.timeQuestions.keys.sorted())
  func times(item: String) throws {
    let questions = StrainPack.timeQuestions[item]!
    let published = DataFile("rosa/rosa-durations.csv").rows.compactMap { Int($0["modifier"]!) }
    for question in questions { #expect(strain.possibilities(question).map(\.points) == published) }
    let measure = try #require(
      strain.pack.measures.first { $0.id == (item == "chair" ? "rosa_chair_time" : timed(item)) })
    let base = item == "chair" ? 0 : 1
    for spell in strain.possibilities(questions[0]) {
      for day in strain.possibilities(questions[1]) {
        let answers = strain.ideal.joined([questions[0]: spell.answer, questions[1]: day.answer])
        #expect(strain.value(of: measure, answers) == base + max(spell.points, day.points))
      }
    }
  }

  private func timed(_ item: String) -> Measure.ID { "rosa_\(item == "phone" ? "telephone" : item)_item" }
}

extension StrainPack {
  /// A measure of somebody who answered everything it reads; `nil` where it is not exact.
  fileprivate func value(of measure: Measure, _ answers: [Question.ID: Answer]) -> Int? {
    var block = AnswerBlock(program)
    block.set(Answers(answers), for: 0, in: program)
    var verdicts = Verdicts(program)
    verdicts.evaluate(block, count: 1)
    let place = pack.measures.firstIndex { $0.id == measure.id }!
    return verdicts.quantity(program.measures[place], for: 0).flatMap { $0.count == 1 ? $0.lowerBound : nil }
  }
}
