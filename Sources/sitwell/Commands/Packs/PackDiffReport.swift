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
    let items = difference.witnesses.map { Item(text: "rule \($0.rule): \(words(of: $0))") }
    return Section(
      title: "Whom a changed rule can tell something different",
      items: items.isEmpty ? [Item(text: "no rule decides otherwise")] : items)
  }

  func words(of witness: PackDifference.Witness) -> String {
    switch witness.disagreement {
    case .answers(let answers):
      return "\(words(of: answers)): \(Self.words(witness.before)) before, \(Self.words(witness.after)) now"
    case .none: return "nobody; all that there is to try was tried"
    case .notProved(let count):
      return "nobody was found, but of \(count == .max ? "very many" : "\(count)") combinations not all could be tried"
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
      "\(hits.findings) gain or lose a finding, or have one open that was not, or no longer",
    ]
    let others = Item(
      text: "\(plans.alone) more have another plan alone, of the first \(plans.people), for whom plans were worked out")
    return Section(
      title: "Whom it hits",
      items: [
        Item(text: "of \(frame.people), \(hits.all) are told something else", items: ways.map { Item(text: $0) }),
        others,
      ])
  }

  private var scores: Section {
    let items = difference.impact.scores.flatMap { score -> [Item] in
      let moved = Item(
        text: "\(score.id): \(score.changed) change level",
        items: moves(of: score).map {
          Item(text: "\($0.who.count) from \($0.before) to \($0.after): \(Self.named($0.who))")
        })
      return [moved] + shifts(of: score).map { Item(text: $0) }
    }
    return Section(title: "Scores", items: items)
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
        "plans were worked out for the first \(plans.people) people, as each takes long: \(plans.changed.count) are others"
        + (inOrder == 0 ? "" : ", of which \(inOrder) take the same steps in another order"))
    // Other steps matter more than another order.
    let sorted = plans.changed.filter { !$0.isOrderOnly } + plans.changed.filter(\.isOrderOnly)
    let some = sorted.prefix(Self.mostNamed).map { plan in
      Item(
        text: "\(plan.id)\(plan.isOrderOnly ? ": the same steps in another order" : "")",
        items: ["was \(Self.list(plan.before))", "now \(Self.list(plan.after))"].map { Item(text: $0) }
          + plan.reasons.map { Item(text: $0) })
    }
    let rest = sorted.dropFirst(Self.mostNamed).map(\.id)
    let more = rest.isEmpty ? [] : [Item(text: "also of \(rest.joined(separator: ", "))")]
    return Section(title: "Plans", items: [all] + some + more)
  }

  private static func list(_ steps: [Correction.ID]) -> String {
    steps.isEmpty ? "empty" : steps.joined(separator: ", ")
  }
}
