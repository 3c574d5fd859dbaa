import Ergonomics

/// When an item of a form is shown, in tests that survey tools have: nothing is unknown, and no more is negated than a tick.
package indirect enum Gate: Hashable, Sendable {
  package enum Comparison: Hashable, Sendable, CaseIterable { case atLeast, moreThan, atMost, lessThan }

  case always
  /// Of one or several options.
  case chosen(Question.ID, AnswerOption.ID)
  /// Not among those that are ticked; holds where none is.
  case lacks(Question.ID, AnswerOption.ID)
  case empty(Question.ID)
  /// In the question's unit; never holds where it is empty.
  case number(Question.ID, Comparison, ExactDecimal)
  case all([Gate])
  case any([Gate])

  /// The option that every choice has besides its own.
  package static let notSure: AnswerOption.ID = "not_sure"
}

extension Gate {
  /// The questions it looks at, without doubles.
  package var questions: Set<Question.ID> {
    switch self {
    case .always: []
    case .chosen(let id, _), .lacks(let id, _), .empty(let id), .number(let id, _, _): [id]
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.questions) }
    }
  }

  /// All of them hold; what always does is left out.
  static func every(_ parts: [Gate]) -> Gate {
    let open = parts.flatMap { part -> [Gate] in if case .all(let parts) = part { parts } else { [part] } }
      .filter { $0 != .always }.withoutDoubles
    return open.isEmpty ? .always : open.count == 1 ? open[0] : .all(open)
  }

  /// At least one of them holds.
  ///
  /// - Precondition: There is one.
  static func some(_ parts: [Gate]) -> Gate {
    let open = parts.flatMap { part -> [Gate] in if case .any(let parts) = part { parts } else { [part] } }
      .withoutDoubles
    return open.contains(.always) ? .always : open.count == 1 ? open[0] : .any(open)
  }
}

/// How a survey tool writes conditions. One function a test; what joins them is written for all tools alike.
protocol GateLanguage {
  func chosen(_ question: Question, _ option: AnswerOption.ID) -> String
  func lacks(_ question: Question, _ option: AnswerOption.ID) -> String
  func empty(_ question: Question) -> String
  func number(_ question: Question, _ comparison: Gate.Comparison, _ limit: ExactDecimal) -> String
  var and: String { get }
  var or: String { get }
}

extension GateLanguage {
  /// - Parameter questions: Those that the gate looks at, by id.
  /// - Returns: `nil` for what is always shown.
  func text(of gate: Gate, _ questions: [Question.ID: Question]) -> String? {
    if gate == .always { return nil }
    return text(of: gate, inside: false, questions)
  }

  private func text(of gate: Gate, inside: Bool, _ questions: [Question.ID: Question]) -> String {
    func question(_ id: Question.ID) -> Question { questions[id]! }
    func joined(_ parts: [Gate], by word: String) -> String {
      let text = parts.map { self.text(of: $0, inside: true, questions) }.joined(separator: word)
      return inside ? "(\(text))" : text
    }
    switch gate {
    case .always: preconditionFailure("what always holds is no part of a gate")
    case .chosen(let id, let option): return chosen(question(id), option)
    case .lacks(let id, let option): return lacks(question(id), option)
    case .empty(let id): return empty(question(id))
    case .number(let id, let comparison, let limit): return number(question(id), comparison, limit)
    case .all(let parts): return joined(parts, by: and)
    case .any(let parts): return joined(parts, by: or)
    }
  }
}

extension Gate.Comparison {
  /// As nearly every tool writes it.
  var sign: String {
    switch self {
    case .atLeast: ">="
    case .moreThan: ">"
    case .atMost: "<="
    case .lessThan: "<"
    }
  }
}
