import Crypto
import Ergonomics
import Foundation
import Testing

@testable import Reports

@Suite("The personal report")
struct PersonReportTests {
  @Test("is the same bytes each time it is made", arguments: Person.everyone)
  func sameBytes(person: Person) throws {
    let other = try PersonReport(templates: Shipped.templates)
    #expect(try Shipped.report.get().html(of: person.assessment) == other.html(of: person.assessment))
  }

  @Test("has no script, no style attribute, no handler and nothing to load", arguments: Person.everyone)
  func inert(person: Person) throws {
    let html = try Page(person.assessment).html
    let tags = html.matches(of: #/<[a-zA-Z!/](?:[^<>"]|"[^"]*")*>/#).map { String($0.output) }
    #expect(tags.count > 20)
    for tag in tags {
      let bare = tag.replacing(#/"[^"]*"/#, with: "\"\"").lowercased()
      #expect(
        bare.firstMatch(of: #/^<(script|img|iframe|object|embed|link|form|base)|\s(style|on\w+|src|srcset)=/#) == nil)
    }
    let links = html.matches(of: #/href="([^"]*)"/#).map { $0.output.1 }
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") })
  }

  @Test("lets in its style alone, by the hash of its very bytes", arguments: Person.everyone)
  func policy(person: Person) throws {
    let page = try Page(person.assessment)
    let style = try #require(page.between("<style>", "</style>"))
    let digest = Data(SHA256.hash(data: Array(style.utf8))).base64EncodedString()
    let policy = try #require(page.between("http-equiv=\"Content-Security-Policy\" content=\"", "\">"))
    #expect(
      policy == "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'")
  }

  @Test("shows hostile text as text, also where a mark joins the quote before it")
  func hostileText() throws {
    let html = try Page(.filled(with: "a\"\u{301} b<\u{301}script>&\u{301}lt; {{title}}")).html
    #expect(html.contains("a&quot;\u{301} b&lt;\u{301}script&gt;&amp;\u{301}lt; {{title}}"))
    #expect(!html.unicodeScalars.contains { $0 == "\u{202E}" })
    let controls = try Page(.filled(with: Person.hostile)).html.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}"
    }
    #expect(controls.isEmpty)
  }

  @Test("withholds all but care cards, answers and their sources in an emergency")
  func withheld() throws {
    let html = try Page(.emergency).html
    let sample = Assessment.sample
    let banned =
      sample.findings.map(\.title) + sample.corrections.map(\.title) + sample.exercises.map(\.title)
      + sample.reliefs.map(\.title) + sample.scores.map(\.title).map { "<th scope=\"row\">\($0)" }
      + sample.clear.map(\.solved) + sample.muscles.map(\.plainName)
    for text in banned { #expect(!html.contains(text)) }
    let emergency = try #require(html.firstRange(of: Assessment.CareAdvice.emergency.title))
    let routine = try #require(html.firstRange(of: Assessment.CareAdvice.routine.title))
    #expect(emergency.lowerBound < routine.lowerBound)
  }

  @Test(
    "says several sources only of two or more of the grade that speak for it",
    arguments: [Evidence.Strength.strong, .moderate])
  func severalSources(grade: Evidence.Strength) throws {
    func page(_ evidence: [Evidence]) throws -> String {
      try Page(
        .sample.with {
          $0.findings = [$0.findings[0]]
          ($0.findings[0].grade, $0.findings[0].evidence, $0.reliefs) = (grade, evidence, [])
        }
      ).html
    }
    let one = Evidence(source: "makhsous-2009", strength: grade, text: "So.")
    let against = Evidence(source: "nice-ng59", strength: grade, isAgainst: true, text: "Not so.")
    let lesser = Evidence(source: "nice-ng59", strength: .limited, text: "Perhaps.")
    #expect(try !page([one, one, lesser, against]).contains("several"))
    #expect(try page([one, Evidence(source: "nice-ng59", strength: grade, text: "So.")]).contains("several good"))
  }

  @Test("shows where an exercise comes from beside what its dose is after")
  func sourcesOfExercises() throws {
    let html = try Page(.sample).html
    #expect(
      html.contains("How much, after: a sheet of a hospital Source: <a href=\"#s1\">Makhsous and others 2009</a>."))
  }

  @Test("names the tool of a relief only where there is one")
  func reliefTool() throws {
    #expect(try Page(.sample).html.contains("With: soft ball."))
    let bare = Assessment.sample.with { $0.reliefs[0].tool = "none" }
    #expect(try !Page(bare).html.contains("With:"))
  }

  @Test("stays below 100 KB, style and all")
  func size() throws { #expect(try Page(.sample).html.utf8.count < 100_000) }

  @Test("names each place in the page once, and links to no other", arguments: Person.everyone)
  func anchors(person: Person) throws {
    let html = try Page(person.assessment).html
    let ids = html.matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count)
    for link in html.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.output.1))) }
  }
}

@Suite("Severity")
struct SeverityTests {
  private static let bands = (0..<4).map { Band(id: "\($0)", from: 10 * $0, word: "") }

  @Test(
    "of a score never calls fine what missing answers may raise",
    arguments: [
      (0, 0, .fine), (1, 1, .middle), (2, 2, .high), (3, 3, .high), (0, 1, .open), (0, 3, .open), (nil, 3, .unknown),
      (nil, 0, .unknown),
    ] as [(Int?, Int, Severity)])
  func ofScores(low: Int?, high: Int, expected: Severity) {
    let interval = ScoreInterval(low: 0, high: 40, level: low.map(String.init), levelHigh: String(high))
    #expect(Severity(interval, among: Self.bands) == expected)
  }

  @Test(
    "of a finding goes by the largest part it adds of the way out of the lowest band",
    arguments: [(0, .fine), (2, .fine), (3, .middle), (4, .middle), (5, .high), (90, .high)] as [(Int, Severity)])
  func ofFindings(points: Int, expected: Severity) {
    let score = Assessment.ScoreResult(
      id: "s", title: "", about: nil, max: nil, bands: Self.bands, now: nil, after: nil, openQuestions: [])
    #expect(Severity([.init(score: "s", points: points)], among: [score]) == expected)
  }
}
