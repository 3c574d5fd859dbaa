/// Publishes counts of people in steps, so that no figure, nor all of them together, can be solved back.
///
/// A published step leaves `width` numbers possible, and so does whatever follows from all steps together: each row's
/// step for everyone is opened as far as sums over the teams would narrow a team's. That limit, like the choice of
/// columns, is worked out from published figures and numbers of people only, so running the method again tells nothing
/// (Kenthapadi, Mishra and Nissim, "Simulatable auditing", PODS 2005).
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

  /// Rows of counts that contain each other, the outermost first; a row with no such relation is a family of its own.
  struct Family {
    /// People by column, and in all teams together.
    var sizes: [Int]
    var people: Int
    var rows: [Row]
    /// Its one row is the number of people: steps without an open one.
    var isSize = false

    struct Row {
      var cells: [Int]
      var everyone: Int
    }
  }

  struct PublishedRow: Hashable {
    var cells: [CountStep]
    var everyone: CountStep
  }

  /// `nil` if there are too few people to say anything.
  func publish(_ family: Family) -> [PublishedRow]? {
    guard family.people >= 2 * width else { return nil }
    var published: [PublishedRow] = []
    for row in family.rows {
      let cells = zip(row.cells, family.sizes).map { count, size in
        CountStep(of: count, width: width, top: family.isSize ? .max : size / width - 1)
      }
      let top = min(family.isSize ? .max : family.people / width - 1, topOfEveryone(cells, inside: published))
      published.append(
        PublishedRow(cells: cells, everyone: CountStep(of: row.everyone, width: width, top: max(0, top))))
    }
    return published
  }

  /// The highest step for everyone that leaves each cell its width, beside the rows outside of it.
  private func topOfEveryone(_ cells: [CountStep], inside outer: [PublishedRow]) -> Int {
    if cells.isEmpty { return .max }
    var free = (width - 1) * (cells.count - 1)
    for row in outer {
      let differing = zip(row.cells, cells).count { $0 != $1 }
      let room = row.everyone.low + width - 1 - row.cells.lowEnds
      free = min(free, room + (width - 1) * (differing - 1))
    }
    return (cells.lowEnds + free) / width
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

    struct Round {
      /// In the team as a whole.
      var people: Int
      var published: CountStep
    }
  }

  /// By how many steps a count has gone up among the same people; `nil` if they are too few.
  ///
  /// A step may fall behind the one published of the whole team by no more than the people outside could explain: so the
  /// count among these keeps its width too.
  func change(_ moved: Moved) -> Int? {
    guard moved.people >= 2 * width else { return nil }
    func step(_ count: Int, in round: Moved.Round) -> Int {
      let floor = round.published.index - (round.people - moved.people) / width
      return max(min(count / width, moved.people / width - 1), floor)
    }
    return step(moved.countNow, in: moved.now) - step(moved.countBefore, in: moved.before)
  }
}

extension [CountStep] {
  fileprivate var lowEnds: Int { reduce(0) { $0 + $1.low } }
}
