/// What is asked of a person's answers. Questions and options are named by id; quantities are in base units.
package indirect enum Condition: Hashable, Sendable, Codable {
  /// The answer to a single choice is one of these options.
  case isOneOf(Question.ID, [AnswerOption.ID])
  /// The answer to a multiple choice holds at least one of these options.
  case hasAny(Question.ID, [AnswerOption.ID])
  /// The quantity lies in this range, both ends included; an open end is `Int.min` or `Int.max`.
  case isWithin(Formula, ClosedRange<Int>)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case atLeast(Int, of: [Condition])
}

/// A quantity computed from answers, in base units of its kind.
package indirect enum Formula: Hashable, Sendable, Codable {
  case constant(Int)
  /// The answer to a number question.
  case answer(Question.ID)
  /// The points of the chosen option or options.
  case points(Question.ID)
  /// How many options are chosen; options that stand alone ("none of these") do not count.
  case count(Question.ID)
  case measure(Measure.ID)
  case lookup(LookupTable.ID, row: Formula, column: Formula)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  /// Rounded to a whole base unit, halves away from zero.
  case scaled(Formula, by: ExactDecimal)
  case least([Formula])
  case greatest([Formula])
}

/// A named quantity computed from answers.
package struct Measure: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  package let title: String
  /// The unit it is shown in.
  package let unit: UnitOfMeasure
  package internal(set) var formula: Formula

  package init(id: ID, title: String, unit: UnitOfMeasure, formula: Formula) {
    (self.id, self.title, self.unit, self.formula) = (id, title, unit, formula)
  }
}

/// A table of whole numbers, read by row and column number.
package struct LookupTable: Sendable, Hashable, Codable, Identifiable {
  package typealias ID = String
  package let id: ID
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>
  /// Row by row; `rows.count * columns.count` of them.
  package let cells: [Int]
  /// Numbers outside read the nearest row or column.
  package let isClamped: Bool

  package init(id: ID, rows: ClosedRange<Int>, columns: ClosedRange<Int>, cells: [Int], isClamped: Bool = false) {
    precondition(cells.count == rows.count * columns.count, "table '\(id)' has a wrong number of cells")
    (self.id, self.rows, self.columns, self.cells, self.isClamped) = (id, rows, columns, cells, isClamped)
  }

  /// The least and the greatest cell that these rows and columns can reach.
  package func cells(rows someRows: ClosedRange<Int>, columns someColumns: ClosedRange<Int>) -> ClosedRange<Int> {
    let covered = someRows.clamped(to: rows).flatMap { row in
      let start = (row - rows.lowerBound) * columns.count - columns.lowerBound
      return someColumns.clamped(to: columns).map { cells[start + $0] }
    }
    return covered.min()!...covered.max()!
  }
}

extension Condition {
  /// The conditions on single quantities and answers that it is made of, in order.
  package var atoms: [Condition] {
    switch self {
    case .isOneOf, .hasAny, .isWithin: [self]
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.atoms)
    case .not(let part): part.atoms
    }
  }
}
