import Ergonomics

/// Which workstations an assessor looks at first and why, and what is still to be done: exact, and for the assessor alone. Nothing
/// in it depends on answers about health.
package struct Worklist: Sendable, Hashable {
  package struct Level: Sendable, Hashable {
    package let words: String
    /// Among the bands of its score, 0 for the lowest.
    package let rank: Int

    package init(words: String, rank: Int) { (self.words, self.rank) = (words, rank) }
  }

  package struct Place: Sendable, Hashable {
    package var person: String
    package var team: String
    package var workstation: String
    /// `YYYY-MM-DD`; `nil` = never.
    package var assessed: String?
    /// The highest that any score may have.
    package var level: Level?
    package var undetermined: Int
    package var overdue: Int
    package var toConfirm: Int
    package var review: String?

    package init(
      person: String, team: String, workstation: String, assessed: String?, level: Level?,
      undetermined: Int, overdue: Int, toConfirm: Int, review: String?
    ) {
      (self.person, self.team, self.workstation, self.assessed) = (person, team, workstation, assessed)
      (self.level, self.undetermined, self.overdue) = (level, undetermined, overdue)
      (self.toConfirm, self.review) = (toConfirm, review)
    }
  }

  package struct Action: Sendable, Hashable {
    package var number: Int
    package var person: String
    package var workstation: String
    package var title: String
    package var state: String
    package var owner: String
    package var due: String?

    package init(
      number: Int, person: String, workstation: String, title: String, state: String, owner: String, due: String?
    ) {
      (self.number, self.person, self.workstation) = (number, person, workstation)
      (self.title, self.state, self.owner, self.due) = (title, state, owner, due)
    }
  }

  package var date: String
  package var programVersion: String
  package var team: String?
  /// In any order.
  package var places: [Place]
  /// Those due first, first.
  package var actions: [Action]

  package init(date: String, programVersion: String, team: String?, places: [Place], actions: [Action]) {
    (self.date, self.programVersion, self.team) = (date, programVersion, team)
    (self.places, self.actions) = (places, actions)
  }

  /// Who needs a look first: what is overdue, then the higher level, then what is to be confirmed, then the earlier review.
  var inOrder: [Place] {
    func key(_ place: Place) -> (Int, Int, Int, String, String) {
      let isLate = place.overdue > 0 || place.review.map { $0 < date } ?? false
      return (
        isLate ? 0 : 1, -(place.level?.rank ?? 0), place.toConfirm > 0 ? 0 : 1, place.review ?? "9999",
        "\(place.person)\u{1F}\(place.workstation)"
      )
    }
    return places.sorted { key($0) < key($1) }
  }

  /// One of everything, to check templates by.
  static let specimen: Worklist = {
    let place = Place(
      person: "ann", team: "Sales", workstation: "office", assessed: "2025-01-31",
      level: Level(words: "worth changing", rank: 1), undetermined: 2, overdue: 1, toConfirm: 1, review: "2026-01-01")
    let action = Action(
      number: 1, person: "ann", workstation: "office", title: "Raise it", state: "agreed", owner: "eva",
      due: "2026-01-01")
    return Worklist(
      date: "2026-01-31", programVersion: "1", team: "Sales", places: [place, place], actions: [action, action])
  }()
}
