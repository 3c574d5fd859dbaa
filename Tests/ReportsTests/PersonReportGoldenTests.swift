import Ergonomics
import Reports
import TestSupport
import Testing

@Suite("The personal report, part by part")
struct PersonReportGoldenTests {
  private static let shown = [
    "scores", "help", "do", "later", "day", "f1", "f2", "open", "exercise-1", "exercise-2", "week", "relief", "good",
    "muscles", "left-out",
  ]
  private static let folded = ["answers", "how", "sources"]
  /// What is around parts that are looked at one by one.
  private static let around = ["found", "move", "rest"]

  @Test("has no section that is not among these, and lists all but the first in its contents")
  func everySection() throws {
    let page = try Page(.sample)
    let parts = page.html.matches(of: #/<(section|details)\b[^>]*? id="?([\w-]+)/#).map { ($0.1, String($0.2)) }
    #expect(Set(parts.map(\.1)).subtracting(Self.shown + Self.folded + Self.around) == [])
    let sections = parts.filter { $0.0 == "section" && !["do", "rest"].contains($0.1) }.map(\.1)
    let contents = try #require(page.between("<ul class=\"toc\">", "</ul>"))
    #expect(sections.filter { !contents.contains("\"#\($0)\"") } == [])
  }

  @Test("shows the sample as agreed", arguments: shown)
  func sampleParts(id: String) throws {
    try expectGolden(#require(try Page(.sample).part(id)), "sample-\(id).html")
  }

  @Test("shows what changed since the answers before as agreed")
  func since() throws {
    let before = Assessment.sample.with { before in
      before.header.date = "2025-11-30"
      before.findings[0].id = "gone"
      before.findings[0].title = "A thing of the past"
      before.scores[0].now = ScoreInterval(low: 60, high: 60, level: "high", levelHigh: "high")
    }
    let actions = ["agreed", "done", "proposed"].map {
      FollowUp.Action(
        correction: "raise-pad", title: "Raise the <pad>", state: $0, owner: $0 == "done" ? "" : "Facilities",
        due: $0 == "done" ? nil : "2026-03-01", changed: "2026-01-15")
    }
    let followUp = FollowUp(
      parts: [.init(now: .sample, before: before)], actions: actions, reviewDue: nil)
    let page = String(decoding: try Shipped.report.get().html(of: [.sample], followUp), as: UTF8.self)
    let part = try #require(page.firstMatch(of: #/<section id="since".*?</section>/#.dotMatchesNewlines())).output
    try expectGolden(part + "\n", "sample-since.html")
  }

  @Test("folds away answers, scoring and sources", arguments: folded)
  func foldedParts(id: String) throws {
    let part = try #require(try Page(.sample).part(id))
    #expect(part.hasPrefix("<details"))
    try expectGolden(part, "sample-\(id).html")
  }

  @Test("tells the first findings at length, and later ones in short, unless they are to be changed first")
  func shortFindings() throws {
    let many = Assessment.sample.with { sample in
      sample.findings = (1...9).map { number in
        var finding = number == 5 ? Assessment.Finding.noLumbarSupport : .longSitting
        finding.id = "finding-\(number)"
        if number != 5 { finding.adds = [.init(score: "hips", points: 1)] }
        return finding
      }
    }
    let page = try Page(many)
    #expect(
      page.html.matches(of: #/class="finding short" id="(\w+)"/#).map { $0.output.1 } == [
        "f4", "f6", "f7", "f8", "f9",
      ])
    try expectGolden(#require(page.part("f7")), "short-finding.html")
  }

  @Test("leaves out sections that would be empty")
  func emptyBody() throws {
    let body = try #require(try Page(.empty).between("<body>", "</body>"))
    try expectGolden(body, "empty-body.html")
  }

  @Test("begins with the emergency card, and with it alone")
  func emergencyBody() throws {
    let body = try #require(try Page(.emergency).between("<body>", "<details"))
    try expectGolden(body, "emergency-body.html")
  }

  @Test("never shows as fine what is unknown")
  func unknownScore() throws {
    let unknown = Assessment.sample.with {
      $0.scores = [.hips]
      $0.scores[0].now = ScoreInterval(low: 0, high: 60, level: nil, levelHigh: "high")
      $0.scores[0].after = ScoreInterval(low: 0, high: 60, level: nil, levelHigh: "high")
    }
    let part = try #require(try Page(unknown).part("scores"))
    #expect(!part.contains("fine"))
    try expectGolden(part, "unknown-scores.html")
  }

  @Test("says in one sentence how it is and what it comes from", arguments: Lede.allCases)
  func ledes(lede: Lede) throws {
    let sentence = try #require(try Page(lede.assessment).between("<p class=\"lede\">", "</p>"))
    #expect(sentence == lede.sentence)
  }

  enum Lede: CaseIterable {
    case twoCauses, oneCause, withoutScores, nothing, nothingYet

    var assessment: Assessment {
      switch self {
      case .twoCauses: .sample
      case .oneCause:
        .sample.with {
          $0.findings.removeLast()
          $0.open = []
        }
      case .withoutScores:
        .sample.with {
          $0.scores = []
          $0.open = []
        }
      case .nothing: .empty
      case .nothingYet:
        .empty.with {
          $0.open = Assessment.sample.open
          $0.answers = Assessment.sample.answers
        }
      }
    }

    var sentence: String {
      switch self {
      case .twoCauses:
        "Lower back: <b>worth a look</b>, most of all because of <b>no support at the small of the back</b>"
          + " and <b>long spells of sitting</b>. Hips: <b>worth a look to change first</b>, most of all because of"
          + " <b>long spells of sitting</b> and <b>no support at the small of the back</b>."
          + " Your answers to “Seat height” and “Knee height” would tell more."
      case .oneCause:
        "Lower back: <b>worth a look</b>, most of all because of <b>long spells of sitting</b>."
          + " Hips: <b>worth a look to change first</b>, most of all because of <b>long spells of sitting</b>."
      case .withoutScores:
        "Most of all worth changing: <b>long spells of sitting</b> and <b>no support at the small of the back</b>."
      case .nothing: "<b>Nothing in your answers calls for a change.</b>"
      case .nothingYet:
        "<b>Nothing was found so far</b>, but missing answers leave something open."
          + " Your answers to “Seat height” and “Knee height” would tell more."
      }
    }
  }
}
