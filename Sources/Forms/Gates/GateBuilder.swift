import Ergonomics

/// Makes gates of the conditions of a questionnaire, so that a form asks what the interview asks.
///
/// A question is shown where its condition may hold: also where what decides was answered with "not sure", or not at all. One
/// about health waits until it certainly holds. A list that was left empty, or answered with "not sure", counts as "none of
/// these" where it has such an answer. What was not asked speaks for nothing.
struct GateBuilder {
  /// How much has to be known.
  enum Certainty { case may, certainly }

  let questions: [Question.ID: Question]

  init(_ pack: Pack) { questions = pack.vocabulary.questions }

  /// `nil` where no tool can tell it: a condition on what is worked out of answers.
  func gate(of question: Question) -> Gate? {
    guard let condition = question.askWhen else { return .always }
    return gate(condition, question.isSensitive ? .certainly : .may)
  }

  /// - Parameter isNegated: It is asked where the condition does not hold.
  func gate(_ condition: Condition, _ certainty: Certainty, isNegated: Bool = false) -> Gate? {
    switch condition {
    case .not(let part): return gate(part, certainty, isNegated: !isNegated)
    case .all(let parts): return join(parts, certainty, isNegated, isNegated ? Gate.some : Gate.every)
    case .any(let parts): return join(parts, certainty, isNegated, isNegated ? Gate.every : Gate.some)
    case .atLeast(let count, let parts):
      return atLeast(isNegated ? parts.count - count + 1 : count, parts[...], certainty, isNegated)
    case .isOneOf(let id, let options):
      let all = questions[id]!.options.map(\.id)
      return one(of: isNegated ? all.filter { !options.contains($0) } : options, of: questions[id]!, certainty)
    case .hasAny(let id, let options):
      return isNegated
        ? none(of: options, of: questions[id]!, certainty) : any(of: options, of: questions[id]!, certainty)
    case .isWithin(.answer(let id), let range): return number(questions[id]!, range, certainty, isNegated)
    case .isWithin: return nil
    }
  }

  private func join(
    _ parts: [Condition], _ certainty: Certainty, _ isNegated: Bool, _ joined: ([Gate]) -> Gate
  ) -> Gate? {
    let gates = parts.compactMap { gate($0, certainty, isNegated: isNegated) }
    return gates.count == parts.count ? joined(gates) : nil
  }

  /// So many of them in each possible choice.
  private func atLeast(
    _ count: Int, _ parts: ArraySlice<Condition>, _ certainty: Certainty, _ isNegated: Bool
  ) -> Gate? {
    if count <= 0 { return .always }
    guard count <= parts.count, parts.count <= 6, let first = parts.first,
      let gate = gate(first, certainty, isNegated: isNegated),
      let without = atLeast(count - 1, parts.dropFirst(), certainty, isNegated)
    else { return nil }
    let with = Gate.every([gate, without])
    if count == parts.count { return with }
    return atLeast(count, parts.dropFirst(), certainty, isNegated).map { .some([with, $0]) }
  }

  private func one(of options: [AnswerOption.ID], of question: Question, _ certainty: Certainty) -> Gate? {
    let chosen = options.map { Gate.chosen(question.id, $0) }
    return .some(chosen + (certainty == .may ? open(question) : []))
  }

  private func any(of options: [AnswerOption.ID], of question: Question, _ certainty: Certainty) -> Gate? {
    let chosen = options.map { Gate.chosen(question.id, $0) }
    let none = question.options.first(where: \.isAlone)?.id
    let isOpen = none.map { options.contains($0) } ?? (certainty == .may)
    return .some(chosen + (isOpen ? open(question) : []))
  }

  private func none(of options: [AnswerOption.ID], of question: Question, _ certainty: Certainty) -> Gate? {
    let lacks = options.map { Gate.lacks(question.id, $0) }
    let none = question.options.first(where: \.isAlone)?.id
    if none.map({ !options.contains($0) }) ?? (certainty == .may) { return .every(lacks + [asked(question)]) }
    let others = question.options.map(\.id).filter { !options.contains($0) }
    return .every(lacks + [.some(others.map { .chosen(question.id, $0) })])
  }

  private func number(
    _ question: Question, _ range: ClosedRange<Int>, _ certainty: Certainty, _ isNegated: Bool
  ) -> Gate? {
    guard case .number(let numbers) = question.kind else { return nil }
    /// "more than 8 h" rather than "at least 8.02 h".
    func limit(_ limit: Int, _ whole: Gate.Comparison, _ next: Int, _ beyond: Gate.Comparison) -> Gate? {
      let numbers = [(limit, whole), (limit + next, beyond)].compactMap { quantity, comparison in
        numbers.unit.number(ofBase: quantity).map { (comparison, $0) }
      }
      return numbers.min { $0.1.length < $1.1.length }.map { .number(question.id, $0, $1) }
    }
    var parts: [Gate?] = []
    if range.lowerBound != .min {
      parts.append(
        isNegated
          ? limit(range.lowerBound - 1, .atMost, 1, .lessThan) : limit(range.lowerBound, .atLeast, -1, .moreThan))
    }
    if range.upperBound != .max {
      parts.append(
        isNegated
          ? limit(range.upperBound + 1, .atLeast, -1, .moreThan) : limit(range.upperBound, .atMost, 1, .lessThan))
    }
    guard !parts.contains(nil), !parts.isEmpty else { return nil }
    let within = isNegated ? Gate.some(parts.compactMap(\.self)) : .every(parts.compactMap(\.self))
    return .some([within] + (certainty == .may ? open(question) : []))
  }

  /// It was asked, and nobody knows the answer.
  private func open(_ question: Question) -> [Gate] {
    let unsure = question.options.isEmpty ? [] : [Gate.chosen(question.id, Gate.notSure)]
    return unsure + [.every([.empty(question.id), asked(question)])]
  }

  /// It may have been asked; so may be what no tool can decide.
  private func asked(_ question: Question) -> Gate {
    question.askWhen.flatMap { gate($0, .may) } ?? .always
  }
}

extension ExactDecimal {
  /// Of its digits, without zeros behind them.
  fileprivate var length: Int {
    description.filter(\.isASCIIDigit).reversed().drop { $0 == "0" }.count
  }
}
