extension StepMethod {
  /// A person as answers can make one: of some rows it is known which hold.
  struct Person: Sendable, Hashable {
    var rows: RowSet
    /// By question, one of those that a search tells apart; empty where only links are known.
    var answers: [Int] = []
  }

  /// The people there can be, of whom a proof may make up any number.
  struct PersonKinds: Sendable {
    /// For whom no row holds.
    let idle: Person
    /// By row, somebody for whom it holds, with as few other rows as were found; `nil` where nobody was.
    let least: [Person?]
    /// The same person but for one row more; `nil` where no answers were found that make one.
    let giving: @Sendable (_ row: Int, _ person: Person) -> Person?
    /// The same person but for one row less.
    let taking: @Sendable (_ row: Int, _ person: Person) -> Person?
    /// What the scores of a person come to; least of all where one does not apply.
    let values: @Sendable (_ person: Person) -> [Int]

    /// People who may have whatever links allow: for rows of which nothing else is known.
    init(_ links: Links) {
      let count = links.containers.count
      let least = (0..<count).map { row in
        var rows = links.containers[row]
        rows.insert(row)
        return Person(rows: rows)
      }
      self.init(idle: Person(rows: RowSet(of: count)), least: least) { row, person in
        guard links.allow(row, with: person.rows) else { return nil }
        var more = person
        more.rows.insert(row)
        return more
      }
    }

    init(
      idle: Person, least: [Person?], taking: @escaping @Sendable (Int, Person) -> Person? = { _, _ in nil },
      values: @escaping @Sendable (Person) -> [Int] = { _ in [] }, giving: @escaping @Sendable (Int, Person) -> Person?
    ) {
      (self.idle, self.least, self.giving, self.taking, self.values) = (idle, least, giving, taking, values)
    }
  }

  /// Kinds of people by number, each looked for once.
  struct KindTable {
    static let idle = 0
    private struct Key: Hashable {
      let row: Int
      let kind: Int
    }
    private let kinds: PersonKinds
    private var people: [Person]
    private var numbers: [Person: Int]
    private var known: [Key: Int?] = [:]
    private var knownLess: [Key: Int?] = [:]
    private var knownValues: [Int: [Int]] = [:]

    init(_ kinds: PersonKinds) { (self.kinds, people, numbers) = (kinds, [kinds.idle], [kinds.idle: Self.idle]) }

    mutating func giving(_ row: Int, to kind: Int) -> Int? {
      if people[kind].rows.contains(row) { return nil }
      let key = Key(row: row, kind: kind)
      if let found = known[key] { return found }
      let found = kinds.giving(row, people[kind]).map { number(of: $0) }
      known[key] = .some(found)
      return found
    }

    mutating func taking(_ row: Int, from kind: Int) -> Int? {
      let key = Key(row: row, kind: kind)
      if let found = knownLess[key] { return found }
      let found = kinds.taking(row, people[kind]).map { number(of: $0) }
      knownLess[key] = .some(found)
      return found
    }

    /// What a score comes to.
    mutating func value(_ score: Int, _ kind: Int) -> Int {
      if let known = knownValues[kind] { return known[score] }
      let values = kinds.values(people[kind])
      knownValues[kind] = values
      return values[score]
    }

    mutating func isIn(_ cut: Cut, _ kind: Int) -> Bool { value(cut.score, kind) >= cut.from }

    func rows(of kind: Int, besides other: Int) -> [Int] { people[kind].rows.rows(besides: people[other].rows) }

    private mutating func number(of person: Person) -> Int {
      if let number = numbers[person] { return number }
      people.append(person)
      numbers[person] = people.count - 1
      return people.count - 1
    }
  }
}

extension StepMethod.Links {
  /// Nothing that contains the row is missing, and nothing that it excludes is there.
  func allow(_ row: Int, with rows: RowSet) -> Bool {
    containers[row].isSubset(of: rows) && exclusives[row].isDisjoint(with: rows)
  }
}
