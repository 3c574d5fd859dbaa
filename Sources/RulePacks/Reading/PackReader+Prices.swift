import Ergonomics
import Markup

/// What equipment costs.
extension PackReader {
  mutating func readPrices() {
    let tables = files.filter { $0.root.name == "prices" }
    for another in tables.dropFirst() {
      problems.append(.doublePrices(at: another.spot(of: another.root), first: tables[0].path))
    }
    guard let file = tables.first else { return }
    draft.priceTable = .init(
      value: PriceList(
        currency: file.root.required("currency"), asOf: file.root.required("as-of"),
        prices: file.root.elements("price").compactMap { price(of: $0, in: file) }),
      file: file, element: file.root)
  }

  private mutating func price(of element: MarkupElement, in file: PackFile) -> PriceList.Price? {
    let (from, to) = (element.requiredNumber("from"), element.requiredNumber("to"))
    guard from <= to else {
      problems.append(.priceUpsideDown(at: file.required("to", of: element).spot))
      return nil
    }
    return .init(item: element.required("item"), range: from...to, isRough: true)
  }
}

extension Problem {
  static func doublePrices(at spot: SourceLocation, first: String) -> Problem {
    Problem(
      .doublePrices, spot, "a pack has one table of prices", help: "put these into \(first)")
  }

  static func priceUpsideDown(at spot: SourceLocation) -> Problem {
    Problem(
      .priceUpsideDown, spot, "the highest price is below the lowest", help: "write the lower one under 'from'")
  }
}
