import Ergonomics

/// Conditions and formulas as `Forms/page/conditions.js` reads them.
struct PageConditions {
  private let pack: Pack
  private let measures: [Measure.ID: Measure]

  init(_ pack: Pack) {
    self.pack = pack
    measures = Dictionary(uniqueKeysWithValues: pack.measures.map { ($0.id, $0) })
  }

  /// A comparison says which questions it reads: one of them that is not asked makes it false.
  func value(_ condition: Condition) -> JSONValue {
    switch condition {
    case .all(let parts): ["all": .list(parts.map(value))]
    case .any(let parts): ["any": .list(parts.map(value))]
    case .not(let part): ["not": value(part)]
    case .atLeast(let count, let parts): ["atLeast": .whole(count), "of": .list(parts.map(value))]
    case .isOneOf(let question, let options), .hasAny(let question, let options):
      ["chosen": .text(question), "options": .texts(options), "reads": .texts([question])]
    case .isWithin(let formula, let range):
      [
        "quantity": value(formula),
        "from": range.lowerBound == .min ? nil : .whole(range.lowerBound),
        "to": range.upperBound == .max ? nil : .whole(range.upperBound),
        "reads": .texts(formula.questions(measures: measures)),
      ]
    }
  }

  func value(_ formula: Formula) -> JSONValue {
    switch formula {
    case .constant(let number): ["constant": .whole(number)]
    case .answer(let question): ["answer": .text(question)]
    case .points(let question): total(question) { $0.points }
    case .count(let question): total(question) { $0.isAlone ? 0 : 1 }
    case .measure(let id): ["measure": .text(id)]
    case .lookup(let table, let row, let column):
      ["table": .text(table), "row": value(row), "column": value(column)]
    case .sum(let a, let b): ["sum": .list([value(a), value(b)])]
    case .difference(let a, let b): ["difference": .list([value(a), value(b)])]
    case .scaled(let part, let factor):
      ["scaled": value(part), "units": .whole(factor.units), "places": .whole(factor.places)]
    case .least(let parts): ["least": .list(parts.map(value))]
    case .greatest(let parts): ["greatest": .list(parts.map(value))]
    }
  }

  /// A sum over the chosen options, and between what it lies while nothing is chosen.
  private func total(_ question: Question.ID, _ points: (AnswerOption) -> Int) -> JSONValue {
    guard let question = pack.question(question) else { preconditionFailure("a checked pack has all its questions") }
    var possible = question.options.map(points)
    if case .choices = question.kind {
      let together = question.options.filter { !$0.isAlone }.map(points)
      possible += [together.filter { $0 < 0 }, together.filter { $0 > 0 }].filter { !$0.isEmpty }
        .map { $0.reduce(0, +) }
    }
    return [
      "total": .text(question.id), "points": .list(question.options.map { .whole(points($0)) }),
      "open": .list([.whole(possible.min() ?? 0), .whole(possible.max() ?? 0)]),
    ]
  }

  /// The measures and tables that these conditions read, also those that others read.
  func parts(of conditions: [Condition]) -> (measures: JSONValue, tables: JSONValue) {
    var (named, waiting) = (Set<Measure.ID>(), conditions.flatMap(\.quantities))
    var tables: Set<LookupTable.ID> = []
    while let formula = waiting.popLast() {
      for part in formula.parts {
        switch part {
        case .measure(let id):
          if named.insert(id).inserted, let measure = measures[id] { waiting.append(measure.formula) }
        case .lookup(let id, _, _): tables.insert(id)
        default: break
        }
      }
    }
    return (
      .object(pack.measures.filter { named.contains($0.id) }.map { ($0.id, value($0.formula)) }),
      .object(pack.tables.filter { tables.contains($0.id) }.map { ($0.id, value($0)) })
    )
  }

  private func value(_ table: LookupTable) -> JSONValue {
    func ends(_ range: ClosedRange<Int>) -> JSONValue { .list([.whole(range.lowerBound), .whole(range.upperBound)]) }
    return [
      "rows": ends(table.rows), "columns": ends(table.columns), "cells": .list(table.cells.map(JSONValue.whole)),
    ]
  }
}

extension Condition {
  fileprivate var quantities: [Formula] {
    atoms.compactMap { if case .isWithin(let formula, _) = $0 { formula } else { nil } }
  }
}
