extension Judged {
  /// Every score of the pack, now and with the answers of another state.
  func scores(after: Judged) -> [Assessment.ScoreResult] {
    pack.scores.indices.map { place in
      let score = pack.scores[place]
      return Assessment.ScoreResult(
        id: score.id, title: score.title, about: score.about, region: score.region, max: score.max,
        bands: score.bands, now: verdicts.score(place, for: 0), after: after.verdicts.score(place, for: 0),
        openQuestions: openQuestions(ofScore: place))
    }
  }

  /// The questions whose answers would narrow a score, in the order they are asked.
  private func openQuestions(ofScore place: Int) -> [Question.ID] {
    let score = program.scores[place]
    let open: [Int]
    if let formula = score.formula {
      open = formula.questions.filter { state(isOpen: $0) }
    } else {
      open = outcomes.indices.filter { outcomes[$0] == .undetermined && score.points[$0] > 0 }
        .flatMap { questionsDeciding($0) }
    }
    return Set(open).sorted().map { pack.questions[$0].id }
  }

  private func state(isOpen question: Int) -> Bool {
    let isUnanswered = block.masks[program.classes[question].masks.lowerBound] & 1 == 1
    return isUnanswered && (program.counts[question].map { verdicts.truth(of: $0, for: 0).canBeTrue == 1 } ?? true)
  }
}
