import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("A personal report by several instruments")
struct SeveralInstrumentsTests {
  @Test("shows each beside the other, on its own scale and in its own words")
  func beside() throws {
    try expectGolden(#require(try Page(.sample, .strain).part("beside")), "several-beside.html")
  }

  @Test("gives the second its own findings and limits, and its scores beside those of the first")
  func second() throws {
    let html = try Page(.sample, .strain).html
    let start = try #require(html.firstRange(of: "<section id=\"pack-2-found\"")).lowerBound
    let end = try #require(html.firstRange(of: "<section class=\"appendix\"")).lowerBound
    try expectGolden(String(html[start..<end]), "several-second.html")
    #expect(html.ranges(of: "id=\"scores\"").count == 1 && !html.contains("id=\"pack-2-scores\""))
  }

  @Test("has one list of what to do: three things this afternoon, and once what both say in the same words")
  func oneList() throws {
    let turned = Assessment.strain.with { $0.plan[0].turn = .now }
    let both = try #require(try Page(.sample, turned).part("do"))
    #expect(both.contains("Stand up every half hour") && both.contains("Raise the screen"))
    let same = turned.with { $0.corrections[0].title = Assessment.CorrectionAdvice.reminder.title }
    #expect(try #require(try Page(.sample, same).part("do")).ranges(of: "<li id=").count == 1)
    let many = turned.with {
      $0.corrections = (1...4).map { number in
        var advice = Assessment.strain.corrections[0]
        (advice.id, advice.title) = ("\(number)", "Thing \(number)")
        return advice
      }
      $0.plan = (1...4).map { .init(correction: "\($0)", gives: [], solves: [], turn: .now) }
    }
    let page = try Page(.sample, many)
    #expect(try #require(page.part("do")).ranges(of: "<li id=").count == 3)
    #expect(try #require(page.part("later")).ranges(of: "<b>Thing ").count == 2)
  }

  @Test("has all sections of the first as they are alone, but for their names")
  func first() throws {
    let (alone, first) = (try Page(.sample), try Page(.sample, .strain))
    let name = " <span class=\"of\">Lower back and hips</span>"
    for id in ["do", "day", "found", "open", "move", "relief", "good"] {
      let part = try #require(first.part(id)).replacing(name, with: "").replacing(": Lower back and hips\"", with: "\"")
      #expect(part == alone.part(id))
    }
  }

  @Test("has a question that several ask once, with the findings of each, and a card that several know once")
  func once() throws {
    let page = try Page(.sample, .strain)
    let answers = try #require(page.part("answers"))
    #expect(answers.ranges(of: "<td>Sitting time<").count == 1)
    let row = try #require(answers.split(separator: "\n").first { $0.contains("<td>Sitting time<") })
    #expect(row.contains("href=\"#f1\"") && row.contains("href=\"#pack-2-f1\""))
    #expect(page.html.ranges(of: Assessment.CareAdvice.routine.title).count == 1)
    #expect(page.html.contains("<li>5 of 7 questions answered</li>") == false)
    #expect(page.html.contains("<li>4 of 7 questions answered</li>"))
  }

  @Test("takes a question as asked that only another instrument asks")
  func askedBySecond() throws {
    let second = Assessment.strain.with {
      $0.answers[1].id = "stool_height"
      ($0.answers[1].question, $0.answers[1].label) = ("How high is your stool?", "Stool height")
    }
    let row = try #require(
      try Page(.sample, second).part("answers")?.split(separator: "\n").first { $0.contains("<td>Stool height<") }
    )
    #expect(row.contains("<td>Low<td>") && !row.contains("Does not apply"))
  }

  @Test(
    "begins with the emergency card, whichever of them knows it, and holds back the scores and exercises of all",
    arguments: [0, 1])
  func emergency(place: Int) throws {
    var people = [Assessment.strain, .strain]
    people[place] = .emergency
    let html = try Page(people[0], people[1]).html
    let card = try #require(html.firstRange(of: Assessment.CareAdvice.emergency.title)).lowerBound
    let main = try #require(html.firstRange(of: "<main")).lowerBound
    #expect(main < card)
    #expect(html[..<card].ranges(of: "<section").count == 1)
    var banned = ["id=\"beside\"", "most of all because", "calls for a change"]
    for one in [Assessment.sample, Assessment.strain] {
      banned += one.scores.map { "<h3>\($0.title)</h3>" }
      banned += one.findings.map(\.title) + one.corrections.map(\.title) + one.exercises.map(\.title)
    }
    for text in banned {
      #expect(!html.contains(text), "\(text)")
    }
    #expect(html.contains("Rated by oneself it tends to come out low."))
  }

  @Test(
    "names each place in the page once, and links to no other",
    arguments: [
      [Assessment.sample, .strain], [.strain, .sample, .empty], [.filled(with: Person.hostile), .filled(with: "")],
      [.emergency, .sample],
    ])
  func anchors(assessments: [Assessment]) throws {
    let html = String(decoding: try Shipped.report.get().html(of: assessments), as: UTF8.self)
    let ids = html.matches(of: #/\sid="([^"]*)"/#).map { String($0.output.1) }
    #expect(ids.count == Set(ids).count)
    for link in html.matches(of: #/href="#([^"]*)"/#) { #expect(ids.contains(String(link.output.1))) }
    for labels in html.matches(of: #/aria-labelledby="([^"]*)"/#) {
      for label in labels.output.1.split(separator: " ") { #expect(ids.contains(String(label))) }
    }
    #expect(!html.contains("<script>alert"))
  }
}

@Suite("The scale of a score")
struct ScaleTests {
  @Test("is told from where it begins, and 0 means nothing only where it is 0 that begins it")
  func wording() throws {
    let zero = try #require(try Page(.sample).part("scores"))
    #expect(zero.contains("0 means nothing") && zero.contains("</b> of 100 now"))
    let one = try #require(try Page(.strain).part("scores"))
    #expect(!one.contains("0 means") && one.contains("1 is the lowest there is."))
    #expect(one.contains("<b class=\"figure-now\">1 to 6</b> now, on a scale from 1 to 10<"))
    let both = try #require(try Page(.sample.with { $0.scores += Assessment.strain.scores }).part("scores"))
    #expect(!both.contains("0 means") && both.contains("Each begins at the lowest number of its own scale."))
    let open = try #require(try Page(.strain.with { $0.scores[0].max = nil }).part("scores"))
    #expect(open.contains("now, on a scale from 1 up<"))
  }

  @Test("begins the bar where it begins itself")
  func bar() throws {
    let part = try #require(try Page(.strain).part("scores"))
    #expect(part.contains(#/f-open" fill="[^"]+" width="0"/#))
    #expect(part.contains("x=\"0\" width=\"555\" height=\"12\""))
  }
}
