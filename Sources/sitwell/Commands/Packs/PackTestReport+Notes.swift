import Ergonomics
import Forms
import RulePacks
import Workbench

extension PackTestReport {
  /// What is worth a look, a line each, with somebody of whom it is so.
  var looks: [String] {
    guard let notes = worthALook else { return [] }
    let hidden = notes.hidden.flatMap {
      ["'\($0.rule)' is found only where '\($0.by)' is"] + person("both with", $0.with)
        + person("that alone with", $0.without)
    }
    let gaps = notes.gaps.flatMap { gap in
      ["no rule of \(gap.rules.joined(separator: ", ")) speaks of"] + gap.answers.flatMap { person("", $0) }
    }
    return [("", hidden), ("", gaps), ("", levels(notes.levels))].flatMap { $1.isEmpty ? [] : [$0] + $1 }
  }

  /// Somebody who has several is told once.
  private func levels(_ levels: [PackNotes.Level]) -> [String] {
    levels.map(\.person).withoutDoubles.flatMap { somebody in
      let theirs = levels.filter { $0.person == somebody }.map { "'\($0.level)' of \($0.score)" }
      let words = theirs.joined(separator: ", ")
      return somebody == nil ? ["\(words): nobody was found who has it"] : [words + ":"] + person("", somebody)
    }
  }

  /// In lines of up to 110 characters.
  private func person(_ head: String, _ answers: Answers?) -> [String] {
    let told = pack.questions.compactMap { question in
      (answers?[question.id]).map { "\(question.id) = \(ExampleText.text(of: $0, to: question))" }
    }
    let start = "  " + (head.isEmpty ? "" : head + " ")
    if told.isEmpty { return [start + "no answers"] }
    return told.dropFirst().reduce(into: [start + told[0]]) { lines, answer in
      if lines[lines.count - 1].count + answer.count < 108 {
        lines[lines.count - 1] += ", " + answer
      } else {
        lines[lines.count - 1] += ","
        lines.append("    " + answer)
      }
    }
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
