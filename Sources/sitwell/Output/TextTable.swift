import Ergonomics
import Register

/// Rows for people to read, in columns that stand below each other.
struct TextTable {
  private static let gap = 2
  /// Wider cells push what follows them aside.
  private static let widest = 40
  private var rows: [[String]]

  init(_ headings: [String]) { rows = [headings] }

  mutating func add(_ cells: [String]) {
    rows.append(cells.map { $0.shortened(to: TerminalText.longestValue).printable })
  }

  /// With a line for the headings; empty where there is nothing below them.
  var text: TerminalText {
    if rows.count == 1 { return TerminalText() }
    var widths = rows[0].map(\.count)
    for row in rows { for (place, cell) in row.enumerated() { widths[place] = max(widths[place], cell.count) } }
    let lines = rows.map { row in
      var line = ""
      for (place, cell) in row.enumerated() {
        line += cell
        if place == row.count - 1 { break }
        line += String(repeating: " ", count: max(0, min(widths[place], Self.widest) - cell.count) + Self.gap)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return TerminalText(data: lines.map { $0 + "\n" }.joined())
  }
}

extension TextTable {
  init(_ actions: [RegisteredAction]) {
    self.init(["action", "state", "due", "owner", "person", "workstation", "what"])
    for action in actions {
      add([
        String(action.number), action.state.rawValue, action.due ?? "", action.owner, action.person, action.workstation,
        action.title,
      ])
    }
  }
}
