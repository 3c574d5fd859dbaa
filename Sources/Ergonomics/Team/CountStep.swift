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

  /// How many steps of a width it lies above another; `nil` where a wider one of the two leaves that open.
  func steps(above other: CountStep, width: Int) -> Int? {
    let isApart = high.map { $0 < other.low } ?? false || other.high.map { $0 < low } ?? false
    let isPlain = self.width == width && other.width == width
    return isApart || isPlain || low == other.low ? (low - other.low) / width : nil
  }
}

extension CountStep {
  /// The step that a count falls into. All from the step `top` on are one, which is open.
  init(of count: Int, width: Int, top: Int) {
    let index = min(count / width, top)
    self.init(low: index * width, width: width, isOpen: index >= top)
  }
}
