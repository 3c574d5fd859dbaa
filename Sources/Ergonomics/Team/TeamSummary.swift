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
  /// Those that reach most people first, equal ones by title.
  package var actions: [Action]
  /// The same of equipment.
  package var equipment: [Equipment]
  /// What items cost.
  package var prices: PriceList?
  /// `nil` without an earlier round.
  package var change: Change?
  /// `nil` where nothing is known of it, or it cannot be told.
  package var progress: ActionProgress?
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

  /// How many people are told to be concerned, worked out from steps that are told.
  package struct Reach: Sendable, Hashable {
    package var low: Int
    /// `nil` = or more.
    package var high: Int?
    /// As many as answered, at most; `nil` where that is not told.
    package var answered: Int?
    /// As many have the most common of its findings, at least.
    package var findings: Int

    package init(low: Int, high: Int?, answered: Int? = nil, findings: Int = 0) {
      (self.low, self.high, self.answered, self.findings) = (low, high, answered, findings)
    }

    /// As far as that is known.
    package var most: Int? { high ?? answered }
  }

  /// A correction, for those of whom it takes a finding away and who have nothing better first.
  package struct Action: Sendable, Hashable {
    package var id: Correction.ID
    package var title: String
    package var part: Correction.Part
    package var effort: Correction.Effort
    package var who: String
    package var minutes: Int
    package var cost: Correction.Cost
    package var item: String?
    /// How it is done.
    package var steps: [String] = []
    package var findings: [Rule.ID]
    package var reaches: Reach
  }

  /// What the organisation has to get hold of: of all actions that take it.
  package struct Equipment: Sendable, Hashable {
    package var item: String
    package var who: String
    package var cost: Correction.Cost
    package var findings: [Rule.ID]
    package var reaches: Reach
    /// Of one; `nil` where nobody says.
    package var price: PriceList.Price?

    /// Of one for each whom it reaches.
    package var total: Total? {
      price.map { price in
        Total(
          least: reaches.low * price.range.lowerBound, sure: reaches.low * price.range.upperBound,
          most: reaches.most.map { $0 * price.range.upperBound })
      }
    }
  }

  /// Money, in whole units of the currency of the prices.
  package struct Total: Sendable, Hashable {
    /// For the fewest people, at the lowest price.
    package var least: Int
    /// For the fewest people, at the highest price.
    package var sure: Int
    /// For the most people, at the highest price; `nil` = nobody knows.
    package var most: Int?
    package init(least: Int, sure: Int, most: Int?) { (self.least, self.sure, self.most) = (least, sure, most) }
  }

  /// What equipment comes to that has a price and reaches a step; `nil` where none does.
  package var total: Total? {
    let totals = equipment.filter { $0.reaches.low > 0 }.compactMap(\.total)
    guard var sum = totals.first else { return nil }
    for next in totals.dropFirst() {
      sum.least += next.least
      sum.sure += next.sure
      sum.most = sum.most.flatMap { most in next.most.map { most + $0 } }
    }
    return sum
  }

  /// What has changed since earlier rounds: of the same people by team, and of everyone who answered each time.
  package struct Change: Sendable, Hashable {
    package struct Round: Sendable, Hashable {
      /// Date or name, as the employer calls it.
      package var name: String
      package var answered: CountStep?
      /// How many were asked, where that is on record.
      package var invited: Int?
    }
    /// The round that is compared with, the last one before this.
    package var earlier: String
    /// Teams that have a column in both rounds.
    package var teams: [String]
    /// By team, how many answered then.
    package var answeredBefore: [CountStep?]
    /// All earlier ones, from the first to the last.
    package var rounds: [Round]
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
    /// By team, of the same people: steps up, or down where negative; `nil` where too few people answered both times.
    package var steps: [Int?]
    /// By team, what either round tells of all who answered.
    package var before: [CountStep?]
    package var now: [CountStep?]
    /// By round, and at last of this one; `nil` where a round does not tell.
    package var everyone: [CountStep?]

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
