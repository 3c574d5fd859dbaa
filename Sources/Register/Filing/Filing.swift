import Ergonomics
import Foundation
import GRDB

/// Assesses responses and files them, in one transaction: all of them are in the register, or none.
///
///     let filing = try register.file(by: assessor, settings)
///     try filing.add(filing.assess(answers, team: "Sales"))
///     try filing.commit()
///
/// Another program waits until it is committed; without `commit` nothing has happened.
package final class Filing: Sendable {
  package struct Settings: Sendable {
    /// `YYYY-MM-DD`.
    package var date: String
    /// Such as "2026" or "spring".
    package var round: String
    package var workstation: String
    /// Who files them.
    package var who: String
    /// Answers about health are kept too, in a table of their own.
    package var includesHealth = false

    package init(date: String, round: String, workstation: String, who: String) {
      (self.date, self.round, self.workstation, self.who) = (date, round, workstation, who)
    }
  }

  package enum Outcome: Sendable, Hashable {
    /// With what became of the findings of the assessment before; `nil` for the first one, and for one that is older than
    /// what is there.
    case filed(FindingComparison?)
    case alreadyThere
  }

  let register: Register
  let assessor: Assessor
  let settings: Settings
  let corrections: [Correction.ID: Correction]

  init(_ register: Register, _ assessor: Assessor, _ settings: Settings) {
    (self.register, self.assessor, self.settings) = (register, assessor, settings)
    corrections = Dictionary(uniqueKeysWithValues: assessor.pack.corrections.map { ($0.id, $0) })
  }

  /// A response that is assessed, and not filed yet.
  package struct Assessed: Sendable {
    fileprivate let answers: Answers
    fileprivate let team: String
    fileprivate let assessment: Assessment
  }

  /// Takes most of the time, and can be done for several people at once.
  ///
  /// - Parameters:
  ///   - answers: With the id of the person.
  ///   - team: Empty where it is not known; then it stays what it was.
  package func assess(_ answers: Answers, team: String) -> Assessed {
    Assessed(answers: answers, team: team, assessment: assessor.outcomes(of: answers, date: settings.date))
  }

  package func add(_ response: Assessed) throws -> Outcome {
    let (answers, team, assessment) = (response.answers, response.team, response.assessment)
    let person = answers.id ?? ""
    precondition(!person.isEmpty, "who answered is known")
    return try register.within { db in
      let kept = StoredAnswers.ofWorkstation(answers, assessor.program)
      let place = try db.workstation(settings.workstation, of: person, team: team)
      let content = ContentHash.of(person, settings.workstation, settings.date, assessor.pack.id, kept.text)
      let known = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT number FROM assessment WHERE content_hash = ?"), arguments: [Data(content)])
      let health = settings.includesHealth ? StoredAnswers.ofHealth(answers, assessor.program) : nil
      if let known {
        try db.keep(health, of: known)
        return .alreadyThere
      }
      let standing = try Standing(db, place, assessor.pack.id, on: settings.date)
      let number = try insert(assessment, kept, content, at: place, db)
      try db.keep(health, of: number)
      try db.execute(
        literal: """
          UPDATE invitation SET answered = \(settings.date)
          WHERE person = (SELECT person FROM workstation WHERE number = \(place)) AND round = \(settings.round)
            AND answered IS NULL
          """)
      if standing.isOlder { return .filed(nil) }
      try follow(assessment, at: place, db)
      if let due = assessor.pack.reviews?.due(after: assessment.scores, on: settings.date) {
        try db.execute(literal: "UPDATE workstation SET review_due = \(due) WHERE number = \(place)")
      }
      return try .filed(standing.before.map { try comparison(assessment, with: $0, of: person, db) })
    }
  }

  package func commit() throws { try register.within { try $0.commit() } }

  /// Takes back what was not committed; nothing happens behind `commit`.
  package func end() { try? register.within { if $0.isInsideTransaction { try $0.rollback() } } }

  private func insert(
    _ assessment: Assessment, _ answers: StoredAnswers, _ content: [UInt8], at place: Int64, _ db: Database
  ) throws -> Int64 {
    let header = assessment.header
    try db.cachedStatement(
      sql: """
        INSERT INTO assessment (workstation, round, date, pack, pack_version, pack_hash, program_version, answers, content_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      place, settings.round, settings.date, header.packID, header.packVersion, header.packHash, header.programVersion,
      answers.text, Data(content),
    ])
    let number = db.lastInsertedRowID
    for score in assessment.scores {
      guard let now = score.now else { continue }
      try db.cachedStatement(sql: "INSERT INTO score VALUES (?, ?, ?, ?, ?, ?)").execute(
        arguments: [number, score.id, now.low, now.high, now.level, now.levelHigh])
    }
    let titles = assessment.findings.map { ($0.id, $0.title, "found") } + assessment.openTitles
    for (rule, title, outcome) in titles {
      try db.describe(rule: rule, title: title, of: header.packID)
      try db.cachedStatement(
        sql: "INSERT INTO finding SELECT ?, number, ? FROM rule WHERE pack = ? AND id = ?"
      ).execute(arguments: [number, outcome, header.packID, rule])
    }
    return number
  }

  /// By the rules of today: where others were in force then, what was answered then is assessed once more.
  private func comparison(
    _ now: Assessment, with before: Int64, of person: String, _ db: Database
  ) throws -> FindingComparison {
    let row = try Row.fetchOne(
      db, sql: "SELECT pack_hash, date, answers FROM assessment WHERE number = ?", arguments: [before])
    guard let row, row["pack_hash"] != assessor.pack.hash else {
      return try FindingComparison(
        found: now.findings.map(\.id), open: now.undetermined, before: db.findings(of: before, "found"))
    }
    let answers = StoredAnswers(text: row["answers"]).answers(of: person, to: assessor.pack)
    return FindingComparison(now, before: assessor.outcomes(of: answers, date: row["date"]))
  }
}

extension Register {
  /// Begins to file; waits for another program that writes.
  package func file(by assessor: Assessor, _ settings: Filing.Settings) throws -> Filing {
    try within { try $0.beginTransaction(.immediate) }
    return Filing(self, assessor, settings)
  }

  /// The round that people were invited to last; `nil` without one.
  package func lastRound(on day: String) throws -> String? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT round FROM invitation WHERE sent <= ? ORDER BY sent DESC, round DESC LIMIT 1", arguments: [day]
      )
    }
  }
}

/// What the register holds of a workstation already.
private struct Standing {
  /// The latest assessment until the day.
  let before: Int64?
  /// There is a later one.
  let isOlder: Bool

  init(_ db: Database, _ workstation: Int64, _ pack: Pack.ID, on day: String) throws {
    before = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT number FROM assessment WHERE workstation = ? AND pack = ? AND date <= ?
          ORDER BY date DESC, number DESC LIMIT 1
          """), arguments: [workstation, pack, day])
    isOlder = try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM assessment WHERE workstation = ? AND pack = ? AND date > ?)"),
      arguments: [workstation, pack, day])!
  }
}

