import Ergonomics

extension TeamView {
  private static let rowsShown = 16
  private static let findingsSideBySide = 8

  /// Findings by team: teams side by side, or one below the other where they are many. Of those without news it is said how
  /// many there are: in the lowest step everywhere, or told of nobody at all.
  func table(_ table: TeamSummary.Table) -> Fields {
    func steps(_ row: TeamSummary.FindingRow) -> [CountStep] { [row.people.everyone] + row.people.cells }
    let shown = table.findings.filter { steps($0).contains { $0.low > 0 } }
    let rare = table.findings.count { steps($0).allSatisfy { $0.low == 0 && !$0.isOpen } }
    let untold = table.findings.count - shown.count - rare
    let more = shown.dropFirst(Self.rowsShown)
    return [
      "main": list([Fields](repeating: grid(Array(shown.prefix(Self.rowsShown)), table), count: shown.isEmpty ? 0 : 1)),
      "moreRows": someOrNone(
        more.isEmpty
          ? nil
          : grid(Array(more), table) + ["count": text(words.counted(more.count, "findings"))]),
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

  private func grid(_ findings: [TeamSummary.FindingRow], _ table: TeamSummary.Table) -> Fields {
    let isAcross = table.columns.count <= Self.teamsSideBySide
    return [
      "across": someOrNone(isAcross || isSpecimen ? across(findings, table) : nil),
      "down": someOrNone(
        isAcross && !isSpecimen
          ? nil : ["blocks": list(findings.inBlocks(of: Self.findingsSideBySide).map { down($0, table) })]),
    ]
  }

  /// A row for each finding, a column for each team.
  private func across(_ findings: [TeamSummary.FindingRow], _ table: TeamSummary.Table) -> Fields {
    let teams = teams(table)
    let names = teams.map(\.name)
    return [
      "teams": list(teams.map(heading)),
      "rows": list(
        findings.map { row in
          let cells = zip([row.people.everyone] + row.people.cells, teams.map(\.answered)).map(cell)
          return [
            "title": text(row.title),
            "cells": list(
              zip(cells, names).enumerated().map { place, cell in
                cell.0 + ["team": text(cell.1), "isEveryone": place == 0]
              }),
          ]
        }),
    ]
  }

  /// A row for each team, a column for each of some findings.
  private func down(_ findings: [TeamSummary.FindingRow], _ table: TeamSummary.Table) -> Fields {
    [
      "titles": list(findings.map { ["title": text($0.title)] }),
      "rows": list(
        teams(table).enumerated().map { place, team in
          heading(team) + [
            "cells": list(
              findings.map { finding in
                cell(([finding.people.everyone] + finding.people.cells)[place], team.answered) + [
                  "isEveryone": place == 0
                ]
              })
          ]
        }),
    ]
  }

  /// Everyone, then those with a column.
  private func teams(_ table: TeamSummary.Table) -> [(name: String, answered: CountStep, isMarked: Bool)] {
    let marked = standsOut(table)?.column
    return [(words["team.everyone"], table.answered.everyone, false)]
      + table.columns.enumerated().map { place, column in
        (column.name(words), table.answered.cells[place], place == marked)
      }
  }

  private func heading(_ team: (name: String, answered: CountStep, isMarked: Bool)) -> Fields {
    [
      "name": text(team.name), "answered": text(words.step(team.answered)), "isMarked": team.isMarked,
      "isLong": team.name.hasLongWord,
    ]
  }

  /// The team with a column of its own that alone has the largest published share in most rows; `nil` when it is not
  /// clear, or in fewer than three.
  func standsOut(_ table: TeamSummary.Table) -> (column: Int, rows: Int, of: Int)? {
    var wins = Array(repeating: 0, count: table.columns.count)
    let rows = table.findings.filter { $0.people.everyone.low > 0 }
    for row in rows {
      let shares = zip(row.people.cells, table.answered.cells).map { $1.low > 0 ? 100 * $0.low / $1.low : 0 }
      guard let most = shares.max(), most > 0, shares.count(where: { $0 == most }) == 1 else { continue }
      wins[shares.firstIndex(of: most)!] += 1
    }
    guard let most = wins.max(), most >= 3, wins.count(where: { $0 == most }) == 1,
      case let column = wins.firstIndex(of: most)!, !table.columns[column].isPooled
    else { return nil }
    return (column, most, rows.count)
  }

  func standing(_ team: (column: Int, rows: Int, of: Int), _ table: TeamSummary.Table) -> Fields {
    [
      "team": text(table.columns[team.column].name(words)), "rows": HTMLText(team.rows), "of": HTMLText(team.of),
    ]
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
    let teams = teams(facts)
    func cells(_ row: TeamSummary.Row) -> [CountStep] { [row.everyone] + row.cells }
    let answered = cells(facts.answered)
    // Everyone, then the teams with most people in the upper half, by the lower ends; small teams last.
    let upper = spread.cuts.first(where: \.isHigh).map { cells($0.people) }
    let order = teams.indices.sorted { first, second in
      func rank(_ place: Int) -> (Int, Int, Int) {
        let isPooled = place > 0 && facts.columns[place - 1].isPooled
        return (place == 0 ? 0 : isPooled ? 2 : 1, -(upper?[place].low ?? 0), place)
      }
      return rank(first) < rank(second)
    }
    let rows = order.map { place -> Fields in
      let lows = [cells(spread.scored)[place].low] + spread.cuts.map { cells($0.people)[place].low }
      return [
        "name": text(teams[place].name), "isMarked": teams[place].isMarked, "isLong": teams[place].name.hasLongWord,
        "answered": text(words.step(answered[place])),
        "scored": text(words.step(cells(spread.scored)[place])),
        "cuts": list(
          spread.cuts.map {
            ["people": text(words.step(cells($0.people)[place])), "title": text(atLeast($0, of: spread))]
          }),
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

extension String {
  /// So long that a narrow column has to break it.
  fileprivate var hasLongWord: Bool {
    split(whereSeparator: { $0.isWhitespace || $0 == "-" }).contains { $0.count > 16 }
  }
}

extension Array {
  fileprivate func inBlocks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
