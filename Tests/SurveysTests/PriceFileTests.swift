import Ergonomics
import Surveys
import Testing

@Suite("Prices of whoever pays")
struct PriceFileTests {
  private static let items = ["a headset", "a footrest"]

  private static func prices(_ text: String) throws -> PriceList {
    try PriceFile.prices(Array(text.utf8), file: "prices.csv", items: items)
  }

  @Test("are read as people write them", arguments: [",", ";", "\t"])
  func read(separator: String) throws {
    let rows = [
      ["item", "from", "to", "currency"], ["a headset", "35", "80", "GBP"], ["a footrest", "20", "", "GBP"],
    ]
    let list = try Self.prices("\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n"))
    #expect(list.currency == "GBP" && list.prices.map(\.range) == [35...80, 20...20])
    #expect(list.prices.allSatisfy { !$0.isRough })
  }

  @Test("go before those of a pack, and are completed by them in the same currency alone")
  func completed() throws {
    let rough = PriceList(
      currency: "EUR", asOf: "2026-01-01", prices: Self.items.map { .init(item: $0, range: 1...2, isRough: true) })
    let same = try Self.prices("a headset,35,80,EUR\n").completed(by: rough)
    #expect(same.price(of: "a headset")?.range == 35...80 && same.price(of: "a footrest")?.range == 1...2)
    let other = try Self.prices("a headset,35,80,GBP\n").completed(by: rough)
    #expect(other.prices.count == 1 && other.asOf == nil)
  }

  @Test(
    "are refused line by line, with what to do",
    arguments: [
      ("a headset,80,35,EUR", "this line says no price"), ("a headset,1.5,2,EUR", "this line says no price"),
      ("a headset,-1,2,EUR", "this line says no price"), ("a headset,1,99999999999999999999,EUR", "says no price"),
      ("a headset,1", "this line says no price"), ("a headsett,1,2,EUR", "the pack has no item 'a headsett'"),
      ("a headset,1,2,EUR\na headset,1,2,EUR", "has a price already"),
      ("a headset,1,2,EUR\na footrest,1,2,GBP", "the lines above are in EUR"),
    ])
  func refused(text: String, wanted: String) throws {
    let error = try #require(throws: SurveyError.self) { try Self.prices(text + "\n") }
    guard case .refused(let problems) = error else {
      Issue.record("refused otherwise: \(error)")
      return
    }
    #expect(problems.count == 1 && problems[0].summary.contains(wanted) && problems[0].place.line != nil)
  }
}
