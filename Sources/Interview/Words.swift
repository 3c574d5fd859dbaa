internal import Ergonomics

/// What the interview says besides the questions themselves.
enum Words {
  static func welcome(_ pack: Pack) -> String {
    "\(pack.title): about 5 to 8 minutes. There are no wrong answers, and you can skip any question. "
      + "Your answers stay on this computer. This is a screening of your workstation, not a diagnosis."
  }

  static func howToAnswer(_ question: Question) -> String {
    switch question.kind {
    case .choice: "Type a number from 1 to \(question.options.count + 1), then Enter."
    case .choices: "Type all numbers that apply, such as 1 3, then Enter."
    case .number(let range): "Type \(example(range)), then Enter."
    case .text: "Type a few words, then Enter."
    }
  }

  /// What else can be typed at a question.
  static func commands(canGoBack: Bool) -> String {
    (canGoBack ? "b back, " : "") + "? why we ask, s skip, q stop"
  }

  static func answerSoFar(_ words: String) -> String { "Your answer so far: \(words)." }

  static func skipped(_ question: Question) -> String {
    question.isSensitive
      ? "Skipped. That changes no score; advice about exercises will be more careful."
      : "Skipped. What depends on it stays open, so a score can become a range."
  }

  static let noWayBack = "This is the first question: there is nothing to go back to."
  static let goOnOrStop = "Type stop to end here with this advice, or go on to answer the rest."

  static func nothingTyped(_ question: Question) -> String {
    "Nothing typed. Type an answer, s to skip, or ? to see why we ask."
  }

  static func card(_ card: Assessment.CareAdvice, width: Int) -> String {
    let heading = card.level == .emergency ? "Please read this now: \(card.title)" : "Worth knowing: \(card.title)"
    let lines =
      [heading.wrapped(to: width)] + card.signs.map { ("  - " + $0).hanging(to: width, indent: 4) }
      + ["Whom to ask: \(card.ask)", "How soon: \(card.soon)"].map { $0.wrapped(to: width) }
      + card.text.map { $0.wrapped(to: width) }
    return lines.joined(separator: "\n")
  }

  static func yourAnswers(_ places: [Int], _ flow: InterviewFlow, width: Int) -> String {
    let pack = flow.assessor.pack
    let digits = String(places.count).count
    let lines = places.enumerated().map { number, place in
      let question = flow.questions[place]
      let words = flow.answers[question.id].map { question.words(for: $0, notSure: pack.notSure) } ?? "skipped"
      let label = String(repeating: " ", count: digits - String(number + 1).count) + "\(number + 1)  "
      return (label + "\(question.label): \(words)").hanging(to: width, indent: digits + 2)
    }
    let hint = "Type a number to change that answer, or Enter when all is right. q stops."
    return (["Your answers"] + lines + [hint.wrapped(to: width)]).joined(separator: "\n")
  }

  static func noSuchLine(_ line: String, count: Int) -> String {
    "There is no line \"\(line.printable)\". Type a number from 1 to \(count), or Enter when all is right."
  }

  private static func example(_ range: NumberRange) -> String {
    let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
    let ends = "\(range.unit.text(ofBase: low)) to \(range.unit.text(ofBase: high))"
    switch range.unit.kind {
    case .length: return "a length from \(ends), such as 72 cm or 28 in"
    case .time: return "a time from \(ends), such as 45 min, 2 h or 2h30"
    case .angle, .share, .count, .points: return "a number from \(ends)"
    }
  }
}
