/// Made-up people of a column: they show that published figures can be true. Those who are alike are counted together, in
/// an order that stays.
struct WitnessPopulation: Sendable {
  struct Group: Sendable {
    var people: Int
    let kind: Int
  }
  private(set) var groups: [Group]

  /// People for whom no row holds.
  init(idle people: Int) { groups = [Group(people: people, kind: StepMethod.KindTable.idle)] }

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

  /// Those who are alike in one group each.
  mutating func gather() {
    var (next, places) = ([Group](), [Int: Int]())
    for group in groups where group.people > 0 {
      if let place = places[group.kind] {
        next[place].people += group.people
      } else {
        places[group.kind] = next.count
        next.append(group)
      }
    }
    groups = next
  }

  /// Of a crowd that was gathered.
  func people(of kind: Int) -> Int { groups.first { $0.kind == kind }?.people ?? 0 }

  /// Makes others of some people of a kind, in a crowd that was gathered: of as many as are there at most, or a step would
  /// be told by people who do not exist.
  mutating func turn(_ people: Int, of kind: Int, into other: Int) {
    precondition(people <= self.people(of: kind), "people of a kind who are not there")
    if let place = groups.firstIndex(where: { $0.kind == kind }) {
      groups[place].people -= people
      if groups[place].people == 0 { groups.remove(at: place) }
    }
    if let place = groups.firstIndex(where: { $0.kind == other }) {
      groups[place].people += people
    } else {
      groups.append(Group(people: people, kind: other))
    }
  }
}
