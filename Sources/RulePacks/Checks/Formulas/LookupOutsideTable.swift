import Ergonomics

/// A formula that reads a row or a column which its table does not have.
enum LookupOutsideTable: DraftCheck {
  static let code = Problem.Code.lookupOutsideTable

  static let examples = [
    BrokenPack(
      at: "pack.xml:12", .init("pack.xml", "chair_chart[points(seat_type),", "chair_chart[2 * points(seat_type),")),
    BrokenPack(at: "pack.xml:12", .init("pack.xml", "points(support)]", "points(support) + 1 points]")),
    BrokenPack(
      at: "pack.xml:12",
      .init("pack.xml", "chair_chart[points(seat_type),", "chair_chart[max(1 points, points(habits)),"),
      .init("questions.xml", #"<option id="lean">"#, #"<option id="lean" points="1">"#),
      .init("questions.xml", #"<option id="cross_legs">"#, #"<option id="cross_legs" points="2">"#)),
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    var problems: [Problem] = []
    for (formula, spot) in pack.formulas {
      for case .lookup(let id, let row, let column) in formula.parts {
        guard let table = pack.bounds.tables[id], !table.isClamped else { continue }
        for (name, part, inside) in [("row", row, table.rows), ("column", column, table.columns)] {
          guard let reach = pack.bounds.bounds(of: part), reach.clamped(to: inside) != reach else { continue }
          problems.append(wording(id, name, reach: reach, table: inside, at: spot))
        }
      }
    }
    return problems
  }

  private static func wording(
    _ table: String, _ part: String, reach: ClosedRange<Int>, table inside: ClosedRange<Int>, at spot: SourceLocation
  ) -> Problem {
    Problem(
      code, spot,
      "the \(part) read from table '\(table)' can be \(reach.lowerBound) to \(reach.upperBound), but the table has"
        + " \(inside.lowerBound) to \(inside.upperBound)",
      help: "enlarge the table, or give it clamp=\"yes\" to read the nearest \(part)")
  }
}
