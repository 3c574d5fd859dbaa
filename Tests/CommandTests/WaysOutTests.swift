import Foundation
import Testing

@Suite("Ways out of the program")
struct WaysOutTests {
  /// What writes past the doors: to people `Console` and the interview's `Terminal`, for data `OutputFile`.
  private static let ways = [
    "\\bprint\\(", "debugPrint\\(", "\\bdump\\(", "\\bf?puts\\(", "\\bperror\\(", "NSLog", "STD(OUT|ERR)_FILENO",
    "\\.standard(Output|Error)\\b(?! = (FileHandle\\.nullDevice|pipe)$)",
    "(?<![.\\w])write\\(\\s*(fd|descriptor|1|2)\\b",
    "(Foundation|Glibc|Darwin)\\.write\\(", "fwrite\\(", "createFile\\(", "write\\(toFile", "\\.write\\(to: URL",
    "\\\\u\\{1B\\}",
  ]
  private static let doors: Set = [
    "Sources/Ergonomics/Text/TerminalText.swift", "Sources/Files/FileIdentity.swift",
    "Sources/Files/OutputCheck.swift", "Sources/Files/OutputFile.swift", "Sources/Files/OutputTarget.swift",
    "Sources/Files/WriteWhole.swift",
    "Sources/Interview/Screen/Terminal.swift", "Sources/sitwell/Output/Console.swift",
  ]

  @Test("are the doors, and no others")
  func onlyDoors() throws {
    let pattern = try NSRegularExpression(pattern: Self.ways.joined(separator: "|"))
    let root = Program.path("")
    let files = FileManager.default.enumerator(atPath: root + "/Sources")!.compactMap { $0 as? String }
    var found: Set<String> = []
    for file in files.map({ "Sources/\($0)" }) where file.hasSuffix(".swift") {
      let lines = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8).split(separator: "\n")
      let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      let writes = code.contains {
        pattern.firstMatch(in: String($0), range: NSRange(location: 0, length: $0.utf16.count)) != nil
      }
      if writes { found.insert(file) }
    }
    #expect(found == Self.doors)
  }
}
