import Ergonomics

extension PersonView {
  var scores: [Fields] {
    assessment.scores.map { score -> Fields in
      [
        "title": text(score.title), "about": optional(score.about), "max": optional(end(of: score)),
        "sum": optional(score.now.flatMap { score.beyond.now > 0 ? String($0.low + score.beyond.now) : nil }),
        "scale": optional(scale(of: score)), "bands": optional(bands(of: score)),
        "now": someOrNone(score.now.map { interval($0, of: score) }),
        "after": someOrNone(score.after.map { interval($0, of: score) }),
        // Then none is open for the level.
        "isDecided": assessment.decision != nil,
        "openQuestions": someOrNone(
          score.openQuestions.isEmpty
            ? nil
            : [
              "count": text(words.counted(score.openQuestions.count, "questions")),
              "labels": text(words.listed(score.openQuestions.map { "“\(label($0))”" })),
            ]),
      ]
    }
  }

  /// What the lowest numbers mean: nothing where all begin at 0, else the least of each score.
  var baseline: Fields {
    let least = assessment.scores.map(\.least).withoutDoubles
    return [
      "isZero": least.allSatisfy { $0 == 0 }, "isSame": least.count == 1, "least": HTMLText(least.min() ?? 0),
    ]
  }

  /// Of a scale from 0 on.
  func end(of score: Assessment.ScoreResult) -> String? { score.least == 0 ? score.max.map(String.init) : nil }

  /// "on a scale from 1 to 10", of one that does not begin at 0.
  func scale(of score: Assessment.ScoreResult) -> String? {
    guard score.least != 0 else { return nil }
    return words[score.max == nil ? "scale.from" : "scale.between"].filling("{least}", with: String(score.least))
      .filling("{max}", with: score.max.map(String.init) ?? "")
  }

  func interval(_ interval: ScoreInterval, of score: Assessment.ScoreResult) -> Fields {
    let scale = score.least...max(score.least, scaleEnd(of: score))
    let (low, high) = (permille(interval.low, of: scale), permille(interval.high, of: scale))
    return [
      "words": text(words.interval(interval)),
      "level": text(level(interval, of: score)),
      "couldBe": optional(couldBe(interval, of: score)),
      "severity": severity(Severity(interval, among: score.bands)),
      "isInterval": interval.low != interval.high,
      "low": HTMLText(low), "high": HTMLText(high), "width": HTMLText(max(0, high - low)),
    ]
  }

  func level(_ interval: ScoreInterval, of score: Assessment.ScoreResult) -> String {
    interval.level.map { bandWord($0, score) } ?? words.severity(.unknown)
  }

  /// The level that missing answers leave possible beside the certain one.
  func couldBe(_ interval: ScoreInterval, of score: Assessment.ScoreResult) -> String? {
    interval.isSettled || interval.level == nil ? nil : bandWord(interval.levelHigh, score)
  }

  /// "0 to 24 fine as it is, 25 to 49 worth a look, 50 and more worth changing soon"; `nil` while the level is unknown.
  private func bands(of score: Assessment.ScoreResult) -> String? {
    if score.bands.count < 2 || score.now?.level == nil { return nil }
    let ends = score.bands.dropFirst().map { Optional($0.from - 1) } + [nil]
    return zip(score.bands, ends).map { band, end in
      let range =
        end.map { $0 == band.from ? "\($0)" : "\(band.from) \(words["interval.to"]) \($0)" }
        ?? words["band.last"].filling("{n}", with: String(band.from))
      return "\(range) \(band.word)"
    }.joined(separator: ", ")
  }

  private func bandWord(_ id: Band.ID, _ score: Assessment.ScoreResult) -> String { score.band(id)?.word ?? id }

  /// Flags for the shape, a class for the colour, and a word.
  func severity(_ severity: Severity) -> Fields {
    [
      "class": text(severity.rawValue), "word": text(words.severity(severity)),
      "isFine": severity == .fine, "isMiddle": severity == .middle, "isHigh": severity == .high,
      "isOpen": severity == .open, "isUnknown": severity == .unknown,
    ]
  }

  /// Where the bar of a score ends; for a score without an end one band behind its last limit.
  private func scaleEnd(of score: Assessment.ScoreResult) -> Int {
    if let max = score.max { return max }
    let limits = score.bands.map(\.from)
    let beyond = (limits.last ?? 0) + ((limits.last ?? 0) - (limits.dropLast().last ?? 0))
    return [beyond, score.now?.high ?? 0, score.after?.high ?? 0].max() ?? 1
  }

  private func permille(_ value: Int, of scale: ClosedRange<Int>) -> Int {
    guard scale.upperBound > scale.lowerBound else { return 0 }
    let within = min(max(value, scale.lowerBound), scale.upperBound) - scale.lowerBound
    return within * 1000 / (scale.upperBound - scale.lowerBound)
  }
}
