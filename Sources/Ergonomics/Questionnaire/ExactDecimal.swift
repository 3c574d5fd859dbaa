/// An exact decimal number as people write it: `units` / 10^`places`.
package struct ExactDecimal: Hashable, Sendable, Codable, ExpressibleByIntegerLiteral {
  package let units: Int
  package let places: Int

  package init(units: Int, places: Int) { (self.units, self.places) = (units, places) }
  package init(integerLiteral value: Int) { self.init(units: value, places: 0) }

  /// Reads `12`, `-0.5` or `72,5`; at most nine digits before and six after the point. `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    var digits = text[...]
    let isNegative = digits.first == "-" || digits.first == "−"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false).flatMap {
      $0.split(separator: ".", omittingEmptySubsequences: false)
    }
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      parts[0].count <= 9, parts.dropFirst().allSatisfy({ $0.count <= 6 }),
      let units = Int(parts.joined())
    else { return nil }
    self.init(units: isNegative ? -units : units, places: parts.count == 2 ? parts[1].count : 0)
  }

  /// So many times a whole number, rounded to a whole number, halves away from zero.
  package func times(_ value: Int) -> Int { ExactDecimal.rounded(units * value, 10.power(places)) }

  /// This times another decimal, rounded to a whole number, halves away from zero.
  package func times(_ other: ExactDecimal) -> Int {
    ExactDecimal.rounded(units * other.units, 10.power(places + other.places))
  }

  /// Whether the product is a whole number, so that nothing is rounded.
  func isWhole(times other: ExactDecimal) -> Bool { units * other.units % 10.power(places + other.places) == 0 }

  /// A quotient rounded to a whole number, halves away from zero.
  package static func rounded(_ numerator: Int, _ denominator: Int) -> Int {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return 2 * abs(rest) >= denominator ? quotient + rest.signum() : quotient
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Without zeros at the end of the decimals: `7.5`.
  package var description: String {
    var (units, places) = (units, places)
    while places > 0, units % 10 == 0 { (units, places) = (units / 10, places - 1) }
    guard places > 0 else { return String(units) }
    let digits = String(abs(units))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(units < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

extension Int {
  package func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { result, _ in result * self } }
}

extension Character {
  package var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
