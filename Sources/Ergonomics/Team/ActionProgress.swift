/// How far the actions of a register are, exactly: what is told of it, `TeamRound` decides.
package struct ActionCounts: Sendable, Hashable {
  /// People with an action that was not rejected.
  package var people = 0
  /// Still to be done; those of them that are overdue, and that were proposed a quarter of a year ago or longer.
  package var open = 0
  package var overdue = 0
  package var waiting = 0
  /// Said to be done.
  package var done = 0
  /// Seen to be done, signed off, or no longer called for.
  package var finished = 0
  /// People with an action that is closed, and by action how many days that took.
  package var peopleClosed = 0
  package var daysToClose: [Int] = []

  package init() {}
}

extension TeamSummary {
  /// How far what was found to be done is done: shares of actions, of the whole register.
  package struct ActionProgress: Sendable, Hashable {
    /// In tenths of all.
    package var open: Int
    package var done: Int
    package var finished: Int
    /// In tenths of what is still to be done; `nil` where those are too few.
    package var overdue: Int?
    package var waiting: Int?
    /// Half of what was closed was closed within so many weeks; `nil` where that is of too few people.
    package var weeksToClose: Int?

    package init(open: Int, done: Int, finished: Int, overdue: Int?, waiting: Int?, weeksToClose: Int?) {
      (self.open, self.done, self.finished) = (open, done, finished)
      (self.overdue, self.waiting, self.weeksToClose) = (overdue, waiting, weeksToClose)
    }
  }
}

extension TeamRound {
  /// Tells of actions in tenths only, and only where no number of people follows from that.
  ///
  /// Whoever has an action has, or had, one of the findings; so numbers of actions bound numbers of people with findings from
  /// below (the findings together hold whoever has an action) and from above (who has a finding has something to do). Both
  /// bounds are idle, and every step keeps its width, where
  ///
  /// - in each round, any one finding left out, the upper ends of the others add up to all who answered;
  /// - a finding reaches four steps now, so that the actions are of many people;
  /// - the pack has twenty corrections, so that half a tenth of all that could be done is one for each person.
  ///
  /// All of that is worked out from what is told.
  ///
  /// - Parameter releases: All rounds, with this one.
  /// - Returns: `nil` where it cannot be told.
  func progress(of counts: ActionCounts, _ releases: [TeamRelease], _ method: StepMethod) -> TeamSummary.ActionProgress?
  {
    let least = 4 * method.width
    guard let now = releases.last, program.pack.corrections.count >= 20, counts.people >= least,
      releases.allSatisfy({ $0.leavesRoom(method) }), now.toldFindings.contains(where: { $0.low >= least })
    else { return nil }
    let all = counts.open + counts.done + counts.finished
    let isOpenTold = counts.open >= 2 * least
    return TeamSummary.ActionProgress(
      open: tenths(counts.open, of: all), done: tenths(counts.done, of: all),
      finished: tenths(counts.finished, of: all),
      overdue: isOpenTold ? tenths(counts.overdue, of: counts.open) : nil,
      waiting: isOpenTold ? tenths(counts.waiting, of: counts.open) : nil,
      weeksToClose: counts.peopleClosed >= least ? Self.weeks(of: counts.daysToClose) : nil)
  }

  private func tenths(_ part: Int, of whole: Int) -> Int { (20 * part + whole) / (2 * whole) }

  /// The first of a few numbers of weeks that half of them lie within; `nil` where it took longer than a year.
  private static func weeks(of days: [Int]) -> Int? {
    let half = days.sorted()[(days.count - 1) / 2]
    return [1, 2, 4, 8, 13, 26, 52].first { half <= 7 * $0 }
  }
}

extension TeamRelease {
  /// Of everyone.
  fileprivate var toldFindings: [CountStep] { round.findings.compactMap { rows[$0]?.everyone } }

  fileprivate func leavesRoom(_ method: StepMethod) -> Bool {
    guard let answered = answered(method)?.everyone.high else { return false }
    let ends = toldFindings.map { min($0.high ?? answered, answered) }
    return ends.reduce(0, +) - (ends.max() ?? 0) >= answered
  }
}
