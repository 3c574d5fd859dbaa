extension Assessment {
  /// Takes up what a brief interview decides: levels that are certain, and questions that were not needed for them.
  ///
  /// - Parameter after: By score of the pack, what it can come to once the plan is done.
  mutating func tell(_ decision: Decision, after: [ScoreOutlook]) {
    self.decision = decision
    for level in decision.levels {
      guard let place = scores.firstIndex(where: { $0.id == level.score }) else { continue }
      scores[place].settle(on: level.band, after: after[place])
    }
    for place in answers.indices where answers[place].state == .unanswered { answers[place].state = .notNeeded }
  }
}

extension Assessment.ScoreResult {
  /// Now it has this band for certain: what is beyond its end cannot come.
  fileprivate mutating func settle(on band: Band, after outlook: ScoreOutlook) {
    if var interval = now {
      let next = bands.first { $0.from > band.from }?.from ?? .max
      interval.high = Swift.max(interval.low, Swift.min(interval.high, next - 1))
      (interval.level, interval.levelHigh) = (band.id, band.id)
      now = interval
    }
    if var interval = after, let range = outlook.range {
      interval.high = Swift.max(interval.low, Swift.min(interval.high, range.upperBound))
      interval.levelHigh = (bands.last { $0.from <= interval.high } ?? bands[0]).id
      after = interval
    }
  }
}
