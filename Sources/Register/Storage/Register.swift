import Foundation
import GRDB

/// People, their workstations, what was assessed there, and what came of it: one SQLite file that a safety officer keeps and
/// backs up. Nobody else can read it, nor what SQLite puts beside it.
///
///     let register = try Register(at: "sitwell-register.sqlite", creating: true)
///     for action in try register.actions(ActionFilter(team: "Sales")) { … }
///
/// Two programs may have it open: one waits while the other writes.
package final class Register: Sendable {
  package let path: String
  /// Others could read the file until now.
  package let wasOpenToOthers: Bool
  let database: DatabaseQueue
  /// In seconds.
  private static let patience = 60.0

  /// - Parameter isCreating: Makes an empty one where there is none.
  /// - Throws: `RegisterFailure`.
  package init(at path: String, creating isCreating: Bool) throws {
    self.path = path
    if isCreating, access(path, F_OK) != 0 { try Self.make(at: path) }
    wasOpenToOthers = try Self.secure(path)
    do {
      database = try DatabaseQueue(path: path, configuration: Self.configuration(isShared: true))
      try database.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let schema = RegisterSchema.migrator
      if try database.read(schema.hasBeenSuperseded) { throw RegisterFailure.newer(path: path) }
      if try !database.read(schema.hasCompletedMigrations) { try schema.migrate(database) }
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
  }

  /// - Parameter isShared: Others may read while it is written.
  static func configuration(isShared: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.journalMode = isShared ? .wal : .default
    // A transaction stays open while a survey is read.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    return configuration
  }

  /// Whole or not at all, and from its first byte on for its owner alone: it is filled under another name.
  private static func make(at path: String) throws {
    let name = "\(path).\(UInt32.random(in: .min ... .max))"
    let descriptor = open(name, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { throw RegisterFailure.cannotOpen(path: path, errno: errno) }
    close(descriptor)
    defer { unlink(name) }
    do {
      let database = try DatabaseQueue(path: name, configuration: configuration(isShared: false))
      try database.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(RegisterSchema.applicationID)") }
      try RegisterSchema.migrator.migrate(database)
      try database.close()
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
    guard link(name, path) == 0 || errno == EEXIST else {
      throw RegisterFailure.cannotOpen(path: path, errno: errno)
    }
  }

  /// Makes sure that it is a register, before SQLite changes anything in it, and that nobody else can read it.
  ///
  /// - Returns: Whether others could.
  private static func secure(_ path: String) throws -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? RegisterFailure.missing(path: path) : .cannotOpen(path: path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw RegisterFailure.notARegister(path: path)
    }
    var header = [UInt8](repeating: 0, count: 72)
    guard pread(descriptor, &header, header.count, 0) == header.count, header.starts(with: "SQLite format 3\0".utf8),
      header[68...].reduce(0, { $0 << 8 | Int($1) }) == RegisterSchema.applicationID
    else { throw RegisterFailure.notARegister(path: path) }
    guard status.st_mode & 0o077 != 0 else { return false }
    guard fchmod(descriptor, 0o600) == 0 else { throw RegisterFailure.isOpenToOthers(path: path) }
    for companion in ["-wal", "-shm"] { chmod(path + companion, 0o600) }
    return true
  }

  // MARK: - The two ways in

  /// A transaction: all of it or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.write(body)
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
  }

  /// Sees one state of the register, whoever writes meanwhile.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.read(body)
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
  }

  /// Within a transaction that stays open, see `Filing`.
  func within<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.inDatabase(body)
    } catch let error as DatabaseError {
      throw RegisterFailure(error, path: path)
    }
  }
}
