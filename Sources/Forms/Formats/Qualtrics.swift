import Ergonomics

/// The questionnaire in the advanced text format of Qualtrics.
///
/// It knows no conditions: what is not for everyone says so in its text, and can be given display logic there.
enum Qualtrics {
  static func document(of source: FormSource) -> FormDocument {
    let outline = FormOutline(source)
    let words = ConditionWords(source.questionnaire)
    var lines = ["[[AdvancedFormat]]", "", "[[Block:\(FormWords.beforeYouBegin)]]"]
    var ungated: [Question.ID] = []
    for item in outline.items {
      switch item {
      case .section(let section): lines += ["", "[[Block:\(section.title.asLine)]]"]
      case .note(let note):
        let intro = note.sign.map { [FormWords.onlyFor(words.text(of: $0))] } ?? []
        lines += ["", "[[Question:DB]]", "[[ID:\(note.name)]]"]
        lines.append((intro + [note.heading] + note.paragraphs).map(\.asText).joined(separator: "<br><br>"))
      case .kept(let column):
        lines += ["", "[[Question:TE:SingleLine]]", "[[ID:\(column.name)]]", column.label.asText]
      case .question(let question):
        let condition = question.gate == .always ? nil : question.question.askWhen.map(words.text)
        if condition != nil { ungated.append(question.id) }
        lines += self.lines(of: question, condition)
      }
    }
    let note = ungated.isEmpty ? [] : [FormWords.setByHand(ungated)]
    return FormDocument(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), notes: outline.notes + note)
  }

  private static func lines(of question: FormQuestion, _ condition: String?) -> [String] {
    let help = (condition.map { [FormWords.onlyIf($0)] } ?? []) + question.help
    let text = question.text.asText + "<br><br><em>\(help.map(\.asText).joined(separator: " "))</em>"
    let kind: String
    switch question.question.kind {
    case .choice: kind = "MC:SingleAnswer:Vertical"
    case .choices: kind = "MC:MultipleAnswer:Vertical"
    case .number: kind = "TE:SingleLine"
    case .text: kind = "TE:Essay"
    }
    let choices = question.options.isEmpty ? [] : ["[[Choices]]"] + question.options.map(\.text.asText)
    return ["", "[[Question:\(kind)]]", "[[ID:\(question.id)]]", text] + choices
  }
}

extension String {
  fileprivate var asLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").replacing("]]", with: "] ]")
  }
  /// Brackets that come in pairs are commands.
  fileprivate var asText: String { asHTML.asLine.replacing("[[", with: "[ [") }
}
