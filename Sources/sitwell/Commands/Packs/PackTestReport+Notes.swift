import Ergonomics
import Forms
import Workbench

extension PackTestReport {
  /// What is worth a look, a line each, with somebody of whom it is so.
  var looks: [String] {
    guard let notes = worthALook else { return [] }
    let hidden = notes.hidden.map {
      "'\($0.rule)' is found only where '\($0.by)' is: both with \(words($0.with)); that alone with \(words($0.without))"
    }
    let gaps = notes.gaps.flatMap { gap in
      ["no rule of \(gap.rules.joined(separator: ", ")) speaks of"] + gap.answers.map { "  \(words($0))" }
    }
    let levels = notes.levels.map { level in
      "'\(level.level)' of \(level.score): " + (level.person.map { words($0) } ?? "nobody was found who has it")
    }
    return [("", hidden), ("", gaps), ("", levels)].flatMap { $1.isEmpty ? [] : [$0] + $1 }
  }

  private func words(_ answers: Answers?) -> String {
    let told = pack.questions.compactMap { question in
      (answers?[question.id]).map { "\(question.id) = \(ExampleText.text(of: $0, to: question))" }
    }
    return told.isEmpty ? "no answers" : told.joined(separator: ", ")
  }

  func value(of notes: PackNotes) -> JSONValue {
    [
      "hidden": .list(
        notes.hidden.map {
          ["rule": .text($0.rule), "by": .text($0.by), "with": value(of: $0.with), "without": value(of: $0.without)]
        }),
      "gaps": .list(
        notes.gaps.map { ["rules": .texts($0.rules), "answers": .list($0.answers.compactMap { value(of: $0) })] }),
      "levels": .list(
        notes.levels.map { ["score": .text($0.score), "level": .text($0.level), "person": value(of: $0.person)] }),
    ]
  }

  private func value(of answers: Answers?) -> JSONValue? {
    answers.map { answers in
      JSONValue.object([]).adding(
        pack.questions.compactMap { question in
          answers[question.id].map { (question.id, .text(ExampleText.text(of: $0, to: question))) }
        })
    }
  }
}
