/// What equipment costs: to plan what to spend, never to order by.
package struct PriceList: Sendable, Hashable, Codable {
  package struct Price: Sendable, Hashable, Codable {
    /// In the words of the corrections that take it.
    package let item: String
    /// In whole units of the currency, for one.
    package let range: ClosedRange<Int>
    /// From the pack; else from whoever pays.
    package let isRough: Bool
    package init(item: String, range: ClosedRange<Int>, isRough: Bool) {
      (self.item, self.range, self.isRough) = (item, range, isRough)
    }
  }

  /// Of one thing.
  package static let most = 1_000_000

  package let currency: String
  /// When the rough ones were looked up: `YYYY-MM` or a whole date; `nil` where there are none.
  package let asOf: String?
  /// An item once.
  package let prices: [Price]

  package init(currency: String, asOf: String?, prices: [Price]) {
    (self.currency, self.asOf, self.prices) = (currency, asOf, prices)
  }

  package func price(of item: String) -> Price? { prices.first { $0.item == item } }

  /// With the prices of another list where that has none: only in one currency, as nothing is converted.
  package func completed(by other: PriceList?) -> PriceList {
    guard let other, other.currency == currency else { return self }
    let rest = other.prices.filter { price(of: $0.item) == nil }
    return PriceList(currency: currency, asOf: rest.isEmpty ? asOf : other.asOf, prices: prices + rest)
  }
}
