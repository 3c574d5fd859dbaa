import Ergonomics

extension TeamView {
  /// The same people in both rounds. Rows that changed in no team are counted only.
  func change(_ change: TeamSummary.Change) -> Fields {
    let told = change.rows.filter { row in row.steps.contains { $0 != nil } }
    let moved = told.filter { $0.down + $0.up > 0 }
    let still = told.filter { $0.down + $0.up == 0 }
    return [
      "earlier": text(change.earlier), "teams": texts(change.teams.map(words.team)),
      "isNothingTold": told.isEmpty,
      "moved": someOrNone(moved.isEmpty ? nil : ["rows": list(moved.map(row))]),
      "still": someOrNone(
        still.isEmpty ? nil : ["count": text(words.counted(still.count, "findings"))]),
    ]
  }

  private func row(_ row: TeamSummary.ChangeRow) -> Fields {
    [
      "title": text(row.title), "stepWidth": HTMLText(row.stepWidth),
      "cells": list(
        row.steps.map { steps in
          [
            "words": text(words.change(steps)), "isDown": (steps ?? 0) < 0, "isUp": (steps ?? 0) > 0,
          ]
        }),
      "down": HTMLText(row.down), "same": HTMLText(row.same), "up": HTMLText(row.up),
    ]
  }
}

extension Words {
  /// "down 2 steps", "same step", "up 1 step"; a dash where too few people answered both times.
  func change(_ steps: Int?) -> String {
    guard let steps else { return "–" }
    if steps == 0 { return self["team.same"] }
    return counted(abs(steps), steps < 0 ? "team.down" : "team.up")
  }
}
