import Ergonomics

/// The verdicts of a block as rows of results need them; a class, as each row would copy a struct of arrays.
final class VerdictTable {
  let found: [UInt64]
  let open: [UInt64]
  let least: [Verdicts.Points]
  let most: [Verdicts.Points]
  let unknown: [UInt64]
  let asked: [Int]
  let answered: [Int]
  /// By person and score; only of formulas.
  let formulaScores: [ScoreInterval?]

  init(_ verdicts: borrowing Verdicts, formulaScores: [ScoreInterval?]) {
    (found, open, least, most) = (verdicts.found, verdicts.open, verdicts.least, verdicts.most)
    (unknown, asked, answered) = (verdicts.unknown, verdicts.asked, verdicts.answered)
    self.formulaScores = formulaScores
  }
}
