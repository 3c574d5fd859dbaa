import Ergonomics

extension TeamView {
  private static let changesShown = 12
  /// As many as stand side by side on a page; more stand one below the other.
  static let teamsSideBySide = 8

  /// What has changed for everyone who answered, and by team for the same people.
  func change(_ change: TeamSummary.Change, _ facts: TeamSummary.Table) -> Fields {
    let findings = change.rows.filter { if case .finding = $0.subject { $0.isTold } else { false } }
    // What changed for everyone, most first; then what changed in single teams alone.
    let moved = findings.filter(\.isMoved).sorted { -$0.movedBy < -$1.movedBy }
    let shown = moved.prefix(Self.changesShown).filter { $0.movedBy > 0 }
    let scores = change.rows.filter { if case .score = $0.subject { $0.isTold } else { false } }
    let more = moved.dropFirst(shown.count)
    let still = findings.count(where: \.isStill)
    let untold = findings.count - moved.count - still
    return [
      "earlier": text(change.earlier),
      "answered": someOrNone(answered(change, facts)),
      "scores": list(scores.map { score($0, change, facts) }),
      "moved": someOrNone(
        shown.isEmpty ? nil : ["rows": list(shown.map { finding($0, change, facts) })]),
      "more": someOrNone(
        more.isEmpty
          ? nil
          : [
            "count": text(words.counted(more.count, "findings")),
            "rows": list(more.map { finding($0, change, facts) }),
          ]),
      "still": optional(still == 0 ? nil : words.counted(still, "findings")),
      "untold": optional(untold == 0 ? nil : words.counted(untold, "findings")),
      "isNothingTold": scores.isEmpty && moved.isEmpty,
      "trend": someOrNone(trend(change, facts)),
    ]
  }

  private func answered(_ change: TeamSummary.Change, _ facts: TeamSummary.Table) -> Fields? {
    change.rounds.last?.answered.map {
      ["before": text(words.step($0)), "now": text(words.step(facts.answered.everyone))]
    }
  }

  /// Everyone, then each team.
  private func score(_ row: TeamSummary.ChangeRow, _ change: TeamSummary.Change, _ facts: TeamSummary.Table) -> Fields {
    let teams = change.teams.enumerated().map { place, team -> Fields in
      let steps = row.steps[place]
      let answered = facts.columns.firstIndex { $0.teams == [team] && !$0.isPooled }.map { facts.answered.cells[$0] }
      let drawn = ends(row.before[place], of: change.answeredBefore[place], row.now[place], of: answered)
      return [
        "name": text(words.team(team)), "isEveryone": false, "words": text(words.change(steps)),
        "isDown": (steps ?? 0) < 0, "isUp": (steps ?? 0) > 0,
      ] + drawn
    }
    let everyone: Fields = [
      "name": text(words["team.everyone"]), "isEveryone": true,
      "words": text(sameTeams(row)), "isDown": false, "isUp": false,
    ]
    let drawn = ends(row.earlier, of: change.rounds.last?.answered, row.latest, of: facts.answered.everyone)
    return [
      "title": text(row.title), "head": text(words.headline(row)),
      "rows": list([everyone + drawn] + teams),
    ]
  }

  private func finding(_ row: TeamSummary.ChangeRow, _ change: TeamSummary.Change, _ facts: TeamSummary.Table) -> Fields
  {
    let drawn = ends(row.earlier, of: change.rounds.last?.answered, row.latest, of: facts.answered.everyone)
    return [
      "name": text(row.title), "isEveryone": false, "words": text(sameTeams(row)),
      // No arrow against what the figures of everyone show: these are other people, too.
      "isDown": row.down > row.up && row.movedForEveryone ?? 0 <= 0,
      "isUp": row.up > row.down && row.movedForEveryone ?? 0 >= 0,
    ] + drawn
  }

  /// "3 teams down, 1 same, 0 up"
  private func sameTeams(_ row: TeamSummary.ChangeRow) -> String {
    if row.steps.allSatisfy({ $0 == nil }) { return "–" }
    return words["team.teams"].filling("{down}", with: String(row.down))
      .filling("{same}", with: String(row.same)).filling("{up}", with: String(row.up))
  }

  /// Two steps in words, and where they are drawn, by the share of the people who answered in each round. A step without an
  /// upper end has no place: it would look as if the number were its lower one.
  private func ends(
    _ before: CountStep?, of answeredBefore: CountStep?, _ now: CountStep?, of answered: CountStep?
  ) -> Fields {
    func place(_ step: CountStep?, _ whole: CountStep?) -> Int? {
      guard let step, !step.isOpen, let whole, whole.low > 0 else { return nil }
      return 8 + min(284, 284 * step.low / whole.low)
    }
    let (first, last) = (place(before, answeredBefore), place(now, answered))
    let line = first.flatMap { first in last.map { (min(first, $0), abs(first - $0)) } }
    return [
      "before": text(before.map(words.step) ?? "–"), "now": text(now.map(words.step) ?? "–"),
      "dotBefore": optional(first.map(String.init)), "dotNow": optional(last.map(String.init)),
      "line": someOrNone(line.map { ["x": HTMLText($0.0), "width": HTMLText($0.1)] }),
    ]
  }

