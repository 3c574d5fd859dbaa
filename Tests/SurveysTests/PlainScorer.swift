import Ergonomics
import TestSupport

@testable import Surveys

/// Results worked out the plainest way there is: one person, one string and one rule at a time.
struct PlainScorer {
  let pack: Pack
  let program: RuleProgram
  let options: SurveyOptions

  init(_ pack: Pack, _ options: SurveyOptions) {
    (self.pack, program, self.options) = (pack, RuleProgram(pack), options)
  }

  func results(of survey: String) -> String {
    let rows = Self.records(survey)
    var lines = [header]
    for row in rows.dropFirst() where row.count == rows[0].count {
      var answers: [Question.ID: Answer] = [:]
      var isMisread = false
      for (name, cell) in zip(rows[0], row).dropFirst() {
        guard let question = pack.question(name) else { continue }
        let said = question.answer(in: .wholes([0]), notSure: pack.notSure) { _ in cell }
        answers[name] = said.answer
        if said.mistake != nil { isMisread = true }
      }
      if !isMisread || !options.isStrict { lines.append(line(row[0], answers)) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var header: String {
    let scores = pack.scores.flatMap { score in
      ["low", "high", "level", "level_high"].map { "\(score.id)_\($0)" }
    }
    return (["id"] + scores + ["asked", "answered", "found", "undetermined", "pack"]).joined(separator: ",")
  }

  private func line(_ id: String, _ answers: [Question.ID: Answer]) -> String {
    let outcomes = program.outcomes(for: Answers(id: id, answers))
    var block = AnswerBlock(program)
    block.set(Answers(id: id, answers), for: 0, in: program)
    var verdicts = Verdicts(program, includesHealth: options.includesHealth)
    verdicts.evaluate(block, count: 1)
    let scores = pack.scores.indices.flatMap { place in
      guard let score = verdicts.score(place, for: 0) else { return ["", "", "", ""] }
      return ["\(score.low)", "\(score.high)", score.level ?? "unknown", score.levelHigh]
    }
    func rules(_ outcome: Outcome) -> String {
      pack.rules.indices.filter {
        outcomes[$0] == outcome && (options.includesHealth || !program.rules[$0].isAboutHealth)
      }.map { pack.rules[$0].id }.joined(separator: ";")
    }
    let counts = ["\(verdicts.asked[0])", "\(verdicts.answered[0])"]
    return ([id] + scores + counts + [rules(.found), rules(.undetermined), pack.stamp]).joined(separator: ",")
  }

  static func records(_ text: String) -> [[String]] { commaSeparatedRecords(text) }
}
