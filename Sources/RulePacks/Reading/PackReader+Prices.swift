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
        currency: file.root["currency"] ?? "", asOf: file.root["as-of"],
        prices: file.root.elements("price").compactMap { price(of: $0, in: file) }),
      file: file, element: file.root)
  }

  private mutating func price(of element: MarkupElement, in file: PackFile) -> PriceList.Price? {
    let (from, to) = (element.number("from") ?? 0, element.number("to") ?? 0)
    guard from <= to else {
      problems.append(.priceUpsideDown(at: file.attribute("to", of: element)?.spot ?? file.spot(of: element)))
      return nil
    }
    return .init(item: element["item"] ?? "", range: from...to, isRough: true)
  }
}

extension PackChecks {
  /// That each price is of an item that a correction takes, and each item that the organisation gets has one.
  mutating func checkPrices() {
    guard let table = draft.priceTable else { return }
    let items = draft.corrections.compactMap(\.value.item)
    var seen: Set<String> = []
    for element in table.element.elements("price") {
      guard let item = table.file.attribute("item", of: element) else { continue }
      if !seen.insert(item.text).inserted { problems.append(.doublePrice(item.text, at: item.spot)) }
      if !items.contains(item.text), !draft.isIncomplete {
        problems.append(.priceOfNothing(item.text, at: item.spot, known: items))
      }
    }
    for correction in draft.corrections where correction.value.part == .decide {
      guard let item = correction.value.item, seen.insert(item).inserted else { continue }
      problems.append(.itemWithoutPrice(item, at: correction.spot("item"), table: table.file.path))
    }
  }
}

extension Problem {
  static func doublePrices(at spot: SourceLocation, first: String) -> Problem {
    Problem(
      code: .doublePrices, place: spot.place, summary: "a pack has one table of prices", excerpt: spot.excerpt,
      help: "put these into \(first)")
  }

  static func priceUpsideDown(at spot: SourceLocation) -> Problem {
    Problem(
      code: .priceUpsideDown, place: spot.place, summary: "the highest price is below the lowest",
      excerpt: spot.excerpt,
      help: "write the lower one under 'from'")
  }

  static func doublePrice(_ item: String, at spot: SourceLocation) -> Problem {
    Problem(
      code: .doublePrice, place: spot.place, summary: "'\(item)' has a price already", excerpt: spot.excerpt,
      help: "leave one of them")
  }

  static func priceOfNothing(_ item: String, at spot: SourceLocation, known: [String]) -> Problem {
    Problem(
      code: .priceOfNothing, place: spot.place, summary: "no correction takes '\(item)'", excerpt: spot.excerpt,
      help: known.nearest(to: item).map { "did you mean '\($0)'?" })
  }

  static func itemWithoutPrice(_ item: String, at spot: SourceLocation, table: String) -> Problem {
    Problem(
      code: .itemWithoutPrice, place: spot.place, summary: "'\(item)' has no price", excerpt: spot.excerpt,
      help: "add one to \(table), from 0 for what may be in the house")
  }
}

extension Problem.Code {
  package static let doublePrices = Self(rawValue: "double-prices")
  package static let priceUpsideDown = Self(rawValue: "price-upside-down")
  package static let doublePrice = Self(rawValue: "double-price")
  package static let priceOfNothing = Self(rawValue: "price-of-nothing")
  package static let itemWithoutPrice = Self(rawValue: "item-without-price")
}
