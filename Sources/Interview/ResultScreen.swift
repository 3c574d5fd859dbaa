package import Ergonomics

/// The end of an interview in at most 24 lines: one sentence, the scores, what to do first.
package struct ResultScreen {
  private let assessment: Assessment
  private let width: Int

  package init(_ assessment: Assessment, width: Int) {
    (self.assessment, self.width) = (assessment, max(30, min(width, 80)))
  }

  package var text: String {
    draft.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n")
  }

  private var draft: String {
    if assessment.isWithheld {
      let cards = assessment.careCards.map {
        InterviewPhrases.card($0, numbers: assessment.emergencyNumbers).lines(to: width).joined(separator: "\n")
      }
      return (cards + ["Scores and exercises are left out until that is settled."]).joined(separator: "\n\n") + "\n"
    }
    let parts = [headline, assessment.scores.flatMap(lines).joined(separator: "\n"), steps, cards]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var headline: String {
    let titles = assessment.plan.together.prefix(2).map { steps in
      steps.map { title(of: $0.correction).loweringFirst }.joined(separator: " together with ")
    }
    let sentence =
      switch titles.count {
      case 0 where assessment.findings.isEmpty && assessment.open.isEmpty:
        "Nothing at your workstation asks for a change."
      case 0 where assessment.findings.isEmpty: "Nothing was found so far; some questions are still open."
      case 0: "Some things are worth knowing; none of the changes we know would lower a score."
      case 1: "One thing would help most: \(titles[0])."
      default: "Two things would help most: \(titles[0]), and \(titles[1])."
      }
    return sentence.wrapped(to: width)
  }

  /// `Lower back: 38 of 100, worth a look`, and a bar: `#` certain, `?` open.
  private func lines(_ score: Assessment.ScoreResult) -> [String] {
    guard let now = score.now else { return ["\(score.title): does not apply to you"] }
    let number = now.low == now.high ? "\(now.low)" : "\(now.low) to \(now.high)"
    let isFromZero = score.least == 0
    let scale = score.max.map { isFromZero ? " of \($0)" : " on a scale from \(score.least) to \($0)" } ?? ""
    let line = "\(score.title): \(number)\(scale), \(word(for: now, score))".wrapped(to: width, indent: 2)
    return [line] + (score.max.map { ["  " + bar(now, of: score.least...max(score.least + 1, $0))] } ?? [])
  }

  private func bar(_ interval: ScoreInterval, of scale: ClosedRange<Int>) -> String {
    let columns = min(40, width - 4)
    let span = scale.upperBound - scale.lowerBound
    func column(_ value: Int) -> Int { max(0, min(columns, (value - scale.lowerBound) * columns / span)) }
    let (low, high) = (column(interval.low), column(interval.high))
    return String(repeating: "#", count: low) + String(repeating: "?", count: high - low)
      + String(repeating: ".", count: columns - high)
  }

  private func word(for interval: ScoreInterval, _ score: Assessment.ScoreResult) -> String {
    let open = score.openQuestions.count
    let questions = "\(open) question\(open == 1 ? "" : "s") open"
    guard let level = interval.level else { return "not known yet: \(questions)" }
    let word = score.band(level)?.word ?? level
    if assessment.decision != nil { return open == 0 ? word : "\(word), whatever the rest" }
    if interval.isSettled { return open == 0 ? word : "\(word) (\(questions))" }
    return "\(word), could be \"\(score.band(interval.levelHigh)?.word ?? interval.levelHigh)\": \(questions)"
  }

  private var steps: String {
    guard !assessment.plan.isEmpty else { return "" }
    let lines = assessment.plan.prefix(3).enumerated().map { place, step in
      let given = step.gives.map { "\($0.points) \(scoreTitle($0.score))" }.joined(separator: ", ")
      let gives = step.isWithNext ? " (with the next step)" : given.isEmpty ? "" : " (gives back \(given))"
      return "\(place + 1)  \(title(of: step.correction))\(gives)".hanging(to: width, indent: 3)
    }
    let more = assessment.plan.count > 3 ? ["   and \(assessment.plan.count - 3) more in the report"] : []
    return (["Do first"] + lines + more).joined(separator: "\n")
  }

  private var cards: String {
    guard !assessment.careCards.isEmpty else { return "" }
    let cards = assessment.careCards.map { "\($0.title) (\($0.soon.trimmingFullStop.loweringFirst))" }
    return "Ask for help: \(cards.joined(separator: "; ")). The report says more.".wrapped(to: width)
  }

  private func title(of correction: Correction.ID) -> String {
    assessment.corrections.first { $0.id == correction }?.title ?? correction
  }

  private func scoreTitle(_ id: Score.ID) -> String {
    assessment.scores.first { $0.id == id }?.title.loweringFirst ?? id
  }
}

extension String {
  var loweringFirst: String { prefix(1).lowercased() + dropFirst() }
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
