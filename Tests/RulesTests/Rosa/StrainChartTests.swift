import Ergonomics
import Testing

@Suite("The charts of office strain")
struct StrainChartTests {
  private let strain = StrainPack.shipped
  private static let a = PublishedChart("rosa/rosa-chart-a-chair.csv")
  private static let b = PublishedChart("rosa/rosa-chart-b-monitor-phone.csv")
  private static let c = PublishedChart("rosa/rosa-chart-c-mouse-keyboard.csv")
  private static let d = PublishedChart("rosa/rosa-chart-d-monitor-peripherals.csv")
  private static let e = PublishedChart("rosa/rosa-chart-e-final.csv")

  @Test("are the published ones, cell by cell", arguments: zip(["a", "b", "c", "d", "e"], [a, b, c, d, e]))
  func cells(letter: String, chart: PublishedChart) throws {
    let table = try #require(strain.pack.tables.first { $0.id == "rosa_chart_\(letter)" })
    #expect(table.cells.count == chart.cells.count)
    for cell in chart.cells {
      let found = table.cells(rows: cell.row...cell.row, columns: cell.column...cell.column)
      #expect(found == cell.value...cell.value, "\(letter)[\(cell.row), \(cell.column)]")
    }
  }

  @Test("are read by the scores, each cell of A, B and C")
  func scores() {
    check(Self.a, "rosa_chair") { cell in
      strain.answers("seat_height", "seat_depth", total: cell.row)
        .joined(strain.answers("armrest", "back", total: cell.column))
    }
    check(Self.b, "rosa_monitor_telephone", monitorTelephone)
    check(Self.c, "rosa_mouse_keyboard", mouseKeyboard)
  }

  @Test("are read by the later scores, each cell of D and E that answers can reach")
  func laterScores() {
    check(Self.d, "rosa_peripherals") { peripherals($0.row, $0.column) }
    let reachable = Self.e.cells.filter { $0.column <= 9 }
    check(PublishedChart(cells: reachable), "rosa_final") { cell in
      chair(cell.row).joined(peripherals(cell.column, 1))
    }
  }

  @Test("D and E are the larger of their two numbers")
  func largerOfTwo() {
    for cell in Self.d.cells + Self.e.cells { #expect(cell.value == max(cell.row, cell.column)) }
  }

  private func check(
    _ chart: PublishedChart, _ score: Score.ID, _ answers: (PublishedChart.Cell) -> [Question.ID: Answer]
  ) {
    let people = chart.cells.map { strain.ideal.joined(answers($0)) }
    for (cell, scores) in zip(chart.cells, strain.scores(people)) {
      #expect(scores.exact(score) == cell.value, "\(score) at [\(cell.row), \(cell.column)]")
    }
  }

  private func monitorTelephone(_ cell: PublishedChart.Cell) -> [Question.ID: Answer] {
    strain.answersWithTime("phone", total: cell.row).joined(strain.answersWithTime("monitor", total: cell.column))
  }

  private func mouseKeyboard(_ cell: PublishedChart.Cell) -> [Question.ID: Answer] {
    strain.answersWithTime("mouse", total: cell.row).joined(strain.answersWithTime("keyboard", total: cell.column))
  }

  /// Somebody with these scores of monitor and telephone, and of mouse and keyboard.
  private func peripherals(_ first: Int, _ second: Int) -> [Question.ID: Answer] {
    monitorTelephone(Self.b.cells.first { $0.value == first }!)
      .joined(mouseKeyboard(Self.c.cells.first { $0.value == second }!))
  }

  /// Somebody with this chair score.
  private func chair(_ score: Int) -> [Question.ID: Answer] {
    for modifier in [0, -1, 1] {
      guard let cell = Self.a.cells.first(where: { $0.value + modifier == score }) else { continue }
      return strain.answers("seat_height", "seat_depth", total: cell.row)
        .joined(strain.answers("armrest", "back", total: cell.column)).joined(strain.time("chair", modifier))
    }
    preconditionFailure("no chair scores \(score)")
  }
}

extension PublishedChart {
  init(cells: [Cell]) { self.cells = cells }
}
