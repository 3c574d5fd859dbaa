import Ergonomics

/// Looks up what a syntax tree names and makes a condition of it; reports whatever does not fit.
struct ConditionResolver {
  let vocabulary: Vocabulary
  let source: SourceText
  private(set) var problems: [Problem] = []

  init(_ vocabulary: Vocabulary, source: SourceText) { (self.vocabulary, self.source) = (vocabulary, source) }

  /// `nil` after a problem; the other parts are looked at nevertheless.
  mutating func condition(_ syntax: Syntax) -> Condition? {
    switch syntax.form {
    case .missing: return nil
    case .parenthesised(let inner): return condition(inner)
    case .name(let name): return yesNo(name, at: syntax)
    case .choice(let subject, let test, let options): return choice(subject, test, options)
    case .equation(let subject, let limit): return equation(subject, limit)
    case .comparison(let left, let comparison, let right): return self.comparison(left, comparison, right)
    case .between(let subject, let low, let high): return between(subject, low, high, at: syntax)
    case .not(let part): return condition(part).map { .not($0) }
    case .all(let parts): return conditions(parts).map { .all($0) }
    case .any(let parts): return conditions(parts).map { .any($0) }
    case .mixed(let parts):
      _ = conditions(parts)
      return nil
    case .atLeast(let count, let value, let parts): return quorum(count, value, of: parts)
    case .number, .call, .lookup, .sum, .difference, .product:
      if let quantity = quantity(syntax) {
        let unit = quantity.unit ?? .times
        report(.notACondition(written(syntax), example: "\(written(syntax)) more than \(unit.example)"), syntax.range)
      }
      return nil
    }
  }

  private mutating func conditions(_ parts: [Syntax]) -> [Condition]? {
    let conditions = parts.map { condition($0) }
    return conditions.contains(nil) ? nil : conditions.compactMap { $0 }
  }

  private mutating func yesNo(_ name: String, at syntax: Syntax) -> Condition? {
    if let question = vocabulary.questions[name] {
      if question.isYesNo { return .isOneOf(name, ["yes"]) }
      switch question.kind {
      case .choice: report(.notACondition(name, example: "\(name) is \(question.firstOption)"), syntax.range)
      case .choices: report(.notACondition(name, example: "\(name) has \(question.firstOption)"), syntax.range)
      case .number(let range):
        let example = range.unit.text(ofBase: range.bounds.lowerBound)
        report(.notACondition(name, example: "\(name) more than \(example)"), syntax.range)
      case .text: report(.textQuestion(name), syntax.range)
      }
      return nil
    }
    guard let unit = vocabulary.measures[name] else {
      reportUnknown(name, at: syntax.range)
      return nil
    }
    report(.notACondition(name, example: "\(name) more than \(unit.example)"), syntax.range)
    return nil
  }

  private mutating func quorum(_ count: Syntax.Name, _ value: ExactDecimal, of parts: [Syntax]) -> Condition? {
    let conditions = conditions(parts)
    guard value.isWhole, (1...parts.count).contains(value.roundedDown) else {
      report(.quorum(count.text, of: parts.count), count.range)
      return nil
    }
    return conditions.map { .atLeast(value.roundedDown, of: $0) }
  }

  /// `is` with a number or formula after it is always a mistake; which one depends on what is asked.
  private mutating func equation(_ subject: Syntax, _ limit: Syntax) -> Condition? {
    if case .name(let name) = subject.bare.form, let question = vocabulary.questions[name], !question.options.isEmpty {
      report(.numberForOption(question), limit.range)
      return nil
    }
    if quantity(subject) != nil { report(.isOnNumber(written(subject)), subject.range) }
    _ = quantity(limit)
    return nil
  }

  mutating func report(_ mistake: ConditionMistake, _ range: Range<Int>) {
    problems.append(Problem(mistake, at: range, in: source))
  }

  mutating func reportUnknown(_ name: String, at range: Range<Int>) {
    let near = (Array(vocabulary.questions.keys) + vocabulary.measures.keys).nearest(to: name)
    if let near, vocabulary.measures[near] != nil { return report(.unknownMeasure(name, near: near), range) }
    report(.unknownQuestion(name, near: near), range)
  }

  /// The part as it stands in the text, on one line.
  func written(_ syntax: Syntax) -> String { source.written(syntax.range) }
}

extension UnitOfMeasure {
  /// A quantity to show the form of a comparison with.
  fileprivate var example: String { self == .times || self == .points ? "2" : "2 \(rawValue)" }
}

extension Question {
  fileprivate var firstOption: AnswerOption.ID { options.first?.id ?? "…" }
}
