/// Made-up people of a column: they show that published figures can be true. Those who are alike are counted together, in
/// an order that stays.
struct Crowd: Sendable {
  private struct Group {
    var people: Int
    var kind: Int
  }
  private var groups: [Group]

  /// People for whom no row holds.
  init(idle people: Int) { groups = [Group(people: people, kind: StepMethod.KindTable.idle)] }

  /// Joined by more for whom no row holds.
  func joined(byIdle people: Int) -> Crowd {
    var crowd = self
    crowd.groups.append(Group(people: people, kind: StepMethod.KindTable.idle))
    return crowd
  }

  /// How many people a row can come to hold for while nothing else of them changes.
  func room(for row: Int, _ kinds: inout StepMethod.KindTable) -> Int {
    groups.reduce(0) { $0 + (kinds.giving(row, to: $1.kind) == nil ? 0 : $1.people) }
  }

  /// Lets a row hold for some people more: for the first it may hold for.
  mutating func give(_ row: Int, to people: Int, _ kinds: inout StepMethod.KindTable) {
    if people == 0 { return }
    var (rest, next) = (people, [Group]())
    for group in groups {
      guard rest > 0, let kind = kinds.giving(row, to: group.kind) else {
        next.append(group)
        continue
      }
      let chosen = min(group.people, rest)
      rest -= chosen
      next.append(Group(people: chosen, kind: kind))
      if chosen < group.people { next.append(Group(people: group.people - chosen, kind: group.kind)) }
    }
    groups = next
  }
}
