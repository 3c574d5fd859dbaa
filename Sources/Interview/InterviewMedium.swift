internal import Ergonomics

/// How an interview reaches a person: as plain lines, or drawn on a screen.
package protocol InterviewMedium {
  /// Shows a text that stays.
  mutating func say(_ text: String, _ tone: Tone)
  /// Shows the prompt, unless it is on show, with its notes; then waits for what the person types, without the line's
  /// end. `nil` when the input has ended.
  mutating func line(for prompt: Prompt) -> String?
  /// The prompt is done with. A screen puts this text in its place; plain lines stand as they are.
  mutating func settle(_ text: String?)
}

/// What kind of text is shown.
package enum Tone: Sendable {
  case plain
  case heading
  /// Less important than the rest.
  case quiet
  /// Asks for attention, calmly.
  case care
}

/// Something to answer: a question, a list of answers to look through, a choice of ways to go on.
package struct Prompt: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// One of the rows.
    case one
    /// Any number of rows; those in `alone`, by place, exclude all others.
    case several(alone: Set<Int>)
    /// Something to type; the text says what, such as "a number from 1 to 7".
    case typed(String)
    /// A row to change, or none.
    case review
  }

  package struct Row: Equatable, Sendable {
    package var text: String
    /// What may be typed instead of its number.
    package var names: [String] = []
  }

  package var kind: Kind
  /// Where in the interview this is, and under which heading.
  package var progress: String?
  package var section: String?
  package var text: String
  /// Lines of a drawing that makes it easier to see than to read; left out where there is no room.
  package var drawing: [String] = []
  package var rows: [Row] = []
  /// The row a marker begins on, by place.
  package var marked: Int?
  package var chosen: Set<Int> = []
  /// The answer so far, in words.
  package var before: String?
  /// What else may be typed.
  package var commands: String?
  /// What to say about the line that was typed last.
  package var notes: [String] = []
}

extension InterviewMedium {
  /// Asks whether to go on with answers saved before; `false` = start over. At the end of the input nothing is deleted.
  package mutating func goesOn(withSaved count: Int) -> Bool {
    !takesSecond(
      of: [
        .init(text: InterviewPhrases.goOn, names: ["go on", "g"]),
        .init(text: InterviewPhrases.startOver, names: ["start over"]),
      ],
      asking: InterviewPhrases.savedAnswers(count), note: InterviewPhrases.goOnOrStartOver)
  }

  /// Asks what to do with the answers of an earlier report; `true` = every question is asked again.
  package mutating func answersAgain(_ count: Int) -> Bool {
    takesSecond(
      of: [
        .init(text: InterviewPhrases.changeSome, names: ["change"]),
        .init(text: InterviewPhrases.answerAgain, names: ["again"]),
      ],
      asking: InterviewPhrases.takenUp(count), note: InterviewPhrases.changeOrAnswerAgain)
  }

  /// Nothing typed is the first of two ways to go on.
  private mutating func takesSecond(of rows: [Prompt.Row], asking text: String, note: String) -> Bool {
    var prompt = Prompt(kind: .one, text: text, rows: rows, marked: 0)
    while true {
      let line = line(for: prompt)?.trimmed.lowercased() ?? ""
      let place = line.isEmpty ? 0 : rows.indices.first { line == String($0 + 1) || rows[$0].names.contains(line) }
      if let place {
        settle(nil)
        return place == 1
      }
      prompt.notes = [note]
    }
  }
}
