import Ergonomics
import Foundation
import Markup
import Testing

@testable import Reports

@Suite("The drawing of where the load is")
struct BodyFigureTests {
  @Test("tells in its label what its lines tell: title, number, level")
  func sample() throws {
    let figure = try #require(try Figure(.sample))
    #expect(
      figure.label
        == "A person sitting at a desk, seen from the side. Lower back: 32 of 100, worth a look."
        + " Hips: 38 to 48 of 100, worth a look, could be change first.")
    #expect(figure.lines == ["Lower back 32", "worth a look", "Hips 38 to 48", "worth a look to", "change first"])
  }

  @Test("gives each level a colour, a shape of its own, and a dashed line to what is not certain")
  func levels() throws {
    let levels: [(Band.ID?, Band.ID)] = [
      ("low", "low"), ("moderate", "moderate"), ("high", "high"), ("low", "high"), (nil, "high"),
    ]
    let figures = try levels.map { low, high in
      try #require(try Figure(.about(.neck, ScoreInterval(low: 1, high: 2, level: low, levelHigh: high))))
    }
    #expect(figures.map(\.severity) == ["fine", "middle", "high", "open", "unknown"])
    #expect(Set(figures.map(\.sign)).count == 5)
    #expect(figures.map { $0.html.contains("stroke-dasharray") } == [false, false, false, true, true])
  }

  @Test("calls nothing fine of which nothing is known")
  func unknown() throws {
    let figure = try #require(
      try Figure(.about(.hips, ScoreInterval(low: 0, high: 60, level: nil, levelHigh: "high"))))
    #expect(figure.label.hasSuffix("Hips: 0 to 60 of 100, Unknown."))
    #expect(figure.lines == ["Hips 0 to 60", "Unknown"])
    #expect(!figure.html.contains("fine"))
  }

  @Test("is not there without a score that has a region and applies, nor in an emergency")
  func absent() throws {
    #expect(try Figure(.about(nil, ScoreInterval(low: 1, high: 1, level: "low", levelHigh: "low"))) == nil)
    #expect(try Figure(.about(.hips, nil)) == nil)
    #expect(try Figure(.empty) == nil)
    #expect(try Figure(.emergency) == nil)
  }

  @Test("stays below 4.5 KB with every region in it, and draws no place of a label")
  func everyRegion() throws {
    let figure = try #require(try Figure(.aboutEverything))
    #expect(figure.html.utf8.count < 4500)
    #expect(figure.lines.count >= 2 * Score.Region.allCases.count)
    #expect(!figure.html.contains("<rect"))
  }

  @Test("cuts words that do not fit, and says so with an ellipsis")
  func longWords() throws {
    let interval = ScoreInterval(low: 1, high: 1, level: "low", levelHigh: "low")
    let long = Assessment.about(.neck, interval).with {
      $0.scores[0].title = "Neck and the very top of the shoulders, left and right, seen together"
    }
    let lines = try #require(try Figure(long)).lines
    #expect(lines == ["Neck and the very", "top of the", "shoulders, left and…"])
    let unbroken = long.with { $0.scores[0].title = String(repeating: "n", count: 200) }
    #expect(try #require(try Figure(unbroken)).lines.allSatisfy { $0.count < 25 })
  }

  @Test("has room for the labels: no two meet, and all are inside")
  func rooms() throws {
    let drawing = try BodyDrawing(Shipped.templates)
    let size = drawing.viewBox.split(separator: " ").compactMap { Int($0) }
    let rooms = drawing.places.values
    #expect(rooms.count == Score.Region.allCases.count)
    for room in rooms {
      #expect(room.x >= 0 && room.y >= 0 && room.x + room.width <= size[2] && room.y + room.height <= size[3])
      let meeting = rooms.filter {
        $0.x < room.x + room.width && room.x < $0.x + $0.width && $0.y < room.y + room.height
          && room.y < $0.y + $0.height
      }
      #expect(meeting.count == 1)
    }
  }

  @Test("is refused with file and line for every region that it lacks")
  func missingRegions() throws {
    let shipped = try Shipped.templates.file("figures/body.svg").text
    let broken = shipped.replacing("\"body-hips\"", with: "\"body-hip\"")
      .replacing("id=\"body-neck-label\" x=\"176\"", with: "id=\"body-neck-label\"")
    let neck = try #require(shipped.split(separator: "\n").firstIndex { $0.contains("\"body-neck\"") }) + 1
    try Shipped.withOverrides(["figures/body.svg": broken]) { folder in
      let refused = try #require(throws: UnusableInput.self) { try PersonReport(templates: folder) }
      #expect(
        refused.problems.map { "\($0.code.rawValue) \($0.place.line ?? 0) \($0.summary)" } == [
          "template-figure 1 a drawing without a place for 'hips'",
          "template-figure \(neck) a region without a place for its label",
        ])
      #expect(refused.problems.allSatisfy { $0.place.file.hasSuffix("/figures/body.svg") && $0.help != nil })
    }
  }

  @Test("is refused without a size for the labels", arguments: ["font-size=\"14\"", "viewBox=\"0 0 340 288\""])
  func missingSize(attribute: String) throws {
    let shipped = try Shipped.templates.file("figures/body.svg").text
    #expect(shipped.contains(attribute))
    try Shipped.withOverrides(["figures/body.svg": shipped.replacing(attribute, with: "")]) { folder in
      let refused = try #require(throws: UnusableInput.self) { try PersonReport(templates: folder) }
      #expect(refused.problems.map(\.summary) == ["a drawing without a size for its labels"])
    }
  }

  /// The drawing in a page, read as XML.
  private struct Figure {
    let html: String
    private let root: MarkupElement

    init?(_ assessment: Assessment) throws {
      guard let inside = try Page(assessment).between("<svg class=\"body\"", "\n</svg>") else { return nil }
      html = "<svg class=\"body\"\(inside)</svg>"
      root = try MarkupDocument(Array(html.utf8)).root
    }

    var label: String { root["aria-label"] ?? "" }
    var lines: [String] {
      groups.flatMap { $0.elements.last?.elements("text") ?? [] }.map { $0.text.replacing("\u{A0}", with: " ") }
    }
    var severity: String? { groups.first?["class"] }
    /// The shapes beside the first label.
    var sign: String { groups.first?.elements.last?.elements.first.map { "\($0.name) \($0["d"] ?? "")" } ?? "" }
    private var groups: [MarkupElement] { root.elements("g").filter { $0["class"] != nil } }
  }
}

extension Assessment {
  /// One score, about a part of the body.
  fileprivate static func about(_ region: Score.Region?, _ now: ScoreInterval?) -> Assessment {
    sample.with {
      $0.scores = [.hips]
      $0.scores[0].region = region
      ($0.scores[0].now, $0.scores[0].after) = (now, now)
    }
  }

  fileprivate static let aboutEverything = sample.with {
    $0.scores = Score.Region.allCases.map { region in
      var score = ScoreResult.lowerBack
      (score.id, score.title, score.region) = (region.rawValue, region.rawValue, region)
      return score
    }
  }
}
