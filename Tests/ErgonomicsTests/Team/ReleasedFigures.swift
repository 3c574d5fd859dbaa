import Foundation
import TestSupport
import Testing

@testable import Ergonomics

/// Random organisations, as tables for the attack by integer programming (`scripts/check-figures`).
@Suite("Released figures")
struct ReleasedFigures {
  static let folder = ProcessInfo.processInfo.environment["SITWELL_FIGURES"]

  @Test("of a thousand random teams are written for the attack", .enabled(if: folder != nil))
  func write() throws {
    let folder = try #require(Self.folder)
    var random = SeededGenerator(5)
    var (teams, number) = (0, 0)
    while teams < 500 {
      let organisation = RandomOrganisation(using: &random)
      teams += organisation.sizes.count
      number += 1
      try organisation.tables().write(to: "\(folder)/released-\(number).json")
    }
    while teams < 1000 {
      for shape in RowShape.all {
        let table = RandomTable(shape, width: 5, using: &random)
        teams += table.sizes.count
        number += 1
        try table.tables(width: 5).write(to: "\(folder)/released-\(number).json")
        if !shape.isLinked { continue }
        try table.tables(width: 5, seeing: .none(among: shape.rows)).write(to: "\(folder)/weakened-\(number).json")
      }
    }
  }

  @Test("hold what is true, and nothing else is read from them")
  func truth() {
    var random = SeededGenerator(6)
    for _ in 0..<20 {
      #expect(RandomOrganisation(using: &random).tables().isTrue)
      for shape in RowShape.all { #expect(RandomTable(shape, width: 5, using: &random).tables(width: 5).isTrue) }
    }
  }
}
