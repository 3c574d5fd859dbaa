import Ergonomics

/// Examples as a pack writes them, ready to be put into a rule.
package enum ExampleText {
  static func xml(of example: Rule.Example, in pack: Pack) -> String {
    xml(#"outcome="\#(example.outcome.rawValue)""#, example.says, example.answers, in: pack, indent: "  ")
  }

  /// Of a score.
  static func xml(of example: Score.Example, in pack: Pack) -> String {
    xml(#"comes-to="\#(example.points)""#, example.says, example.answers, in: pack)
  }

  /// Of a correction.
  static func xml(of example: Correction.Example, in pack: Pack) -> String {
    xml(
      #"rule="\#(example.rule)" outcome="\#(example.outcome.rawValue)""#, example.says, example.answers, in: pack)
  }

  private static func xml(
    _ head: String, _ says: String, _ answers: Answers, in pack: Pack, indent: String = "    "
  ) -> String {
    let lines = self.answers(answers, in: pack).map { indent + $0 }
    let start = indent + #"<example \#(head) says="\#(says.shortened(to: mostSaid).inXML)""#
    return lines.isEmpty ? start + "/>" : ([start + ">"] + lines + [indent + "</example>"]).joined(separator: "\n")
  }

  /// The format takes 200 characters.
  private static let mostSaid = 160

  private static func answers(_ answers: Answers, in pack: Pack) -> [String] {
    pack.questions.compactMap { question in
      answers[question.id].map {
        #"  <answer question="\#(question.id)">\#(text(of: $0, to: question).inXML)</answer>"#
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
