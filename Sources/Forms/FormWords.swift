import Ergonomics

/// What forms say besides the questions themselves.
enum FormWords {
  static let optional = "optional"
  static let chooseAll = "Choose all that apply."
  static let skippable = "It is about health: you can leave it out."
  static let notSureNumber = "Leave it empty if you are not sure."
  static let beforeYouBegin = "Before you begin"
  static let urgentHeading = "Please read this"
  static let emergencyHeading = "Please read this now"
  static let about = "About this form"
  static let noticeMissing =
    "the form does not say who keeps the answers, what for and how long; --notice FILE takes a text that does"

  /// Where nobody has said what is kept.
  static let usualNotice = [
    "Your answers go to whoever sent you this form. Ask them who can read the answers, what they are used for and how long "
      + "they are kept, before you begin.",
    "Questions about health are marked, and you can leave out each of them. Answers about health are not for your employer.",
  ]

  static func introduction(_ packs: [Pack]) -> [String] {
    packs.compactMap(\.summary) + [IntendedPurpose.statement]
  }

  /// What a number may be.
  static func range(_ range: NumberRange) -> String {
    let ends = [range.bounds.lowerBound, range.bounds.upperBound].map {
      range.unit.number(ofBase: $0)?.description ?? range.unit.kind.baseUnit.text(ofBase: $0)
    }
    return "A number of \(unit(range.unit)), from \(ends[0]) to \(ends[1])."
  }

  static func unit(_ unit: UnitOfMeasure) -> String {
    switch unit {
    case .millimetre: "millimetres (mm)"
    case .centimetre: "centimetres (cm)"
    case .metre: "metres (m)"
    case .inch: "inches (in)"
    case .minute: "minutes (min)"
    case .hour: "hours (h)"
    case .degree: "degrees"
    case .percent: "percent"
    case .times: "times"
    case .points: "points"
    }
  }

  static func alone(_ options: [AnswerOption]) -> String {
    "Choose \(options.map { "“\($0.text)”" }.joined(separator: " or ")) alone, or leave it out."
  }

  static func onlyIf(_ condition: String) -> String { "Answer it only if this holds: \(condition)." }

  static func ifSign(_ condition: String) -> String { "If \(condition)" }

  /// - Parameter last: The last question that it is about.
  static func jump(_ condition: String, from first: Int, to last: Int, isEnd: Bool) -> String {
    let which = first == last ? "question \(first)" : "questions \(first) to \(last)"
    return
      "Answer \(which) if \(condition), or if you are not sure of that. Else go to \(isEnd ? "the end" : "question \(last + 1)")."
  }

  static func answer(_ number: Int) -> String { "answer \(number)" }

  static let shortText = "short answer"
  static let branchingByHand =
    "this format knows no branching: set it by hand, by the lines that begin with →"
  static let ruler = "A ruler of 20 centimetres, for the edge of the page"
  static let card = "The outline of a bank card"
  static let cardText = "Hold a bank card here."
  static let scale =
    "Print at 100 %. Hold a bank card against the outline: where it fits, the ruler on the edge is right. For heights, a tape "
    + "measure is better."

  static func onlyFor(_ condition: String) -> String { "This is for you only if this holds: \(condition)." }

  static func setByHand(_ questions: [Question.ID]) -> String {
    "this format knows no conditions: these are shown to everyone, with their condition in the text, until display logic is "
      + "set by hand: \(questions.joined(separator: ", "))"
  }

  static func cannotGate(_ question: Question, _ condition: String) -> String {
    "'\(question.id)' is asked of everyone, with its condition in the help text: \(condition)"
  }

  /// - Parameter numbers: Shown with an emergency.
  static func card(_ card: CareCard, _ numbers: [EmergencyNumber]) -> [String] {
    let call = numbers.map { "\($0.number) (\($0.place))" }.joined(separator: ", ")
    return card.signs.map { "• \($0)" } + ["Whom to ask: \(card.ask)"]
      + (card.level == .emergency && !numbers.isEmpty ? ["Emergency numbers: \(call)."] : [])
      + ["How soon: \(card.soon)"] + card.text
  }
}
