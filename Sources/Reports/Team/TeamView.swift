import Ergonomics

/// What the templates of the team report can ask for. All of it is worked out from published steps: lengths, colours,
/// shares and the order of things too.
///
/// One file an aspect: `+Tables`, `+Actions`, `+Change`.
struct TeamView: PageView {
  let summary: TeamSummary
  let words: ReportPhrases
  let titles: [Rule.ID: String]

  /// Both ways to draw a table are there, to be checked.
  private(set) var isSpecimen = false

  static func specimen(_ words: ReportPhrases) -> TeamView {
    var view = TeamView(of: .specimen, words: words)
    view.isSpecimen = true
    return view
  }

  init(of summary: TeamSummary, words: ReportPhrases) {
    (self.summary, self.words) = (summary, words)
    let rows = (summary.facts?.findings ?? []) + (summary.health?.findings ?? [])
    titles = Dictionary(rows.map { ($0.id, $0.title) }) { first, _ in first }
  }

  var fields: Fields {
    let header = summary.header
    return [
      "language": text(Self.isLanguageTag(header.language) ? header.language : "en"),
      "date": text(words.date(header.date)), "program": text(header.programVersion),
      "packTitle": text(header.packTitle), "packID": text(header.packID), "packVersion": text(header.packVersion),
      "packHash": text(header.packHash), "attribution": texts(header.attribution),
      "grouping": text(header.grouping), "smallestGroup": HTMLText(header.smallestGroup),
      "shown": HTMLText(2 * header.smallestGroup), "healthGroup": HTMLText(2 * header.smallestGroup),
      "healthShown": HTMLText(4 * header.smallestGroup),
      "isChecked": header.otherReports != nil,
      "isFirst": header.otherReports == 0,
      "report": someOrNone(summary.facts.map(report)),
      "surprises": someOrNone(surprises),
      "unasked": someOrNone(unasked),
      "omissions": someOrNone(omissions(summary.omissions)),
    ]
  }

  /// What there is to say where enough people answered.
  private func report(_ facts: TeamSummary.Table) -> Fields {
    [
      "headline": someOrNone(headline(facts)),
      "changeHeadline": someOrNone(summary.change.flatMap(changeHeadline)),
      "verdict": someOrNone(summary.change.flatMap(verdict)), "worthActing": optional(worthActing(facts)),
      "figures": list(figures(facts)),
      "actions": someOrNone(actions(facts)),
      "standsOut": someOrNone(standsOut(facts).map { standing($0, facts) }),
      "facts": list([table(facts)]),
      "health": someOrNone(summary.health.map(table)),
      "spreads": list(summary.scores.map { spread($0, facts) }),
      "change": someOrNone(summary.change.map { change($0, facts) }),
      "progress": someOrNone(summary.progress.map(progress)),
      "isCompared": summary.change != nil, "isScored": !summary.scores.isEmpty,
      "unanswered": list(unanswered(facts)),
    ]
  }

  /// Questions without a column that somebody should look at, with what is not told for want of them.
  private var surprises: Fields? {
    let questions = summary.unasked.filter(\.isSurprising)
    if questions.isEmpty { return nil }
    return [
      "items": list(
        questions.map { question in
          [
            "text": text(question.text), "isAsked": question.isAsked, "heading": optional(question.heading),
            "findings": text(words.listed(question.findings)),
          ]
        })
    ]
  }

  /// The other questions without a column.
  private var unasked: Fields? {
    let questions = summary.unasked.filter { !$0.isSurprising }
    if questions.isEmpty { return nil }
    return [
      "items": list(questions.map { ["text": text($0.text), "findings": text(words.listed($0.findings))] })
    ]
  }

  /// The finding of most people; `nil` when no finding reaches a step.
  private func headline(_ facts: TeamSummary.Table) -> Fields? {
    guard let first = facts.findings.first, first.people.everyone.low > 0 else { return nil }
    let best = summary.actions.first { $0.reaches.low > 0 }
    return [
      "title": text(first.title), "people": text(words.step(first.people.everyone)),
      "answered": text(words.step(facts.answered.everyone)),
      "best": someOrNone(
        best.map { ["title": text($0.title), "reaches": text(words.people($0.reaches, step: facts.stepWidth))] }),
    ]
  }

