import Testing

@testable import Ergonomics

@Suite("The step method")
struct StepMethodTests {
  @Test(
    "puts counts into steps, of which the last is open",
    arguments: [
      (0, 0, false), (4, 0, false), (5, 5, false), (9, 5, false), (14, 10, false), (15, 15, true), (19, 15, true),
    ])
  func steps(count: Int, low: Int, isOpen: Bool) {
    #expect(CountStep(of: count, width: 5, top: 3) == CountStep(low: low, width: 5, isOpen: isOpen))
  }

  @Test("shows a team from two steps up; its last step leaves a whole step open")
  func smallestTeams() {
    let method = StepMethod(width: 5)
    #expect(method.columns(ofTeams: [9, 10, 14, 15]).shown == [1, 2, 3])
    for (size, top) in [(10, 5), (14, 5), (15, 10), (19, 10), (20, 15)] {
      let row = method.publish(alone([size], sizes: [size], everyone: size, of: size))
      #expect(row?[0].cells == [CountStep(low: top, width: 5, isOpen: true)])
    }
  }

  @Test(
    "pools small teams where two or more together are two steps",
    arguments: [
      ([30, 4, 6], [0], [1, 2]), ([30, 4, 5], [0], []), ([30, 9], [0], []), ([4, 3, 3], [], [0, 1, 2]), ([], [], []),
    ] as [([Int], [Int], [Int])])
  func pooling(sizes: [Int], shown: [Int], pooled: [Int]) {
    #expect(StepMethod(width: 5).columns(ofTeams: sizes) == StepMethod.Columns(shown: shown, pooled: pooled))
  }

  @Test("says nothing of fewer people than two steps hold")
  func nobody() {
    let method = StepMethod(width: 5)
    #expect(method.publish(alone([], sizes: [], everyone: 3, of: 9)) == nil)
    #expect(
      method.publish(alone([], sizes: [], everyone: 3, of: 10))?[0].everyone
        == CountStep(low: 0, width: 5, isOpen: false))
  }

  /// Answered: Sales 38, IT 27, Finance 19, Support 41, Design 14, and Board 6 with Front desk 4.
  @Test(
    "publishes the worked example",
    arguments: [
      ([11, 3, 7, 19, 2, 2], 44, ["10-14", "0-4", "5-9", "15-19", "0-4", "0-4", "40-44"]),
      ([2, 1, 0, 4, 0, 0], 7, ["0-4", "0-4", "0-4", "0-4", "0-4", "0-4", "5-9"]),
      ([36, 24, 17, 40, 13, 10], 140, ["30+", "20+", "10+", "35+", "5+", "5+", "125+"]),
      ([9, 6, 4, 11, 2, 2], 34, ["5-9", "5-9", "0-4", "10-14", "0-4", "0-4", "30-34"]),
    ] as [([Int], Int, [String])])
  func workedExample(counts: [Int], everyone: Int, told: [String]) {
    let row = StepMethod(width: 5).publish(
      alone(counts, sizes: [38, 27, 19, 41, 14, 10], everyone: everyone, of: 149))?[0]
    let steps = (row?.cells ?? []) + [row?.everyone].compactMap { $0 }
    #expect(steps.map(text) == told)
  }

  @Test("keeps nested rows nested, and never says more than is true", arguments: 1...200)
  func properties(seed: Int) {
    var random = SeededSizes(seed)
    let table = random.chain()
    for (place, row) in (StepMethod(width: 5).publish(table) ?? []).enumerated() {
      let counts = table.rows[place]
      for (step, count) in zip(row.cells + [row.everyone], counts.cells + [counts.everyone]) {
        #expect(step.low <= count && count <= step.high ?? .max && step.low.isMultiple(of: 5))
      }
      #expect(row.cells.reduce(0) { $0 + $1.low } <= row.everyone.low)
    }
  }

  /// 36 people in three columns.
  @Test("opens the steps of rows that exclude each other where together they take up nearly everybody")
  func exclusives() {
    func told(_ first: [Int], _ second: [Int]) -> [[String]] {
      let rows = [first, second].map { StepMethod.Table.Row(cells: $0, everyone: $0.reduce(0, +)) }
      let table = StepMethod.Table(sizes: [12, 12, 12], people: 36, rows: rows, links: RowShape.pair.links)
      return StepMethod(width: 5).publish(table)!.map { ($0.cells + [$0.everyone]).map(text) }
    }
    #expect(told([1, 1, 1], [2, 3, 1]) == [["0-4", "0-4", "0-4", "0-4"], ["0-4", "0-4", "0-4", "5+"]])
    // "5 or more" of both would leave two people of twelve: each count three values.
    #expect(told([5, 1, 1], [6, 1, 1]) == [["5+", "0-4", "0-4", "5-9"], ["0+", "0-4", "0-4", "5+"]])
  }

  private func text(_ step: CountStep) -> String { step.high.map { "\(step.low)-\($0)" } ?? "\(step.low)+" }

  private func alone(_ counts: [Int], sizes: [Int], everyone: Int, of people: Int) -> StepMethod.Table {
    StepMethod.Table(
      sizes: sizes, people: people, rows: [.init(cells: counts, everyone: everyone)], links: .none(among: 1))
  }
}
