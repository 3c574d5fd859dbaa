import Ergonomics

@testable import Workbench

/// Judges somebody who answered everything, one condition after the other, as the language says: nothing of the engine.
struct PlainJudge {
  let pack: Pack
  let person: Answers

  func isAsked(_ id: Question.ID) -> Bool { pack.question(id)!.askWhen.map { holds($0) } ?? true }

  /// A question that is not asked makes what is said of it false, plain or negated.
  func holds(_ condition: Condition, isNegated: Bool = false) -> Bool {
    switch condition {
    case .not(let part): holds(part, isNegated: !isNegated)
    case .all(let parts):
      isNegated ? parts.contains { holds($0, isNegated: true) } : parts.allSatisfy { holds($0) }
    case .any(let parts):
      isNegated ? parts.allSatisfy { holds($0, isNegated: true) } : parts.contains { holds($0) }
    case .atLeast(let count, let parts):
      parts.count { holds($0, isNegated: isNegated) } >= (isNegated ? parts.count - count + 1 : count)
    case .isOneOf(let id, let options), .hasAny(let id, let options):
      isAsked(id) && chosen(id).contains(where: options.contains) != isNegated
    case .isWithin(let formula, let range): value(formula).map { range.contains($0) != isNegated } ?? false
    }
  }

  private func chosen(_ id: Question.ID) -> [AnswerOption.ID] {
    switch person[id] {
    case .option(let option): [option]
    case .options(let options): options
    default: []
    }
  }

  /// `nil` where something that it reads is not asked.
  func value(_ formula: Formula) -> Int? {
    switch formula {
    case .constant(let value): return value
    case .answer(let id):
      guard isAsked(id), case .number(let number) = person[id] else { return nil }
      return number
    case .points(let id): return isAsked(id) ? options(id).reduce(0) { $0 + $1.points } : nil
    case .count(let id): return isAsked(id) ? options(id).count { !$0.isAlone } : nil
    case .measure(let id): return value(pack.measures.first { $0.id == id }!.formula)
    case .lookup(let id, let row, let column):
      guard let row = value(row), let column = value(column) else { return nil }
      let table = pack.tables.first { $0.id == id }!
      let (r, c) = (
        min(max(row, table.rows.lowerBound), table.rows.upperBound),
        min(max(column, table.columns.lowerBound), table.columns.upperBound)
      )
      return table.cells[(r - table.rows.lowerBound) * table.columns.count + c - table.columns.lowerBound]
    case .sum(let a, let b): return both(a, b, +)
    case .difference(let a, let b): return both(a, b, -)
    case .scaled(let part, let factor): return value(part).map { factor.times($0) }
    case .least(let parts): return all(parts)?.min()
    case .greatest(let parts): return all(parts)?.max()
    }
  }

  private func options(_ id: Question.ID) -> [AnswerOption] {
    pack.question(id)!.options.filter { chosen(id).contains($0.id) }
  }

  private func both(_ a: Formula, _ b: Formula, _ combine: (Int, Int) -> Int) -> Int? {
    guard let a = value(a), let b = value(b) else { return nil }
    return combine(a, b)
  }

  private func all(_ parts: [Formula]) -> [Int]? {
    let values = parts.compactMap(value)
    return values.count == parts.count ? values : nil
  }

  func isFound(_ rule: Rule) -> Bool { (rule.applies.map { holds($0) } ?? true) && holds(rule.when) }

  /// What a score comes to, and its level.
  func told(_ score: Score) -> ScoredPerson.Told? {
    let sum: Int
    if let formula = score.formula {
      guard let value = value(formula) else { return nil }
      sum = value
    } else {
      sum = pack.rules.filter(isFound).flatMap(\.adds).filter { $0.score == score.id }.reduce(0) { $0 + $1.points }
    }
    let points = min(sum, score.max ?? .max)
    return .init(points: points, level: (score.bands.last { $0.from <= points } ?? score.bands[0]).id)
  }
}
