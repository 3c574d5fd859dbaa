import Ergonomics
import Foundation
import RulePacks
import Testing

/// The packs that come with the program.
enum Shipped {
  static let library = Result { try PackLibrary(path: folder) }
  static let pack = Result { try library.get().load("lower-back-hips") }
  /// All of them; that they pass every check is for one test to find out.
  static let everyPack = Result {
    let library = try Shipped.library.get()
    return try library.folders.map { try library.load($0, checking: .examples) }
  }

  static func path(_ name: String) -> String {
    URL(filePath: folder).deletingLastPathComponent().appending(path: name).path
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path
}

@Suite("The shipped packs")
struct ShippedPackTests {
  @Test("pass every check, and every example of every rule")
  func check() throws {
    let drawings = try FileManager.default.contentsOfDirectory(atPath: Shipped.path("Reports/figures"))
    let library = try PackLibrary(path: Shipped.path("Rules"), figures: Set(drawings))
    for folder in library.folders {
      do {
        _ = try library.load(folder)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test("have drawings of findings that show now and better, also in words, and are small")
  func pairs() throws {
    let figures = Set(try Shipped.pack.get().rules.compactMap(\.figure))
    #expect(figures.count > 20)
    for figure in figures {
      let text = try String(contentsOfFile: Shipped.path("Reports/figures/\(figure)"), encoding: .utf8)
      #expect(text.contains(/aria-label="[^"]*[Vv]iew[^"]*\. Now: [^"]*\. Better: [^"]*\."/), "\(figure)")
      #expect(text.contains(">Now</tspan>") && text.contains(">Better</tspan>"), "\(figure)")
      #expect(text.utf8.count <= 1850, "\(figure): the bar of a page is 100 KB")
    }
  }

  @Test("say in a number, for the week plan, the days a week that a dose begins with in words")
  func daysOfDoses() throws {
    for exercise in try Shipped.pack.get().exercises {
      let often = exercise.dose.often
      let said = often.hasPrefix("daily") || often.hasPrefix("once a day") ? nil : often.firstMatch(of: daysAWeek)
      #expect(exercise.dose.days == said.flatMap { Int($0.output.1) }, "\(exercise.id): \(often)")
    }
  }

  private var daysAWeek: Regex<(Substring, Substring)> { #/([1-7])(?: or [1-7])? days a week/# }
}