extension Assessment {
  /// Rules that are neither found nor fine, as the register keeps them.
  fileprivate var openTitles: [(Rule.ID, String, String)] {
    let titles = Dictionary(
      (open.map { ($0.id, $0.title) } + (clear + notApplicable).map { ($0.id, $0.title) }),
      uniquingKeysWith: { a, _ in a })
    return undetermined.map { ($0, titles[$0] ?? $0, "open") }
  }
}

extension Database {
  /// The number of a workstation, which is entered with its person where it is not there.
  ///
  /// - Parameter team: Empty where it is not known.
  func workstation(_ name: String, of person: String, team: String) throws -> Int64 {
    try cachedStatement(
      sql: """
        INSERT INTO person (id, team, contact) VALUES (?, ?, '')
        ON CONFLICT (id) DO UPDATE SET team = excluded.team WHERE excluded.team <> '' AND excluded.team <> team
        """
    ).execute(arguments: [person, team])
    try cachedStatement(
      sql: "INSERT INTO workstation (person, name) SELECT number, ? FROM person WHERE id = ? ON CONFLICT DO NOTHING"
    ).execute(arguments: [name, person])
    return try Int64.fetchOne(
      cachedStatement(
        sql: """
          SELECT workstation.number FROM workstation JOIN person ON person.number = workstation.person
          WHERE person.id = ? AND name = ?
          """), arguments: [person, name])!
  }

  fileprivate func keep(_ health: StoredAnswers?, of assessment: Int64) throws {
    guard let health, !health.text.isEmpty else { return }
    try cachedStatement(sql: "INSERT OR REPLACE INTO health_answers VALUES (?, ?)").execute(
      arguments: [assessment, health.text])
  }

  /// Enters the words of a rule, or those that it has now.
  func describe(rule: Rule.ID, title: String, of pack: Pack.ID) throws {
    try cachedStatement(
      sql: """
        INSERT INTO rule (pack, id, title) VALUES (?, ?, ?)
        ON CONFLICT (pack, id) DO UPDATE SET title = excluded.title WHERE title <> excluded.title
        """
    ).execute(arguments: [pack, rule, title])
  }

  /// Ids of an assessment's rules of one outcome, in the order they were first met.
  func findings(of assessment: Int64, _ outcome: String) throws -> [Rule.ID] {
    try String.fetchAll(
      cachedStatement(
        sql: """
          SELECT rule.id FROM finding JOIN rule ON rule.number = finding.rule
          WHERE finding.assessment = ? AND outcome = ? ORDER BY rule.number
          """), arguments: [assessment, outcome])
  }
}
