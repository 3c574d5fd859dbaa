import Ergonomics
import GRDB

extension Register {
  /// How far the actions that a pack called for are, over all rounds.
  ///
  /// - Parameter day: What was due before it is overdue; what was proposed a quarter of a year before it waits.
  package func progress(of pack: Pack.ID, on day: String) throws -> ActionCounts {
    try read { db in
      var counts = ActionCounts()
      let its = """
        FROM action JOIN correction ON correction.number = action.correction
        JOIN workstation ON workstation.number = action.workstation WHERE correction.pack = ?1 AND state <> 'rejected'
        """
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT person) AS people, ifnull(sum(isOpen), 0) AS open, ifnull(sum(isOpen AND due < ?2), 0) AS overdue,
            ifnull(sum(isOpen AND proposed <= date(?2, '-3 months')), 0) AS waiting, ifnull(sum(state = 'done'), 0) AS done,
            ifnull(sum(state IN ('confirmed', 'closed')), 0) AS finished,
            count(DISTINCT CASE WHEN state = 'closed' THEN person END) AS closed
          FROM (SELECT person, state, due, proposed, state IN ('proposed', 'agreed', 'reopened') AS isOpen \(its))
          """, arguments: [pack, day])!
      (counts.people, counts.peopleClosed) = (row["people"], row["closed"])
      (counts.open, counts.overdue, counts.waiting) = (row["open"], row["overdue"], row["waiting"])
      (counts.done, counts.finished) = (row["done"], row["finished"])
      counts.daysToClose = try Int.fetchAll(
        db, sql: "SELECT CAST(julianday(changed) - julianday(proposed) AS INTEGER) \(its) AND state = 'closed'",
        arguments: [pack])
      return counts
    }
  }
}
