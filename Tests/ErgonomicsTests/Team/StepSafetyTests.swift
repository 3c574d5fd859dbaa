import Testing

@testable import Ergonomics

@Suite("Steps, against someone who knows the method and tries every table")
struct StepSafetyTests {
  static let worlds: [SmallWorld] = {
    let sizes = [
      2: [[4], [5], [6], [4, 4], [4, 5], [5, 6], [4, 4, 4], [4, 1], [4, 2, 2], [4, 1, 1, 2], [2, 2], [3, 3]],
      3: [[6], [7], [8], [6, 6], [6, 8], [6, 3, 3], [6, 2]],
    ]
    let worlds = sizes.flatMap { width, teams in
      teams.flatMap { teams in RowShape.all.map { SmallWorld(width: width, teams: teams, shape: $0) } }
    }.filter { $0.tables <= 3400 }
    return worlds.sorted { $0.description < $1.description }
  }()

  @Test("leave every count, its complement and every band as many values as a step is wide", arguments: worlds)
  func exhaustive(world: SmallWorld) { #expect(world.exposed { world.published($0) } == 0) }

  @Test("are those of the plain description", arguments: worlds)
  func oracle(world: SmallWorld) {
    let plain = PlainSteps(width: world.width)
    var (differing, number) = (0, 0)
    world.forEachTable { table in
      number += 1
      if number % 7 == 0, world.published(table) != world.published(table, by: plain) { differing += 1 }
    }
    #expect(differing == 0)
  }

  @Test("would be solved back if rows that exclude each other were not seen", arguments: [RowShape.pair, .triple])
  func withoutExclusives(shape: RowShape) {
    let worlds = Self.worlds.filter { $0.shape.name == shape.name }
    #expect(worlds.count > 5)
    let none = StepMethod.Links.none(among: shape.rows)
    #expect(worlds.reduce(0) { sum, world in sum + world.exposed { world.published($0, seeing: none) } } > 0)
  }

  @Test("would be solved back if rows that contain others were not seen")
  func withoutContainers() {
    let exposed = Self.worlds.filter { $0.shape.name == RowShape.chain(2).name }.reduce(0) { sum, world in
      sum + world.exposed { world.published($0, seeing: .none(among: 2)) }
    }
    #expect(exposed > 0)
  }

  @Test("would be solved back if only pairs of rows were seen", arguments: [RowShape.notAll])
  func withoutThirds(shape: RowShape) {
    let worlds = Self.worlds.filter { $0.shape.name == shape.name }
    #expect(worlds.count > 5)
    let pairs = StepMethod.Links(containers: shape.containers, exclusives: shape.exclusives)
    #expect(worlds.reduce(0) { sum, world in sum + world.exposed { world.published($0, seeing: pairs) } } > 0)
  }

  @Test("would be solved back without the limit by sums")
  func withoutSumLimit() {
    let world = SmallWorld(width: 2, teams: [4, 4], shape: .chain(1))
    #expect(world.exposed { world.published($0, by: PlainSteps(width: 2, hasSumLimit: false)) } > 0)
  }

  @Test("would be solved back with exact numbers for everyone")
  func exactTotals() {
    let world = SmallWorld(width: 2, teams: [4, 4], shape: .chain(1))
    #expect(world.exposed { table in world.published(table) + [[table[0][0] + table[1][0]]] } > 0)
  }
}
