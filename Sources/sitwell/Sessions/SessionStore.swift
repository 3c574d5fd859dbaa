import Ergonomics
import Files
import Foundation
import Surveys

/// Where answers are kept while an interview is under way: a file a session, readable for nobody else. What is damaged or
/// not one's own is never read, and never deleted unasked.
struct SessionStore {
  /// Why a session cannot be gone on with.
  struct Unusable: Error {
    /// Such as "was written by somebody else".
    let reason: String
  }

  /// `nil` where there is no home to keep it in.
  private let place: String?

  /// `$XDG_STATE_HOME/sitwell`, else `~/.local/state/sitwell` (XDG Base Directory Specification 0.8).
  init() {
    place = OwnFolder.path("XDG_STATE_HOME", else: ".local/state")
  }

  private var folder: String {
    get throws {
      if let place { return place }
      throw Failure.input("there is no folder for answers\n  help: set HOME or XDG_STATE_HOME to a folder of your own")
    }
  }

  /// - Throws: `Failure` for what is no name of a session.
  func path(of name: String) throws -> String {
    let isName = name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]{0,63}/) != nil
    guard isName else {
      throw Failure.usage(
        "'\(name)' cannot be the name of a session\n  help: use up to 64 letters, digits, '-', '_' and '.'")
    }
    return "\(try folder)/\(name).xml"
  }

  /// Names of all sessions, sorted.
  var names: [String] {
    let files = place.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return files.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// `nil` where there is no session of this name.
  ///
  /// - Throws: `Unusable` for one that is not trusted.
  func load(_ name: String) throws -> SavedAnswers? {
    let path = try path(of: name)
    try secure()
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Unusable(reason: "is no ordinary file") }
    guard status.st_uid == geteuid() else { throw Unusable(reason: "was written by somebody else") }
    guard status.st_mode & 0o022 == 0 else { throw Unusable(reason: "could be changed by others") }
    guard let bytes = try? InputFile(path: path).bytes(), let saved = SavedAnswers(bytes) else {
      throw Unusable(reason: "cannot be read")
    }
    return saved
  }

  /// What was saved, if it can be trusted; what cannot be is put aside under another name, and that is said.
  func loadOrSetAside(_ name: String) throws -> SavedAnswers? {
    do {
      return try load(name)
    } catch let unusable as Unusable {
      let (path, folder) = (try path(of: name), try folder)
      let places = sequence(first: 1) { $0 + 1 }.lazy.map { "\(folder)/\(name).set-aside-\($0)" }
      let aside = places.first { access($0, F_OK) != 0 }!
      guard rename(path, aside) == 0 else {
        throw Failure.input(
          "'\(path)' \(unusable.reason), and cannot be set aside\n  help: move it away, or choose another --session")
      }
      Console.err("warning: '\(path)' \(unusable.reason), so it is not used; it is now '\(aside)'\n")
      return nil
    }
  }

  /// Keeps the interview to this program.
  ///
  /// - Returns: `nil` where nothing can be locked.
  func lock(_ name: String) throws -> SessionLock? {
    switch SessionLock.take(try path(of: name) + ".lock") {
    case .held(let lock): return lock
    case .impossible: return nil
    case .taken:
      throw Failure.input(
        "the interview '\(name)' is open in another window\n"
          + "  help: go on there, or begin another one with --session NAME")
    }
  }

  func save(_ answers: Answers, to pack: Pack, as name: String) throws {
    try prepare()
    try OutputFile.write(SavedAnswers.bytes(answers, to: pack), to: path(of: name), replacing: true, isPrivate: true)
  }

  /// Makes the folder, where it is not there yet.
  func prepare() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try secure()
  }

  /// Lets nobody else into the folder; refuses one that is somebody else's.
  private func secure() throws {
    let folder = try folder
    var status = stat()
    guard stat(folder, &status) == 0 else { return }
    guard status.st_uid == geteuid() else {
      throw Failure.input(
        "'\(folder)' belongs to somebody else, who could change the answers in it\n"
          + "  help: set XDG_STATE_HOME to a folder of your own")
    }
    guard status.st_mode & 0o077 != 0 else { return }
    guard chmod(folder, 0o700) == 0 else {
      throw Failure.input("'\(folder)' is open to others, and cannot be closed\n  help: chmod 700 it")
    }
    if status.st_mode & 0o022 != 0 {
      Console.err("warning: others could write into '\(folder)'; now only you can\n")
    }
  }

  /// Deletes a session, with what a killed program may have left beside its file.
  func remove(_ name: String) throws {
    let path = try path(of: name)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in try files.map({ "\(try folder)/\($0)" })
    where file == path || file.hasPrefix(path + ".") && !file.hasSuffix(".lock") {
      do {
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw Failure.input("cannot delete '\(file)': \(error.localizedDescription)")
      }
    }
  }
}
