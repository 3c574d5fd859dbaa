/// What a number measures. Numbers of different kinds are never compared or added.
package enum QuantityKind: String, Sendable {
  case length, time, angle, share, count, points

  /// The unit every number is kept in: whole millimetres, minutes, degrees, percent, counts and points.
  package var baseUnit: UnitOfMeasure {
    switch self {
    case .length: .millimetre
    case .time: .minute
    case .angle: .degree
    case .share: .percent
    case .count: .times
    case .points: .points
    }
  }
}

/// A unit as people and packs write it.
package enum UnitOfMeasure: String, CaseIterable, Sendable, Codable {
  case millimetre = "mm"
  case centimetre = "cm"
  case metre = "m"
  case inch = "in"
  case minute = "min"
  case hour = "h"
  case degree = "deg"
  case percent = "%"
  case times
  case points

  /// Reads a unit as written, also in its other common spellings; `nil` if there is no such unit.
  package init?(_ text: some StringProtocol) {
    switch text.lowercased() {
    case "\"", "″", "inch", "inches": self = .inch
    case "hour", "hours", "hr", "hrs": self = .hour
    case "minute", "minutes", "mins": self = .minute
    case "°", "degree", "degrees": self = .degree
    case "percent": self = .percent
    case let other:
      guard let unit = Self(rawValue: other) else { return nil }
      self = unit
    }
  }

  package var kind: QuantityKind {
    switch self {
    case .millimetre, .centimetre, .metre, .inch: .length
    case .minute, .hour: .time
    case .degree: .angle
    case .percent: .share
    case .times: .count
    case .points: .points
    }
  }

  /// How many base units it is.
  package var inBaseUnits: ExactDecimal {
    switch self {
    case .centimetre: 10
    case .metre: 1000
    case .inch: ExactDecimal(units: 254, places: 1)
    case .hour: 60
    case .millimetre, .minute, .degree, .percent, .times, .points: 1
    }
  }
}
