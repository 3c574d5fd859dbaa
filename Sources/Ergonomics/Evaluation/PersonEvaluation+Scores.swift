extension PersonEvaluation {
  /// Every score of the pack, now and with the answers of another state.
  ///
  /// - Parameter deciding: By place of an open rule, the questions that decide it.
  func scores(after: PersonEvaluation, _ deciding: [Int: [Int]]) -> [Assessment.ScoreResult] {
    pack.scores.indices.map { place in
      let score = pack.scores[place]
      var result = Assessment.ScoreResult(
        id: score.id, title: score.title, about: score.about, region: score.region, max: score.max,
        bands: score.bands, now: verdicts.score(place, for: lane), after: after.verdicts.score(place, for: after.lane),
        openQuestions: openQuestions(ofScore: place, deciding))
      result.beyond = .init(now: beyond(score, place), after: after.beyond(score, place))
      return result
    }
  }

  private func beyond(_ score: Score, _ place: Int) -> Int {
    guard score.formula == nil, let max = score.max else { return 0 }
    return Swift.max(0, Int(verdicts.least[lane][place]) - max)
  }

  /// The questions whose answers would narrow a score, in the order they are asked; none of a score that is exact.
  private func openQuestions(ofScore place: Int, _ deciding: [Int: [Int]]) -> [Question.ID] {
    let score = program.scores[place]
    guard let now = verdicts.score(place, for: lane), now.low < now.high else { return [] }
    let open: [Int]
    if let formula = score.formula {
      open = formula.questions.filter { state(isOpen: $0) }
    } else {
      open = outcomes.indices.filter { outcomes[$0] == .undetermined && score.points[$0] > 0 }
        .flatMap { deciding[$0, default: []] }
    }
    return Set(open).sorted().map { pack.questions[$0].id }
  }

  private func state(isOpen question: Int) -> Bool {
    let isUnanswered = block.masks[program.classes[question].masks.lowerBound] >> UInt64(lane) & 1 == 1
    return isUnanswered && (program.counts[question].map { verdicts.truth(of: $0, for: lane).canBeTrue == 1 } ?? true)
  }
}
