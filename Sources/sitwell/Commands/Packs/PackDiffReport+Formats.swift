import Ergonomics
import Forms
import RulePacks
import Workbench

extension PackDiffReport {
  var text: String {
    let parts = sections.map { section in
      ([section.title] + section.items.flatMap { Self.lines($0, indent: "  ") }).joined(separator: "\n")
    }
    return ([title] + parts).joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ item: Item, indent: String) -> [String] {
    [indent + item.text] + item.items.flatMap { lines($0, indent: indent + "  ") }
  }

  /// A page of its own, without scripts and without anything that is fetched.
  var html: String {
    let parts = sections.map { section in
      "<section><h2>\(section.title.inHTML)</h2>\n\(Self.list(section.items))</section>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.inHTML)</title>
      <style>body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: auto; padding: 1rem } li { overflow-wrap: anywhere }</style>
      </head>
      <body><main>
      <h1>\(title.inHTML)</h1>
      \(parts.joined())</main></body>
      </html>

      """
  }

  private static func list(_ items: [Item]) -> String {
    let entries = items.map { item in
      "<li>\(item.text.inHTML)\(item.items.isEmpty ? "" : "\n\(list(item.items))")</li>\n"
    }
    return "<ul>\n\(entries.joined())</ul>\n"
  }

  var json: String {
    let impact = difference.impact
    let document: JSONValue = [
      "old": .text(difference.before.stamp), "new": .text(difference.after.stamp),
      "compared": [
        "old": .text(frame.old), "new": .text(frame.new), "date": .text(frame.date),
        "surveys": .texts(frame.surveys), "notes": .texts(notes),
        "raiseVersion": .flag(difference.changes.isVersionKept),
      ],
      "changes": .list(difference.changes.changes.map(Self.value)),
      "witnesses": .list(difference.witnesses.map { value(of: $0) }),
      "scoreWitnesses": .list(difference.scoreWitnesses.map { value(of: $0) }),
      "people": .whole(impact.people), "changedPeople": .whole(told), "changedPeopleIsAtLeast": .flag(!isOfAll),
      "changed": [
        "levels": .whole(impact.hits.levels), "numbers": .whole(impact.hits.numbers),
        "findings": .whole(impact.hits.findings), "plansAlone": .whole(plans.alone),
      ],
      "scores": .list(impact.scores.map { value(of: $0) }),
      "rules": .list(changedRules.map { value(of: $0) }),
      "plans": [
        "people": .whole(plans.people), "changed": .whole(plans.changed.count),
        "changes": .list(plans.changed.map(Self.value)),
      ],
    ]
    return String(decoding: document.bytes, as: UTF8.self)
  }

  private func value(of score: PackImpact.OfScore) -> JSONValue {
    [
      "score": .text(score.id), "changed": .whole(score.changed),
      "moves": .list(
        moves(of: score).map {
          ["from": .text($0.before), "to": .text($0.after), "people": .whole($0.who.count), "who": .texts($0.who)]
        }),
      "numbers": .list(
        score.shifts.sorted { $0.key < $1.key }.map {
          ["by": .whole($0.key), "people": .whole($0.value.count), "who": .texts($0.value)]
        }),
    ]
  }

  private static func value(of plan: PackDifference.Plan) -> JSONValue {
    [
      "id": .text(plan.id), "old": .texts(plan.before), "new": .texts(plan.after),
      "orderOnly": .flag(plan.isOrderOnly), "reasons": .texts(plan.reasons),
    ]
  }

  private static func value(of change: PackChanges.Change) -> JSONValue {
    [
      "kind": .text(change.kind.rawValue), "id": .text(change.id), "part": change.part.map(JSONValue.text),
      "old": change.before.map(JSONValue.text), "new": change.after.map(JSONValue.text),
    ]
  }

  private func value(of answers: Answers) -> JSONValue {
    let questions = [difference.after, difference.before].flatMap(\.questions)
    let told = answers.byQuestion.keys.sorted().compactMap { id -> (String, JSONValue?)? in
      guard let question = questions.first(where: { $0.id == id }), let answer = answers[id] else { return nil }
      return (id, .text(ExampleText.text(of: answer, to: question)))
    }
    return JSONValue.object([]).adding(told)
  }

  private func value(of witness: ScoreWitness) -> JSONValue {
    switch witness.found {
    case .person(let answers, let before, let after):
      return [
        "score": .text(witness.score), "found": true, "answers": value(of: answers),
        "old": .text(Self.words(before)), "new": .text(Self.words(after)),
      ]
    case .nobody(let isProved):
      return ["score": .text(witness.score), "found": false, "proved": .flag(isProved)]
    }
  }

  private func value(of witness: PackDifference.Witness) -> JSONValue {
    switch witness.disagreement {
    case .answers(let answers):
      return [
        "rule": .text(witness.rule), "found": true, "answers": value(of: answers),
        "old": .text(Self.words(witness.before)), "new": .text(Self.words(witness.after)),
      ]
    case .none: return ["rule": .text(witness.rule), "found": false, "proved": true]
    case .notProved: return ["rule": .text(witness.rule), "found": false, "proved": false]
    }
  }

  private func value(of rule: PackImpact.OfRule) -> JSONValue {
    [
      "rule": .text(rule.id), "gained": .whole(rule.gained.count), "lost": .whole(rule.lost.count),
      "otherwise": .whole(rule.otherwise.count),
      "who": ["gained": .texts(rule.gained), "lost": .texts(rule.lost), "otherwise": .texts(rule.otherwise)],
      "examples": .list(
        shifts(of: rule).map { shift in
          [
            "id": shift.person.id.map(JSONValue.text), "old": .text(Self.words(shift.before)),
            "new": .text(Self.words(shift.after)), "reasons": .texts(shift.reasons), "answers": .texts(shift.answers),
          ]
        }),
    ]
  }
}

extension String {
  fileprivate var inHTML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
