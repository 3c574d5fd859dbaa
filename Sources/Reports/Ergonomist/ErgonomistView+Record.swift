import Ergonomics

/// An action with its number in the record.
struct RecordedAction {
  /// Counted from 1, over all packs.
  let number: Int
  /// Place of the pack.
  let pack: Int
  let action: Assessment.Action
}

extension ErgonomistView {
  /// A row for each action, with how to see that it worked.
  var record: Fields {
    [
      "review": optional((followUp?.reviewDue).map(words.date)),
      "reviewEarlier": optional(views.lazy.compactMap { $0.assessment.general.texts[.reviewEarlier] }.first),
      "rows": list(
        actions.map { action in
          let view = views[action.pack]
          let findings = view.assessment.findings.filter { action.action.findings.contains($0.id) }
          var fields = view.correction(action.action.correction)
          let works = view.corrections[action.action.correction]?.worksWhen.map { [$0] } ?? findings.map(\.solved)
          fields["anchor"] = HTMLText("action-\(action.number)")
          fields["number"] = HTMLText(action.number)
          fields["works"] = texts(works.withoutDoubles)
          let standing = followUp?.actions.first { $0.correction == action.action.correction }
          fields["standing"] = someOrNone(standing.map { self.standing($0, words) })
          return fields
        }),
    ]
  }

  /// A link to an action in the record, with its number.
  func reference(_ action: RecordedAction) -> Fields {
    let id = action.action.correction
    return [
      "number": HTMLText(action.number), "to": HTMLText(link: "#action-\(action.number)") ?? text(""),
      "title": text(views[action.pack].corrections[id]?.title ?? id),
    ]
  }
}
