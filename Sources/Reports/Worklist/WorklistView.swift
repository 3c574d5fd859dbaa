import Ergonomics

/// What the template of the worklist can ask for.
struct WorklistView: PageView {
  /// Of each list; a page of more helps nobody, and the command lists all.
  static let mostRows = 200

  let worklist: Worklist
  let words: ReportPhrases

  init(of worklist: Worklist, words: ReportPhrases) { (self.worklist, self.words) = (worklist, words) }

  var fields: Fields {
    let first = worklist.toSeeFirst(words: words)
    let reviews = worklist.workstations.filter { $0.reviewDue != nil }.sorted {
      ($0.reviewDue!, $0.person, $0.name) < ($1.reviewDue!, $1.person, $1.name)
    }
    let overdue = worklist.actions.count(where: \.isOverdue)
    return [
      "language": text(Self.isLanguageTag(worklist.language) ? worklist.language : "en"),
      "date": text(words.date(worklist.date)), "program": text(worklist.programVersion),
      "notice": text(words["actions.notice"]), "team": optional(worklist.team.map(words.team)),
      "workstations": text(words.counted(worklist.workstations.count, "worklist.workstations")),
      "openActions": text(words.counted(worklist.actions.count, "worklist.actions")),
      "overdueActions": text(words.counted(overdue, "worklist.overdue")),
      "first": someOrNone(table(first.map { row($0.workstation, $0.reasons) })),
      "actions": someOrNone(table(worklist.actions.map(row))),
      "reviews": someOrNone(table(reviews.map(review))),
    ]
  }

  private func table(_ rows: [Fields]) -> Fields? {
    if rows.isEmpty { return nil }
    let more = rows.count - Self.mostRows
    return [
      "rows": list(Array(rows.prefix(Self.mostRows))), "rest": optional(more > 0 ? String(more) : nil),
      "count": HTMLText(rows.count),
    ]
  }

  private func row(_ workstation: Worklist.Workstation, _ reasons: [Worklist.Reason]) -> Fields {
    [
      "id": text(workstation.person), "group": text(words.team(workstation.team)), "place": text(workstation.name),
      "why": texts(reasons.map(told)), "assessed": text(words.date(workstation.assessed)),
      "open": HTMLText(workstation.openActions),
    ]
  }

  private func row(_ action: Worklist.Action) -> Fields {
    [
      "number": HTMLText(action.number), "id": text(action.person), "group": text(words.team(action.team)),
      "place": text(action.workstation), "title": text(action.title),
      "item": optional(action.item.isEmpty ? nil : action.item), "findings": texts(action.findings),
      "state": text(action.state), "owner": text(action.owner),
      "due": optional(action.due.map(words.date)), "isOverdue": action.isOverdue,
    ]
  }

  private func review(_ workstation: Worklist.Workstation) -> Fields {
    let due = workstation.reviewDue ?? ""
    return [
      "due": text(words.date(due)), "isOverdue": due < worklist.date, "id": text(workstation.person),
      "group": text(words.team(workstation.team)), "place": text(workstation.name),
      "assessed": text(words.date(workstation.assessed)), "open": HTMLText(workstation.openActions),
    ]
  }

  private func told(_ reason: Worklist.Reason) -> String {
    func filled(_ key: String, _ parts: [String: String]) -> String {
      parts.reduce(words["worklist.\(key)"]) { $0.filling("{\($1.key)}", with: $1.value) }
    }
    return switch reason {
    case .level(let score, let band, let points):
      filled("level", ["score": score, "band": band, "points": points])
    case .reviewOverdue(let since): filled("review", ["date": words.date(since)])
    case .actionsOverdue(let count): words.counted(count, "worklist.actions-overdue")
    case .unconfirmed(let count): words.counted(count, "worklist.unconfirmed")
    case .couldBe(let score, let band, let open):
      filled("could-be", ["score": score, "band": band, "open": words.counted(open, "worklist.open")])
    }
  }
}
