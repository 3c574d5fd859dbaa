import Ergonomics
import Foundation
import RulePacks
import TestSupport
import Testing

@Suite("The layout of a pack")
struct PackLayoutTests {
  private static let rules = Fixtures.repository.appending(path: "Rules").path
  private static let packs =
    ["lower-back-hips", "rosa", "hse-workstation", "osha-workstation", "templates/new-pack"].map { "\(rules)/\($0)" }
    + ["kitchen-table"].map { Fixtures.repository.appending(path: "Tests/Fixtures/packs/\($0)").path }

  @Test("is that of every pack that comes with the program", arguments: packs)
  func shipped(folder: String) throws {
    let library = try PackLibrary(path: Self.rules)
    let files = try library.files(inFolder: folder)
    let formatted = try library.formatted(files)
    #expect(zip(files.files, formatted.files).filter { $0 != $1 }.map { $0.0.path } == [])
  }

  @Test("comes of any other layout that says the same", arguments: 0..<8)
  func scrambled(seed: Int) throws {
    let library = try PackLibrary(path: Self.rules)
    let folder = Self.packs[seed % Self.packs.count]
    let files = try library.files(inFolder: folder)
    var scrambler = ScrambledLayout(seed: seed, addingComments: false)
    let other = PackFolder(path: folder, files: files.files.map { $0.rewritten { scrambler.scramble($0) } })
    #expect(other != files)
    // Lines of conditions and charts are their author's.
    let keptInLines = ["<formula", "<measure", "<table", "<applies", "when", "<drawings-show"]
    for (file, formatted) in zip(files.files, try library.formatted(other).files) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      if !keptInLines.contains(where: text.contains) { #expect(formatted == file) }
    }
  }

  @Test("keeps rules, texts, examples and each comment, and is laid out once for all", arguments: 8..<16)
  func commented(seed: Int) throws {
    let library = try PackLibrary(path: Self.rules)
    let folder = Self.packs[seed % Self.packs.count]
    let files = try library.files(inFolder: folder)
    var comments: [Int] = []
    let other = PackFolder(
      path: folder,
      files: files.files.map { file in
        var scrambler = ScrambledLayout(seed: seed, addingComments: true)
        defer { comments.append(scrambler.comments) }
        return file.rewritten { scrambler.scramble($0) }
      })
    let formatted = try library.formatted(other)
    #expect(try library.formatted(formatted) == formatted)
    for (file, count) in zip(formatted.files, comments) {
      let found = String(decoding: file.bytes, as: UTF8.self).matches(of: #/<!--\s*c(\d+)\b/#).map { Int($0.output.1) }
      #expect(found == Array(1...count), "\(file.path)")
    }
  }
}

extension PackFolder.File {
  fileprivate func rewritten(_ change: (String) -> String) -> PackFolder.File {
    PackFolder.File(path: path, bytes: Array(change(String(decoding: bytes, as: UTF8.self)).utf8))
  }
}
