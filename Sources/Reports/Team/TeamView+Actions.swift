import Ergonomics

extension TeamView {
  private static let actionsShown = 6

  /// What can be done, by who has to act; `nil` when nothing reaches a step.
  func actions(_ facts: TeamSummary.Table) -> Fields? {
    if summary.actions.allSatisfy({ $0.reaches.low == 0 }) { return nil }
    let first = summary.actions.prefix(3).map(\.reaches.low).max() ?? 0
    return [
      "isThree": summary.actions.count >= 3 && first > 0, "firstThree": HTMLText(first),
      "decide": someOrNone(decide(facts)),
      "manage": someOrNone(part(.manage, facts)),
      "tell": someOrNone(part(.tell, facts)),
      "mail": someOrNone(mail.isEmpty ? nil : ["lines": texts(mail)]),
    ]
  }

  /// The text to send to everyone, without any figure; nothing where there is nothing to tell.
  private var mail: [String] { words.mail(summary) }

  private func part(_ part: Correction.Part, _ facts: TeamSummary.Table) -> Fields? {
    list(summary.actions.filter { $0.part == part }, facts)
  }

  /// The equipment with what it costs, and what else the organisation has to see to.
  private func decide(_ facts: TeamSummary.Table) -> Fields? {
    let others = list(summary.actions.filter { $0.part == .decide && ($0.item == nil || isSpecimen) }, facts)
    if equipment == nil, others == nil { return nil }
    return ["equipment": someOrNone(equipment), "organise": someOrNone(others)]
  }

  /// The first ones at length, the others in a table, and by name those of few people and those of whom nobody can say how
  /// many; `nil` without any.
  private func list(_ actions: [TeamSummary.Action], _ facts: TeamSummary.Table) -> Fields? {
    if actions.isEmpty { return nil }
    let useful = actions.filter { $0.reaches.low > 0 }
    let others = useful.dropFirst(Self.actionsShown)
    return [
      "shown": someOrNone(
        useful.isEmpty ? nil : ["items": list(useful.prefix(Self.actionsShown).map { action($0, facts) })]),
      "others": someOrNone(
        others.isEmpty
          ? nil
          : [
            "count": text(words.counted(others.count, "things")), "items": list(others.map { action($0, facts) }),
          ]),
    ] + unshown(actions.map { ($0.title, $0.reaches) })
  }

  /// What reaches no step that is told: the names of what is for fewer people than one holds, and of the rest.
  private func unshown(_ all: [(name: String, reaches: TeamSummary.Reach)]) -> Fields {
    let low = all.filter { $0.reaches.low == 0 }
    let few = low.filter { isFew($0.reaches) }.map(\.name)
    let unsure = low.filter { !isFew($0.reaches) }.sorted { $0.reaches.findings > $1.reaches.findings }.map {
      name, reaches in
      if reaches.high == nil, reaches.findings == 0 { return name }
      return words[reaches.high == nil ? "team.some-of" : "team.at-most"].filling("{name}", with: name)
        .filling("{n}", with: String(reaches.high ?? reaches.findings))
    }
    return [
      "few": optional(few.isEmpty ? nil : few.joined(separator: "; ")),
      "unsure": optional(unsure.isEmpty ? nil : unsure.joined(separator: "; ")),
    ]
  }

  private func isFew(_ reaches: TeamSummary.Reach) -> Bool { reaches.high ?? .max < summary.header.smallestGroup }

  private func action(_ action: TeamSummary.Action, _ facts: TeamSummary.Table) -> Fields {
    let answered = facts.answered.everyone
    return [
      "title": text(action.title), "effort": optional(words.effort(action.effort)),
      "who": optional(words.owner(action.who)),
      "time": optional(action.minutes > 0 ? words.counted(action.minutes, "minutes") : nil),
      "cost": optional(words.cost(action.cost)), "item": optional(action.item),
      "for": text(action.findings.compactMap { titles[$0] }.joined(separator: "; ")),
      "reaches": text(words.people(action.reaches, step: facts.stepWidth)),
      "bar": HTMLText(answered.low > 0 ? min(1000, action.reaches.low * 1000 / answered.low) : 0),
    ]
  }

  /// By item; `nil` without any.
  private var equipment: Fields? {
    let useful = summary.equipment.filter { $0.reaches.low > 0 }
    if summary.equipment.isEmpty { return nil }
    let unshown = unshown(summary.equipment.map { ($0.item, $0.reaches) })
    return [
      "table": someOrNone(useful.isEmpty ? nil : ["items": list(useful.map(item)), "total": someOrNone(total)]),
      "isRough": summary.equipment.contains { $0.price?.isRough == true },
      "asOf": optional(summary.prices?.asOf.map(words.date)),
      "unpriced": optional(unpriced.isEmpty ? nil : unpriced.joined(separator: "; ")),
    ] + unshown
  }

  private var unpriced: [String] { summary.equipment.filter { $0.price == nil }.map(\.item) }

  private func item(_ item: TeamSummary.Equipment) -> Fields {
    [
      "item": text(item.item), "who": text(words.owner(item.who)), "cost": text(words.cost(item.cost)),
      "reaches": text(words.range(item.reaches)),
      "for": text(item.findings.compactMap { titles[$0] }.joined(separator: "; ")),
      "price": optional(item.price.map { words.money($0.range.lowerBound, $0.range.upperBound) }),
      "total": someOrNone(item.total.map(amounts)),
    ]
  }

  /// Of what is in the table.
  private var total: Fields? {
    guard let prices = summary.prices, let total = summary.total else { return nil }
    return amounts(total) + ["currency": text(prices.currency)]
  }

  private func amounts(_ total: TeamSummary.Total) -> Fields {
    ["fewest": text(words.money(total.least, total.sure)), "most": optional(total.most.map(\.grouped))]
  }
}

extension ReportPhrases {
  /// "10–14", "10 or more".
  func range(_ reach: TeamSummary.Reach) -> String {
    guard let high = reach.high else { return self["team.step-open"].filling("{low}", with: String(reach.low)) }
    return high == reach.low ? "\(high)" : "\(reach.low)–\(high)"
  }

  /// "10–14 people", or "10 or more people" where it may be more than one step.
  ///
  /// - Parameter step: How wide one is.
  func people(_ reach: TeamSummary.Reach, step: Int) -> String {
    let isOneStep = reach.high.map { $0 - reach.low < step } ?? false
    return self["team.people"].filling("{n}", with: range(isOneStep ? reach : .init(low: reach.low, high: nil)))
  }

  /// "1,500–4,200".
  func money(_ least: Int, _ most: Int) -> String {
    most == least ? most.grouped : "\(least.grouped)–\(most.grouped)"
  }

  /// Who sees to something: to an employer a manager is no "your manager".
  func owner(_ who: String) -> String { who == Correction.you ? self["team.each"] : byOwner(who) }

  /// What everybody can do, most reached first: an e-mail for all, which tells nothing of anybody.
  func mail(_ summary: TeamSummary) -> [String] {
    let useful = summary.actions.filter { $0.part == .tell && $0.cost == .free && $0.reaches.low > 0 }.prefix(6)
    if useful.isEmpty { return [] }
    return [self["team.mail-begin"]]
      + useful.enumerated().map { "\($0 + 1). \($1.title). \($1.steps.joined(separator: " "))" }
      + [self["team.mail-end"]]
  }
}

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    let digits = String(self)
    return String(
      digits.enumerated().flatMap { place, digit -> [Character] in
        place > 0 && (digits.count - place).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }
}
