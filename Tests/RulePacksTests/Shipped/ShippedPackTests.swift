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

  @Test("have an example that notices any threshold moved by one unit")
  func thresholds() throws {
    let (tried, missed) = try mutants(\.thresholdMutants)
    #expect(tried > 40)
    #expect(missed.isEmpty, "\(tried - missed.count) of \(tried) caught; missed \(missed)")
  }

  @Test("have an example that notices any option taken out of a list")
  func options() throws {
    let (tried, missed) = try mutants(\.optionMutants)
    #expect(tried > 20)
    #expect(missed.isEmpty, "\(tried - missed.count) of \(tried) caught; missed \(missed)")
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

  /// How many conditions with one change there are, and those that all examples of their rule let pass.
  private func mutants(_ changes: (Condition) -> [Condition]) throws -> (tried: Int, missed: [String]) {
    let pack = try Shipped.pack.get()
    var (tried, missed) = (0, [String]())
    for rule in pack.rules {
      let mutants =
        changes(rule.when).map { rule.with(applies: rule.applies, when: $0) }
        + (rule.applies.map(changes) ?? []).map { rule.with(applies: $0, when: rule.when) }
      for mutant in mutants {
        tried += 1
        let program = RuleProgram(pack.with(mutant))
        let isCaught = mutant.examples.contains { program.outcomes(for: $0.answers)[0] != $0.outcome }
        if !isCaught {
          let written =
            (mutant.applies.map { "\($0.text(in: pack.vocabulary)); " } ?? "") + mutant.when.text(in: pack.vocabulary)
          missed.append("\(rule.id): \(written)")
        }
      }
    }
    return (tried, missed)
  }
}
