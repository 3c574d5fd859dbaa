import Ergonomics
import RulePacks
import Workbench

/// What a change of rules is and does, as an outline for people.
struct PackDiffReport {
  /// A line, with what belongs to it.
  struct Item {
    let text: String
    var items: [Item] = []
  }

  struct Section {
    let title: String
    let items: [Item]
  }

  /// What was compared, and what is to be known of it.
  struct Frame {
    /// As they were named.
    let old: String
    let new: String
    let date: String
    /// Files of surveys; none where people were drawn.
    let surveys: [String]
    /// Who was looked at: "24 people of team.csv".
    let people: String
    /// What was said beside it: examples that disagree, rows that were left out.
    let notes: [String]
    /// Whether rules that read answers about health are told of.
    let includesHealth: Bool
  }

  let difference: PackDifference
  let plans: PackDifference.Plans
  let frame: Frame

  var title: String { "\(difference.before.stamp) and \(difference.after.stamp)" }

  var sections: [Section] { [compared, written, witnesses, people, scores, findings, changedPlans] }

  /// Of people who are named, the first few.
  private static let mostNamed = 3

  // MARK: - What is written

  private var compared: Section {
    let (before, after) = (difference.before, difference.after)
    return Section(
      title: "What was compared",
      items: ["old: \(frame.old), \(before.stamp)", "new: \(frame.new), \(after.stamp)", "people: \(frame.people)"]
        .map { Item(text: $0) } + [Item(text: "on: \(frame.date)")] + notes.map { Item(text: $0) })
  }

  var notes: [String] {
    let version = difference.after.version
    return frame.notes
      + (difference.changes.isVersionKept
        ? ["raise the version: both are \(version), and they are not the same; reports name it"] : [])
  }

  private var written: Section {
    let changes = difference.changes.changes
    let things = changes.map { "\($0.kind.rawValue) \($0.id)" }.withoutDoubles
    let items = things.map { thing in
      Item(text: thing, items: changes.filter { "\($0.kind.rawValue) \($0.id)" == thing }.flatMap(Self.items))
    }
    return Section(
      title: "What is written differently", items: items.isEmpty ? [Item(text: "nothing that people read")] : items)
  }

  private static func items(of change: PackChanges.Change) -> [Item] {
    guard let part = change.part else {
      return [Item(text: change.before == nil ? "new: \(change.after ?? "")" : "gone: \(change.before ?? "")")]
    }
    let texts = [change.before.map { "was \($0)" }, change.after.map { "now \($0)" }].compactMap { $0 }
    return [Item(text: part, items: texts.map { Item(text: $0) })]
  }

  // MARK: - Whom it can hit

  private var witnesses: Section {
    let rules = difference.witnesses.map { Item(text: "rule \($0.rule): \(words(of: $0))") }
    let scores = difference.scoreWitnesses.map { Item(text: "score \($0.score): \(words(of: $0.found))") }
    let items = rules + scores
    return Section(
      title: "Whom a changed rule or score can tell something different",
      items: items.isEmpty ? [Item(text: "no rule and no score decides otherwise")] : items)
  }

  /// "these answers give 3 (moderate) in place of 2 (low): …"
  private func words(of found: ScoreWitness.Found) -> String {
    switch found {
    case .person(let answers, let before, let after):
      return "these answers give \(Self.words(after)) in place of \(Self.words(before)): \(words(of: answers))"
    case .nobody(let isProved): return words(ofNobody: isProved ? nil : .max)
    }
  }

  static func words(_ score: ScoreInterval) -> String {
    let numbers = score.low == score.high ? "\(score.low)" : "\(score.low) to \(score.high)"
    return "\(numbers) (\(score.levelOrUnknown)\(score.isSettled ? "" : ", could be \(score.levelHigh)"))"
  }

  /// - Parameter count: How many combinations there are to try; `nil` where all were.
  private func words(ofNobody count: Int?) -> String {
    guard let count else { return "nobody; all that there is to try was tried" }
    return "nobody was found, but of \(count == .max ? "very many" : "\(count)") combinations not all could be tried"
  }

  func words(of witness: PackDifference.Witness) -> String {
    switch witness.disagreement {
    case .answers(let answers):
      return "\(words(of: answers)): \(Self.words(witness.before)) before, \(Self.words(witness.after)) now"
    case .none: return words(ofNobody: nil)
    case .notProved(let count): return words(ofNobody: count)
    }
  }

  private func words(of answers: Answers) -> String {
    let told = [difference.after, difference.before].flatMap(\.questions).withoutDoubles.compactMap { question in
      answers[question.id].map { "\(question.id) = \(ExampleText.text(of: $0, to: question))" }
    }
    return told.isEmpty ? "who answers nothing" : told.withoutDoubles.joined(separator: ", ")
  }

  static func words(_ outcome: Outcome?) -> String { outcome?.rawValue ?? "no such rule" }

  // MARK: - Whom it does hit

  private var people: Section {
    let hits = difference.impact.hits
    let ways = [
      "\(hits.levels) have another level of a score", "\(hits.numbers) have another number of a score",
      "\(hits.findings) have other findings: gained, lost, newly open or no longer open",
      "\(plans.alone) have another plan and nothing else that is different"
        + (isOfAll ? "" : ", of the first \(plans.people): plans of the others were not worked out"),
    ]
    let all = "\(isOfAll ? "" : "at least ")\(told) are told something else"
    return Section(
      title: "Whom it hits", items: [Item(text: "of \(frame.people), \(all)", items: ways.map { Item(text: $0) })])
  }

  /// Everybody who is told something else in any way, as far as plans were worked out.
  var told: Int { difference.impact.hits.all + plans.alone }

