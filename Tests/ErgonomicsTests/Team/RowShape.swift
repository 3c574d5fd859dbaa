@testable import Ergonomics

/// Rows of counts with what links them, and what a person can be: the sets of rows that may hold for one.
struct RowShape: Sendable {
  let name: String
  let rows: Int
  var containers: [Set<Int>]
  var exclusives: [Set<Int>]
  /// All that people can be, as bits, where three rows or more tell something of one another.
  var possible: [Int]?

  /// - Parameters:
  ///   - inside: Pairs of a row and one that contains it.
  ///   - apart: Pairs of rows that exclude each other.
  init(_ name: String, _ rows: Int, inside: [(Int, Int)] = [], apart: [(Int, Int)] = [], possible: [Int]? = nil) {
    self.possible = possible
    (self.name, self.rows) = (name, rows)
    containers = Array(repeating: [], count: rows)
    exclusives = containers
    for (row, container) in inside { containers[row].insert(container) }
    for (a, b) in apart {
      exclusives[a].insert(b)
      exclusives[b].insert(a)
    }
  }

  var links: StepMethod.Links {
    StepMethod.Links(
      containers: containers, exclusives: exclusives,
      together: possible.map { _ in (0..<rows).map { _ in Set(0..<rows) } })
  }

  /// The people as the method is to make them up.
  var kinds: StepMethod.PersonKinds {
    func person(_ bits: Int) -> StepMethod.Person {
      StepMethod.Person(rows: RowSet((0..<rows).filter { bits >> $0 & 1 == 1 }, of: rows))
    }
    let all = people.map(person)
    return StepMethod.PersonKinds(idle: person(0), least: (0..<rows).map { person(least($0)) }) { row, one in
      var more = one
      more.rows.insert(row)
      return all.contains(more) ? more : nil
    }
  }

  /// The first of those with the fewest rows, for whom a row holds.
  func least(_ row: Int) -> Int {
    people.filter { $0 >> row & 1 == 1 }.min { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) } ?? 0
  }

  var isLinked: Bool { possible != nil || !(containers + exclusives).allSatisfy(\.isEmpty) }

  /// As bits.
  var people: [Int] {
    possible
      ?? (0..<1 << rows).filter { person in
        (0..<rows).allSatisfy { row in
          person >> row & 1 == 0
            || containers[row].allSatisfy { person >> $0 & 1 == 1 }
              && exclusives[row].allSatisfy { person >> $0 & 1 == 0 }
        }
      }
  }

  /// All counts by row that a number of people can have.
  func counts(ofPeople count: Int) -> [[Int]] {
    var reached: Set<[Int]> = [Array(repeating: 0, count: rows)]
    for _ in 0..<count {
      reached = Set(
        reached.flatMap { counts in people.map { person in counts.indices.map { counts[$0] + (person >> $0 & 1) } } })
    }
    return reached.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func chain(_ rows: Int) -> RowShape {
    RowShape("\(rows) in a chain", rows, inside: (0..<rows).flatMap { row in (0..<row).map { (row, $0) } })
  }

  static let pair = RowShape("2 apart", 2, apart: [(0, 1)])
  static let triple = RowShape("3 apart", 3, apart: [(0, 1), (0, 2), (1, 2)])

  static let all: [RowShape] = [
    chain(1), chain(2), chain(3), pair, triple,
    RowShape("the middle apart from both", 3, apart: [(0, 1), (1, 2)]),
    RowShape("one in two others", 3, inside: [(2, 0), (2, 1)]),
    RowShape("two in another", 3, inside: [(1, 0), (2, 0)]),
    RowShape("two in another, apart", 3, inside: [(1, 0), (2, 0)], apart: [(1, 2)]),
    RowShape("one apart from a chain", 3, inside: [(1, 0)], apart: [(2, 0), (2, 1)]),
    RowShape("one apart from the inner of a chain", 3, inside: [(1, 0)], apart: [(2, 1)]),
    both, either, notAll,
    RowShape("two of three", 4, possible: (0..<8).map { $0.nonzeroBitCount > 1 ? $0 | 8 : $0 }),
    RowShape("one or the other of two", 3, possible: [0b000, 0b101, 0b110, 0b011]),
  ]

  /// The last holds where both others do.
  static let both = RowShape(
    "both of two others", 3, inside: [(2, 0), (2, 1)], possible: [0b000, 0b001, 0b010, 0b111])
  /// The last holds where one of the others does.
  static let either = RowShape(
    "either of two others", 3, inside: [(0, 2), (1, 2)], possible: [0b000, 0b101, 0b110, 0b111])
  static let notAll = RowShape("never all three", 3, possible: [0, 1, 2, 3, 4, 5, 6])
}
