extension Pack {
  /// The same pack with other ids for some of its questions, wherever they are named.
  package func renaming(_ names: [Question.ID: Question.ID]) -> Pack {
    if names.isEmpty { return self }
    var pack = self
    for place in questions.indices {
      pack.questions[place].id.rename(names)
      pack.questions[place].askWhen?.rename(names)
    }
    for place in measures.indices { pack.measures[place].formula.rename(names) }
    for place in scores.indices { pack.scores[place].formula?.rename(names) }
    for place in people.indices { pack.people[place].answers = people[place].answers.renamed(names) }
    for place in rules.indices { pack.rules[place].rename(names) }
    pack.drawingsShow?.rename(names)
    for place in corrections.indices {
      pack.corrections[place].sets = corrections[place].sets.map { $0.renamed(names) }
      pack.corrections[place].examples = corrections[place].examples.map {
        .init(
          rule: $0.rule, outcome: $0.outcome, says: $0.says, answers: $0.answers.renamed(names),
          becomes: $0.becomes.renamed(names))
      }
      pack.corrections[place].avoidWhen.rename(names)
      for fit in corrections[place].fitsWhen.indices { pack.corrections[place].fitsWhen[fit].when.rename(names) }
    }
    for place in exercises.indices { pack.exercises[place].avoidWhen.rename(names) }
    for place in reliefs.indices { pack.reliefs[place].avoidWhen.rename(names) }
    for place in careCards.indices { pack.careCards[place].when.rename(names) }
    return pack
  }
}

private typealias Names = [Question.ID: Question.ID]

extension Question.ID {
  fileprivate mutating func rename(_ names: Names) { self = renamed(names) }
  fileprivate func renamed(_ names: Names) -> Question.ID { names[self] ?? self }
}

extension Condition {
  fileprivate mutating func rename(_ names: Names) { self = renamed(names) }

  private func renamed(_ names: Names) -> Condition {
    switch self {
    case .isOneOf(let question, let options): .isOneOf(question.renamed(names), options)
    case .hasAny(let question, let options): .hasAny(question.renamed(names), options)
    case .isWithin(let formula, let range): .isWithin(formula.renamed(names), range)
    case .all(let parts): .all(parts.map { $0.renamed(names) })
    case .any(let parts): .any(parts.map { $0.renamed(names) })
    case .not(let part): .not(part.renamed(names))
    case .atLeast(let count, let parts): .atLeast(count, of: parts.map { $0.renamed(names) })
    }
  }
}

extension Formula {
  fileprivate mutating func rename(_ names: Names) { self = renamed(names) }

  fileprivate func renamed(_ names: Names) -> Formula {
    switch self {
    case .constant, .measure: self
    case .answer(let question): .answer(question.renamed(names))
    case .points(let question): .points(question.renamed(names))
    case .count(let question): .count(question.renamed(names))
    case .lookup(let table, let row, let column):
      .lookup(table, row: row.renamed(names), column: column.renamed(names))
    case .sum(let a, let b): .sum(a.renamed(names), b.renamed(names))
    case .difference(let a, let b): .difference(a.renamed(names), b.renamed(names))
    case .scaled(let part, let factor): .scaled(part.renamed(names), by: factor)
    case .least(let parts): .least(parts.map { $0.renamed(names) })
    case .greatest(let parts): .greatest(parts.map { $0.renamed(names) })
    }
  }
}

extension Rule {
  fileprivate mutating func rename(_ names: Names) {
    applies?.rename(names)
    when.rename(names)
    solvedWhen?.rename(names)
    finding = Template(
      finding.parts.map { if case .value(let name) = $0 { .value(name.renamed(names)) } else { $0 } })
    examples = examples.map {
      Example(outcome: $0.outcome, says: $0.says, answers: $0.answers.renamed(names))
    }
  }
}

extension Answers {
  fileprivate func renamed(_ names: Names) -> Answers {
    Answers(id: id, Dictionary(uniqueKeysWithValues: byQuestion.map { ($0.renamed(names), $1) }))
  }
}

extension Correction.Change {
  fileprivate func renamed(_ names: Names) -> Correction.Change {
    guard case .formula(let formula) = value else { return .init(question: question.renamed(names), value: value) }
    return .init(question: question.renamed(names), value: .formula(formula.renamed(names)))
  }
}

extension [Avoidance] {
  fileprivate mutating func rename(_ names: Names) {
    for place in indices { self[place].when.rename(names) }
  }
}
