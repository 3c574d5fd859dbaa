import Ergonomics
import Testing

@testable import RulePacks

@Suite("The codes of what is wrong with packs")
struct PlantedCodeTests {
  /// Told by a check, of a single element, of a condition, of the folder, or of packs together.
  @Test("are each raised by some mistake that a test plants")
  func areRaised() {
    let planted =
      PackCheckTests.mistakes.map(\.code) + PlantedMistake.all.map(\.code) + NameKind.allCases.map(\.tooMany)
    let inConditions = [
      ConditionProblemTests.inNames, ConditionProblemTests.inKinds, ConditionProblemTests.inUnits,
    ].joined().map(\.code)
    let inSyntax = Self.syntax.flatMap { read($0).problems.map(\.code) }
    let raised = Set(planted + inConditions + inSyntax + Self.elsewhere)
    let ofPacks = Problem.Code.allCases.prefix { $0 != .otherContainer }
    #expect(ofPacks.filter { !raised.contains($0) } == [])
    #expect(raised.subtracting(ofPacks) == [])
  }

  @Test("are each told in words that can be read aloud: small letters and hyphens")
  func areWords() {
    #expect(Problem.Code.allCases.filter { $0.rawValue.contains { !"abcdefghijklmnopqrstuvwxyz-".contains($0) } } == [])
  }

  /// What `ConditionSyntaxProblemTests` looks at word by word.
  private static let syntax = [
    "", "sitting_time at least 1,5 h", "(seat_type is stool", "sitting_time < 2 h",
    "at least 0 of (has_pain, uses_laptop)", "has_pain and uses_laptop or seat_type is stool",
    String(repeating: "not ", count: 600) + "has_pain", "stand_ups" + String(repeating: " + 1", count: 5_000),
  ]

  /// Held by the tests of a library of packs, and of packs that are used together.
  private static let elsewhere: [Problem.Code] = [
    .noPackFormat, .unknownPack, .unreadablePack, .packNamedTwice, .unknownSameAs, .sharedTwice, .sharedDiffers,
    .signedOtherwise, .badSignature, .notSigned, .signedByAnother, .wordsOfAnotherLimit,
  ]
}
