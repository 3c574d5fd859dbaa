/// Made-up people of a column, as many as it has: they show that published figures can be true. Of each it is known which
/// rows hold for them; those who are alike are counted together, in an order that stays.
struct Crowd: Sendable {
  private struct Group {
    var people: Int
    var rows: RowSet
  }
  private var groups: [Group]

  init(people: Int, rows: Int) { groups = [Group(people: people, rows: RowSet(of: rows))] }

  /// By group, the people whom a row may come to hold for, beside the rows that hold for them.
  private func open(_ row: Int, _ links: StepMethod.Links) -> [Int] {
    let (containers, exclusives) = (links.containers[row], links.exclusives[row])
    return groups.map { group in
      let fits = containers.isSubset(of: group.rows) && exclusives.isDisjoint(with: group.rows)
      return fits && !group.rows.contains(row) ? group.people : 0
    }
  }

  /// By group, the people whom a row may come to hold for together with the rows that contain it.
  private func spare(_ row: Int, _ links: StepMethod.Links) -> [Int] {
    groups.map { $0.rows.contains(row) || !links.exclusives[row].isDisjoint(with: $0.rows) ? 0 : $0.people }
  }

  func room(for row: Int, _ links: StepMethod.Links) -> Int { open(row, links).reduce(0, +) }

  /// The most people that a row can be given with as many to spare, both for itself and for each row that excludes it.
  func most(_ row: Int, toSpare wanted: Int, _ links: StepMethod.Links, among rows: [Int]) -> Int {
    let open = open(row, links)
    var most = open.reduce(0, +)
    for other in rows where other == row || links.exclusives[row].contains(other) {
      let spare = spare(other, links)
      var (toLose, given) = (spare.reduce(0, +) - wanted, 0)
      for place in groups.indices {
        let taken = spare[place] > 0 ? min(open[place], toLose) : open[place]
        if spare[place] > 0 { toLose -= taken }
        given += taken
        if taken < open[place] { break }
      }
      most = min(most, given)
    }
    return most
  }

  /// Lets a row hold for some people more: for the first it may hold for.
  mutating func give(_ row: Int, to people: Int, _ links: StepMethod.Links) {
    if people == 0 { return }
    var (rest, next) = (people, [Group]())
    for (group, open) in zip(groups, open(row, links)) {
      let chosen = min(open, rest)
      rest -= chosen
      if chosen > 0 {
        var with = Group(people: chosen, rows: group.rows)
        with.rows.insert(row)
        next.append(with)
      }
      if chosen < group.people { next.append(Group(people: group.people - chosen, rows: group.rows)) }
    }
    groups = next
  }
}
