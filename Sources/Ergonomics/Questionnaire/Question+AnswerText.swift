extension Question {
  /// An answer as a person reads it: the texts of options, a number with its unit.
  /// - Parameter notSure: The pack's text of the answer that every question accepts.
  package func words(for answer: Answer, notSure: String) -> String {
    switch answer {
    case .option(let id): text(of: id)
    case .options(let ids): ids.map(text).joined(separator: "; ")
    case .atLeast(let ids): "\(ids.map(text).joined(separator: "; ")); perhaps more"
    case .number(let quantity): unit?.text(ofBase: quantity) ?? String(quantity)
    case .range(let numbers): text(of: numbers)
    case .text(let text): text
    case .declined: notSure
    }
  }

  /// An answer as files hold it, which reads back as the same answer: ids joined by `;`, with `?` where there may be more, a
  /// number in the question's unit, `-` for declined.
  package func code(for answer: Answer) -> String {
    switch answer {
    case .option(let id): id
    case .options(let ids): ids.joined(separator: ";")
    case .atLeast(let ids): (ids + ["?"]).joined(separator: ";")
    case .number(let quantity): plainNumber(quantity)
    case .range(let numbers): text(of: numbers)
    case .text(let text): text
    case .declined: "-"
    }
  }

  /// Without a unit where the question's own is exact: `1.5`, but `100 min`.
  private func plainNumber(_ quantity: Int) -> String {
    guard let unit else { return String(quantity) }
    return unit.number(ofBase: quantity)?.description ?? unit.text(ofBase: quantity)
  }

  /// `7 to 8 h`.
  private func text(of numbers: ClosedRange<Int>) -> String {
    guard let unit else { return "\(numbers.lowerBound) to \(numbers.upperBound)" }
    if let low = unit.number(ofBase: numbers.lowerBound), unit.number(ofBase: numbers.upperBound) != nil {
      return "\(low) to \(unit.text(ofBase: numbers.upperBound))"
    }
    return "\(unit.text(ofBase: numbers.lowerBound)) to \(unit.text(ofBase: numbers.upperBound))"
  }

  /// The unit of a length, which takes a tape measure; `nil` for all else.
  package var lengthUnit: UnitOfMeasure? { unit.flatMap { $0.kind == .length ? $0 : nil } }

  /// Of a number.
  package var unit: UnitOfMeasure? {
    if case .number(let range) = kind { range.unit } else { nil }
  }

  private func text(of option: AnswerOption.ID) -> String {
    options.first { $0.id == option }?.text ?? option
  }
}
