extension NumberRange {
  /// Reads a number of these as people write it, rounded to whole base units, halves away from zero.
  package func quantity(from text: String) throws(AnswerMistake) -> Int {
    let parts = try parts(of: text.hasSuffix(".") ? String(text.dropLast()) : text)
    var quantity = 0
    for (index, part) in parts.enumerated() {
      let unit = try self.unit(of: part, after: index > 0 ? parts[index - 1] : nil, in: text)
      quantity += part.number.times(unit.inBaseUnits)
    }
    guard bounds.contains(quantity) else { throw .outOfRange(text, self) }
    return quantity
  }

  private struct Part {
    let number: ExactDecimal
    /// Empty if none is written.
    let unit: String
  }

  /// `2 h 30 min` has two.
  private func parts(of text: String) throws(AnswerMistake) -> [Part] {
    var (rest, parts) = (text[...], [Part]())
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCIIDigit || "+-−.,".contains($0) }
      guard let number = ExactDecimal(digits), parts.isEmpty || digits.first?.isASCIIDigit == true else {
        throw .notANumber(text, self)
      }
      rest = rest[digits.endIndex...].drop { $0.isWhitespace }
      let unit = rest.prefix { !$0.isWhitespace && !$0.isASCIIDigit }
      rest = rest[unit.endIndex...].drop { $0.isWhitespace }
      parts.append(Part(number: number, unit: String(unit)))
    }
    guard (1...2).contains(parts.count), parts.count == 1 || parts[0].number.units >= 0 else {
      throw .notANumber(text, self)
    }
    return parts
  }

  /// A second part must be in a smaller unit of the same kind; after hours, minutes need no unit.
  private func unit(of part: Part, after first: Part?, in text: String) throws(AnswerMistake) -> UnitOfMeasure {
    guard !part.unit.isEmpty else {
      guard let first else { return unit }
      guard UnitOfMeasure(first.unit) == .hour else { throw .notANumber(text, self) }
      return .minute
    }
    guard let written = UnitOfMeasure(part.unit) else { throw .unknownUnit(part.unit, expected: unit) }
    guard written.kind == unit.kind else { throw .wrongUnit(part.unit, expected: unit) }
    if let larger = first.flatMap({ UnitOfMeasure($0.unit) }),
      written.inBaseUnits.times(1) >= larger.inBaseUnits.times(1)
    {
      throw .notANumber(text, self)
    }
    return written
  }
}
