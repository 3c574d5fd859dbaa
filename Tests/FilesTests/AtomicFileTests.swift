import Foundation
import Testing

@testable import Files

@Suite("A file written whole or not at all")
struct AtomicFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "atomic-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } }

  private func write(_ text: String, to name: String, replacing: Bool, commit: Bool = true) throws {
    let file = try AtomicFile(at: "\(folder)/\(name)", replacing: replacing, isPrivate: false)
    try Array(text.utf8).writeWhole(to: file.descriptor)
    if commit { try file.commit() }
  }

  @Test("is there once it is committed, and gone otherwise")
  func commit() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("half", to: "a.csv", replacing: false, commit: false)
    #expect(try names == [])
    try write("whole", to: "a.csv", replacing: false)
    #expect(try names == ["a.csv"])
    #expect(try String(contentsOfFile: "\(folder)/a.csv", encoding: .utf8) == "whole")
  }

  @Test("replaces another only where it may")
  func replacing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("first", to: "a.csv", replacing: false)
    let path = "\(folder)/a.csv"
    #expect(throws: FileFailure.exists(path: path)) { try write("x", to: "a.csv", replacing: false) }
    try write("half", to: "a.csv", replacing: true, commit: false)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "first")
    try write("second", to: "a.csv", replacing: true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "second")
    #expect(try names == ["a.csv"])
  }

  @Test("does not replace what came up while it was written")
  func race() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/a.csv"
    let file = try AtomicFile(at: path, replacing: false, isPrivate: false)
    try "theirs".write(toFile: path, atomically: true, encoding: .utf8)
    var failure: FileFailure?
    do throws(FileFailure) { try file.commit() } catch { failure = error }
    #expect(failure == .exists(path: path))
    #expect(try names == ["a.csv"])
  }

  @Test("says why it cannot be written")
  func failures() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: FileFailure.isDirectory(path: folder)) {
      _ = try OutputFile(folder, replacing: true, isPrivate: false)
    }
    let path = "\(folder)/none/a.csv"
    #expect(throws: FileFailure.cannotWrite(path: path, errno: ENOENT)) {
      _ = try AtomicFile(at: path, replacing: false, isPrivate: false)
    }
  }
}
