import Ergonomics
import Foundation
import RulePacks

/// A pack as it was at a revision of git, `FOLDER@REVISION`.
struct PackAtRevision {
  private let folder: String
  private let revision: String

  /// `nil` for a name that means no revision.
  init?(_ name: String) {
    guard let at = name.lastIndex(of: "@"), !FileManager.default.fileExists(atPath: name) else { return nil }
    (folder, revision) = (String(name[..<at]), String(name[name.index(after: at)...]))
    if folder.isEmpty || revision.isEmpty { return nil }
  }

  /// - Throws: `Failure` where git is not here, or knows no such revision or folder.
  func files(in library: PackLibrary) throws -> PackFolder {
    if revision.hasPrefix("-") { throw refused("a revision begins with no '-'") }
    let place = try library.folder(of: folder)
    let list = try git(place, ["ls-tree", "-r", "-z", "--name-only", revision, "--", "."])
    let paths = list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter { path in
      path.hasSuffix(".xml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    let files = try paths.map { path in
      PackFolder.File(path: path, bytes: try git(place, ["show", "\(revision):./\(path)"]))
    }
    if files.isEmpty { throw refused("there was no pack in this folder then") }
    return PackFolder(path: "\(folder)@\(revision)", files: files)
  }

  private func refused(_ why: String) -> Failure {
    .usage(
      "'\(folder)@\(revision)': \(why)\n  help: name a folder in a git repository, and a revision of it such as HEAD~1")
  }

  private func git(_ folder: String, _ arguments: [String]) throws -> [UInt8] {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { throw refused("cannot run git") }
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw refused("git knows no such revision of it") }
    return Array(bytes)
  }
}
