import Ergonomics

/// Prices of whoever pays, as a table: `item,from,to,currency`, one item a line; `to` may be left empty.
///
///     item,from,to,currency
///     a light headset,35,80,GBP
package enum PriceFile {
  private static let header = ["item", "from", "to", "currency"]

  /// - Parameter items: Those of a pack.
  /// - Throws: `SurveyError.refused` for lines that say no price, and items that the pack does not have.
  package static func prices(_ bytes: [UInt8], file: String, items: [String]) throws(SurveyError) -> PriceList {
    var (prices, problems, currency) = ([PriceList.Price](), [Problem](), String?.none)
    for record in PlainRecord.all(in: bytes) where record.cells != header {
      let cells = record.cells
      let place = Problem.Place(file: file, line: record.line)
      guard let price = price(cells) else {
        problems.append(
          Problem(
            code: .wrongPrice, place: place, summary: "this line says no price",
            help: "write whole numbers under \(header.joined(separator: ",")), as in: a light headset,35,80,GBP"))
        continue
      }
      if !items.contains(price.item) {
        problems.append(
          Problem(
            code: .wrongPrice, place: place, summary: "the pack has no item '\(price.item)'",
            help: items.nearest(to: price.item).map { "did you mean '\($0)'?" }))
      }
      if prices.contains(where: { $0.item == price.item }) {
        problems.append(Problem(code: .wrongPrice, place: place, summary: "'\(price.item)' has a price already"))
      }
      if let currency, currency != cells[3] {
        problems.append(
          Problem(
            code: .wrongPrice, place: place, summary: "the lines above are in \(currency)",
            help: "write all prices in one currency: nothing is converted"))
      }
      currency = currency ?? cells[3]
      prices.append(price)
    }
    if !problems.isEmpty { throw .refused(problems) }
    return PriceList(currency: currency ?? "", asOf: nil, prices: prices)
  }

  private static func price(_ cells: [String]) -> PriceList.Price? {
    guard cells.count == header.count, let from = Int(cells[1]), let to = cells[2].isEmpty ? from : Int(cells[2]),
      0 <= from, from <= to, to <= PriceList.most, !cells[3].isEmpty
    else { return nil }
    return .init(item: cells[0], range: from...to, isRough: false)
  }
}
