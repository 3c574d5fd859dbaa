internal import Ergonomics

/// What the interview says besides the questions themselves.
package enum InterviewPhrases {
  static func welcome(_ pack: Pack, isBrief: Bool) -> String {
    let what = isBrief ? "only what can still change a level" : pack.generalAdvice.texts[.takes]
    return "\(pack.title)\(what.map { ": \($0)" } ?? ""). There are no wrong answers, and you can skip any question. "
      + "Your answers stay on this computer. This is a screening of your workstation, not a diagnosis."
  }

  /// How a prompt is answered. On a screen there is a marker that arrow keys move.
  static func howToAnswer(_ prompt: Prompt, onScreen: Bool = false) -> String {
    switch (prompt.kind, onScreen) {
    case (.one, false): "Type the number of your answer, or its words, then Enter."
    case (.one, true): "Arrow keys, a number or words, then Enter."
    case (.several, false): "Type all numbers that apply, such as 1 3, then Enter."
    case (.several, true): "Arrow keys and space, or numbers such as 1 3, then Enter."
    case (.typed(let what), _): "Type \(what), then Enter."
    case (.review, false): "Type a number to change that answer, or Enter when all is right. b back, q stop."
    case (.review, true):
      "Enter when all is right. To change an answer: arrow keys or its number, then Enter. b back, q stop."
    }
  }

  static func progress(_ progress: (number: Int, of: Int, isExact: Bool)) -> String {
    "Question \(progress.number) of \(progress.isExact ? "" : "about ")\(progress.of)"
  }

  static func progress(_ number: Int, atMost most: Int) -> String { "Question \(number) of at most \(most)" }

  /// - Parameter decision: By pack, what is decided.
  static func decided(_ decision: [Assessment.Decision], by count: Int) -> String {
    let levels = decision.flatMap(\.levels).map { "\($0.title): \($0.band.word)" }
    let these = count == 1 ? "This answer decides" : "These \(count) answers decide"
    return "\(these) it already. Whatever the rest, \(levels.joined(separator: "; ").loweringFirst)."
  }

  static let fewWords = "a few words"
  static let moreAbove = "  ... more above"
  static let moreBelow = "  ... more below"

  /// What else can be typed at a question.
  static func commands(canGoBack: Bool) -> String {
    (canGoBack ? "b back, " : "") + "? why we ask, s skip, q stop"
  }

  static func answerSoFar(_ words: String) -> String { "Your answer so far: \(words). Enter keeps it." }

  static func skipped(_ question: Question) -> String {
    question.isSensitive
      ? "Skipped. That changes no score; advice about exercises will be more careful."
      : "Skipped. What depends on it stays open, so a score can become a range."
  }

  static let noWayBack = "This is the first question: there is nothing to go back to."
  static let goOnOrStop = "You can stop here with this advice, or go on and answer the rest. Enter stops."
  static let goOn = "Go on"
  static let stopHere = "Stop here"
  static let neither = "Type 1 to go on, or 2 to stop here."
  static let yourAnswers = "Your answers"
  static let skippedAnswer = "skipped"

  static func nothingTyped(_ question: Question) -> String {
    "Nothing typed. Type an answer, s to skip, or ? to see why we ask."
  }

  /// - Parameter numbers: Shown with an emergency.
  static func card(_ card: Assessment.CareAdvice, numbers: [EmergencyNumber]) -> String {
    let heading = card.level == .emergency ? "Please read this now: \(card.title)" : "Worth knowing: \(card.title)"
    let signs = card.signs.map { "  - " + $0 }
    let call = numbers.map { "\($0.number) (\($0.place))" }.joined(separator: ", ")
    let calls = card.level == .emergency && !numbers.isEmpty ? ["Emergency numbers: \(call)."] : []
    return ([heading] + signs + ["Whom to ask: \(card.ask)"] + calls + ["How soon: \(card.soon)"] + card.text)
      .joined(separator: "\n")
  }

  /// A question that is done with, in a line.
  static func settled(_ question: Question, _ answer: Answer?, _ pack: Pack) -> String {
    "\(question.label): \(answer.map { question.words(for: $0, notSure: pack.notSure) } ?? skippedAnswer)"
  }

  static func changed(_ line: String) -> String { line + " (changed)" }

  /// - Parameter titles: Of rules that are found, the weightiest first.
  static func standsOut(_ titles: [String]) -> String {
    switch titles.count {
    case 0: "So far nothing stands out."
    case 1...2: "So far this stands out: \(titles.joined(separator: "; "))."
    default: "So far this stands out: \(titles.prefix(2).joined(separator: "; ")); and \(titles.count - 2) more."
    }
  }

  static func savedAnswers(_ count: Int) -> String {
    "There \(count == 1 ? "is 1 answer" : "are \(count) answers") from before. Go on from there, or start over?"
  }

  static let startOver = "Start over, and delete them"
  static func takenUp(_ count: Int) -> String {
    "There \(count == 1 ? "is 1 answer" : "are \(count) answers") of then. What do you want to do?"
  }

  static let changeSome = "Change what is different now"
  static let answerAgain = "Go through all questions again; Enter keeps an answer"
  static let changeOrAnswerAgain = "Type 1 to change what is different, or 2 to go through all questions again."
  static let compared = "Compared with then, by the same rules"
  static let nothingDiffers = "Your answers are those of then, so nothing is different."

  static let goOnOrStartOver = "Type 1 to go on, or 2 to start over."

  /// - Parameter changed: How many answers no longer fit, if the questions are not those of before.
  package static func resumed(_ count: Int, changed: Int?) -> String {
    let kept = "Going on with \(count) answer\(count == 1 ? "" : "s"). Skipped questions come up again."
    guard let changed else { return kept }
    return kept + " The questions have changed since; "
      + (changed == 0
        ? "every answer still fits."
        : changed == 1 ? "1 no longer fits and is asked again." : "\(changed) no longer fit and are asked again.")
  }

  static func noSuchLine(_ line: String, count: Int) -> String {
    "There is no line \"\(line.printable)\". Type a number from 1 to \(count), or Enter when all is right."
  }

  /// What a number may be, with an example that is one.
  static func example(_ range: NumberRange) -> String {
    let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
    let ends = "\(range.unit.text(ofBase: low)) to \(range.unit.text(ofBase: high))"
    let middle = (low + high) / 2
    switch range.unit.kind {
    case .length:
      let inches = ExactDecimal.rounded(middle * 10, 254)
      return "a length from \(ends), such as \(middle / 10) cm or \(inches) in"
    case .time where range.bounds.contains(45) && high >= 150:
      return "a time from \(ends), such as 45 min, 2 h or 2h30"
    case .time: return "a time from \(ends), such as \(range.unit.text(ofBase: middle))"
    case .angle, .share, .count, .points: return "a number from \(ends)"
    }
  }
}
