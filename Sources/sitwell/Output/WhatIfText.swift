import Ergonomics

/// What would be otherwise with other answers: scores, findings, steps.
struct WhatIfText {
  let now: Assessment
  let then: Assessment

  var text: String {
    if now.isWithheld || then.isWithheld {
      let cards = (then.isWithheld ? then : now).careCards.map { "  \($0.title)" }
      return (["A warning sign comes first; nothing else is said beside it"] + cards).joined(separator: "\n") + "\n"
    }
    let parts = [
      ("Scores", now.scores.compactMap(score)), ("No longer found", titles(of: lost(now, then))),
      ("Found", titles(of: lost(then, now))), ("Open then", opened), ("Asked then", asked),
      ("Cards then", then.careCards.filter { !now.careCards.contains($0) }.map(\.title)),
      ("Plan then", plan(then)),
    ]
    return parts.filter { !$0.1.isEmpty }.map { heading, lines in
      ([heading] + lines.map { "  \($0)" }).joined(separator: "\n") + "\n"
    }.joined()
  }

  private func score(_ before: Assessment.ScoreResult) -> String? {
    then.scores.first { $0.id == before.id }.map { after in
      let (old, new) = (Self.words(before.now, before), Self.words(after.now, after))
      return old == new ? "\(before.title): \(old), as now" : "\(before.title): now \(old), then \(new)"
    }
  }

  /// "38 (worth a look)", "24 to 60 (fine as it is, could be worth a look)".
  static func words(_ interval: ScoreInterval?, _ score: Assessment.ScoreResult) -> String {
    guard let interval else { return "does not apply" }
    let number = interval.low == interval.high ? "\(interval.low)" : "\(interval.low) to \(interval.high)"
    let (low, high) = (interval.level.map { score.band($0)?.word ?? $0 } ?? "unknown", score.band(interval.levelHigh))
    return interval.isSettled ? "\(number) (\(low))" : "\(number) (\(low), could be \(high?.word ?? "more"))"
  }

  private func lost(_ some: Assessment, _ others: Assessment) -> [Assessment.Finding] {
    some.findings.filter { finding in !others.findings.contains { $0.id == finding.id } }
  }

  private func titles(of findings: [Assessment.Finding]) -> [String] {
    findings.map { finding in
      let adds = finding.adds.map { "\($0.points) \($0.score)" }.joined(separator: ", ")
      return "\(finding.id): \(finding.title)\(adds.isEmpty ? "" : " (\(adds))")"
    }
  }

  private var opened: [String] {
    then.open.filter { rule in !now.open.contains { $0.id == rule.id } }
      .map { "\($0.id): until \($0.decidedBy.joined(separator: ", ")) is answered" }
  }

  /// Questions that other answers have hidden so far.
  private var asked: [String] {
    zip(now.answers, then.answers).filter { [.notAsked, .setAside].contains($0.state) && $1.state == .unanswered }
      .map { "\($1.label) (\($1.id))" }
  }

  private func plan(_ assessment: Assessment) -> [String] {
    let ids = assessment.plan.map(\.correction)
    if ids == now.plan.map(\.correction) { return ["as now"] }
    return ids.isEmpty ? ["nothing left that would lower a score"] : ids.map { title(of: $0, in: assessment) }
  }

  private func title(of id: Correction.ID, in assessment: Assessment) -> String {
    "\(id): \(assessment.corrections.first { $0.id == id }?.title ?? "")"
  }
}

/// How a level is reached with the fewest changes.
struct NearestText {
  let level: String
  let pack: Pack
  let nearest: NearestLevel
  /// With the changes done; `nil` where there are none.
  let then: Assessment?

  var text: String {
    switch nearest {
    case .alreadyThere: return "No score is certain to be above '\(level)' as things are.\n" + open
    case .outOfReach:
      return "No changes that the pack knows, however many, bring every score to '\(level)'.\n"
    case .atLeast(let count):
      return "\(count) changes at least would be needed for '\(level)': all selections of fewer were looked through; "
        + "more are too many to try.\n" + planned
    case .changes(let ids, _):
      let heading = ids.count == 1 ? "One change brings" : "\(ids.count) changes bring"
      let fewer = ids.count == 1 ? "." : "; fewer do not."
      let lines = ids.compactMap { id in pack.corrections.first { $0.id == id } }.map { correction in
        "  \(correction.id): \(correction.title) (\(correction.who), \(correction.minutes) min, \(correction.cost.rawValue))\n"
      }
      let scores = then?.scores.map { "  \($0.title): \(WhatIfText.words($0.now, $0))\n" } ?? []
      return "\(heading) what is certain of every score to '\(level)' (\(levelWords))\(fewer)\n" + lines.joined()
        + "Then\n" + scores.joined() + open
    }
  }

  /// "worth a look": as people read the level.
  private var levelWords: String {
    pack.scores.flatMap(\.bands).filter { $0.id == level }.map(\.word).withoutDoubles.joined(separator: ", ")
  }

  /// What the plan of the report comes to, which is a bound from above.
  private var planned: String {
    guard let then, !then.plan.isEmpty else { return "" }
    let scores = then.scores.map { "  \($0.title): \(WhatIfText.words($0.after, $0))\n" }
    return "The \(then.plan.count) steps of the plan bring\n" + scores.joined()
  }

  private var open: String {
    let isOpen = then?.scores.contains { !($0.now?.isSettled ?? true) } ?? false
    return isOpen ? "That is as far as the answers tell: what is open could still raise a score.\n" : ""
  }
}
