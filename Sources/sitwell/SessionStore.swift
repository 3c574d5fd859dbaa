import Ergonomics
import Files
import Foundation
import Surveys

/// Where answers are kept while an interview is under way: a file a session, readable for nobody else.
struct SessionStore {
  let folder: String

  /// `$XDG_STATE_HOME/sitwell`, else `~/.local/state/sitwell` (XDG Base Directory Specification 0.8).
  init() {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"] ?? NSHomeDirectory()
    // The specification has relative paths ignored.
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/state"
    folder = state + "/sitwell"
  }

  /// - Throws: `Failure` for what is no name of a session.
  func path(of name: String) throws -> String {
    let isName = name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\-]{0,63}/) != nil
    guard isName else {
      throw Failure.usage(
        "'\(name)' cannot be the name of a session\n  help: use up to 64 letters, digits, '-', '_' and '.'")
    }
    return "\(folder)/\(name).xml"
  }

  /// Names of all sessions, sorted.
  var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// `nil` where there is no session of this name.
  func load(_ name: String) throws -> SavedAnswers? {
    let path = try path(of: name)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let saved = SavedAnswers(try InputFile(path: path).bytes()) else {
      throw Failure.input(
        "the saved answers in '\(path)' cannot be read\n  help: begin anew with --start-over")
    }
    return saved
  }

  func save(_ answers: Answers, to pack: Pack, as name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try OutputFile.write(SavedAnswers.bytes(answers, to: pack), to: path(of: name), replacing: true, isPrivate: true)
  }

  /// Deletes a session, with what a killed program may have left beside its file.
  func remove(_ name: String) throws {
    let path = try path(of: name)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files.map({ "\(folder)/\($0)" }) where file == path || file.hasPrefix(path + ".") {
      do {
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw Failure.input("cannot delete '\(file)': \(error.localizedDescription)")
      }
    }
  }
}
