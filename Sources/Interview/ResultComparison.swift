package import Ergonomics

/// What became of scores and findings since answers that were given before, by the same rules.
package struct ResultComparison {
  private let now: Assessment
  private let before: Assessment

  /// Of several instruments, each under its name; empty where an emergency stands before all else.
  ///
  /// - Parameters:
  ///   - before: By the same packs, in the same order.
  ///   - width: Columns of the terminal.
  package static func text(of now: [Assessment], with before: [Assessment], width: Int) -> String {
    if (now + before).contains(where: \.isWithheld) { return "" }
    let isSame = zip(now, before).allSatisfy { $0.answers == $1.answers }
    if isSame { return InterviewPhrases.nothingDiffers + "\n" }
    let isSeveral = now.count > 1
    let lines = zip(now, before).flatMap { now, before in
      (isSeveral ? [now.header.packTitle] : []) + ResultComparison(now: now, before: before).lines
    }
    return
      ([InterviewPhrases.compared]
      + lines.map { "  " + $0.printable.wrapped(to: max(30, min(width, 80)) - 2, indent: 2) })
      .joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    let scores = now.scores.compactMap { score in
      before.scores.first { $0.id == score.id }.flatMap { line(score, before: $0) }
    }
    let comparison = FindingComparison(now, before: before)
    let titles = Dictionary((before.findings + now.findings).map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    func told(_ what: String, _ rules: [Rule.ID]) -> String? {
      rules.isEmpty ? nil : "\(what): \(rules.compactMap { titles[$0] }.joined(separator: "; "))"
    }
    return scores
      + [
        told("No longer found", comparison.solved), told("Found now, and not before", comparison.new),
        told("Found before, and open now", comparison.undetermined),
      ].compactMap { $0 }
  }

  private func line(_ score: Assessment.ScoreResult, before: Assessment.ScoreResult) -> String? {
    guard let now = score.now, let then = before.now else { return nil }
    if now == then { return "\(score.title): \(range(now)), as before" }
    return "\(score.title): \(range(now)) now, \(range(then)) before"
  }

  private func range(_ interval: ScoreInterval) -> String {
    interval.low == interval.high ? "\(interval.low)" : "\(interval.low) to \(interval.high)"
  }
}
