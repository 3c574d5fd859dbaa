import Ergonomics

/// An item with two prices.
enum DoublePrice: DraftCheck {
  static let code = Problem.Code.doublePrice

  static let examples = [
    BrokenPack(
      at: "prices.xml:3",
      .prices(
        #"""
        <price item="a pad" from="10" to="40"/>
        <price item="a pad" from="20" to="50"/>
        """#))
  ]

  static func problems(in pack: CheckedDraft) -> [Problem] {
    var seen: Set<String> = []
    return pack.pricedItems.filter { !seen.insert($0.text).inserted }.map { wording($0.text, at: $0.spot) }
  }

  private static func wording(_ item: String, at spot: SourceLocation) -> Problem {
    Problem(code, spot, "'\(item)' has a price already", help: "leave one of them")
  }
}

extension CheckedDraft {
  /// As they are written in the table of prices.
  var pricedItems: [WrittenText] {
    guard let table = draft.priceTable else { return [] }
    return table.element.elements("price").map { table.file.required("item", of: $0) }
  }
}

extension BrokenPack.Edit {
  /// The table of prices, which the small pack does not have: these begin on its second line.
  static func prices(_ prices: String) -> Self {
    let start = #"<prices xmlns="urn:sitwell:pack:1" currency="EUR" as-of="2026-01-31">"#
    return Self("prices.xml", "", "\(start)\n\(prices)\n</prices>")
  }
}