  private func figures(_ facts: TeamSummary.Table) -> [Fields] {
    let answered: Fields = [
      "number": text(words.step(facts.answered.everyone)), "title": text(words["team.answered"]),
      "detail": optional(summary.header.invited.map { words["team.of-invited"].filling("{n}", with: String($0)) }),
    ]
    let scores = summary.scores.compactMap { score -> Fields? in
      guard let high = score.cuts.first(where: \.isHigh), !high.people.everyone.saysNothing else { return nil }
      let share = words.share(high.people.everyone, of: facts.answered.everyone)
      return [
        "number": text(words.step(high.people.everyone)),
        "title": text("\(score.title): \(atLeast(high, of: score))"), "detail": optional(share),
      ]
    }
    return [answered] + scores
  }

  /// "Lower back worth changing soon for at least 35 % of those who answered", of each score; `nil` where none tells a share.
  private func worthActing(_ facts: TeamSummary.Table) -> String? {
    let shares = summary.scores.compactMap { score -> String? in
      guard let high = score.cuts.first(where: \.isHigh), high.people.everyone.low > 0,
        let share = words.share(high.people.everyone, of: facts.answered.everyone)
      else { return nil }
      return "\(score.title) \(atLeast(high, of: score)) for \(share)"
    }
    return shares.isEmpty ? nil : shares.joined(separator: "; ")
  }

  /// The word of a band, and of the higher ones where there are any.
  func atLeast(_ cut: TeamSummary.Cut, of score: TeamSummary.Spread) -> String {
    let isLast = cut.band.id == score.cuts.last?.band.id
    return isLast ? cut.band.word : words["team.or-worse"].filling("{word}", with: cut.band.word)
  }

  /// What the figure would be if all, or none, of those who did not answer were in a score's upper half.
  private func unanswered(_ facts: TeamSummary.Table) -> [Fields] {
    guard let invited = summary.header.invited else { return [] }
    return summary.scores.compactMap { score in
      guard let high = score.cuts.first(where: \.isHigh) else { return nil }
      let (people, answered) = (high.people.everyone, facts.answered.everyone)
      let most = min(invited, (people.high ?? answered.high ?? invited) + max(0, invited - answered.low))
      return [
        "title": text("\(score.title): \(atLeast(high, of: score))"), "least": HTMLText(people.low),
        "most": HTMLText(most), "invited": HTMLText(invited),
      ]
    }
  }
}

extension TeamSummary.Column {
  /// A name for the heading; people without a team are in one that has no name.
  func name(_ words: ReportPhrases) -> String {
    isPooled ? words["team.pooled"] : words.team(teams.first ?? "")
  }
}

extension ReportPhrases {
  func team(_ name: String) -> String { name.isEmpty ? self["team.unnamed"] : name }

  /// "10–14", "15 or more", or a dash for what says nothing.
  func step(_ step: CountStep) -> String {
    if step.saysNothing { return "–" }
    guard let high = step.high else { return self["team.step-open"].filling("{low}", with: String(step.low)) }
    return "\(step.low)–\(high)"
  }

  /// "10–14 people".
  func people(_ step: CountStep) -> String { self["team.people"].filling("{n}", with: self.step(step)) }

  /// Of a published number of people, from both steps; `nil` where it says nothing.
  func share(_ step: CountStep, of whole: CountStep) -> String? {
    guard let most = whole.high, most > 0, !step.saysNothing else { return nil }
    let low = 100 * step.low / most
    guard let end = step.high, whole.low > 0 else {
      return self["team.share-open"].filling("{low}", with: String(low))
    }
    let high = min(100, (100 * end + whole.low - 1) / whole.low)
    return self["team.share"].filling("{low}", with: String(low)).filling("{high}", with: String(high))
  }
}
