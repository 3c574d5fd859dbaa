import Ergonomics

/// What an assessor has to do: which workstations to look at first and why, what is under way, and what is to be looked at
/// again. Exact, about single people, and never about their health.
package struct Worklist: Sendable {
  /// A workstation that was assessed.
  package struct Workstation: Sendable {
    package let person: String
    package let team: String
    package let name: String
    /// `YYYY-MM-DD`.
    package let assessed: String
    package let scores: [Score]
    /// Rules that missing answers leave open.
    package let openRules: Int
    package let reviewDue: String?
    package let openActions: Int
    package let overdueActions: Int
    /// Said to be done, and not looked at yet.
    package let unconfirmedActions: Int

    package init(
      person: String, team: String, name: String, assessed: String, scores: [Score], openRules: Int, reviewDue: String?,
      openActions: Int, overdueActions: Int, unconfirmedActions: Int
    ) {
      (self.person, self.team, self.name, self.assessed) = (person, team, name, assessed)
      (self.scores, self.openRules, self.reviewDue) = (scores, openRules, reviewDue)
      (self.openActions, self.overdueActions) = (openActions, overdueActions)
      self.unconfirmedActions = unconfirmedActions
    }
  }

  /// As far as its assessment tells, by the bands of its pack.
  package struct Score: Sendable {
    package let title: String
    package let interval: ScoreInterval
    package let bands: [Band]

    package init(title: String, interval: ScoreInterval, bands: [Band]) {
      (self.title, self.interval, self.bands) = (title, interval, bands)
    }
  }

  package struct Action: Sendable {
    package let number: Int
    package let person: String
    package let team: String
    package let workstation: String
    package let title: String
    /// Empty where nothing is to be had for it.
    package let item: String
    package let findings: [String]
    /// How far it is, such as "agreed".
    package let state: String
    package let owner: String
    package let due: String?
    package let isOverdue: Bool

    package init(
      number: Int, person: String, team: String, workstation: String, title: String, item: String, findings: [String],
      state: String, owner: String, due: String?, isOverdue: Bool
    ) {
      (self.number, self.person, self.team, self.workstation) = (number, person, team, workstation)
      (self.title, self.item, self.findings) = (title, item, findings)
      (self.state, self.owner, self.due, self.isOverdue) = (state, owner, due, isOverdue)
    }
  }

  /// `YYYY-MM-DD`: what was due before it is overdue.
  package let date: String
  package let language: String
  package let programVersion: String
  /// `nil` = all.
  package let team: String?
  package let workstations: [Workstation]
  /// Those due first, first.
  package let actions: [Action]

  package init(
    date: String, language: String, programVersion: String, team: String?, workstations: [Workstation],
    actions: [Action]
  ) {
    (self.date, self.language, self.programVersion, self.team) = (date, language, programVersion, team)
    (self.workstations, self.actions) = (workstations, actions)
  }
}

extension Worklist {
  /// Why a workstation is to be looked at, the most pressing first.
  enum Reason: Hashable {
    case level(score: String, band: String, points: String)
    case reviewOverdue(since: String)
    case actionsOverdue(Int)
    case unconfirmed(Int)
    case couldBe(score: String, band: String, open: Int)

    /// Lower comes first.
    var rank: Int {
      switch self {
      case .level: 0
      case .reviewOverdue: 1
      case .actionsOverdue: 2
      case .unconfirmed: 3
      case .couldBe: 4
      }
    }
  }

  func reasons(_ workstation: Workstation, words: ReportPhrases) -> [Reason] {
    var reasons: [Reason] = []
    for score in workstation.scores {
      let band = { (id: Band.ID) in score.bands.first { $0.id == id }?.word ?? id }
      if let level = score.interval.level, Severity(level, among: score.bands) == .high {
        reasons.append(.level(score: score.title, band: band(level), points: words.interval(score.interval)))
      } else if Severity(score.interval.levelHigh, among: score.bands) == .high {
        reasons.append(.couldBe(score: score.title, band: band(score.interval.levelHigh), open: workstation.openRules))
      }
    }
    if let due = workstation.reviewDue, due < date { reasons.append(.reviewOverdue(since: due)) }
    if workstation.overdueActions > 0 { reasons.append(.actionsOverdue(workstation.overdueActions)) }
    if workstation.unconfirmedActions > 0 { reasons.append(.unconfirmed(workstation.unconfirmedActions)) }
    return reasons.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  /// Workstations with a reason to look: the most pressing reasons first, more of them before fewer, then those with the
  /// highest score, then those that were assessed longest ago.
  func toSeeFirst(words: ReportPhrases) -> [(workstation: Workstation, reasons: [Reason])] {
    workstations.map { ($0, reasons($0, words: words)) }.filter { !$0.1.isEmpty }.sorted { one, other in
      let ranks = (one.1.map(\.rank), other.1.map(\.rank))
      // Of lists that begin alike, the longer one comes first.
      let alike = zip(ranks.0, ranks.1).first { $0 != $1 }
      if let alike { return alike.0 < alike.1 }
      if ranks.0.count != ranks.1.count { return ranks.0.count > ranks.1.count }
      if one.0.highest != other.0.highest { return one.0.highest > other.0.highest }
      return (one.0.assessed, one.0.person, one.0.name) < (other.0.assessed, other.0.person, other.0.name)
    }
  }
}

extension Worklist.Workstation {
  /// As far as it is certain.
  fileprivate var highest: Int { scores.map(\.interval.low).max() ?? 0 }
}
