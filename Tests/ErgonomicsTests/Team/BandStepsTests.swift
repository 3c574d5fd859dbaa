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
}
