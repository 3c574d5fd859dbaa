import Ergonomics

/// Evaluates a pack for people who answered everything they were asked, in the plainest way there is: one person, one
/// recursion, no masks. What the engine says of complete answers is held against it.
struct Oracle {
  let pack: Pack

  func isAsked(_ id: Question.ID, _ answers: Answers) -> Bool {
    guard let condition = pack.question(id)!.askWhen else { return true }
    return holds(condition, answers)
  }

  func outcome(_ rule: Rule, _ answers: Answers) -> Outcome {
    let applies = rule.applies.map { holds($0, answers) } ?? true
    if applies && holds(rule.when, answers) { return .found }
    return applies ? .clear : .notApplicable
  }

  func score(_ score: Score, _ answers: Answers) -> Int {
    let found = pack.rules.filter { outcome($0, answers) == .found }.flatMap(\.adds)
    return min(score.max ?? .max, found.filter { $0.score == score.id }.reduce(0) { $0 + $1.points })
  }

  func holds(_ condition: Condition, _ answers: Answers, negated: Bool = false) -> Bool {
    switch condition {
    case .not(let part): return holds(part, answers, negated: !negated)
    case .all(let parts):
      return negated
        ? parts.contains { holds($0, answers, negated: true) } : parts.allSatisfy { holds($0, answers) }
    case .any(let parts):
      return negated
        ? parts.allSatisfy { holds($0, answers, negated: true) } : parts.contains { holds($0, answers) }
    case .atLeast(let count, let parts):
      return negated
        ? parts.count { holds($0, answers, negated: true) } > parts.count - count
        : parts.count { holds($0, answers) } >= count
    case .isOneOf(let id, let options):
      guard isAsked(id, answers), case .option(let chosen) = answers[id] else { return false }
      return options.contains(chosen) != negated
    case .hasAny(let id, let options):
      guard isAsked(id, answers), case .options(let chosen) = answers[id] else { return false }
      return chosen.contains(where: options.contains) != negated
    case .isWithin(let formula, let range):
      guard let value = value(formula, answers) else { return false }
      return range.contains(value) != negated
    }
  }

  func value(_ formula: Formula, _ answers: Answers) -> Int? {
    func both(_ a: Formula, _ b: Formula, _ combine: (Int, Int) -> Int) -> Int? {
      guard let a = value(a, answers), let b = value(b, answers) else { return nil }
      return combine(a, b)
    }
    func all(_ parts: [Formula]) -> [Int]? {
      let values = parts.compactMap { value($0, answers) }
      return values.count == parts.count ? values : nil
    }
    switch formula {
    case .constant(let constant): return constant
    case .answer(let id):
      guard isAsked(id, answers), case .number(let number) = answers[id] else { return nil }
      return number
    case .points(let id): return chosen(id, answers)?.reduce(0) { $0 + $1.points }
    case .count(let id): return chosen(id, answers)?.count { !$0.isAlone }
    case .measure(let id): return value(pack.measures.first { $0.id == id }!.formula, answers)
    case .sum(let a, let b): return both(a, b, +)
    case .difference(let a, let b): return both(a, b, -)
    case .scaled(let part, let factor): return value(part, answers).map(factor.times)
    case .least(let parts): return all(parts)?.min()
    case .greatest(let parts): return all(parts)?.max()
    case .lookup(let id, let row, let column):
      let table = pack.tables.first { $0.id == id }!
      return both(row, column) { row, column in
        let (row, column) = (table.rows.nearest(to: row), table.columns.nearest(to: column))
        return table.cells[(row - table.rows.lowerBound) * table.columns.count + column - table.columns.lowerBound]
      }
    }
  }

  private func chosen(_ id: Question.ID, _ answers: Answers) -> [AnswerOption]? {
    guard isAsked(id, answers), let answer = answers[id] else { return nil }
    return pack.question(id)!.options.filter { option in
      switch answer {
      case .option(let chosen): chosen == option.id
      case .options(let chosen): chosen.contains(option.id)
      default: false
      }
    }
  }
}

extension ClosedRange<Int> {
  fileprivate func nearest(to number: Int) -> Int { Swift.min(Swift.max(number, lowerBound), upperBound) }
}
