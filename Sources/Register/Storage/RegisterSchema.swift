import GRDB

/// The tables of a register, version by version. A version that was released is never changed: another one follows it.
enum RegisterSchema {
  /// In the header of the file, so that no other database is taken for one: "Sitw".
  static let applicationID = 0x5369_7477

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { try $0.execute(sql: people + assessments + actions + log) }
    return migrator
  }

  private static let people = """
    CREATE TABLE person (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      team TEXT NOT NULL,
      contact TEXT NOT NULL
    ) STRICT;

    CREATE TABLE workstation (
      number INTEGER PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
      name TEXT NOT NULL,
      review_due TEXT,
      UNIQUE (person, name)
    ) STRICT;
    CREATE INDEX workstation_by_review ON workstation (review_due) WHERE review_due IS NOT NULL;

    CREATE TABLE invitation (
      person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
      round TEXT NOT NULL,
      sent TEXT NOT NULL,
      answered TEXT,
      PRIMARY KEY (person, round)
    ) STRICT, WITHOUT ROWID;

    """

  /// `health_answers` holds what was kept by wish alone, and nothing else refers to it.
  private static let assessments = """
    CREATE TABLE assessment (
      number INTEGER PRIMARY KEY,
      workstation INTEGER NOT NULL REFERENCES workstation ON DELETE CASCADE,
      round TEXT NOT NULL,
      date TEXT NOT NULL,
      pack TEXT NOT NULL,
      pack_version TEXT NOT NULL,
      pack_hash TEXT NOT NULL,
      program_version TEXT NOT NULL,
      answers TEXT NOT NULL,
      content_hash BLOB NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX assessment_by_workstation ON assessment (workstation, pack, date);
    CREATE INDEX assessment_by_round ON assessment (round, pack);

    CREATE TABLE health_answers (
      assessment INTEGER PRIMARY KEY REFERENCES assessment ON DELETE CASCADE,
      answers TEXT NOT NULL
    ) STRICT;

    CREATE TABLE score (
      assessment INTEGER NOT NULL REFERENCES assessment ON DELETE CASCADE,
      id TEXT NOT NULL,
      low INTEGER NOT NULL,
      high INTEGER NOT NULL,
      level TEXT,
      level_high TEXT NOT NULL,
      PRIMARY KEY (assessment, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rule (
      number INTEGER PRIMARY KEY,
      pack TEXT NOT NULL,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      UNIQUE (pack, id)
    ) STRICT;

    CREATE TABLE finding (
      assessment INTEGER NOT NULL REFERENCES assessment ON DELETE CASCADE,
      rule INTEGER NOT NULL REFERENCES rule,
      outcome TEXT NOT NULL CHECK (outcome IN ('found', 'open')),
      PRIMARY KEY (assessment, rule)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE review (
      number INTEGER PRIMARY KEY,
      workstation INTEGER NOT NULL REFERENCES workstation ON DELETE CASCADE,
      date TEXT NOT NULL,
      assessor TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX review_by_workstation ON review (workstation);

    """

  private static let actions = """
    CREATE TABLE correction (
      number INTEGER PRIMARY KEY,
      pack TEXT NOT NULL,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      item TEXT NOT NULL,
      UNIQUE (pack, id)
    ) STRICT;

    CREATE TABLE action (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      workstation INTEGER NOT NULL REFERENCES workstation ON DELETE CASCADE,
      correction INTEGER NOT NULL REFERENCES correction,
      state TEXT NOT NULL CHECK (state IN (\(states))),
      proposed TEXT NOT NULL,
      changed TEXT NOT NULL,
      owner TEXT NOT NULL DEFAULT '',
      due TEXT,
      note TEXT NOT NULL DEFAULT '',
      cost TEXT NOT NULL DEFAULT '',
      revision INTEGER NOT NULL DEFAULT 1,
      UNIQUE (workstation, correction)
    ) STRICT;
    CREATE INDEX action_by_due ON action (due) WHERE due IS NOT NULL AND state NOT IN ('closed', 'rejected');
    CREATE INDEX action_by_state ON action (state);

    CREATE TABLE action_finding (
      action INTEGER NOT NULL REFERENCES action ON DELETE CASCADE,
      rule INTEGER NOT NULL REFERENCES rule,
      PRIMARY KEY (action, rule)
    ) STRICT, WITHOUT ROWID;

    """

  /// Entries are added and go with whom they are about; nothing but names can be taken out of one.
  private static let log = """
    CREATE TABLE event (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      date TEXT NOT NULL,
      who TEXT NOT NULL,
      what TEXT NOT NULL,
      action INTEGER REFERENCES action ON DELETE CASCADE,
      from_state TEXT,
      to_state TEXT,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX event_by_action ON event (action) WHERE action IS NOT NULL;
    CREATE TRIGGER event_stays BEFORE UPDATE OF number, date, what, action, from_state, to_state ON event
    BEGIN SELECT RAISE(ABORT, 'an entry of the log is never changed'); END;

    """

  private static let states = ActionState.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
}
