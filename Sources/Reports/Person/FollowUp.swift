import Ergonomics

/// What a register tells beside somebody's assessment: what became of the one before, and how far the actions are.
package struct FollowUp: Sendable {
  /// What changed since the assessment before, by one pack.
  package struct Part: Sendable {
    let now: Assessment
    let before: Assessment

    /// - Parameters:
    ///   - now: What an employer may know of the person.
    ///   - before: The same of earlier answers, by the same pack.
    package init(now: Assessment, before: Assessment) { (self.now, self.before) = (now, before) }
  }

  package struct Action: Sendable {
    let correction: Correction.ID
    let title: String
    let state: String
    let owner: String
    let due: String?
    let changed: String

    /// - Parameters:
    ///   - state: One of `states`.
    ///   - changed: The day that it came to this state.
    package init(
      correction: Correction.ID, title: String, state: String, owner: String, due: String?, changed: String
    ) {
      (self.correction, self.title, self.state) = (correction, title, state)
      (self.owner, self.due, self.changed) = (owner, due, changed)
    }
  }

  /// How far an action can be; words are there for each.
  static let states = ["proposed", "agreed", "done", "confirmed", "closed", "rejected", "reopened"]

  let parts: [Part]
  let actions: [Action]
  let reviewDue: String?

  /// - Parameters:
  ///   - parts: None for who was not assessed before.
  ///   - actions: Of the workstation.
  package init(parts: [Part], actions: [Action], reviewDue: String?) {
    (self.parts, self.actions, self.reviewDue) = (parts, actions, reviewDue)
  }
}

extension PageView {
  /// Since the assessment before: what is solved, new, still there or open, and what somebody has agreed to.
  func since(_ followUp: FollowUp, _ words: ReportPhrases) -> Fields? {
    let agreed = followUp.actions.filter { ["agreed", "done", "confirmed", "reopened"].contains($0.state) }
    if followUp.parts.isEmpty, agreed.isEmpty { return nil }
    return [
      "dates": text(words.listed(followUp.parts.map { words.date($0.before.header.date) }.withoutDoubles)),
      "isCompared": !followUp.parts.isEmpty,
      "parts": list(
        followUp.parts.map { part in
          compared(part, words) + [
            "pack": optional(followUp.parts.count > 1 ? part.now.header.packTitle : nil)
          ]
        }),
      "agreed": someOrNone(
        agreed.isEmpty
          ? nil : ["rows": list(agreed.map { standing($0, words) + ["title": text($0.title)] })]),
    ]
  }

  private func compared(_ part: FollowUp.Part, _ words: ReportPhrases) -> Fields {
    let comparison = FindingComparison(part.now, before: part.before)
    let titles = Dictionary((part.before.findings + part.now.findings).map { ($0.id, $0.title) }) { $1 }
    func named(_ rules: [Rule.ID]) -> Fields? {
      rules.isEmpty ? nil : ["items": texts(rules.map { titles[$0] ?? $0 })]
    }
    return [
      "scores": list(
        part.now.scores.compactMap { score in
          guard let now = score.now, let then = part.before.scores.first(where: { $0.id == score.id })?.now else {
            return nil
          }
          return [
            "title": text(score.title), "now": text(words.interval(now)), "before": text(words.interval(then)),
            "isSame": now == then,
          ]
        }),
      "solved": someOrNone(named(comparison.solved)), "new": someOrNone(named(comparison.new)),
      "undetermined": someOrNone(named(comparison.undetermined)),
      "still": optional(comparison.still.isEmpty ? nil : words.counted(comparison.still.count, "things")),
    ]
  }

  /// How far an action is, who is to do it and until when.
  func standing(_ action: FollowUp.Action, _ words: ReportPhrases) -> Fields {
    [
      "state": text(words["action.\(action.state)"]), "since": text(words.date(action.changed)),
      "owner": optional(action.owner.isEmpty ? nil : action.owner), "due": optional(action.due.map(words.date)),
    ]
  }
}
