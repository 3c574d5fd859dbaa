import Ergonomics

/// Makes the assessor's worklist: a page of its own in UTF-8, without script or request.
package struct WorklistReport: Sendable {
  private let page: PageTemplate
  private let words: ReportPhrases

  /// - Throws: `UnusableInput`.
  package init(templates folder: TemplateFolder) throws {
    words = try ReportPhrases(folder.file("words.txt"))
    let specimen = WorklistView(of: .specimen, words: words, mostPlaces: 1, mostActions: 1).fields
    page = try PageTemplate("worklist", in: folder, styles: ["report.css", "ergonomist.css"], specimen: specimen)
  }

  package func html(of list: Worklist) -> [UInt8] { page.render(WorklistView(of: list, words: words).fields) }
}

/// What the template of the worklist can ask for.
struct WorklistView: PageView {
  /// Nobody looks at more in a week; the others are counted.
  private let mostPlaces: Int
  private let mostActions: Int
  let list: Worklist
  let words: ReportPhrases

  init(of list: Worklist, words: ReportPhrases, mostPlaces: Int = 200, mostActions: Int = 1000) {
    (self.list, self.words, self.mostPlaces, self.mostActions) = (list, words, mostPlaces, mostActions)
  }

  var fields: Fields {
    let (places, actions) = (list.inOrder, list.actions)
    return [
      "language": text("en"), "date": text(words.date(list.date)), "program": text(list.programVersion),
      "notice": text(words["actions.notice"]), "team": optional(list.team),
      "places": someOrNone(
        places.isEmpty
          ? nil
          : [
            "rows": list(places.prefix(mostPlaces).map(row)),
            "rest": optional(rest(places.count, mostPlaces)),
          ]),
      "actions": someOrNone(
        actions.isEmpty
          ? nil
          : [
            "rows": list(actions.prefix(mostActions).map(row)),
            "rest": optional(rest(actions.count, mostActions)),
          ]),
    ]
  }

  private func rest(_ count: Int, _ most: Int) -> String? { count > most ? String(count - most) : nil }

  private func row(_ place: Worklist.Place) -> Fields {
    func number(_ count: Int) -> [any ViewValue] { optional(count > 0 ? String(count) : nil) }
    let isLate = place.review.map { $0 < list.date } ?? false
    return [
      "person": text(place.person), "team": text(words.team(place.team)), "workstation": text(place.workstation),
      "assessed": optional(place.assessed.map(words.date)), "level": optional(place.level?.words),
      "missing": number(place.undetermined), "overdue": number(place.overdue), "confirm": number(place.toConfirm),
      "late": optional(isLate ? place.review.map(words.date) : nil), "review": optional(place.review.map(words.date)),
    ]
  }

  private func row(_ action: Worklist.Action) -> Fields {
    let isLate = action.due.map { $0 < list.date } ?? false
    return [
      "number": HTMLText(action.number), "person": text(action.person), "workstation": text(action.workstation),
      "title": text(action.title), "state": text(action.state),
      "owner": optional(action.owner.isEmpty ? nil : action.owner),
      "due": optional(action.due.map(words.date)), "late": optional(isLate ? "overdue" : nil),
    ]
  }
}
