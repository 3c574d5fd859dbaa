import Ergonomics

/// An example of a score that comes to something else than it says.
enum ScoreExampleDisagrees: AnswersCheck {
  static let code = Problem.Code.scoreExampleDisagrees
  static let depth = CheckDepth.examples

  static let examples = [
    BrokenPack(
      at: "pack.xml:9",
      .init(
        "pack.xml", "</score>\n  <score id=\"chart\">",
        """
        <example comes-to="4" says="leans"><answer question="habits">lean</answer></example></score>
          <score id="chart">
        """))
  ]

  static func problems(in pack: WorkedOutPack) -> [Problem] {
    // What rules would add that could not be read, or are told to be senseless, is not known.
    if pack.draft.isIncomplete || !pack.isWhole || !pack.senseless.isEmpty { return [] }
    var (block, verdicts) = (AnswerBlock(pack.program), Verdicts(pack.program, .scoring))
    return pack.draft.scores.enumerated().flatMap { place, score -> [Problem] in
      if pack.draft.scoresInDoubt.contains(score.value.id) { return [] }
      return zip(score.value.examples, score.element.elements("example")).compactMap { example, element in
        if pack.draft.brokenExamples.contains(PackDraft.ExampleKey(in: score.file, element)) { return nil }
        block.set(example.answers, for: 0, in: pack.program)
        verdicts.evaluate(block, count: 1)
        let points = verdicts.score(place, for: 0)?.low
        return points == example.points ? nil : wording(example, points, at: score.file.spot(of: element))
      }
    }
  }

  private static func wording(_ example: Score.Example, _ points: Int?, at spot: SourceLocation) -> Problem {
    let found = points.map { "comes to \($0)" } ?? "has no score"
    return Problem(
      code, spot, "example '\(example.says)' \(found), not to \(example.points)",
      help: "change the example, or the points of the rules that it has")
  }
}
