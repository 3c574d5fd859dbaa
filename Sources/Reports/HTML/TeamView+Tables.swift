import Ergonomics

extension TeamView {
  private static let rowsShown = 20

  /// Findings by team. Of those without news it is said how many there are: in the lowest step everywhere, or told of
  /// nobody at all.
  func table(_ table: TeamSummary.Table) -> Fields {
    let columns = [table.answered.everyone] + table.answered.cells
    func steps(_ row: TeamSummary.FindingRow) -> [CountStep] { [row.people.everyone] + row.people.cells }
    let shown = table.findings.filter { steps($0).contains { $0.low > 0 } }
    let rare = table.findings.count { steps($0).allSatisfy { $0.low == 0 && !$0.isOpen } }
    let untold = table.findings.count - shown.count - rare
    return [
      "teams": list(
        table.columns.enumerated().map { place, column in
          ["name": text(column.name(words)), "answered": text(words.step(table.answered.cells[place]))]
        }),
      "answered": text(words.step(table.answered.everyone)),
      "rows": list(shown.prefix(Self.rowsShown).map { row($0, columns) }),
      "moreRows": someOrNone(
        shown.count > Self.rowsShown
          ? [
            "count": text(words.counted(shown.count - Self.rowsShown, "findings")),
            "rows": list(shown.dropFirst(Self.rowsShown).map { row($0, columns) }),
          ] : nil),
      "rare": someOrNone(
        rare == 0 ? nil : ["count": text(words.counted(rare, "findings")), "below": HTMLText(table.stepWidth)]),
      "untold": optional(untold == 0 ? nil : words.counted(untold, "findings")),
      "isByTeam": !table.columns.isEmpty,
      "pooled": optional(
        table.columns.last.flatMap { column in
          column.isPooled && !column.teams.isEmpty ? words.listed(column.teams.map(words.team)) : nil
        }),
      "unshown": optional(table.unshown.isEmpty ? nil : words.listed(table.unshown.map(words.team))),
      "stepWidth": HTMLText(table.stepWidth),
      "last": HTMLText(2 * table.stepWidth - 1),
    ]
  }

  private func row(_ row: TeamSummary.FindingRow, _ columns: [CountStep]) -> Fields {
    let cells = zip([row.people.everyone] + row.people.cells, columns).map(cell)
    return ["title": text(row.title), "everyone": list([cells[0]]), "cells": list(Array(cells.dropFirst()))]
  }

  /// The team with a column of its own that alone has the largest published share in most rows; `nil` when it is not
  /// clear, or in fewer than three.
  func standsOut(_ table: TeamSummary.Table) -> Fields? {
    var wins = Array(repeating: 0, count: table.columns.count)
    let rows = table.findings.filter { $0.people.everyone.low > 0 }
    for row in rows {
      let shares = zip(row.people.cells, table.answered.cells).map { $1.low > 0 ? 100 * $0.low / $1.low : 0 }
      guard let most = shares.max(), most > 0, shares.count(where: { $0 == most }) == 1 else { continue }
      wins[shares.firstIndex(of: most)!] += 1
    }
    guard let most = wins.max(), most >= 3, wins.count(where: { $0 == most }) == 1,
      case let column = table.columns[wins.firstIndex(of: most)!], !column.isPooled
    else { return nil }
    return ["team": text(column.name(words)), "rows": HTMLText(most), "of": HTMLText(rows.count)]
  }

  /// Coloured by the step's share of the step of those who answered.
  private func cell(_ step: CountStep, _ answered: CountStep) -> Fields {
    let shade = answered.low > 0 ? min(9, 9 * step.low / answered.low) : 0
    return [
      "people": text(words.step(step)), "shade": HTMLText(shade), "isDark": shade > 6, "isMiddle": shade == 6,
    ]
  }

  /// Who is in which band or a higher one, by team; bars are drawn from lower ends.
  func spread(_ spread: TeamSummary.Spread, _ facts: TeamSummary.Table) -> Fields {
    let teams = [text(words["team.everyone"])] + facts.columns.map { text($0.name(words)) }
    func cells(_ row: TeamSummary.Row) -> [CountStep] { [row.everyone] + row.cells }
    let answered = cells(facts.answered)
    let rows = teams.indices.map { place -> Fields in
      let lows = [cells(spread.scored)[place].low] + spread.cuts.map { cells($0.people)[place].low }
      return [
        "name": teams[place], "answered": text(words.step(answered[place])),
        "scored": text(words.step(cells(spread.scored)[place])),
        "cuts": list(spread.cuts.map { ["people": text(words.step(cells($0.people)[place]))] }),
        "parts": list(parts(lows, of: answered[place].low, spread)),
      ]
    }
    return [
      "title": text(spread.title), "about": optional(spread.about),
      "cuts": list(
        spread.cuts.map { cut in
          let severity = cut.isHigh ? Severity.high : .middle
          return ["title": text(atLeast(cut, of: spread)), "severity": list([shape(severity)])]
        }),
      "rows": list(rows),
    ]
  }

  /// The stretches of a bar a thousand wide: the bands from the lowest up, then the background for what is not known.
  private func parts(_ lows: [Int], of whole: Int, _ spread: TeamSummary.Spread) -> [Fields] {
    let severities = [Severity.fine] + spread.cuts.map { $0.isHigh ? Severity.high : .middle }
    var start = 0
    return zip(severities, zip(lows, lows.dropFirst() + [0])).compactMap { severity, ends in
      let width = whole > 0 ? min(1000 - start, max(0, ends.0 - ends.1) * 1000 / whole) : 0
      defer { start += width }
      return width == 0 ? nil : ["class": text(severity.rawValue), "start": HTMLText(start), "width": HTMLText(width)]
    }
  }

  private func shape(_ severity: Severity) -> Fields {
    [
      "class": text(severity.rawValue), "isFine": severity == .fine, "isMiddle": severity == .middle,
      "isHigh": severity == .high, "isOpen": severity == .open, "isUnknown": severity == .unknown,
    ]
  }
}
