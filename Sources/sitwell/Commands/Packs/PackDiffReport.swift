import Ergonomics
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

  let difference: PackDifference
  /// Who was looked at.
  let people: String
  /// Whether rules that read answers about health are told of.
  let includesHealth: Bool

  init(_ difference: PackDifference, people: String, includesHealth: Bool) {
    (self.difference, self.people, self.includesHealth) = (difference, people, includesHealth)
  }

  var title: String { "\(difference.before.stamp) and \(difference.after.stamp)" }

  var sections: [Section] { [written, witnesses, levels, findings, plans] }

  // MARK: - What is written

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
    return [
      Item(
        text: part,
        items: [change.before.map { Item(text: "was \($0)") }, change.after.map { Item(text: "now \($0)") }].compactMap
        {
          $0
        })
    ]
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

  private var levels: Section {
    let impact = difference.impact
    let all = Item(
      text: "of \(people), \(impact.changedPeople) have another level, or gain or lose a finding")
    let scores = impact.scores.map { score in
      Item(
        text: "\(score.id): \(score.changed) change level",
        items: moves(of: score).map { Item(text: "\($0.count) from \($0.before) to \($0.after)") })
    }
    return Section(title: "Levels", items: [all] + scores)
  }

  func moves(of score: PackImpact.OfScore) -> [(before: String, after: String, count: Int)] {
    score.moves.map { ($0.key.before ?? "unknown", $0.key.after ?? "unknown", $0.value) }
      .sorted { ($1.count, $0.before, $0.after) < ($0.count, $1.before, $1.after) }
  }

  var changedRules: [PackImpact.OfRule] { difference.impact.rules.filter(\.isChanged) }

  private var findings: Section {
    let items = changedRules.map { rule in
      Item(
        text: "\(rule.id): \(rule.gained) gain it, \(rule.lost) lose it"
          + (rule.otherwise == 0 ? "" : ", for \(rule.otherwise) it is open and was not, or no longer open"),
        items: shifts(of: rule).map { shift in
          Item(
            text:
              "\(shift.person.id ?? "somebody"): \(Self.words(shift.before)) before, \(Self.words(shift.after)) now",
            items: (shift.reasons + [shift.answers.joined(separator: ", ")]).map { Item(text: $0) })
        })
    }
    let hidden = difference.changes.rules.filter { difference.isAboutHealth($0) }
    let note =
      includesHealth || hidden.isEmpty
      ? [] : [Item(text: "rules that read answers about health are told with --include-health")]
    return Section(
      title: "Findings", items: items + note + (items.isEmpty ? [Item(text: "nobody gains or loses one")] : []))
  }

  func shifts(of rule: PackImpact.OfRule) -> [PackDifference.Shift] {
    rule.examples.map { difference.shift(of: rule.id, for: $0) }
  }

  private var plans: Section {
    let plans = difference.plans()
    let all = Item(text: "of the first \(plans.people), \(plans.changed.count) have another plan")
    let some = plans.changed.prefix(3).map { plan in
      Item(
        text: plan.id,
        items: [
          Item(text: "was \(plan.before.isEmpty ? "empty" : plan.before.joined(separator: ", "))"),
          Item(text: "now \(plan.after.isEmpty ? "empty" : plan.after.joined(separator: ", "))"),
        ])
    }
    return Section(title: "Plans", items: [all] + some)
  }
}
