import Testing

@testable import Ergonomics

@Suite("Steps, against someone who knows the method and tries every table")
struct StepSafetyTests {
  static let worlds: [SmallWorld] = {
    let sizes = [
      2: [[4], [5], [4, 4], [4, 5], [5, 6], [4, 4, 4], [4, 1], [4, 2, 2], [4, 1, 1, 2], [2, 2], [3, 3]],
      3: [[6], [7], [6, 6], [6, 8], [6, 3, 3], [6, 2]],
    ]
    let worlds = sizes.flatMap { width, teams in
      teams.flatMap { teams in (1...3).map { SmallWorld(width: width, teams: teams, rows: $0) } }
    }.filter { $0.tables <= 8000 }
    return worlds.sorted { $0.description < $1.description }
  }()

  @Test("leave every count, its complement and every band as many values as a step is wide", arguments: worlds)
  func exhaustive(world: SmallWorld) { #expect(world.exposed { world.published($0) } == 0) }

  @Test("are those of the plain description", arguments: worlds)
  func oracle(world: SmallWorld) {
    let plain = PlainSteps(width: world.width)
    var differing = 0
    world.forEachTable { if world.published($0) != world.published($0, by: plain) { differing += 1 } }
    #expect(differing == 0)
  }

  @Test("would be solved back without the limit between rows that contain each other")
  func withoutPairLimit() {
    let exposed = Self.worlds.filter { $0.rows == 2 }.reduce(0) { sum, world in
      sum + world.exposed { world.published($0, by: PlainSteps(width: world.width, hasPairLimit: false)) }
    }
    #expect(exposed > 0)
  }

  @Test("would be solved back without the limit by sums")
  func withoutSumLimit() {
    let world = SmallWorld(width: 2, teams: [4, 4], rows: 1)
    #expect(world.exposed { world.published($0, by: PlainSteps(width: 2, hasSumLimit: false)) } > 0)
  }

  @Test("would be solved back with exact numbers for everyone")
  func exactTotals() {
    let world = SmallWorld(width: 2, teams: [4, 4], rows: 1)
    #expect(world.exposed { table in world.published(table) + [[table[0][0] + table[1][0]]] } > 0)
  }
}
