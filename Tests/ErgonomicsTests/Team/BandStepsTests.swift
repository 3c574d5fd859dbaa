import TestSupport
import Testing

@testable import Ergonomics

@Suite("Bands of a score, against someone who adds up points and tries every organisation")
struct BandStepsTests {
  /// A union and an intersection of two findings; three findings of which two reach a band, or one does alone.
  static let worlds = [([6, 6], [12, 6]), ([4, 4, 7], [10]), ([3, 3, 9], [9, 6])].flatMap { points, bands in
    let teams = points.count == 2 ? [[4], [6], [7], [4, 4], [6, 4], [4, 2, 2], [4, 4, 4]] : [[5], [7], [4, 4]]
    return teams.map { BandWorld(width: 2, teams: $0, points: points, bands: bands) }
  }

  @Test("leave every finding and every band as many values as a step is wide", arguments: worlds)
  func exhaustive(world: BandWorld) { #expect(world.exposed() == 0) }

  @Test("are told of some groups")
  func told() { #expect(Self.worlds.count { $0.tellsBands() } > 4) }

  @Test("would be solved back if they were findings like others")
  func asFindings() { #expect(Self.worlds.reduce(0) { $0 + $1.exposed(showsBands: false) } > 0) }

  @Test("are told by a crowd that stays as large as it is, with as many of each finding, and is in them as told")
  func crowd() {
    var (draw, told) = (SeededGenerator(5), 0)
    for _ in 0..<400 {
      let points = (0..<Int.random(in: 3...9, using: &draw)).map { _ in Int.random(in: 1...9, using: &draw) }
      let ends = (0..<2).map { _ in Int.random(in: 2...max(3, points.reduce(0, +)), using: &draw) }.sorted(by: >)
      var kinds = StepMethod.KindTable(BandWorld(width: 5, teams: [], points: points, bands: ends).kinds)
      let people = Int.random(in: 6...40, using: &draw)
      var crowd = WitnessPopulation(idle: people)
      for row in points.indices {
        crowd.give(row, to: Int.random(in: 0...people / 5, using: &draw) * 5, &kinds)
      }
      let before = numbers(crowd, points.count, &kinds)
      var (steps, all) = (StepMethod.BandSteps(StepMethod(width: 5), crowd), [(StepMethod.Cut, Int)]())
      // In columns nobody is besides the crowd; of everyone, the columns' people are.
      let besides = Bool.random(using: &draw) ? 0 : Int.random(in: 0...30, using: &draw)
      for from in ends {
        let cut = StepMethod.Cut(row: 0, score: 0, from: from)
        let count = besides + Int.random(in: 0...people, using: &draw)
        let (step, shown) = steps.tell(cut, count, besides: besides, &kinds)
        #expect(step.low <= shown && (step.isOpen || shown + 4 < step.low + step.width))
        all.append((cut, shown - besides))
        told += step.low > 0 ? 1 : 0
      }
      #expect(numbers(steps.crowd, points.count, &kinds) == before)
      #expect(steps.crowd.groups.allSatisfy { $0.people > 0 })
      for (cut, shown) in all {
        #expect(shown == steps.crowd.groups.reduce(0) { $0 + (kinds.isIn(cut, $1.kind) ? $1.people : 0) })
      }
    }
    #expect(told > 50)
  }

  /// How many people there are, and by finding.
  private func numbers(_ crowd: WitnessPopulation, _ rows: Int, _ kinds: inout StepMethod.KindTable) -> [Int] {
    crowd.groups.reduce(into: Array(repeating: 0, count: rows + 1)) { numbers, group in
      numbers[rows] += group.people
      for row in kinds.rows(of: group.kind, besides: StepMethod.KindTable.idle) { numbers[row] += group.people }
    }
  }
}
