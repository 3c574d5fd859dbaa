import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("The assessor's worklist")
struct WorklistTests {
  private static func place(
    _ person: String, rank: Int = 0, overdue: Int = 0, confirm: Int = 0, review: String? = nil
  ) -> Worklist.Place {
    .init(
      person: person, team: "", workstation: "office", assessed: "2026-01-01", level: .init(words: "much", rank: rank),
      undetermined: 0, overdue: overdue, toConfirm: confirm, review: review)
  }

  @Test("begins with what is overdue, then the higher level, then what is to be confirmed, then the earlier day")
  func order() {
    let places = [
      Self.place("a"), Self.place("b", review: "2026-06-01"), Self.place("c", confirm: 1), Self.place("d", rank: 1),
      Self.place("e", rank: 2), Self.place("f", review: "2026-01-30"), Self.place("g", rank: 1, overdue: 1),
    ]
    let list = Worklist(date: "2026-01-31", programVersion: "1", team: nil, places: places, actions: [])
    #expect(list.inOrder.map(\.person) == ["g", "f", "e", "d", "c", "b", "a"])
  }

  @Test("shows hostile text as text")
  func hostile() throws {
    let report = try WorklistReport(templates: TemplateFolder(Fixtures.repository.appending(path: "Reports").path))
    var list = Worklist.specimen
    list.places[0].person = "<script>alert(1)</script>"
    list.actions[0].owner = "\"><i>"
    let page = String(decoding: report.html(of: list), as: UTF8.self)
    #expect(!page.contains("<script") && !page.contains("\"><i>"))
    #expect(page.contains("Was to be looked at by 1 January 2026") && page.contains("(overdue)"))
  }
}
