import Testing

@testable import Ergonomics

@Suite("Changes between two rounds, against someone who tries every table")
struct ChangeSafetyTests {
  /// A team of people who answered both times, joiners and leavers; another team stands beside it in each round.
  struct World: Sendable, CustomStringConvertible {
    var width = 2
    let both: Int
    let joiners: Int
    let leavers: Int
    static let other = 4
    var description: String { "\(both) both times, \(joiners) joined, \(leavers) left" }
  }

  static let worlds = [4, 5].flatMap { both in
    (0...4).flatMap { joiners in [0, 1, 2, 4].map { World(both: both, joiners: joiners, leavers: $0) } }
  }

  @Test("leave the counts inside and outside the group as many values as a step is wide", arguments: worlds)
  func exhaustive(world: World) {
    let method = StepMethod(width: world.width)
    #expect(exposed(world) { method.change($0) } == 0)
  }

  @Test("would expose joiners without the floor")
  func withoutFloor() {
    let weak = PlainSteps(width: 2, hasFloor: false)
    #expect(Self.worlds.reduce(0) { sum, world in sum + exposed(world) { weak.change($0) } } > 0)
  }

  @Test("are those of the plain description", arguments: worlds)
  func oracle(world: World) {
    let (method, plain) = (StepMethod(width: world.width), PlainSteps(width: world.width))
    var differing = 0
    _ = exposed(world) { moved in
      if method.change(moved) != plain.change(moved) { differing += 1 }
      return nil
    }
    #expect(differing == 0)
  }

  @Test("are not told of fewer people than two steps hold")
  func fewPeople() {
    let world = World(both: 3, joiners: 2, leavers: 2)
    _ = exposed(world) { moved in
      #expect(StepMethod(width: 2).change(moved) == nil)
      return nil
    }
  }

  @Test("of rows that are linked with others say no more than the published steps do")
  func linked() {
    for world in Self.worlds {
      let isComparable = world.joiners < world.width && world.leavers < world.width
      _ = exposed(world) { moved in
        var moved = moved
        moved.isLinked = true
        let change = StepMethod(width: world.width).change(moved)
        // All numbers that the two published steps leave possible, up to twice the people there are.
        let (now, before) = (moved.now, moved.before)
        let differences = numbers(now).flatMap { now in numbers(before).map { now - $0 } }
        let isSame = now.published == before.published && !now.published.saysNothing
        let isCertain = isSame || differences.allSatisfy { $0 > 0 } || differences.allSatisfy { $0 < 0 }
        #expect((change != nil) == (isComparable && isCertain))
        if let change, !isSame {
          let nearest = differences.map(abs).min() ?? 0
          #expect(abs(change) == (nearest + world.width - 1) / world.width)
          #expect((change > 0) == (differences[0] > 0))
        }
        return nil
      }
    }
  }

  private func numbers(_ round: StepMethod.Moved.Round) -> ClosedRange<Int> {
    round.published.low...(round.published.high ?? max(2 * round.people, round.published.low))
  }

  /// How many quantities of all outputs have too few values left.
  private func exposed(_ world: World, _ change: (StepMethod.Moved) -> Int?) -> Int {
    let after = rounds(world, outside: world.joiners)
    let before = rounds(world, outside: world.leavers)
    var possible: [[Int]: [UInt64]] = [:]
    for now in after {
      for was in before {
        let told = change(
          StepMethod.Moved(
            people: world.both, countNow: now.inside, countBefore: was.inside,
            now: .init(people: world.both + world.joiners, published: now.team),
            before: .init(people: world.both + world.leavers, published: was.team)))
        let output = now.output + was.output + [told ?? 99]
        let values = [
          now.inside, now.outside, now.inside + now.outside, was.inside, was.outside, was.inside + was.outside,
        ]
        var seen = possible[output] ?? Array(repeating: 0, count: values.count)
        for (place, value) in values.enumerated() { seen[place] |= 1 << UInt64(value) }
        possible[output] = seen
      }
    }
    let sizes = [
      world.both, world.joiners, world.both + world.joiners, world.both, world.leavers, world.both + world.leavers,
    ]
    return possible.values.reduce(0) { sum, seen in
      sum + zip(seen, sizes).count { $0.nonzeroBitCount < min(world.width, $1 + 1) }
    }
  }

  private struct Round {
    let inside: Int
    let outside: Int
    let team: CountStep
    let output: [Int]
  }

  /// All that can be true of one round, with what it publishes.
  private func rounds(_ world: World, outside: Int) -> [Round] {
    let sizes = [world.both + outside, World.other]
    var rounds: [Round] = []
    for inside in 0...world.both {
      for out in 0...outside {
        for other in 0...World.other {
          let table = StepMethod.Table(
            sizes: sizes, people: sizes[0] + sizes[1],
            rows: [.init(cells: [inside + out, other], everyone: inside + out + other)], links: .none(among: 1))
          guard let row = StepMethod(width: world.width).publish(table)?[0] else { continue }
          rounds.append(Round(inside: inside, outside: out, team: row.cells[0], output: row.codes))
        }
      }
    }
    return rounds
  }
}
