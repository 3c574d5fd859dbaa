import Ergonomics

/// The outline for forms that people go through by themselves: questions have numbers, and are told where to go on.
struct NumberedForm {
  enum Part {
    case heading(title: String, about: String?)
    case note(heading: String, paragraphs: [String], isCare: Bool)
    case kept(FormSource.KeptColumn)
    /// Whom the next questions are for, and where the others go on.
    case jump(String)
    case question(number: Int, FormQuestion)
  }

  private(set) var parts: [Part] = []
  private var numbers: [Question.ID: Int] = [:]

  init(_ outline: FormOutline) {
    let questions = outline.items.compactMap { if case .question(let question) = $0 { question } else { nil } }
    for (place, question) in questions.enumerated() { numbers[question.id] = place + 1 }
    let words = ConditionWords(outline.questionnaire) { [numbers] in numbers[$0].map(FormWords.answer) }
    var last: Condition?
    for item in outline.items {
      switch item {
      case .section(let section):
        parts.append(.heading(title: section.title, about: section.about))
        last = nil
      case .kept(let column): parts.append(.kept(column))
      case .note(let note):
        let heading = note.sign.map { FormWords.ifSign(words.text(of: $0)) }
        parts.append(
          .note(
            heading: heading ?? note.heading, paragraphs: (heading == nil ? [] : [note.heading]) + note.paragraphs,
            isCare: note.sign != nil))
      case .question(let question):
        let number = numbers[question.id]!
        let condition = question.gate == .always ? nil : question.question.askWhen
        if let condition, condition != last {
          let end = questions[number...].firstIndex {
            $0.question.askWhen != condition || $0.section != question.section
          }
          parts.append(
            .jump(
              FormWords.jump(words.text(of: condition), from: number, to: end ?? questions.count, isEnd: end == nil)))
        }
        last = condition
        parts.append(.question(number: number, question))
      }
    }
  }
}

extension FormQuestion {
  fileprivate var section: Section.ID { question.section }
}
