import Testing

@testable import Ergonomics

@Suite("Links between the findings of the shipped packs")
struct ShippedLinksTests {
  @Test("are found where they are known to be")
  func known() throws {
    let pack = try Shipped.pack.get()
    let links = RuleProgram(pack).rowLinks(includesHealth: true)
    let row = { id in pack.rules.firstIndex { $0.id == id }! }
    #expect(
      links.containers[row("lumbar-support-missing-long-day")].isSuperset(of: [
        row("lumbar-support-missing"), row("sitting-over-eight-hours"), row("sitting-over-six-hours"),
      ]))
    #expect(links.containers[row("glare-on-the-screen")].isEmpty)
    #expect(links.repeated.isEmpty)
  }
}
