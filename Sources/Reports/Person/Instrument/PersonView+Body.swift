import Ergonomics

extension PersonView {
  /// The drawing of a person, with the scores that are about a part of the body; `nil` when none is.
  var bodyFigure: Fields? {
    guard let body, assessment.isDrawn else { return nil }
    let regions = assessment.scores.compactMap { score -> Fields? in
      guard let now = score.now, let place = score.region.flatMap({ body.places[$0] }) else { return nil }
      let fields: Fields = [
        "title": text(score.title), "max": optional(end(of: score)), "scale": optional(scale(of: score)),
      ]
      return fields + interval(now, of: score) + label(of: score, now, at: place, body.fontSize)
    }
    guard !regions.isEmpty else { return nil }
    return [
      "says": text(body.says), "viewBox": text(body.viewBox), "fontSize": HTMLText(body.fontSize),
      "person": body.person, "regions": list(regions),
    ]
  }

  /// Where the sign and the lines of a label stand. Words that do not fit are cut; the list beside the drawing has them all.
  private func label(
    of score: Assessment.ScoreResult, _ now: ScoreInterval, at place: BodyDrawing.Place, _ size: Int
  ) -> Fields {
    let (lineHeight, indent) = (size * 8 / 7, size * 4 / 3)
    // Letters of a sans-serif font are about this wide on the average, bold ones too.
    let columns = (place.width - indent) * 100 / (53 * size)
    let number = words.interval(now).replacing(" ", with: "\u{A0}")
    let level = level(now, of: score)
    let levels = couldBe(now, of: score).map { words.levels(level, to: $0) } ?? level
    let all =
      "\(score.title) \(number)".wrapped(at: columns).map { (text: $0, isName: true) }
      + levels.wrapped(at: columns).map { (text: $0, isName: false) }
    var lines = Array(all.prefix(max(1, place.height / lineHeight)))
    if lines.count < all.count { lines[lines.count - 1].text += "…" }
    return [
      "shapes": place.shapes, "x": HTMLText(place.x), "y": HTMLText(place.y + size / 5),
      "textX": HTMLText(indent),
      "lines": list(
        lines.enumerated().map { number, line -> Fields in
          ["text": text(line.text), "isName": line.isName, "y": HTMLText(size - size / 5 + number * lineHeight)]
        }),
    ]
  }
}

extension String {
  /// Lines of at most `columns` columns; a word that is longer is cut.
  fileprivate func wrapped(at columns: Int) -> [String] {
    let words = split(separator: " ").map { $0.count > columns ? "\($0.prefix(max(1, columns - 1)))…" : String($0) }
    return words.joined(separator: " ").wrapped(to: columns).split(separator: "\n").map(String.init)
  }
}
