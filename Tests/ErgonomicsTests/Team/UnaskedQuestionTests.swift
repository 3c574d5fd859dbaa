import TestSupport
import Testing

@testable import Ergonomics

@Suite("Questions that a round did not ask")
struct UnaskedQuestionTests {
  private static let now = TeamRound.made([("A", 20, ["chair": 3, "load": 12]), ("B", 14, ["chair": 9])])
  private static let before = TeamRound.made([("A", 20, ["chair": 16, "load": 2]), ("B", 14, ["chair": 9])])

  private static func findings(_ summary: TeamSummary) -> [String] { summary.facts?.findings.map(\.id).sorted() ?? [] }
  private static func changes(_ summary: TeamSummary) -> [TeamSummary.ChangeRow.Subject] {
    summary.change?.rows.map(\.subject) ?? []
  }

  @Test("leave what reads them without count and change, and are told with it")
  func now() {
    var round = Self.now
    round.unasked = ["chair"]
    var settings = TeamSettings.sample
    settings.nearHeadings = ["chair": "Your chair?"]
    let (whole, part) = (
      Self.now.summary(.sample, since: (Self.before, "x")), round.summary(settings, since: (Self.before, "x"))
    )
    #expect(Self.findings(part) == Self.findings(whole).filter { $0 != "chair" })
    #expect(Self.changes(whole).contains(.finding("chair")) && !Self.changes(part).contains(.finding("chair")))
    #expect(Self.changes(part).contains(.finding("load")))
    let told = part.unasked.map { [$0.id, $0.heading ?? ""] + $0.findings }
    #expect(told.count == 1 && told[0].prefix(2) == ["chair", "Your chair?"] && part.unasked[0].isSurprising)
    #expect(!part.actions.contains { $0.findings.contains("chair") })
    #expect(whole.unasked.isEmpty)
  }

  @Test("of the earlier round leave no change, but the count")
  func earlier() {
    var before = Self.before
    before.unasked = ["load"]
    let told = Self.now.summary(.sample, since: (before, "x"))
    #expect(Self.findings(told).contains("load"))
    #expect(!Self.changes(told).contains(.finding("load")))
    #expect(!Self.changes(told).contains { if case .score = $0 { true } else { false } })
    #expect(told.unasked.map(\.id) == ["load"] && told.unasked[0].isAsked && told.unasked[0].wasAsked == false)
  }

  @Test("of both rounds leave the scores that read them comparable")
  func both() {
    var (now, before) = (Self.now, Self.before)
    (now.unasked, before.unasked) = (["heavy_load"], ["heavy_load"])
    let told = now.summary(.sample, since: (before, "x"))
    #expect(Self.changes(told).contains { if case .score = $0 { true } else { false } })
    #expect(told.unasked.map(\.isSurprising) == [false])
  }

  @Test("about health are not named unless health is included")
  func health() {
    var round = Self.now
    round.unasked = ["pain"]
    #expect(round.summary(.sample).unasked.isEmpty)
    var settings = TeamSettings.sample
    settings.includesHealth = true
    #expect(round.summary(settings).unasked.map(\.id) == ["pain"])
    #expect(round.summary(settings).health?.findings.isEmpty == true)
  }
}
