import Ergonomics

/// Examples as a pack writes them, ready to be put into a rule.
package enum ExampleText {
  static func xml(of example: Rule.Example, in pack: Pack) -> String {
    let answers = self.answers(example.answers, in: pack)
    let start = #"  <example outcome="\#(example.outcome.rawValue)" says="\#(example.says.inXML)""#
    return answers.isEmpty ? start + "/>" : ([start + ">"] + answers + ["  </example>"]).joined(separator: "\n")
  }

  static func answers(_ answers: Answers, in pack: Pack) -> [String] {
    pack.questions.compactMap { question in
      answers[question.id].map {
        #"    <answer question="\#(question.id)">\#(text(of: $0, to: question).inXML)</answer>"#
      }
    }
  }

  /// What was answered, in the words of the questionnaire.
  package static func says(_ answers: Answers, in pack: Pack) -> String {
    let said = pack.questions.compactMap { question in
      answers[question.id].map { "\(question.label.lowercased()): \(question.words(for: $0, notSure: pack.notSure))" }
    }
    return said.isEmpty ? "nothing answered" : said.joined(separator: ", ")
  }

  /// As an example holds it: options by id, numbers with their unit.
  package static func text(of answer: Answer, to question: Question) -> String {
    if case .number = answer { question.words(for: answer, notSure: "-") } else { question.code(for: answer) }
  }
}

extension String {
  var inXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
