import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("The ergonomist's view")
struct ErgonomistReportTests {
  private static let report = Result { try ErgonomistReport(templates: Shipped.templates) }

  private static func html(_ assessments: [Assessment]) throws -> String {
    String(decoding: try report.get().html(of: assessments), as: UTF8.self)
  }

  /// As `sample`, told without health.
  private static let sample = Assessment.sample.with {
    $0.header.disclosure = .workstation
    ($0.exercises, $0.reliefs, $0.leftOut, $0.careCards) = ([], [], [], [])
    $0.answers[5].state = .withheld
    ($0.answers[5].words, $0.answers[5].code) = (nil, nil)
  }

  @Test("shows the sample as agreed")
  func golden() throws {
    let page = try Self.html([Self.sample])
    let body = try #require(page.firstRange(of: "<body>"))
    let end = try #require(page.firstRange(of: "</body>"))
    try expectGolden(String(page[body.upperBound..<end.lowerBound]), "ergonomist-body.html")
  }

  @Test("is inert and shows hostile text as text, by one pack and by two", arguments: Person.everyone)
  func inert(person: Person) throws {
    for assessments in [[person.assessment], [person.assessment, .sample]] {
      let html = try Self.html(assessments)
      #expect(html == (try Self.html(assessments)))
      #expect(!html.contains("<script") && !html.contains("onload='") && !html.contains("\u{202E}"))
      #expect(!html.contains(" style=") && html.contains("default-src 'none'; style-src 'sha256-"))
      let ids = html.matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
      #expect(ids.count == Set(ids).count)
      for link in html.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.output.1))) }
    }
  }

  @Test("has the same fields whatever the assessment holds", arguments: Person.everyone)
  func sameFields(person: Person) throws {
    let words = try ReportPhrases(Shipped.templates.file("words.txt"))
    let full = ErgonomistView(of: [.specimen, .specimen], words: words, .specimen).fields
    #expect(emptyLists(in: full, at: "").isEmpty)
    let view = ErgonomistView(of: [person.assessment], words: words).fields
    #expect(differences(view, full, at: "").isEmpty)
  }

  @Test("puts the emergency card first and withholds scores, findings, actions and exercises, of all packs")
  func withheld() throws {
    for assessments in [[Assessment.emergency], [.sample, .emergency]] {
      let html = try Self.html(assessments)
      let sample = Assessment.sample
      let banned =
        sample.findings.map(\.title) + sample.corrections.map(\.title) + sample.exercises.map(\.title)
        + sample.clear.map(\.title) + ["h-scores", "h-record"]
      for text in banned { #expect(!html.contains(text)) }
      let card = try #require(html.firstRange(of: Assessment.CareAdvice.emergency.title))
      let note = try #require(html.firstRange(of: "class=\"note\""))
      #expect(card.lowerBound < note.lowerBound)
    }
  }

  @Test("tells which kind of record it is", arguments: Disclosure.allCases)
  func notes(disclosure: Disclosure) throws {
    let html = try Self.html([Self.sample.with { $0.header.disclosure = disclosure }])
    #expect(html.contains("Holds answers about health.") == (disclosure != .workstation))
    #expect(html.contains("Without answers about health.") == (disclosure == .workstation))
    #expect(html.contains("A questionnaire is no assessment on its own"))
  }

  @Test("numbers the actions of several packs on, and asks what they share once")
  func severalPacks() throws {
    let other = Self.sample.with {
      $0.header.packTitle = "Other pack"
      $0.header.attribution = ["Licence of the other pack."]
      $0.answers[0].id = "other"
      $0.answers[0].question = "A question of the other pack?"
    }
    let html = try Self.html([Self.sample, other])
    #expect(html.contains("id=\"action-4\"") && !html.contains("id=\"action-5\""))
    #expect(html.contains("A question of the other pack?") && html.contains("Licence of the other pack."))
    #expect(html.components(separatedBy: "How long do you sit a day?").count == 2)
    #expect(html.contains("id=\"f1\"") && html.contains("id=\"pack-2-f1\""))
  }
}
