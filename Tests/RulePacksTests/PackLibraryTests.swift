import Ergonomics
import Files
import Foundation
import RulePacks
import TestSupport
import Testing

@Suite("A library of packs")
struct PackLibraryTests {
  @Test("lists the folders that hold a pack, and reads them by id or by folder")
  func findsPacks() throws {
    try withLibrary { library, path in
      #expect(library.folders == ["\(path)/small", "\(path)/tiny"])
      let found = try [library.folder(of: "tiny"), library.folder(of: "\(path)/small")]
      #expect(found == ["\(path)/tiny", "\(path)/small"])
      let packs = try [library.load("small"), library.load("\(path)/small")]
      #expect(packs.map(\.id) == ["small", "small"])
      #expect(packs.map(\.hash) == [SmallPack.folder.hash, SmallPack.folder.hash])
    }
  }

  @Test("tells a pack that is wrong from one that is right")
  func listsEntries() throws {
    try withLibrary { library, path in
      let entries = library.entries()
      #expect(entries.map(\.folder) == ["\(path)/small", "\(path)/tiny"])
      #expect((try? entries[0].pack.get())?.title == "Small")
      let refused = #expect(throws: PackRefused.self) { _ = try entries[1].pack.get() }
      #expect(refused?.problems.map(\.code) == [.notWellFormed])
    }
  }

  @Test("names the packs there are when one is unknown")
  func explainsUnknownPack() throws {
    try withLibrary { library, path in
      let refused = #expect(throws: PackRefused.self) { try library.load("smal") }
      #expect(
        refused?.description == """
          \(path): there is no pack 'smal', and no folder of this name
            help: did you mean 'small'?
          """)
    }
  }

  @Test("says which pack has a file that cannot be read")
  func unreadable() throws {
    try withLibrary { library, path in
      try FileManager.default.createDirectory(atPath: "\(path)/small/odd.xml", withIntermediateDirectories: true)
      let refused = #expect(throws: PackRefused.self) { try library.load("small") }
      #expect(refused?.problems.map(\.code) == [.unreadablePack])
      #expect(refused?.problems.first?.place.file == "\(path)/small")
    }
  }

  @Test("needs the format of packs beside them")
  func needsFormat() {
    let refused = #expect(throws: PackRefused.self) { try PackLibrary(path: "/nowhere") }
    #expect(
      refused?.description == """
        /nowhere/pack.xsd: the format of packs is missing
          help: restore pack.xsd, or name another folder with --rules
        """)
  }

  @Test("needs the version of the format that the program reads")
  func needsVersion() throws {
    try withLibrary { _, path in
      let file = "\(path)/pack.xsd"
      let format = try String(contentsOfFile: file, encoding: .utf8)
      let version = try #require(format.firstMatch(of: /qualified" version="([0-9.]+)"/))
      try format.replacing("qualified\" version=\"\(version.1)", with: "qualified\" version=\"0.9").write(
        toFile: file, atomically: true, encoding: .utf8)
      let refused = #expect(throws: PackRefused.self) { try PackLibrary(path: path).load("small") }
      #expect(
        refused?.description == """
          \(file): the format of packs is of version 0.9, and this program reads \(version.1)
            help: restore the pack.xsd that came with it, or name another folder with --rules
          """)
    }
  }

  @Test(
    "keeps packs as they are read", arguments: [["lower-back-hips"], ["rosa", "lower-back-hips"], ["hse-workstation"]])
  func keepsPacks(ids: [String]) throws {
    try withLibrary { _, path in
      let rules = SmallPack.repository.appending(path: "Rules").path(percentEncoded: false)
      let cache = ValueCache(folder: "\(path)/cache", program: "1")
      let library = try PackLibrary(path: rules, cache: cache)
      let first = try library.loadForUse(ids).packs
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(path)/cache").count == ids.count)
      #expect(try first == PackLibrary(path: rules).load(ids, checking: .examples))
      #expect(try PackLibrary(path: rules, cache: cache).loadForUse(ids).packs == first)
    }
  }

  @Test("reads a pack anew when a byte of it, or of the format, is another")
  func readsAnew() throws {
    try withLibrary { _, path in
      let cache = ValueCache(folder: "\(path)/cache", program: "1")
      func title() throws -> String { try PackLibrary(path: path, cache: cache).loadForUse(["small"]).packs[0].title }
      let file = "\(path)/small/pack.xml"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(try title() == "Small" && title() == "Small")
      try text.replacing("Small", with: "Smell").write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try title() == "Smell")
      try Data("<pack".utf8).write(to: URL(filePath: file))
      #expect(throws: PackRefused.self) { try title() }
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(try title() == "Small")
      try Data("<schema/>".utf8).write(to: URL(filePath: "\(path)/pack.xsd"))
      #expect(throws: PackRefused.self) { try title() }
    }
  }

  /// A folder with the small pack, a broken one, a folder that is none, and a file.
  private func withLibrary(_ body: (PackLibrary, String) throws -> Void) throws {
    let manager = FileManager.default
    let path = manager.temporaryDirectory.appending(path: UUID().uuidString).path(percentEncoded: false)
    try manager.createDirectory(atPath: "\(path)/notes", withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: path) }
    let repository = SmallPack.repository.path(percentEncoded: false)
    try manager.copyItem(atPath: "\(repository)/Rules/pack.xsd", toPath: "\(path)/pack.xsd")
    try manager.copyItem(atPath: "\(repository)/Tests/Fixtures/packs/small", toPath: "\(path)/small")
    try manager.createDirectory(atPath: "\(path)/tiny", withIntermediateDirectories: true)
    try Data("<pack".utf8).write(to: URL(filePath: "\(path)/tiny/pack.xml"))
    try body(PackLibrary(path: path), path)
  }
}
