import Ergonomics

extension TeamView {
  /// Findings by team. Those that reach no step for everyone are named only.
  func table(_ table: TeamSummary.Table) -> Fields {
    let columns = [table.answered.everyone] + table.answered.cells
    let shown = table.findings.filter { row in ([row.people.everyone] + row.people.cells).contains { $0.low > 0 } }
    let rare = table.findings.filter { row in !shown.contains { $0.id == row.id } }
    return [
      "teams": list(
        table.columns.enumerated().map { place, column in
          ["name": text(column.name(words)), "answered": text(words.step(table.answered.cells[place]))]
        }),
      "answered": text(words.step(table.answered.everyone)),
      "rows": list(
        shown.map { row in
          let cells = zip([row.people.everyone] + row.people.cells, columns).map(cell)
          return ["title": text(row.title), "everyone": list([cells[0]]), "cells": list(Array(cells.dropFirst()))]
        }),
      "rare": someOrNone(
        rare.isEmpty
          ? nil
          : [
            "titles": texts(rare.map(\.title)),
            "count": text(words.counted(rare.count, "findings")),
            "below": HTMLText(table.stepWidth),
          ]),
      "pooled": optional(
        table.columns.last.flatMap { $0.isPooled ? words.listed($0.teams.map(words.team)) : nil }),
      "unshown": optional(table.unshown.isEmpty ? nil : words.listed(table.unshown.map(words.team))),
      "stepWidth": HTMLText(table.stepWidth),
      "last": HTMLText(2 * table.stepWidth - 1),
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
