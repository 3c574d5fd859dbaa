import Foundation
import Testing

@testable import Files

@Suite("Values that are kept")
struct ValueCacheTests {
  private struct Sample: Codable, Equatable {
    indirect enum Tree: Codable, Equatable {
      case leaf
      case number(Int, of: String?)
      case all([Tree])
      case not(Tree)
    }

    enum Word: String, Codable, CodingKeyRepresentable { case first, second }

    var text = "Jörg 🪑", empty = ""
    var same = "Jörg 🪑"
    var numbers = [0, -1, 63, 64, -65, 1 << 40, .max, .min]
    var flags = [true, false]
    var some: Int? = 3
    var none: Int?, noText: String?, noTree: Tree?
    var someTree: Tree? = .leaf
    var tree = Tree.all([.not(.number(-7, of: "x")), .leaf, .all([]), .number(1, of: nil)])
    var word = Word.second
    var byName = ["a": 1, "": 2, "b": -3]
    var byWord: [Word: [String]] = [.first: ["x", "y"], .second: []]
    var noEntries: [String: Bool] = [:]
    var range = 3...9
    var nested = [["a"], [], ["b", "a"]]
  }

  private let folder = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)").path
  private var cache: ValueCache { ValueCache(folder: folder + "/cache", program: "1") }
  private var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder + "/cache").map { "\(folder)/cache/\($0)" }
    }
  }

  @Test("are as they were")
  func givesBack() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let key = cache.key("sample", of: [[1, 2]])
    #expect(cache.value(Sample.self, for: key) == nil)
    cache.keep(Sample(), for: key)
    #expect(cache.value(for: key) == Sample())
    let other = Sample(text: "", numbers: [], none: .min, noText: "", noTree: .not(.leaf), byName: [:], nested: [])
    cache.keep(other, for: key)
    #expect(cache.value(for: key) == other)
    let file = try #require(try files.first)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(try files.count == 1 && mode == 0o600)
  }

  @Test("are not used where a byte of their file is another, missing or too much")
  func damaged() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let key = cache.key("sample", of: [])
    cache.keep(Sample(), for: key)
    let file = try #require(try files.first)
    let bytes = try Data(contentsOf: URL(filePath: file))
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << (place % 8)
      try changed.write(to: URL(filePath: file))
      #expect(cache.value(Sample.self, for: key) == nil, "byte \(place)")
    }
    for damaged in [bytes.dropLast(), bytes.prefix(32), bytes.prefix(31), Data(), bytes + [0]] {
      try Data(damaged).write(to: URL(filePath: file))
      #expect(cache.value(Sample.self, for: key) == nil)
    }
    try bytes.write(to: URL(filePath: file))
    #expect(cache.value(for: key) == Sample())
  }

  @Test("are read without a crash where the bytes are none of the type's, whatever their digest says")
  func otherTypes() throws {
    let written = try CompactWriter.bytes(of: Sample())
    var misread = 0
    for length in written.indices {
      misread += (try? CompactReader.value(of: Sample.self, in: written[..<length])) == nil ? 0 : 1
    }
    #expect(misread == 0)
    for place in written.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var changed = written
        changed[place] = value
        _ = try? CompactReader.value(of: Sample.self, in: changed[...])
      }
    }
    #expect((try? CompactReader.value(of: [String].self, in: written[...])) == nil)
  }

  @Test("belong to one program, one kind and one content")
  func keys() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    cache.keep("kept", for: cache.key("a", of: [[1], [2]]))
    let next = ValueCache(folder: folder + "/cache", program: "2")
    let others = [
      cache.key("b", of: [[1], [2]]), cache.key("a", of: [[1, 2]]), cache.key("a", of: [[1], [2], []]),
      cache.key("a", of: [[2], [1]]), next.key("a", of: [[1], [2]]),
    ]
    for key in others { #expect(cache.value(String.self, for: key) == nil) }
    #expect(cache.value(for: cache.key("a", of: [[1], [2]])) == "kept")
    // The name of a file is no proof of what is in it.
    let file = try #require(try files.first)
    cache.keep("other", for: others[0])
    let other = try #require(try files.first { $0 != file })
    try FileManager.default.removeItem(atPath: other)
    try FileManager.default.moveItem(atPath: file, toPath: other)
    #expect(cache.value(String.self, for: others[0]) == nil)
  }

  @Test("are not used where others could have written them")
  func others() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let key = cache.key("a", of: [])
    cache.keep("kept", for: key)
    let file = try #require(try files.first)
    for (path, own) in [(file, 0o600), (folder + "/cache", 0o700)] {
      #expect(chmod(path, 0o722) == 0 && cache.value(String.self, for: key) == nil)
      #expect(chmod(path, mode_t(own)) == 0 && cache.value(for: key) == "kept")
    }
    try FileManager.default.moveItem(atPath: file, toPath: folder + "/elsewhere")
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: folder + "/elsewhere")
    #expect(cache.value(String.self, for: key) == nil)
  }

  @Test("are no more than some, and nothing where nothing can be written")
  func limits() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for number in 0..<40 { cache.keep(number, for: cache.key("a", of: [[UInt8(number)]])) }
    #expect(try files.count == 32)
    try Data().write(to: URL(filePath: folder + "/file"))
    let nowhere = ValueCache(folder: folder + "/file/cache", program: "1")
    nowhere.keep("kept", for: nowhere.key("a", of: []))
    #expect(nowhere.value(String.self, for: nowhere.key("a", of: [])) == nil)
    let unfit = cache.key("unfit", of: [])
    cache.keep([1.5], for: unfit)
    #expect(cache.value([Double].self, for: unfit) == nil)
  }
}
