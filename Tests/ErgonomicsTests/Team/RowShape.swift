@testable import Ergonomics

/// Rows of counts with what links them, and what a person can be: the sets of rows that may hold for one.
struct RowShape: Sendable {
  let name: String
  let rows: Int
  var containers: [Set<Int>]
  var exclusives: [Set<Int>]

  /// - Parameters:
  ///   - inside: Pairs of a row and one that contains it.
  ///   - apart: Pairs of rows that exclude each other.
  init(_ name: String, _ rows: Int, inside: [(Int, Int)] = [], apart: [(Int, Int)] = []) {
    (self.name, self.rows) = (name, rows)
    containers = Array(repeating: [], count: rows)
    exclusives = containers
    for (row, container) in inside { containers[row].insert(container) }
    for (a, b) in apart {
      exclusives[a].insert(b)
      exclusives[b].insert(a)
    }
  }

  var links: StepMethod.Links { StepMethod.Links(containers: containers, exclusives: exclusives) }
  var isLinked: Bool { !(containers + exclusives).allSatisfy(\.isEmpty) }

  /// As bits.
  var people: [Int] {
    (0..<1 << rows).filter { person in
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
  ]
}
