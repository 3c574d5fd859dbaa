import Testing

@testable import Ergonomics

@Suite("Links between the findings of the shipped packs")
struct ShippedLinksTests {
  @Test("are found where they are known to be")
  func known() throws {
    let pack = try Shipped.pack.get()
    let links = Program(pack).rowLinks()
    let row = { id in pack.rules.firstIndex { $0.id == id }! }
    #expect(links.exclusives[row("feet-hanging")].contains(row("seat-too-low")))
    #expect(links.exclusives[row("desk-above-elbows")].contains(row("desk-below-elbows")))
    #expect(
      links.containers[row("lumbar-support-missing-long-day")].isSuperset(of: [
        row("lumbar-support-missing"), row("sitting-over-eight-hours"), row("sitting-over-six-hours"),
      ]))
    #expect(links.exclusives[row("glare-on-the-screen")].isEmpty)
    #expect(links.repeated.isEmpty)
  }

  @Test(
    "keep the bands of the checklists, which any single finding reaches, out of figures", arguments: ["hse", "osha"])
  func checklists(name: String) throws {
    let pack = try Shipped.library.get().load("\(name)-workstation", checking: .examples)
    #expect(Program(pack).rowLinks().repeated == [pack.rules.count, pack.rules.count + 1])
  }
}
