import Foundation

/// Published tables in the form that `Tests/Attack/attack.py` reads: all that a reader knows as ranges and sums, and what
/// must stay unsure. The numbers of people are known exactly.
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
  mutating func add(family: String, _ codes: [[Int]], groups: [[Int]], sizes: [Int], truth: [[Int]]) {
    func variable(_ row: Int, _ team: Int) -> String { "x/\(family).\(row)/\(team)" }
    let everyone = Array(sizes.indices)
    for (row, cells) in codes.enumerated() {
      for team in everyone { variables[variable(row, team)] = ["lo": 0, "hi": sizes[team]] }
      for (group, code) in zip(groups + [everyone], cells) {
        know(group.map { (variable(row, $0), 1) }, code, truth: group.reduce(0) { $0 + truth[row][$1] })
      }
      for team in everyone {
        protect([(variable(row, team), 1)], size: sizes[team])
        if row > 0 {
          let band: Terms = [(variable(row - 1, team), 1), (variable(row, team), -1)]
          constraints.append(["why": "nested", "terms": Self.listed(band), "lo": 0])
          protect(band, size: sizes[team])
        }
      }
      protect(everyone.map { (variable(row, $0), 1) }, size: sizes.reduce(0, +))
    }
  }

  private mutating func know(_ terms: Terms, _ code: Int, truth: Int) {
    let low = code < 0 ? -code - 1 : code
    var constraint: [String: Any] = ["why": "published", "terms": Self.listed(terms), "lo": low]
    if code >= 0 { constraint["hi"] = low + width - 1 }
    constraints.append(constraint)
    if truth < low || code >= 0 && truth >= low + width { isTrue = false }
  }

  private mutating func protect(_ terms: Terms, size: Int) {
    protected.append([
      "name": terms.map(\.name).joined(separator: " "), "terms": Self.listed(terms), "k": width, "natural": size + 1,
    ])
  }

  private static func listed(_ terms: Terms) -> [[Any]] { terms.map { [$0.name, $0.factor] } }

  func write(to path: String) throws {
    let spec: [String: Any] = ["variables": variables, "constraints": constraints, "protect": protected]
    try JSONSerialization.data(withJSONObject: spec, options: [.sortedKeys]).write(to: URL(filePath: path))
  }
}
