import Ergonomics

/// A thing on a form, in the order of the form.
package enum FormItem: Sendable {
  /// The sections after it belong to it until the next.
  case section(Section)
  case note(FormNote)
  case kept(FormSource.KeptColumn)
  case question(FormQuestion)
}

/// A text to read.
package struct FormNote: Sendable {
  /// Of letters and digits, and none else has it.
  package let name: String
  package let heading: String
  package let paragraphs: [String]
  package let gate: Gate
  /// Whom it is for, where it is about a warning sign.
  package let sign: Condition?

  package init(name: String, heading: String, paragraphs: [String], gate: Gate = .always, sign: Condition? = nil) {
    (self.name, self.heading, self.paragraphs) = (name, heading, paragraphs)
    (self.gate, self.sign) = (gate, sign)
  }
}

/// A question as forms ask it.
package struct FormQuestion: Sendable {
  package let question: Question
  package let gate: Gate
  /// Its options, and "not sure" behind them; none for numbers and text.
  package let options: [AnswerOption]
  /// Why it is asked, and how to answer, a sentence or more each.
  package let help: [String]

  package var id: Question.ID { question.id }

  /// The text, marked where it may be left out. Readers know the mark.
  package var text: String {
    question.isSensitive ? "\(question.text) (\(FormWords.optional))" : question.text
  }

  /// Whether several options can be chosen.
  package var takesSeveral: Bool { question.takesSeveral }

  package var range: NumberRange? { if case .number(let range) = question.kind { range } else { nil } }
}

extension NumberRange {
  /// The ends, in its unit.
  var ends: (least: ExactDecimal, most: ExactDecimal) {
    func number(_ quantity: Int) -> ExactDecimal {
      unit.number(ofBase: quantity)
        ?? ExactDecimal(units: ExactDecimal.rounded(quantity * 100, unit.inBaseUnits.times(1)), places: 2)
    }
    return (number(bounds.lowerBound), number(bounds.upperBound))
  }
}
