import Foundation

@testable import Ergonomics

/// Published tables in the form that `Tests/Attack/attack.py` reads: all that a reader knows as ranges and sums, and what
/// must stay unsure. The numbers of people are known exactly, and so is what a person can be: the unknowns are the numbers
/// of people of each kind, so that no link between rows is lost.
struct AttackTables {
  private typealias Terms = [(name: String, factor: Int)]

  let width: Int
  private(set) var isTrue = true
  private var variables: [String: Any] = [:]
  private var constraints: [[String: Any]] = []
  private var protected: [[String: Any]] = []

  init(width: Int) { self.width = width }

  /// - Parameters:
  ///   - codes: Of each row the cells, then everyone, as `PlainSteps` writes steps.
  ///   - groups: By column its teams.
  ///   - truth: By row and team.
  mutating func add(
    _ name: String, _ codes: [[Int]], _ shape: RowShape, groups: [[Int]], sizes: [Int], truth: [[Int]]
  ) {
    let (everyone, kinds) = (Array(sizes.indices), shape.people)
    func people(_ teams: [Int], _ isCounted: (Int) -> Bool) -> Terms {
      teams.flatMap { team in kinds.filter(isCounted).map { ("x/\(name)/\($0)/\(team)", 1) } }
    }
    for team in everyone {
      for (term, _) in people([team], { _ in true }) { variables[term] = ["lo": 0, "hi": sizes[team]] }
      constraints.append([
        "why": "people", "terms": Self.listed(people([team]) { _ in true }), "lo": sizes[team], "hi": sizes[team],
      ])
    }
    for (row, cells) in codes.enumerated() {
      for (group, code) in zip(groups + [everyone], cells) {
        know(people(group) { $0 >> row & 1 == 1 }, code, truth: group.reduce(0) { $0 + truth[row][$1] })
      }
      for teams in everyone.map({ [$0] }) + [everyone] {
        let size = teams.reduce(0) { $0 + sizes[$1] }
        protect("\(name) \(row) of \(teams)", people(teams) { $0 >> row & 1 == 1 }, size: size)
        for container in shape.containers[row] {
          protect(
            "\(name) \(container) without \(row) of \(teams)",
            people(teams) { $0 >> container & 1 == 1 && $0 >> row & 1 == 0 }, size: size)
        }
      }
    }
  }

  private mutating func know(_ terms: Terms, _ code: Int, truth: Int) {
    let low = code < 0 ? -code - 1 : code
    var constraint: [String: Any] = ["why": "published", "terms": Self.listed(terms), "lo": low]
    if code >= 0 { constraint["hi"] = low + width - 1 }
    constraints.append(constraint)
    if truth < low || code >= 0 && truth >= low + width { isTrue = false }
  }

  private mutating func protect(_ name: String, _ terms: Terms, size: Int) {
    protected.append(["name": name, "terms": Self.listed(terms), "k": width, "natural": size + 1])
  }

  private static func listed(_ terms: Terms) -> [[Any]] { terms.map { [$0.name, $0.factor] } }

  func write(to path: String) throws {
    let spec: [String: Any] = ["variables": variables, "constraints": constraints, "protect": protected]
    try JSONSerialization.data(withJSONObject: spec, options: [.sortedKeys]).write(to: URL(filePath: path))
  }
}
