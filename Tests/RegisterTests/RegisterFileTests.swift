import Foundation
import GRDB
import Testing

@testable import Register

@Suite("The file of a register")
struct RegisterFileTests {
  private func mode(_ path: String) throws -> Int {
    try (FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)!.intValue
  }

  @Test("is for its owner alone, with what SQLite puts beside it, whatever the mask")
  func permissions() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none"))
      let files = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
      #expect(files == ["r.sqlite", "r.sqlite-shm", "r.sqlite-wal"])
      for file in files { #expect(try mode(scratch.folder.appending(path: file).path) == 0o600) }
      #expect(!scratch.register.wasOpenToOthers)
      chmod(scratch.path, 0o644)
      #expect(try Register(at: scratch.path, creating: false).wasOpenToOthers)
      #expect(try mode(scratch.path) == 0o600)
    }
  }

  @Test("is refused where it is none, and left as it is")
  func foreign() throws {
    try ScratchRegister.use { scratch in
      let path = scratch.folder.appending(path: "other").path
      #expect(throws: RegisterFailure.missing(path: path)) { try Register(at: path, creating: false) }
      let other = try DatabaseQueue(path: path)
      try other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
      try other.close()
      for bytes in [try Data(contentsOf: URL(filePath: path)), Data(), Data("no database at all".utf8)] {
        try bytes.write(to: URL(filePath: path))
        #expect(throws: RegisterFailure.notARegister(path: path)) { try Register(at: path, creating: true) }
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
      }
    }
  }

  @Test("of a later version is refused")
  func newer() throws {
    try ScratchRegister.use { scratch in
      try scratch.register.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
      #expect(throws: RegisterFailure.newer(path: scratch.path)) { try Register(at: scratch.path, creating: false) }
    }
  }

  /// A version that was released keeps its tables: whoever changes them adds another.
  @Test("of version 1 has these tables, and is brought up to date")
  func versions() throws {
    let old = try DatabaseQueue()
    try RegisterSchema.migrator.migrate(old, upTo: "1")
    let tables = try old.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    }
    #expect(
      tables == [
        "action", "action_finding", "assessment", "correction", "event", "finding", "grdb_migrations",
        "health_answers", "invitation", "person", "review", "rule", "score", "workstation",
      ])
    let columns = try old.read { db in
      try tables.flatMap { table in try db.columns(in: table).map { "\(table).\($0.name)" } }
    }
    #expect(columns.count == 69)
    try RegisterSchema.migrator.migrate(old)
    #expect(try old.read(RegisterSchema.migrator.hasCompletedMigrations))
  }

  @Test("has a log whose entries stay as they are")
  func log() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none"))
      try scratch.move([1], .agree)
      #expect(throws: RegisterFailure.self) {
        try scratch.register.write { try $0.execute(sql: "UPDATE event SET to_state = 'closed'") }
      }
      #expect(try scratch.register.events(of: "ann").map(\.to) == ["agreed"])
    }
  }

  @Test("lets a second program wait for the first")
  func waits() async throws {
    try ScratchRegister.use { scratch in
      let other = try Register(at: scratch.path, creating: false)
      let filing = try scratch.register.file(
        by: .office, Filing.Settings(date: "2026-01-31", round: "1", workstation: "office", who: "tester"))
      _ = try filing.add(filing.assess(.of("ann", support: "none"), team: ""))
      let ended = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        _ = try? other.invite([Invited(id: "ben", team: "", contact: "")], to: "1", on: "2026-01-31", who: "")
        ended.signal()
      }
      #expect(ended.wait(timeout: .now() + 0.3) == .timedOut)
      try filing.commit()
      ended.wait()
      #expect(try scratch.register.people().map(\.id) == ["ann", "ben"])
    }
  }

  @Test("is found damaged where a response is not what was filed")
  func hashes() throws {
    try ScratchRegister.use { scratch in
      try scratch.file(.of("ann", support: "none"))
      #expect(try scratch.register.problems() == [])
      try scratch.register.write { try $0.execute(sql: "UPDATE assessment SET answers = 'support\tin_place\n'") }
      #expect(try scratch.register.problems() == ["assessment 1 is not what was filed"])
    }
  }
}
