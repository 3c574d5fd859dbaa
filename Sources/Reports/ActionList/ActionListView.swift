import Ergonomics

/// What the templates of the list by person can ask for.
struct ActionListView: PageView {
  let list: ActionList
  let words: ReportPhrases

  init(of list: ActionList, words: ReportPhrases) { (self.list, self.words) = (list, words) }

  var fields: Fields {
    let header = list.header
    let withoutActions = list.people.filter(\.actions.isEmpty)
    let rows = list.people.flatMap { person in person.actions.map { row($0, of: person) } }
    return [
      "language": text(Self.isLanguageTag(header.language) ? header.language : "en"),
      "date": text(words.date(header.date)), "program": text(header.programVersion),
      "packTitle": text(header.packTitle), "packID": text(header.packID), "packVersion": text(header.packVersion),
      "packHash": text(header.packHash), "attribution": texts(header.attribution),
      "notice": text(words["actions.notice"]), "grouping": optional(list.grouping),
      "people": text(words.counted(list.people.count, "people")),
      "equipment": someOrNone(equipment.isEmpty ? nil : ["items": list(equipment)]),
      "actions": someOrNone(rows.isEmpty ? nil : ["rows": list(rows)]),
      "open": someOrNone(people(list.people.filter { !$0.undetermined.isEmpty })),
      "nothing": someOrNone(people(withoutActions.filter(\.undetermined.isEmpty))),
      "omissions": someOrNone(omissions(list.omissions)),
    ]
  }

  private func row(_ action: ActionList.Action, of person: ActionList.Person) -> Fields {
    let correction = action.correction
    return [
      "id": text(person.id), "group": optional(list.grouping == nil ? nil : words.team(person.group)),
      "item": optional(correction.item), "title": text(correction.title),
      "findings": texts(action.findings.map(\.title)), "effort": text(words.effort(correction.effort)),
      "cost": text(words.cost(correction.cost)),
    ]
  }

  /// How many people an item is for, in the order of the items' names.
  private var equipment: [Fields] {
    var people: [String: [String]] = [:]
    for person in list.people {
      for item in Set(person.actions.compactMap(\.correction.item)) { people[item, default: []].append(person.id) }
    }
    return people.sorted { $0.key < $1.key }.map { item, ids in
      ["item": text(item), "count": HTMLText(ids.count), "ids": text(ids.joined(separator: ", "))]
    }
  }

  private func people(_ people: [ActionList.Person]) -> Fields? {
    if people.isEmpty { return nil }
    let items = people.map { person -> Fields in
      ["id": text(person.id), "rules": HTMLText(person.undetermined.count)]
    }
    return ["count": text(words.counted(people.count, "people")), "items": list(items)]
  }
}
