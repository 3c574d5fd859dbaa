/// All that an employer may see of a survey: numbers of people in steps, and what to do about them.
///
/// The only thing a team report may look at. It has no field for a count, an answer, a name or an id.
package struct TeamSummary: Sendable, Hashable {
  package var header: Header
  /// What is wrong at workstations and with the day; `nil` if too few people answered to say anything.
  package var facts: Table?
  /// What reads answers about health, of everyone only and in steps twice as wide; `nil` unless it was asked for.
  package var health: Table?
  package var scores: [Spread]
  /// Those that help most people first, equal ones by title.
  package var actions: [Action]
  /// The same for equipment.
  package var equipment: [Equipment]
  /// `nil` without an earlier round.
  package var change: Change?
  /// Questions that one of the rounds did not ask, in the order of the pack: nothing is told of findings that read them.
  package var unasked: [Unasked] = []
  package var omissions: [Omission]
}

extension TeamSummary {
  package struct Header: Sendable, Hashable {
    /// `YYYY-MM-DD`.
    package var date: String
    package var programVersion: String
    package var packID: Pack.ID
    package var packVersion: String
    package var packHash: String
    package var packTitle: String
    package var language: String
    package var attribution: [String]
    /// Heading of the column that names the teams.
    package var grouping: String
    /// People in a step; twice as many where health is involved.
    package var smallestGroup: Int
    /// How many people were asked, as the employer said.
    package var invited: Int?
    /// How many other reports of these people this one was checked against; `nil` where nobody looked.
    package var otherReports: Int?
  }

  /// Findings by team.
  package struct Table: Sendable, Hashable {
    package var stepWidth: Int
    /// By name; the one for other teams last.
    package var columns: [Column]
    /// Teams that are in "everyone" only.
    package var unshown: [String]
    package var answered: Row
    /// Those of most people first, equal ones in pack order.
    package var findings: [FindingRow]
  }

  package struct Column: Sendable, Hashable {
    /// One name, or those of the small teams that share the column.
    package var teams: [String]
    package var isPooled: Bool
  }

  package struct Row: Sendable, Hashable {
    /// By column.
    package var cells: [CountStep]
    package var everyone: CountStep
  }

  package struct FindingRow: Sendable, Hashable {
    package var id: Rule.ID
    package var title: String
    package var people: Row
  }

  /// A score as nested cuts: who has it at all, and who is in each band or a higher one. In the columns of `facts`.
  package struct Spread: Sendable, Hashable {
    package var id: Score.ID
    package var title: String
    package var about: String?
    package var scored: Row
    /// From the second band up.
    package var cuts: [Cut]
  }

  package struct Cut: Sendable, Hashable {
    package var band: Band
    /// The upper half of the bands begins here.
    package var isHigh: Bool
    package var people: Row
  }

  /// A correction that is the first to try for these findings.
  package struct Action: Sendable, Hashable {
    package var id: Correction.ID
    package var title: String
    package var effort: Correction.Effort
    package var who: String
    package var minutes: Int
    package var cost: Correction.Cost
    package var item: String?
    package var findings: [Rule.ID]
    /// "At least" where it stands for several findings.
    package var helped: CountStep
  }

  package struct Equipment: Sendable, Hashable {
    package var item: String
    package var cost: Correction.Cost
    package var findings: [Rule.ID]
    package var helped: CountStep
  }

  /// The same people in two rounds, by team.
  package struct Change: Sendable, Hashable {
    /// Date or name of the earlier round, as the employer calls it.
    package var earlier: String
    /// Teams that have a column in both rounds.
    package var teams: [String]
    package var rows: [ChangeRow]
  }

  package struct ChangeRow: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
      case finding(Rule.ID)
      /// The people in this band or a higher one.
      case score(Score.ID, Band.ID)
    }
    package var subject: Subject
    package var title: String
    package var stepWidth: Int
    /// By team: steps up, or down where negative; `nil` where too few people answered both times.
    package var steps: [Int?]

    package var down: Int { steps.count { ($0 ?? 0) < 0 } }
    package var same: Int { steps.count { $0 == 0 } }
    package var up: Int { steps.count { ($0 ?? 0) > 0 } }
  }

  /// A question without a column in a survey.
  package struct Unasked: Sendable, Hashable {
    package var id: Question.ID
    package var text: String
    /// It was asked in this round.
    package var isAsked: Bool
    /// It was asked in the earlier round; `nil` without one.
    package var wasAsked: Bool?
    /// A heading that may be its own, and was not taken for it.
    package var heading: String?
    /// The titles of what reads it, in pack order.
    package var findings: [String]

    /// Somebody should look: it was asked before, or may stand under another heading.
    package var isSurprising: Bool { heading != nil || wasAsked.map { $0 != isAsked } ?? false }
  }

  /// Something in the survey file that was not counted, told without anything that its cells hold.
  package struct Omission: Sendable, Hashable {
    package var place: Problem.Place
    package var words: String

    /// Of a path, the name of the file alone is told: a report goes to other machines and other people.
    package init(place: Problem.Place, words: String) {
      let name = place.file.split(separator: "/").last.map(String.init) ?? place.file
      (self.place, self.words) = (.init(file: name, line: place.line, column: place.column), words)
    }
  }
}
