import Ergonomics
import Testing

@testable import RulePacks

@Suite("Words that name a quantity")
struct NamedQuantityTests {
  @Test(
    "are read in digits and in words, with the unit, and speak of a limit or do not",
    arguments: [
      ("more than 3 hours", 180, true), ("a limit of two hours.", 120, true), ("you sit 3 h a day", 180, false),
      ("over 90 min", 90, true), ("at least 40 cm.", 400, true), ("less than 2.5 h", 150, true),
      ("below 10 percent", 10, true), ("over an hour on end", 60, true), ("At least\n  twelve hours", 720, true),
      ("about four weeks", nil, false), ("over half an hour", nil, false), ("more than 3 people", nil, false),
      ("over 3 in front", nil, false),
    ] as [(String, Int?, Bool)])
  func read(text: String, value: Int?, isLimit: Bool) {
    let found = NamedQuantity.all(in: text)
    #expect(found.map(\.value) == (value.map { [$0] } ?? []))
    #expect(found.map { $0.opener != nil } == (value == nil ? [] : [isLimit]))
  }

  private static let evidence = SmallPack.Edit(noSupport, "Less muscle work.", "The limit of 2 hours is our own.")

  private func placed(_ edits: [SmallPack.Edit]) throws -> PlacedPack {
    try SmallPack.loader.loadPlaced(SmallPack.edited(edits), checking: .parts)
  }

  @Test("are told where they speak of a limit that the rule does not have")
  func notes() throws {
    #expect(try placed([Self.evidence]).notes == [])
    let moved = SmallPack.Edit(noSupport, "at least 2 h</when>", "at least 3 h</when>")
    let notes = try placed([Self.evidence, moved]).notes
    #expect(notes.map { "\($0.place.file):\($0.place.line ?? 0)" } == ["small/\(noSupport):10"])
    #expect(notes.allSatisfy { $0.code == .wordsOfAnotherLimit && $0.summary.contains("say 2 hours") })
    let study = SmallPack.Edit(noSupport, "Less muscle work.", "Less than 4 h of work a day.")
    #expect(try placed([study]).notes == [])
    let solved = SmallPack.Edit(noSupport, "You feel the pad.", "You feel the pad for more than 4 h.")
    #expect(try placed([solved]).notes.map(\.place.line) == [14])
  }

  @Test("are told of a rule whose limit was changed, whatever they say of it")
  func oldWords() throws {
    let said = SmallPack.Edit(noSupport, "A support takes work", "For 2 h a support takes work")
    let before = try placed([said, Self.evidence])
    #expect(before.words(ofLimitsIn: before.pack) == [])
    let after = try placed([said, Self.evidence, .init(noSupport, "at least 2 h</when>", "at least 3 h</when>")])
    #expect(after.words(ofLimitsIn: before.pack).map(\.place.line) == [9, 10])
  }
}
