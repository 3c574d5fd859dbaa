/// A number of people as it is published: a step, never the number itself.
package struct CountStep: Sendable, Hashable {
  package let low: Int
  package let width: Int
  /// The highest step there is: `low` or more.
  package let isOpen: Bool

  package init(low: Int, width: Int, isOpen: Bool) { (self.low, self.width, self.isOpen) = (low, width, isOpen) }

  /// `nil` of an open step.
  package var high: Int? { isOpen ? nil : low + width - 1 }

  /// "0 or more" says nothing: shown as a dash.
  package var saysNothing: Bool { isOpen && low == 0 }

  /// Counted from 0, in steps of its own width.
  package var index: Int { low / width }

  /// How many steps of a width it lies above another, at least; 0 for the same step, `nil` where they overlap otherwise, so
  /// that nobody can know which of the numbers is larger.
  package func steps(above other: CountStep, width: Int) -> Int? {
    if saysNothing || other.saysNothing { return nil }
    if self == other { return 0 }
    if let top = other.high, top < low { return (low - top + width - 1) / width }
    if let top = high, top < other.low { return -(other.low - top + width - 1) / width }
    return nil
  }
}

extension CountStep {
  /// The step that a count falls into. All from the step `top` on are one, which is open.
  init(of count: Int, width: Int, top: Int) {
    let index = min(count / width, top)
    self.init(low: index * width, width: width, isOpen: index >= top)
  }
}
