extension Assessment {
  /// A score of one person, now and after the plan.
  package struct ScoreResult: Sendable, Hashable {
    package var id: Score.ID
    package var title: String
    package var about: String?
    /// The part of the body it is about, if any.
    package var region: Score.Region?
    /// The end of the scale; `nil` for a formula without one.
    package var max: Int?
    package var bands: [Band]
    /// `nil` when the score does not apply to the person.
    package var now: ScoreInterval?
    package var after: ScoreInterval?
    /// Points that are certain beyond the end of the scale, now and after the plan.
    package var beyond = Beyond()
    /// The questions whose answers would narrow it.
    package var openQuestions: [Question.ID]

    package init(
      id: Score.ID, title: String, about: String?, region: Score.Region? = nil, max: Int?, bands: [Band],
      now: ScoreInterval?, after: ScoreInterval?, openQuestions: [Question.ID]
    ) {
      (self.id, self.title, self.about, self.region) = (id, title, about, region)
      (self.max, self.bands) = (max, bands)
      (self.now, self.after, self.openQuestions) = (now, after, openQuestions)
    }

    package struct Beyond: Sendable, Hashable {
      package var now: Int
      package var after: Int
      package init(now: Int = 0, after: Int = 0) { (self.now, self.after) = (now, after) }
    }

    /// Where the scale begins: 0 for what rules add up to, the lowest number there is for a formula.
    package var least: Int { bands.first?.from ?? 0 }

    package func band(_ id: String) -> Band? { bands.first { $0.id == id } }
  }

  /// Proof that some answers decide the level of every score, whatever is answered to the other questions.
  package struct Decision: Sendable, Hashable {
    /// How many.
    package var answers: Int
    /// In the order of the pack; without scores that do not apply.
    package var levels: [Level]
    package init(answers: Int, levels: [Level]) { (self.answers, self.levels) = (answers, levels) }

    package struct Level: Sendable, Hashable {
      package var score: Score.ID
      package var title: String
      package var band: Band
      package init(score: Score.ID, title: String, band: Band) {
        (self.score, self.title, self.band) = (score, title, band)
      }
    }
  }

  /// A step of the plan: one correction, and what it gives back when the steps before it are done, of points beyond the end
  /// of a scale too.
  package struct PlanStep: Sendable, Hashable {
    package var correction: Correction.ID
    /// It gives back something only together with the next one, whose `gives` and `solves` are those of both.
    package var isWithNext: Bool
    /// By score, in the order of the pack; only scores that it lowers.
    package var gives: [Rule.Points]
    /// Findings that it takes away.
    package var solves: [Rule.ID]
    package var turn: Turn

    /// When it is to be done, and by whom; steps that give back something only together have the same.
    package enum Turn: String, CaseIterable, Sendable {
      /// This afternoon: the person's own, free, soon done, and certainly possible; three steps at most.
      case now
      /// It takes somebody else, or money.
      case ask
      /// The person's own, in the weeks to come, and what takes something of it to be done first.
      case later
    }

    package init(
      correction: Correction.ID, isWithNext: Bool = false, gives: [Rule.Points], solves: [Rule.ID], turn: Turn = .later
    ) {
      (self.correction, self.isWithNext, self.gives, self.solves) = (correction, isWithNext, gives, solves)
      self.turn = turn
    }

    func solving(only isTold: (Rule.ID) -> Bool) -> PlanStep {
      var step = self
      step.solves = solves.filter(isTold)
      return step
    }
  }
}

extension [Assessment.PlanStep] {
  /// Steps that give back something only together, side by side; the last of each says what they give.
  package var together: [[Assessment.PlanStep]] {
    reduce(into: [[Assessment.PlanStep]]()) { groups, step in
      if groups.last?.last?.isWithNext == true { groups[groups.count - 1].append(step) } else { groups.append([step]) }
    }
  }
}

/// A score as far as the answers tell: what is certain, and what it could be if the missing answers were the worst ones.
package struct ScoreInterval: Sendable, Hashable {
  package var low: Int
  package var high: Int
  /// The band of the lower end; `nil` = unknown: nothing that was answered tells anything about it.
  package var level: Band.ID?
  /// The band of the upper end.
  package var levelHigh: Band.ID

  /// As data have it.
  package var levelOrUnknown: String { level ?? Self.unknown }
  package static let unknown = "unknown"

  package init(low: Int, high: Int, level: Band.ID?, levelHigh: Band.ID) {
    (self.low, self.high, self.level, self.levelHigh) = (low, high, level, levelHigh)
  }

  /// The answers decide its band: neither unknown, nor perhaps in a higher one.
  package var isSettled: Bool { level == levelHigh }
}
