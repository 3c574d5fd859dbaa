import Ergonomics
import Testing

@testable import RulePacks

/// Each check with the mistakes that stand beside it.
@Suite("A check of packs")
struct PackCheckTests {
  /// A mistake that a check must find.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let code: Problem.Code
    let pack: BrokenPack

    var testDescription: String { "\(code.rawValue) at \(pack.place)" }
  }

  static let mistakes = PackChecks.all.flatMap { check in check.examples.map { Mistake(code: check.code, pack: $0) } }

  @Test("finds each of its mistakes once, in its place, and nothing else is said", arguments: mistakes)
  func findsItsMistakes(mistake: Mistake) {
    let found = problems(SmallPack.edited(mistake.pack.edits))
    #expect(
      found.map(\.described) == ["small/\(mistake.pack.place) \(mistake.code.rawValue)"],
      "\(found.map(\.description).joined(separator: "\n"))")
    #expect(found.allSatisfy { $0.help?.isEmpty == false })
  }

  @Test("has a mistake beside it")
  func hasMistake() {
    #expect(PackChecks.all.filter { $0.examples.isEmpty }.map { "\($0)" } == [])
  }
}
