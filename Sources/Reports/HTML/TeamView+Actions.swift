import Ergonomics

extension TeamView {
  private static let actionsShown = 8

  /// Those that help most people; `nil` when none reaches a step.
  func actions(_ facts: TeamSummary.Table) -> Fields? {
    let useful = summary.actions.filter { $0.helped.low > 0 }
    if useful.isEmpty { return nil }
    let firstThree = useful.prefix(3).map(\.helped.low).max() ?? 0
    return [
      "items": list(useful.prefix(Self.actionsShown).map { action($0, facts) }),
      "others": someOrNone(
        useful.count > Self.actionsShown
          ? ["items": list(useful.dropFirst(Self.actionsShown).map { action($0, facts) })] : nil),
      "isThree": useful.count >= 3, "firstThree": HTMLText(firstThree),
    ]
  }

  private func action(_ action: TeamSummary.Action, _ facts: TeamSummary.Table) -> Fields {
    let answered = facts.answered.everyone
    return [
      "title": text(action.title), "effort": optional(words.effort(action.effort)),
      "who": optional(action.who == "you" ? words["team.each"] : action.who),
      "time": optional(action.minutes > 0 ? words.counted(action.minutes, "minutes") : nil),
      "cost": optional(words.cost(action.cost)), "item": optional(action.item),
      "for": text(words.listed(action.findings.compactMap { titles[$0] })),
      "helped": text(words.people(action.helped)),
      "share": optional(words.share(action.helped, of: answered)),
      "bar": HTMLText(answered.low > 0 ? min(1000, action.helped.low * 1000 / answered.low) : 0),
    ]
  }

  /// By item; `nil` when none reaches a step.
  var equipment: Fields? {
    let useful = summary.equipment.filter { $0.helped.low > 0 }
    if useful.isEmpty { return nil }
    return [
      "items": list(
        useful.map { item in
          [
            "item": text(item.item), "cost": text(words.cost(item.cost)), "helped": text(words.step(item.helped)),
            "for": text(words.listed(item.findings.compactMap { titles[$0] })),
          ]
        })
    ]
  }
}
