import GRDB

/// Why something cannot be done with a register.
package enum RegisterFailure: Error, Hashable, Sendable {
  case missing(path: String)
  /// The number is the system's `errno`.
  case cannotOpen(path: String, errno: Int32)
  case notARegister(path: String)
  /// A later version of the program has changed its tables.
  case newer(path: String)
  /// Others can read or change it, and that cannot be changed.
  case isOpenToOthers(path: String)
  /// Another program writes into it for too long.
  case busy(path: String)
  case damaged(path: String)
  /// As the database says it.
  case cannotWrite(path: String, why: String)
  /// With ids that are near.
  case unknownPerson(String, near: String?)
  case severalWorkstations(person: String, names: [String])
  case unknownWorkstation(person: String, name: String, names: [String])
  case unknownActions([Int])
  /// What is not possible, by action: nothing was changed.
  case illegal(ActionMove, [Int: ActionState])

  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .notARegister(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path)
    default: self = .cannotWrite(path: path, why: error.message ?? "error \(error.resultCode.rawValue) of SQLite")
    }
  }
}
