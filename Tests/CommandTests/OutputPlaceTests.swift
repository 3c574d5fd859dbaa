import Foundation
import Testing

@Suite("Where outputs go")
struct OutputPlaceTests {
  private static let packOption = "--pack " + Program.path("Tests/Fixtures/packs/survey-fixtures")
  private static let environment = ["P": packOption]

  /// A device is replaced at most once, and then it is one of the test's own.
  private static let makesDevices: Bool = {
    let path = FileManager.default.temporaryDirectory.appending(path: "device-\(UUID().uuidString)").path
    defer { unlink(path) }
    return mknod(path, S_IFCHR | 0o600, dev_t(1 << 8 | 3)) == 0
  }()

  @Test("a device is written through, and stays what it is", .enabled(if: makesDevices))
  func device() throws {
    try Program.inFolder { program in
      try program.write("id,lumbar\na,no\n", to: "in.csv")
      let result = try program.shell(
        "mknod null c 1 3 && $S score in.csv $P -o null --force && $S score in.csv $P -o null && test -c null",
        Self.environment)
      #expect(result.code == 0, "\(result.err)")
    }
  }

  @Test("a link leads to its file, and stays a link")
  func link() throws {
    try Program.inFolder { program in
      try program.write("id,lumbar\na,no\n", to: "in.csv")
      let result = try program.shell(
        "ln -s there.csv l.csv && $S score in.csv $P -o l.csv && test -L l.csv && test -f there.csv && "
          + "! $S score in.csv $P -o l.csv && $S score in.csv $P -o l.csv --force && test -L l.csv", Self.environment)
      #expect(result.code == 0, "\(result.err)")
    }
  }

  #if os(Linux)
    @Test("a file system without links takes files whole, and none twice")
    func noLinks() throws {
      try Program.inFolder { program in
        try FileSystemDouble.make(for: program)
        try program.write("id,lumbar\na,no\nb,yes\n", to: "in.csv")
        let double = Self.environment.merging(["LD_PRELOAD": program.folder.path + "/double.so"]) { $1 }
        let score = "$S score in.csv $P -o o.csv --rejects rejects.csv --reports r"
        let first = try program.shell(score, double)
        #expect(first.code == 0, "\(first.err)")
        let second = try program.shell(score, double)
        #expect(second.code == 3 && second.err.contains("exists") || second.err.contains("already"), "\(second.err)")
        #expect(try program.shell(score + " --force", double).code == 0)
        #expect(try program.shell("$S report in.csv $P --id a -o o.csv", double).code == 3)
        #expect(try program.read("o.csv").hasPrefix("id,"))
        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.first != "." }
        #expect(names.sorted() == ["double.so", "in.csv", "o.csv", "r", "rejects.csv"], "nothing is left beside them")
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/r").count == 5)
      }
    }

    @Test("a disk that is full keeps what was whole, and no half file", arguments: [0, 1, 500, 100_000, 300_000])
    func fullDisk(room: Int) throws {
      try Program.inFolder { program in
        try FileSystemDouble.make(for: program)
        try program.write("id,lumbar\n" + (0..<40).map { "p\($0),no\n" }.joined(), to: "in.csv")
        let double = Self.environment.merging(
          ["LD_PRELOAD": program.folder.path + "/double.so", "ROOM": String(room)]) { $1 }
        for command in ["score in.csv -o o.csv --reports r", "pack export rosa p", "report in.csv --id p1 -o p1.html"] {
          let result = try program.shell("$S \(command)\(command.hasPrefix("pack") ? "" : " $P")", double)
          if result.code == 0 {  // there was room for it
            #expect(try !command.hasPrefix("pack") || program.shell("$S pack check ./p && rm -r p").code == 0)
            continue
          }
          #expect(result.code == 3 && result.err.contains("No space left on device"), "\(command): \(result.err)")
        }
        let reports = (try? FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/r")) ?? []
        for name in reports {
          #expect(try program.read("r/\(name)").hasSuffix(name.hasSuffix(".xml") ? "</assessment>\n" : "</html>\n"))
        }
        #expect(!program.exists("r/people.csv") && !program.exists("p"))
        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter { $0.first != "." }
        #expect(Set(names).isSubset(of: ["double.so", "in.csv", "o.csv", "r", "p1.html"]), "\(names)")
        if program.exists("o.csv") { #expect(try program.read("o.csv").split(separator: "\n").count == 41) }
      }
    }
  #endif

  @Test("a folder of one's own that is named like a pack is used where it holds one, and that is said")
  func packs() throws {
    try Program.inFolder { program in
      #expect(try program.run("pack", "export", "rosa", "rosa").code == 0)
      try program.write("garbage", to: "rosa/pack.xml")
      let refused = try program.run("pack", "check", "rosa")
      #expect(refused.code == 1 && refused.out.hasPrefix("rosa/pack.xml:1:1: "), "\(refused.out)")
      #expect(refused.err.contains("note: 'rosa' is the folder here that has this name; the pack of the library is "))
      try program.write("{}", to: "a.json")
      #expect(try program.run("explain", "a.json", "--pack", "rosa").code == 1)
      #expect(try program.run("pack", "show", "rosa").code == 1)
      #expect(try program.run("pack", "check", Program.path("Rules/rosa")).code == 0)
      try FileManager.default.removeItem(atPath: program.folder.path + "/rosa/pack.xml")
      let other = try program.run("pack", "show", "rosa")
      #expect(other.code == 0 && other.err.contains("note: the folder 'rosa' here holds no pack.xml"), "\(other.err)")
      #expect(try program.run("pack", "export", "rosa", "lower-back-hips").code == 0)
      let usual = try program.run("explain", "a.json")
      #expect(usual.code == 0 && usual.err.isEmpty, "nobody has asked for a folder: \(usual.err)")
    }
  }
}
