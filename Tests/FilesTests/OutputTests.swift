import Foundation
import Testing

@testable import Files

@Suite("An output")
struct OutputTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }
  private func remove() { try? FileManager.default.removeItem(atPath: folder) }
  private func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
  private func write(_ text: String, to name: String, replacing: Bool = false, isPrivate: Bool = false) throws {
    try OutputFile.write(text.utf8, to: path(name), replacing: replacing, isPrivate: isPrivate)
  }

  private func kind(_ name: String) -> mode_t {
    var status = stat()
    return lstat(path(name), &status) == 0 ? status.st_mode : 0
  }

  @Test("goes to the file that a symbolic link names, and the link stays")
  func links() throws {
    defer { remove() }
    try write("old", to: "a.csv")
    symlink("a.csv", path("b"))
    symlink("b", path("c"))
    symlink("new.csv", path("dangling"))
    #expect(throws: FileFailure.self) { try write("x", to: "c") }
    try write("new", to: "c", replacing: true)
    try write("first", to: "dangling")
    #expect(try text("a.csv") == "new")
    #expect(try text("new.csv") == "first")
    for name in ["b", "c", "dangling"] { #expect(kind(name) & S_IFMT == S_IFLNK) }
  }

  @Test("is written through where it is no ordinary file, and stays what it was", arguments: [false, true])
  func streams(force: Bool) throws {
    defer { remove() }
    mkfifo(path("pipe"), 0o600)
    let reader = open(path("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try write("text", to: "pipe", replacing: force, isPrivate: true)
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(read(reader, &bytes, 16) == 4)
    #expect(kind("pipe") & S_IFMT == S_IFIFO)
    symlink("/dev/null", path("null"))
    try write("text", to: "null", replacing: force)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["null", "pipe"])
  }

  @Test("is for its owner alone where it is private, also in place of one that was not")
  func modes() throws {
    defer { remove() }
    try write("x", to: "open.csv")
    try write("x", to: "open.csv", replacing: true, isPrivate: true)
    try write("x", to: "new.csv", isPrivate: true)
    for name in ["open.csv", "new.csv"] { #expect(kind(name) & 0o777 == 0o600) }
  }

  @Test("fails where there is no room")
  func full() {
    defer { remove() }
    symlink("/dev/full", path("full"))
    #expect(throws: FileFailure.cannotWrite(path: path("full"), errno: ENOSPC)) { try write("x", to: "full") }
  }

  @Test("is never an input as well, nor another output, by whatever name")
  func clashes() throws {
    defer { remove() }
    for name in ["in.csv", "old.csv"] { try write("x", to: name) }
    symlink("in.csv", path("soft"))
    link(path("in.csv"), path("hard"))
    mkdir(path("sub"), 0o700)
    for force in [false, true] {
      for name in ["in.csv", "soft", "hard", "sub/../in.csv", "./in.csv"] {
        var check = OutputCheck(inputs: [path("in.csv")], replacing: force)
        #expect(throws: FileFailure.isInput(path: path(name)), "\(name)") { try check.add(path(name)) }
      }
      var check = OutputCheck(inputs: [path("in.csv")], replacing: force)
      try check.add(path("new.csv"))
      for name in ["new.csv", "sub/../new.csv", "./new.csv"] {
        #expect(throws: FileFailure.isTwice(path: path(name)), "\(name)") { try check.add(path(name)) }
      }
      try check.add("-")
      #expect(throws: FileFailure.isTwice(path: "-")) { try check.add("-") }
      for _ in 0..<2 { try check.add("/dev/null") }
    }
    var check = OutputCheck(inputs: [], replacing: false)
    #expect(throws: FileFailure.exists(path: path("old.csv"))) { try check.add(path("old.csv")) }
    #expect(throws: FileFailure.isDirectory(path: path("sub"))) { try check.add(path("sub")) }
  }

  @Test("is whole, whoever writes it at the same time")
  func twoWriters() async throws {
    defer { remove() }
    let path = path("a.csv")
    await withTaskGroup(of: Void.self) { group in
      for letter in "abcdef" {
        group.addTask {
          let text = String(repeating: letter, count: 300_000)
          for _ in 0..<5 { try? OutputFile.write(text.utf8, to: path, replacing: true, isPrivate: false) }
        }
      }
    }
    let written = try text("a.csv")
    #expect(written.utf8.count == 300_000 && Set(written).count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
  }

  @Test("is a folder's copy only when that is whole")
  func folderCopy() throws {
    defer { remove() }
    mkdir(path("pack"), 0o700)
    try write("x", to: "pack/a.xml")
    try WholeFolder.copy(path("pack"), to: path("copy/"))
    #expect(try text("copy/a.xml") == "x")
    #expect(throws: FileFailure.exists(path: path("copy"))) { try WholeFolder.copy(path("pack"), to: path("copy")) }
    #expect(throws: FileFailure.self) { try WholeFolder.copy(path("none"), to: path("other")) }
    #expect(throws: FileFailure.self) { try WholeFolder.copy(path("pack"), to: path("none/other")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["copy", "pack"])
  }
}
