import Ergonomics

/// A formula that some answers take beyond the numbers that are computed exactly.
enum FormulaTooLarge: DraftCheck {
  static let code = Problem.Code.formulaTooLarge
  static let stopsEvaluation = true

  static let examples = [
    BrokenPack(
      at: "measures.xml:4", .init("measures.xml", "seat_height - knee_height", "99999 * seat_height"),
      .init("measures.xml", "2 * seat_gap", "99999 * seat_gap - knee_height"))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    let bounds = pack.bounds
    return pack.formulas.compactMap { formula, spot in
      let isFromMeasure = formula.names.contains { name in
        bounds.measures[name].map { bounds.bounds(of: $0.formula) == nil } ?? false
      }
      return bounds.bounds(of: formula) == nil && !isFromMeasure ? wording(at: spot) : nil
    }
  }

  private static func wording(at spot: SourceLocation) -> Problem {
    Problem(
      code, spot, "some answers take this beyond what can be computed exactly",
      help: "use smaller factors, or narrower bounds for the questions it reads")
  }
}
