import Ergonomics
import Markup

/// Reads what a number question accepts.
struct NumberReader {
  private let element: MarkupElement
  private let file: PackFile

  init(_ element: MarkupElement, _ file: PackFile) { (self.element, self.file) = (element, file) }

  /// `nil` after a problem was added.
  func range(_ problems: inout [Problem]) -> NumberRange? {
    let missing = ["unit", "min", "max"].filter { element.token($0) == nil }
    guard missing.isEmpty, let unit = element.token("unit").flatMap({ UnitOfMeasure($0) }) else {
      problems.append(.incompleteNumber(element.required("id"), missing: missing, at: file.spot(of: element)))
      return nil
    }
    guard let least = inBaseUnits("min", unit, &problems), let greatest = inBaseUnits("max", unit, &problems) else {
      return nil
    }
    guard least < greatest else {
      problems.append(
        .boundsOutOfOrder(element.required("min"), element.required("max"), at: file.required("max", of: element).spot))
      return nil
    }
    let before = problems.count
    let step = element.token("step") == nil ? nil : inBaseUnits("step", unit, &problems)
    if let step, step < 1 || step > greatest - least {
      problems.append(.badStep(element.required("step"), at: file.required("step", of: element).spot))
    }
    return problems.count == before ? NumberRange(unit: unit, bounds: least...greatest, step: step) : nil
  }

  private func inBaseUnits(_ attribute: String, _ unit: UnitOfMeasure, _ problems: inout [Problem]) -> Int? {
    guard let written = file.attribute(attribute, of: element) else { return nil }
    guard let number = ExactDecimal(written.text), number.times(unit.inBaseUnits, isExact: true) != nil else {
      problems.append(
        .notInBaseUnits(attribute, written.text, unit, base: unit.kind.baseUnit, at: written.spot))
      return nil
    }
    return number.times(unit.inBaseUnits)
  }
}

extension ExactDecimal {
  /// The product, or `nil` if it is no whole number.
  func times(_ other: ExactDecimal, isExact: Bool) -> Int? {
    (units * other.units).isMultiple(of: 10.power(places + other.places)) ? times(other) : nil
  }
}
