import Ergonomics
import Foundation
import Markup
import TestSupport
import Testing

@testable import Reports

@Suite("The team report")
struct TeamReportTests {
  static let report = Result { try TeamReport(templates: Shipped.templates) }

  static func html(_ summary: TeamSummary) throws -> String {
    String(decoding: try report.get().html(of: summary), as: UTF8.self)
  }

  @Test("prints the same figures as HTML, XML and CSV")
  func threeForms() throws {
    let summary = TeamRound.workedExample.summary(.sample)
    let wanted = try #require(summary.facts).findings.reduce(into: [String: [String]]()) { rows, finding in
      rows[finding.title] = ToldRows.told(finding.people.cells + [finding.people.everyone])
    }
    #expect(try ToldRows(xml: TeamXML.bytes(of: summary)).rows == wanted)
    #expect(ToldRows(csv: TeamActionTable.bytes(of: summary)).rows == wanted)
    let shown = wanted.filter { $0.value.contains { !$0.hasPrefix("0") } }
    #expect(ToldRows(html: try Self.html(summary)).rows == shown)
    #expect(wanted["Title of chair"] == ["0-4", "5-9", "0-4", "10-14", "15-19", "0-4", "40-44"])
  }

  @Test("says first what was found, whom it helps, and which teams are counted together")
  func firstScreen() throws {
    let html = try Self.html(TeamRound.workedExample.summary(.sample))
    #expect(html.contains("<h1>Title of footrest: 125 or more of 145–149 people</h1>"))
    #expect(html.contains("Start with “Get a footrest”: it reaches <b>125 or more people</b>."))
    #expect(html.contains("Together, the three that reach most people reach at least 125."))
    #expect(html.contains("shown together as “Other teams”: Board and Front desk."))
    #expect(html.contains("We count people in steps of 5 (10 for health questions)"))
  }

  @Test("shows few, many and very many teams as agreed", arguments: [3, 12, 40])
  func teams(count: Int) throws {
    let round = TeamRound.made(
      (0..<count).map { team in
        let people = 12 + 7 * team % 23
        return ("Team \(team + 1)", people, ["chair": people / 3, "screen": team % 4, "footrest": people - 2])
      })
    let page = try Self.html(round.summary(.sample))
    let main = try #require(page.firstRange(of: "<main"))
    try expectGolden(String(page[main.lowerBound...]), "team-\(count)-teams.html")
  }

  @Test("shows how far actions are as agreed")
  func progress() throws {
    var summary = TeamRound.workedExample.summary(.sample)
    summary.progress = .init(open: 6, done: 0, finished: 4, overdue: 10, waiting: 3, weeksToClose: 4)
    let page = try Self.html(summary)
    let part = try #require(page.firstMatch(of: #/<section id="progress".*?</section>/#.dotMatchesNewlines())).output
    try expectGolden(part + "\n", "team-progress.html")
    #expect(!(try Self.html(TeamRound.workedExample.summary(.sample))).contains("progress"))
  }

  @Test("has a text to send that tells no figure")
  func mail() throws {
    let page = try Self.html(TeamRound.workedExample.summary(.sample))
    let mail = try #require(page.firstMatch(of: #/<blockquote>(.*?)</blockquote>/#.dotMatchesNewlines())).output.1
    #expect(mail.contains("1. Lower the chair. Do it.") && !mail.contains("40"))
  }

  @Test("says of too few people that it says nothing")
  func tooFew() throws {
    let summary = TeamRound.made([("A", 9, ["chair": 9])]).summary(.sample)
    let html = try Self.html(summary)
    #expect(html.contains("Too few answers for a team report") && !html.contains("<td"))
    #expect(String(decoding: TeamXML.bytes(of: summary), as: UTF8.self).contains("low=") == false)
    #expect(ToldRows(csv: TeamActionTable.bytes(of: summary)).rows.isEmpty)
  }

  @Test("counts what is in the lowest step everywhere, and never says so of what is told of nobody")
  func withoutNews() throws {
    var summary = TeamRound.workedExample.summary(.sample)
    let rows = try #require(summary.facts).findings.indices.suffix(2)
    for (place, isOpen) in zip(rows, [false, true]) {
      let step = CountStep(low: 0, width: 5, isOpen: isOpen)
      summary.facts?.findings[place].people.cells = Array(repeating: step, count: 6)
      summary.facts?.findings[place].people.everyone = step
    }
    let html = try Self.html(summary)
    #expect(html.contains("Under 5 people in every team: One thing."))
    #expect(html.contains("Not shown, as any figure would give single people away: One thing."))
  }

  @Test("tells who did not answer as the worst and the best case, from published steps")
  func unanswered() throws {
    var settings = TeamSettings.sample
    settings.invited = 160
    let html = try Self.html(TeamRound.workedExample.summary(settings))
    #expect(html.contains("it is 30 or more of 160 people; if all do, up to 160."))
  }

  @Test("has no scores where every band only tells findings over again")
  func noScores() throws {
    var summary = TeamRound.workedExample.summary(.sample)
    #expect(try Self.html(summary).contains("Scores by team"))
    summary.scores = []
    #expect(try !Self.html(summary).contains("Scores by team"))
  }

  @Test("names a step that did not change as plainly as one that did")
  func change() throws {
    let before = TeamRound.made([("A", 20, ["chair": 16]), ("B", 12, [:])])
    let now = TeamRound.made([("A", 20, ["chair": 3]), ("B", 14, [:])])
    let html = try Self.html(now.summary(.sample, since: (before, "2025")))
    #expect(html.contains("What changed since 2025"))
    #expect(html.contains("</span> 1 down, 1 same, 0 up</td>"))
  }

  @Test("stays under 250 KB for 60 teams, and gives the same bytes again")
  func size() throws {
    let teams = (0..<60).map { ("Team number \($0)", 12 + $0, ["chair": $0, "load": 5]) }
    let summary = TeamRound.made(teams).summary(.sample)
    let html = try Self.html(summary)
    #expect(html.utf8.count < 250_000)
    #expect(try Self.html(TeamRound.made(teams.reversed()).summary(.sample)) == html)
  }

  @Test("is checked against one of everything, and refuses a template that asks for what there is not")
  func templates() throws {
    let words = try ReportPhrases(Shipped.templates.file("words.txt"))
    #expect(Fields.emptyLists(in: TeamView.specimen(words).fields).isEmpty)
    try Shipped.withOverrides(["team-heat.mustache": "<p>\n{{titel}}</p>"]) { folder in
      let refused = try #require(throws: UnusableInput.self) { try TeamReport(templates: folder) }
      #expect(Set(refused.problems.map(\.summary)) == ["no field 'titel' here"])
    }
  }
}

extension Fields {
  /// Paths of lists without items.
  fileprivate static func emptyLists(in value: any ViewValue, at path: String = "") -> [String] {
    if let fields = value as? Fields {
      return fields.names.flatMap { emptyLists(in: fields[$0]!, at: "\(path).\($0)") }
    }
    guard let list = value as? [any ViewValue] else { return [] }
    return list.isEmpty ? [path] : list.flatMap { emptyLists(in: $0, at: path) }
  }
}
