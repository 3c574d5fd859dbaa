/// Publishes counts of people in steps, so that no figure, nor all of them together, can be solved back.
///
/// A published step leaves `width` numbers possible, and so does whatever follows from all steps together: steps are
/// opened as far as sums over the teams, or findings that exclude or contain each other, would narrow one (`publish`).
/// Those limits, like the choice of columns, are worked out from published figures and numbers of people only, so running
/// the method again tells nothing (Kenthapadi, Mishra and Nissim, "Simulatable auditing", PODS 2005).
struct StepMethod {
  /// People in a step; also the fewest values that any figure leaves possible.
  let width: Int

  /// Which teams have a column of their own, and which share one; the rest counts in "everyone" only.
  struct Columns: Equatable {
    var shown: [Int] = []
    /// None, or at least two.
    var pooled: [Int] = []
  }

  func columns(ofTeams sizes: [Int]) -> Columns {
    let shown = sizes.indices.filter { sizes[$0] >= 2 * width }
    let small = sizes.indices.filter { sizes[$0] < 2 * width }
    let canPool = small.count > 1 && small.reduce(0) { $0 + sizes[$1] } >= 2 * width
    return Columns(shown: shown, pooled: canPool ? small : [])
  }
}

extension StepMethod {
  /// A count among the people who are in a team in both rounds, and what each round has published of the team.
  struct Moved {
    var people: Int
    var countNow: Int
    var countBefore: Int
    var now: Round
    var before: Round
    /// Other rows that are told tell something of it.
    var isLinked = false

    struct Round {
      /// In the team as a whole.
      var people: Int
      var published: CountStep
    }
  }

  /// By how many steps a count has gone up among the same people; `nil` if they are too few.
  ///
  /// A step may fall behind the one published of the whole team by no more than the people outside could explain: so the
  /// count among these keeps its width too. What is linked with other rows is told only where that leaves the published
  /// steps themselves to compare, so that nothing new is told.
  func change(_ moved: Moved) -> Int? {
    guard moved.people >= 2 * width else { return nil }
    if moved.isLinked {
      let isComparable = [moved.now, moved.before].allSatisfy { $0.people - moved.people < width }
      return isComparable ? moved.now.published.steps(above: moved.before.published, width: width) : nil
    }
    func step(_ count: Int, in round: Moved.Round) -> Int {
      let floor = round.published.index - (round.people - moved.people) / width
      return max(min(count / width, moved.people / width - 1), floor)
    }
    return step(moved.countNow, in: moved.now) - step(moved.countBefore, in: moved.before)
  }
}
