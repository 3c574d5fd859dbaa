import Ergonomics

/// How a quantity is held against a limit.
enum Comparison: String, CaseIterable {
  case atLeast = "at least"
  case atMost = "at most"
  case moreThan = "more than"
  case lessThan = "less than"

  /// The whole base units that meet the comparison, exactly, also where the limit is none of them: `more than 1.5 min`
  /// is met from 2 min on, as `at least 1.5 min` is; `at most 1.5 min` up to 1 min.
  func range(limit: ExactDecimal) -> ClosedRange<Int> {
    switch self {
    case .atLeast: limit.roundedUp...Int.max
    case .atMost: Int.min...limit.roundedDown
    case .moreThan: (limit.roundedDown + 1)...Int.max
    case .lessThan: Int.min...(limit.roundedUp - 1)
    }
  }
}

extension ExactDecimal {
  var isWhole: Bool { units % 10.power(places) == 0 }

  /// The greatest whole number that is not above.
  var roundedDown: Int {
    let (quotient, rest) = units.quotientAndRemainder(dividingBy: 10.power(places))
    return rest < 0 ? quotient - 1 : quotient
  }

  /// The least whole number that is not below.
  var roundedUp: Int { isWhole ? roundedDown : roundedDown + 1 }
}
