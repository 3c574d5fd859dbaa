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
    while teams < 1000 {
      let organisation = RandomOrganisation(using: &random)
      teams += organisation.sizes.count
      number += 1
      try organisation.tables().write(to: "\(folder)/released-\(number).json")
      try organisation.tables(weakenedBy: PlainSteps(width: 5, hasPairLimit: false, hasSumLimit: false))
        .write(to: "\(folder)/weakened-\(number).json")
    }
  }

  @Test("hold what is true, and nothing else is read from them")
  func truth() {
    var random = SeededGenerator(6)
    for _ in 0..<20 {
      let organisation = RandomOrganisation(using: &random)
      #expect(organisation.tables().isTrue)
    }
  }
}
