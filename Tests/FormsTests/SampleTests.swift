import Ergonomics
import Foundation
import TestSupport
import Testing

@testable import Forms

@Suite("The sample of a form")
struct SampleTests {
  /// Formats whose names end alike stand apart by theirs.
  private static func name(_ format: FormFormat) -> String {
    "Reports/samples/forms/\(format.rawValue).\(format.fileExtension)"
  }

  /// The page that works offline has tests of its own.
  private static let formats = FormFormat.allCases.filter { $0 != .html }

  @Test("is what the main pack makes today", arguments: formats)
  func sample(format: FormFormat) throws {
    let notice = try Fixtures.text("Reports/samples/forms/notice.txt")
    let source = try FormSource(
      packs: [Pack.shipped("lower-back-hips")], keptColumns: [.init(name: "team", label: "Team")], notice: notice
    ) { try Fixtures.text("Forms/\($0)") }
    let made = Data(try format.document(of: source).bytes)
    let file = Fixtures.repository.appending(path: Self.name(format))
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try made.write(to: file)
      Issue.record("updated \(file.lastPathComponent); read the diff, then run again")
      return
    }
    let kept = try Data(contentsOf: file)
    #expect(kept == made, "run with UPDATE_GOLDEN=1 if the change is meant")
  }

  @Test("asks everybody what its conditions cannot tell, and says so", arguments: formats)
  func conditions(format: FormFormat) throws {
    let count = Condition.isWithin(.count("d"), 2...Int.max)
    let pack = Pack.small(questions: [
      .choices("d", ["x", "y", "none"], alone: ["none"]), .yesNo("e", askWhen: count),
    ])
    let document = try format.document(of: FormSource(packs: [pack], notice: "n") { try Fixtures.text("Forms/\($0)") })
    #expect(document.notes.first?.hasPrefix("'e' is asked of everyone") == true)
    if format != .xlsform { #expect(document.text.contains("Answer it only if this holds: count(d) at least 2")) }
  }
}
