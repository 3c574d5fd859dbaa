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
    let (found, foundBefore) = (Set(now.findings.map(\.id)), Set(before.findings.map(\.id)))
    let open = Set(now.open.map(\.id))
    let gone = before.findings.filter { !found.contains($0.id) && !open.contains($0.id) }
    let new = now.findings.filter { !foundBefore.contains($0.id) }
    let unsure = now.open.filter { foundBefore.contains($0.id) }
    return scores
      + [
        titles("No longer found", gone.map(\.title)), titles("Found now, and not before", new.map(\.title)),
        titles("Found before, and open now", unsure.map(\.title)),
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

  private func titles(_ what: String, _ titles: [String]) -> String? {
    titles.isEmpty ? nil : "\(what): \(titles.joined(separator: "; "))"
  }
}