  /// Plans were worked out for everybody, so nobody else is told anything else.
  var isOfAll: Bool { plans.people == difference.impact.people }

  private var scores: Section {
    let items = difference.impact.scores.filter { !$0.moves.isEmpty || !$0.shifts.isEmpty }.flatMap { score -> [Item] in
      let moved = Item(
        text: "\(score.id): \(score.changed) change level",
        items: moves(of: score).map {
          Item(text: "\($0.who.count) from \($0.before) to \($0.after): \(Self.named($0.who))")
        })
      return [moved] + shifts(of: score).map { Item(text: $0) }
    }
    return Section(
      title: "Scores", items: items.isEmpty ? [Item(text: "nobody's number or level changes")] : items)
  }

  /// "drawn-8, drawn-21, drawn-34 and 754 more"
  static func named(_ names: [String]) -> String {
    let more = names.count - mostNamed
    return names.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  func moves(of score: PackImpact.OfScore) -> [(before: String, after: String, who: [String])] {
    score.moves.map { ($0.key.before ?? "unknown", $0.key.after ?? "unknown", $0.value) }
      .sorted { ($1.2.count, $0.0, $0.1) < ($0.2.count, $1.0, $1.1) }
  }

  /// "back: 1873 people higher, by 1 to 3: …"
  private func shifts(of score: PackImpact.OfScore) -> [String] {
    let up = score.shifts.filter { $0.key > 0 }
    let down = score.shifts.filter { $0.key < 0 }
    return [(up, "higher"), (down, "lower")].compactMap { shifts, way in
      let by = shifts.keys.map(abs).sorted()
      guard let least = by.first, let most = by.last else { return nil }
      let who = shifts.sorted { abs($0.key) < abs($1.key) }.flatMap(\.value)
      let span = least == most ? "\(least)" : "\(least) to \(most)"
      return "\(score.id): \(who.count) people have a \(way) number, by \(span): \(Self.named(who))"
    }
  }

  var changedRules: [PackImpact.OfRule] { difference.impact.rules.filter(\.isChanged) }

  private var findings: Section {
    let items = changedRules.map { rule in
      let ways = [
        ("gain it", rule.gained), ("lose it", rule.lost), ("have it open and had not, or no longer", rule.otherwise),
      ]
      return Item(
        text: "\(rule.id): \(rule.gained.count) gain it, \(rule.lost.count) lose it",
        items: ways.filter { !$0.1.isEmpty }.map { Item(text: "\($1.count) \($0): \(Self.named($1))") }
          + shifts(of: rule).map { item(of: $0) })
    }
    let hidden = difference.changes.rules.filter { difference.isAboutHealth($0) }
    let note =
      frame.includesHealth || hidden.isEmpty
      ? [] : [Item(text: "rules that read answers about health are told with --include-health")]
    return Section(
      title: "Findings", items: items + note + (items.isEmpty ? [Item(text: "nobody gains or loses one")] : []))
  }

  private func item(of shift: PackDifference.Shift) -> Item {
    Item(
      text: "\(shift.person.id ?? "somebody"): \(Self.words(shift.before)) before, \(Self.words(shift.after)) now",
      items: (shift.reasons + [shift.answers.joined(separator: ", ")]).map { Item(text: $0) })
  }

  func shifts(of rule: PackImpact.OfRule) -> [PackDifference.Shift] {
    rule.examples.map { difference.shift(of: rule.id, for: $0) }
  }

  private var changedPlans: Section {
    let inOrder = plans.changed.count(where: \.isOrderOnly)
    let all = Item(
      text:
        "plans were worked out for the first \(plans.people) people, as each takes long: \(plans.changed.count) have another"
        + (inOrder == 0 ? "" : ", \(inOrder) of them the same steps in another order"))
    // Other steps matter more than another order.
    let sorted = plans.changed.filter { !$0.isOrderOnly } + plans.changed.filter(\.isOrderOnly)
    let some = sorted.prefix(Self.mostNamed).map { plan in
      Item(
        text: "\(plan.id)\(plan.isOrderOnly ? ": the same steps in another order" : "")",
        items: Self.steps(of: plan).map { Item(text: $0) }
          + plan.reasons.map { Item(text: $0) })
    }
    let rest = sorted.dropFirst(Self.mostNamed).map(\.id)
    let more = rest.isEmpty ? [] : [Item(text: "also of \(rest.joined(separator: ", "))")]
    return Section(title: "Plans", items: [all] + some + more)
  }

  /// The steps that differ; of another order those from the first to the last that stands elsewhere.
  private static func steps(of plan: PackDifference.Plan) -> [String] {
    let (was, now) = (plan.before, plan.after)
    if plan.isOrderOnly {
      let (start, end) = (
        zip(was, now).prefix { $0 == $1 }.count, zip(was.reversed(), now.reversed()).prefix { $0 == $1 }.count
      )
      return ["was \(list(was[start..<(was.count - end)]))", "now \(list(now[start..<(now.count - end)]))"]
    }
    let (gone, come) = (was.filter { !now.contains($0) }, now.filter { !was.contains($0) })
    let kept = was.count - gone.count
    return [
      gone.isEmpty ? nil : "no longer: \(list(gone[...]))", come.isEmpty ? nil : "new: \(list(come[...]))",
      kept == 0 ? nil : "\(kept) step\(kept == 1 ? "" : "s") as before",
      now.isEmpty ? "no step is left" : nil,
    ].compactMap { $0 }
  }

  private static func list(_ steps: ArraySlice<Correction.ID>) -> String { steps.joined(separator: ", ") }
}
