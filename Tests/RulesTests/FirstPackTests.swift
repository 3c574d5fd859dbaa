import Ergonomics
import Foundation
import RulePacks
import Testing

/// The pack that Rules/README.md shows how to write.
@Suite("The example of the guide")
struct FirstPackTests {
  private let guide = try! String(contentsOfFile: "\(Shipped.repository)/Rules/README.md", encoding: .utf8)
  private let example = "\(Shipped.repository)/Tests/Fixtures/packs/kitchen-table"

  /// What a reader who follows the guide has in front of them.
  private var written: PackFolder {
    let blocks = guide.matches(of: #/`kitchen-table/([^`\n]+)`\n\n```xml\n((?s).*?)```\n/#)
    return PackFolder(
      path: "kitchen-table",
      files: blocks.map {
        PackFolder.File(path: String($0.output.1), bytes: Array($0.output.2.utf8))
      })
  }

  @Test("is the same, file by file, as the pack among the fixtures")
  func sameFiles() throws {
    #expect(try written.files == PackFolder(reading: example).files)
    #expect(written.files.count == 9)
  }

  @Test("is checked without problems and says what the guide prints")
  func check() throws {
    let pack = try PackLibrary(path: "\(Shipped.repository)/Rules").load(example)
    #expect(pack.questions.count == 6)
    let examples = pack.rules.reduce(0) { $0 + $1.examples.count }
    #expect(guide.contains("\(pack.stamp): \(pack.rules.count) rules and \(examples) examples checked, no problems\n"))
  }

  @Test("gives a person a score and a plan")
  func assess() throws {
    let pack = try PackLibrary(path: "\(Shipped.repository)/Rules").load(example)
    let person = Answers([
      "kt_feet": .option("hanging"), "kt_computer": .option("screen"), "kt_spell": .number(90),
      "kt_up": .options(["nothing"]),
    ])
    let assessment = Assessor(pack, programVersion: "1.0.0").assess(person, date: "2026-11-25")
    #expect(assessment.scores[0].now == ScoreInterval(low: 12, high: 12, level: "high", levelHigh: "high"))
    #expect(assessment.plan.map(\.correction) == ["box-under-the-feet", "stand-up-on-calls"])
    #expect(assessment.scores[0].after?.high == 0)
  }

  @Test("stands beside a list of all packs there are")
  func listOfPacks() throws {
    let folders = try PackLibrary(path: "\(Shipped.repository)/Rules").folders
    for folder in folders { #expect(guide.contains("| `\(folder.split(separator: "/").last!)` |")) }
  }
}
