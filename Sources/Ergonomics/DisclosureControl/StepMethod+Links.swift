extension StepMethod {
  /// What is known of rows of counts before any of them is published.
  struct Links: Sendable {
    /// By row: the rows that hold for everybody whom it holds for.
    private(set) var containers: [RowSet]
    /// Those of them whose counts are never lower, whatever the answers.
    let certain: [Set<Int>]
    /// By row: the rows that hold for nobody whom it holds for.
    private(set) var exclusives: [RowSet]
    /// Rows that are linked with each other, or read the same answers, and with no other: those that exclude few first.
    let groups: [[Int]]

    /// What follows from the links given is added: a row is in whatever contains those that contain it, and excludes
    /// whatever they exclude.
    ///
    /// - Parameter together: By row, others that three or more may tell something of although no two do.
    init(
      containers: [Set<Int>], certain: [Set<Int>]? = nil, exclusives: [Set<Int>], together: [Set<Int>]? = nil
    ) {
      let rows = containers.indices
      var (within, without) = (containers, exclusives)
      for middle in rows {
        for row in rows where within[row].contains(middle) { within[row].formUnion(within[middle]) }
      }
      for row in rows {
        let known = within[row].union([row])
        for other in rows where !known.isDisjoint(with: exclusives[other]) {
          for inner in rows where inner == other || within[inner].contains(other) {
            without[row].insert(inner)
            without[inner].insert(row)
          }
        }
      }
      self.certain = certain ?? within
      self.containers = within.map { RowSet($0, of: rows.count) }
      self.exclusives = without.map { RowSet($0, of: rows.count) }
      let linked = rows.map { within[$0].union(without[$0]).union(together?[$0] ?? []) }
      groups = Self.groups(linked).map { group in group.sorted { (without[$0].count, $0) < (without[$1].count, $1) } }
    }

    static func none(among rows: Int) -> Links {
      let none = Array(repeating: Set<Int>(), count: rows)
      return Links(containers: none, exclusives: none)
    }

    private static func groups(_ linked: [Set<Int>]) -> [[Int]] {
      var groupOf = Array(linked.indices)
      for (row, others) in linked.enumerated() {
        for other in others where groupOf[other] != groupOf[row] {
          let (old, new) = (groupOf[other], groupOf[row])
          for place in groupOf.indices where groupOf[place] == old { groupOf[place] = new }
        }
      }
      return Dictionary(grouping: linked.indices) { groupOf[$0] }.values.sorted { $0[0] < $1[0] }
    }
  }
}
