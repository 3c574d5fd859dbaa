import Ergonomics

/// Examples as a pack writes them, ready to be put into a rule.
package enum ExampleText {
  package static func xml(of example: Rule.Example, in pack: Pack) -> String {
    xml(#"outcome="\#(example.outcome.rawValue)""#, example.says, example.answers, in: pack, indent: "  ")
  }

  /// - Parameter isFirst: The file that it stands in is not there yet.
  package static func xml(of person: ExamplePerson, in pack: Pack, isFirst: Bool) -> String {
    let comesTo = person.comesTo.map {
      "    <comes-to score=\"\($0.score)\"\($0.level.map { " level=\"\($0)\"" } ?? "")>\($0.points)</comes-to>"
    }
    let lines =
      [#"  <person says="\#(person.says.shortened(to: mostSaid).inXML)">"#]
      + Self.filled(answers(person.answers, in: pack).map { String($0.drop { $0 == " " }) }, indent: "    ")
      + comesTo + ["  </person>"]
    if !isFirst { return lines.joined(separator: "\n") }
    return
      (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<people xmlns=\"urn:sitwell:pack:1\">"] + lines
      + ["</people>"]).joined(separator: "\n")
  }

  /// Of a correction.
  package static func xml(of example: Correction.Example, in pack: Pack) -> String {
    xml(
      #"rule="\#(example.rule)" outcome="\#(example.outcome.rawValue)""#, example.says, example.answers,
      becomes: example.becomes, in: pack, indent: "    ")
  }

  private static func xml(
    _ head: String, _ says: String, _ answers: Answers, becomes: Answers = Answers(), in pack: Pack, indent: String
  ) -> String {
    let lines = (self.answers(answers, in: pack) + self.answers(becomes, as: "becomes", in: pack)).map { indent + $0 }
    let start = indent + #"<example \#(head) says="\#(says.shortened(to: mostSaid).inXML)""#
    return lines.isEmpty ? start + "/>" : ([start + ">"] + lines + [indent + "</example>"]).joined(separator: "\n")
  }

  /// As many as there is room for on a line.
  private static func filled(_ parts: [String], indent: String) -> [String] {
    parts.reduce(into: [String]()) { lines, part in
      if let last = lines.last, last.count + part.count <= 118 {
        lines[lines.count - 1] += part
      } else {
        lines.append(indent + part)
      }
    }
  }

  /// The format takes 200 characters.
  private static let mostSaid = 160

  private static func answers(_ answers: Answers, as element: String = "answer", in pack: Pack) -> [String] {
    pack.questions.compactMap { question in
      answers[question.id].map {
        #"  <\#(element) question="\#(question.id)">\#(text(of: $0, to: question).inXML)</\#(element)>"#
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

  /// `question = answer`, one after the other.
  static func list(_ answers: Answers, in pack: Pack) -> String {
    pack.questions.compactMap { question in
      answers[question.id].map { "\(question.id) = \(text(of: $0, to: question))" }
    }.joined(separator: ", ")
  }

  /// As an example holds it: options by id, numbers with their unit.
  package static func text(of answer: Answer, to question: Question) -> String {
    if case .number = answer { question.words(for: answer, notSure: "-") } else { question.code(for: answer) }
  }
}

extension String {
  fileprivate var inXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
      "\"", with: "&quot;")
  }
}
