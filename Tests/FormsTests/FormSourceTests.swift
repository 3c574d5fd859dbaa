import Ergonomics
import TestSupport
import Testing

@testable import Forms

@Suite("What a form is made of")
struct FormSourceTests {
  @Test(
    "refuses a column that is none, or that there is already",
    arguments: [
      "", "a b", "1st", "id", "lumbar_support", "LumbarSupport", "überteam", String(repeating: "x", count: 21),
    ])
  func columns(name: String) throws {
    let pack = try Pack.shipped("lower-back-hips")
    #expect(throws: FormRefused.self) {
      _ = try FormSource(packs: [pack], keptColumns: [.init(name: name, label: "x")]) { _ in "" }
    }
  }

  @Test("takes a notice apart where lines are empty")
  func notice() throws {
    let pack = try Pack.shipped("lower-back-hips")
    let source = try FormSource(packs: [pack], notice: "One\nline.\n\n\nTwo.\n") { _ in "" }
    #expect(source.notice == ["One line.", "Two."])
  }
}
