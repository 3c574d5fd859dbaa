extension UnitOfMeasure {
  /// A quantity in base units, as a number of this unit that reads back as the same quantity.
  ///
  /// At most two decimals. `nil` where the number would not be exact: 100 min are no round number of hours. No whole
  /// millimetre is a round number of inches, so that inches are as exact as reading them is: 711 mm is 28 in.
  package func number(ofBase quantity: Int) -> ExactDecimal? {
    let base = inBaseUnits
    return (0...2).lazy.map { places in
      ExactDecimal(
        units: ExactDecimal.rounded(quantity * 10.power(base.places + places), base.units), places: places)
    }.first { number in
      guard base.places == 0 else { return number.times(base) == quantity }
      return number.units * base.units == quantity * 10.power(number.places)
    }
  }

  /// A quantity in base units with its unit: `1.5 h`; in the base unit where this one would not be exact: `100 min`.
  package func text(ofBase quantity: Int) -> String {
    guard let number = number(ofBase: quantity) else { return kind.baseUnit.text(ofBase: quantity) }
    return "\(number) \(rawValue)"
  }
}