  /// Everyone over the rounds; `nil` for two, unless it is known how many were asked for each.
  private func trend(_ change: TeamSummary.Change, _ facts: TeamSummary.Table) -> Fields? {
    let invited = change.rounds.map(\.invited) + [summary.header.invited]
    if change.rounds.count < 2, invited.contains(nil) { return nil }
    let answered = change.rounds.map(\.answered) + [facts.answered.everyone]
    let told = change.rows.filter { Set($0.everyone).count > 1 }
    return [
      "rounds": list(
        zip(zip(change.rounds.map(\.name) + [words["team.now"]], answered), invited).map { round, invited in
          [
            "name": text(round.0), "answered": text(round.1.map(words.step) ?? "–"),
            "invited": optional(invited.map { words["team.of-invited"].filling("{n}", with: String($0)) }),
          ]
        }),
      "rows": list(
        told.map { row in
          ["title": text(row.title), "cells": texts(row.everyone.map { $0.map(words.step) ?? "–" })]
        }),
    ]
  }

  /// How the findings of the same people have changed on the whole; `nil` where no team tells.
  func verdict(_ change: TeamSummary.Change) -> Fields? {
    let told = change.rows.filter { row in
      if case .finding = row.subject { row.steps.contains { $0 != nil } } else { false }
    }
    if told.isEmpty { return nil }
    let (fewer, more) = (told.count { $0.down > $0.up }, told.count { $0.up > $0.down })
    let direction = fewer >= 3 * more ? "better" : more >= 3 * fewer ? "worse" : "mixed"
    // A few changes of many findings are no turn of the whole.
    let isLittle = 2 * (fewer + more) < told.count
    let key = fewer + more == 0 ? "same" : isLittle ? "little-\(direction)" : direction
    return [
      "words": text(words["verdict.\(key)"]), "fewer": HTMLText(fewer), "more": HTMLText(more),
      "same": HTMLText(told.count - fewer - more), "all": HTMLText(told.count),
    ]
  }

  /// What the page is headed by: the first score that can be compared, else the finding that changed most.
  func changeHeadline(_ change: TeamSummary.Change) -> Fields? {
    let told = change.rows.filter { $0.earlier?.saysNothing == false && $0.latest?.saysNothing == false }
    let scores = told.filter { if case .score = $0.subject { true } else { false } }
    let findings = told.filter { $0.movedBy > 0 }
    let row = scores.first { $0.movedForEveryone != nil } ?? findings.max { $0.movedBy < $1.movedBy } ?? scores.first
    guard let row = row ?? told.first else { return nil }
    return [
      "title": text(words.headline(row)), "earlier": text(change.earlier), "isTeams": row.steps.contains { $0 != nil },
      "teams": text(sameTeams(row)),
    ]
  }
}

extension TeamSummary.ChangeRow {
  /// Of everyone, in the last round before this, and in this one.
  var earlier: CountStep? { everyone.dropLast().last ?? nil }
  var latest: CountStep? { everyone.last ?? nil }

  fileprivate var isTold: Bool { earlier != nil && latest != nil || steps.contains { $0 != nil } }
  fileprivate var isMoved: Bool { down + up > 0 || movedBy > 0 }
  fileprivate var isStill: Bool { down + up == 0 && movedForEveryone == 0 }
  fileprivate var movedBy: Int { abs(movedForEveryone ?? 0) }

  /// By how many steps, at least; `nil` where the two steps do not tell.
  var movedForEveryone: Int? {
    guard let earlier, let latest else { return nil }
    return latest.steps(above: earlier, width: min(earlier.width, latest.width))
  }
}

extension ReportPhrases {
  /// "Lower back: worth changing soon: 100–104 before, 65–69 now".
  func headline(_ row: TeamSummary.ChangeRow) -> String {
    guard let before = row.earlier, let now = row.latest else { return row.title }
    let key =
      before == now ? "team.headline-same" : row.movedForEveryone == nil ? "team.headline-open" : "team.headline"
    return self[key].filling("{title}", with: row.title).filling("{before}", with: step(before))
      .filling("{now}", with: step(now))
  }

  /// "down 2 steps", "same step", "up 1 step"; a dash where too few people answered both times.
  func change(_ steps: Int?) -> String {
    guard let steps else { return "–" }
    if steps == 0 { return self["team.same"] }
    return counted(abs(steps), steps < 0 ? "team.down" : "team.up")
  }
}
