extension NumberRange {
  /// Reads a number of these as people write it, rounded to whole base units, halves away from zero; more than one where a
  /// range is written: `7-8 h`, `30 min to 1 h`.
  package func numbers(from text: String) throws(AnswerMistake) -> ClosedRange<Int> {
    if let number = plainNumber(text) { return number...number }
    let written = text.lowercased()
    let plain = NumberWords.inDigits(written.withoutHedge)
    do throws(AnswerMistake) {
      let number = try quantity(from: plain, in: text)
      return number...number
    } catch {
      if let range = span(plain) { return range }
      if WrittenDate.isLike(written) { throw .madeADate(text) }
      throw error
    }
  }

  /// Digits alone, as most numbers are written; `nil` for all that is to be looked at with more care.
  private func plainNumber(_ text: String) -> Int? {
    guard text.utf8.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else {
      return nil
    }
    let quantity = ExactDecimal(integerLiteral: number).times((plainUnit ?? unit).inBaseUnits)
    return bounds.contains(quantity) ? quantity : nil
  }

  private func quantity(from plain: String, in text: String) throws(AnswerMistake) -> Int {
    let plain = plain.hasSuffix(".") ? String(plain.dropLast()) : plain
    if let time = unit.kind == .time ? plain.clockTime : nil { return try bounded(time, text) }
    let parts = try parts(of: plain, in: text)
    if parts.count == 1, let thousands = parts[0].thousands { return try number(parts[0], or: thousands, text) }
    var quantity = 0
    for (index, part) in parts.enumerated() {
      let unit = try unit(of: part, after: index > 0 ? parts[index - 1] : nil, in: text)
      quantity += part.number.times(unit)
    }
    if !bounds.contains(quantity), parts.count == 1, let metres = metres(parts[0]) { return metres }
    return try bounded(quantity, text)
  }

  private func bounded(_ quantity: Int, _ text: String) throws(AnswerMistake) -> Int {
    guard bounds.contains(quantity) else { throw .outOfRange(text, self) }
    return quantity
  }

  /// `1,200` is twelve hundred, if that can be and one and a fifth cannot. If twelve hundred cannot be, only a point is
  /// taken for a decimal one, and only where next to nothing is lost by rounding: 8.125 hours, never 1.2 minutes.
  private func number(_ part: Part, or thousands: ExactDecimal, _ text: String) throws(AnswerMistake) -> Int {
    let unit = try unit(of: part, after: nil, in: text)
    let number = part.number.times(unit)
    let (isSmall, isLarge) = (bounds.contains(number), bounds.contains(thousands.times(unit)))
    if !isSmall, !isLarge { throw .outOfRange(text, self) }
    if isLarge, !isSmall { return thousands.times(unit) }
    if !isLarge, text.contains("."), number >= 100 || part.number.isWhole(times: unit) { return number }
    throw .twoReadings(text, "\(part.number)", "\(thousands)")
  }

  /// `1.75` under a question in centimetres.
  private func metres(_ part: Part) -> Int? {
    guard part.unit.isEmpty, part.number.places > 0, unit == .centimetre || unit == .millimetre,
      case let metres = part.number.times(UnitOfMeasure.metre.inBaseUnits), bounds.contains(metres)
    else { return nil }
    return metres
  }

  private struct Part {
    let number: ExactDecimal
    /// The number without its mark, where that may part thousands.
    var thousands: ExactDecimal?
    /// Empty if none is written.
    let unit: String
  }

  /// `2 h 30 min` has two.
  private func parts(of plain: String, in text: String) throws(AnswerMistake) -> [Part] {
    var (rest, parts) = (plain[...], [Part]())
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCIIDigit || "+-−.,".contains($0) }
      guard let number = ExactDecimal(digits), parts.isEmpty || digits.first?.isASCIIDigit == true else {
        throw .notANumber(text, self)
      }
      rest = rest[digits.endIndex...].drop { $0.isWhitespace }
      let unit = rest.prefix { !$0.isWhitespace && !$0.isASCIIDigit }
      rest = rest[unit.endIndex...].drop { $0.isWhitespace }
      parts.append(Part(number: number, thousands: digits.thousands, unit: String(unit)))
    }
    guard (1...2).contains(parts.count), parts.count == 1 || parts[0].number.units >= 0 else {
      throw .notANumber(text, self)
    }
    return parts
  }

  /// In base units. A second part must be in a smaller unit of the same kind; what need not be written behind hours are
  /// minutes, behind feet inches, and behind metres centimetres where there are two digits.
  private func unit(of part: Part, after first: Part?, in text: String) throws(AnswerMistake) -> ExactDecimal {
    guard !part.unit.isEmpty else {
      guard let first else { return (plainUnit ?? unit).inBaseUnits }
      switch WrittenUnit(first.unit, unit.kind) {
      case WrittenUnit(.hour): return UnitOfMeasure.minute.inBaseUnits
      case .foot: return UnitOfMeasure.inch.inBaseUnits
      case WrittenUnit(.metre) where part.number.places == 0 && 10...99 ~= part.number.units:
        return UnitOfMeasure.centimetre.inBaseUnits
      default: throw .notANumber(text, self)
      }
    }
    guard let written = WrittenUnit(part.unit, unit.kind) else { throw .unknownUnit(part.unit, expected: unit) }
    guard written.kind == unit.kind else { throw .wrongUnit(part.unit, expected: unit) }
    if let larger = first.flatMap({ WrittenUnit($0.unit, unit.kind) }),
      written.inBaseUnits.times(1) >= larger.inBaseUnits.times(1)
    {
      throw .notANumber(text, self)
    }
    return written.inBaseUnits
  }
}

extension NumberRange {
  private static let joints = [" to ", " or ", " bis ", " and ", "–", "—", "-", " - "]
  private static let atLeast = ["more than ", "over ", "at least ", ">=", "≥", ">"]
  private static let atMost = [
    "less than ", "under ", "up to ", "at most ", "max ", "max. ", "no more than ", "<=", "≤", "<",
  ]

  /// What is written as a range; `nil` where that is not it, or it reaches out of the bounds.
  private func span(_ plain: String) -> ClosedRange<Int>? {
    if plain.utf8.count > 60 { return nil }
    var text = plain[...]
    for start in ["between ", "from "] where text.hasPrefix(start) { text = text.dropFirst(start.count) }
    for joint in Self.joints {
      let ends = text.split(separator: joint, omittingEmptySubsequences: false).map(\.trimmed)
      if ends.count == 2, let range = span(ends[0], ends[1]) { return range }
    }
    if text.hasSuffix("+"), let low = end(text.dropLast().trimmed) { return low...bounds.upperBound }
    for start in Self.atLeast where text.hasPrefix(start) {
      return end(text.dropFirst(start.count).trimmed).map { $0...bounds.upperBound }
    }
    for start in Self.atMost where text.hasPrefix(start) {
      return end(text.dropFirst(start.count).trimmed).map { bounds.lowerBound...$0 }
    }
    return nil
  }

  /// A first number without a unit has that of the second.
  private func span(_ low: String, _ high: String) -> ClosedRange<Int>? {
    let isBare = low.allSatisfy { $0.isASCIIDigit || ".,+-−".contains($0) }
    let unit = high.drop { $0.isASCIIDigit || ".,+-−".contains($0) }
    let isOneUnit = !unit.contains(where: \.isASCIIDigit)
    guard let first = end(isBare && isOneUnit ? low + unit : low), let last = end(high), first < last else {
      return nil
    }
    return first...last
  }

  /// Days and months have zeros in front, numbers of a range have not.
  private func end(_ text: String) -> Int? {
    if text.count > 1, text.first == "0", text.dropFirst().first?.isASCIIDigit == true { return nil }
    return try? quantity(from: text, in: text)
  }
}

extension StringProtocol {
  /// Without what says that a number is not exact.
  fileprivate var withoutHedge: String {
    let hedges = [
      "about ", "around ", "approximately ", "approx. ", "approx ", "roughly ", "ca. ", "ca ", "c. ", "~", "≈",
    ]
    let exact = hasSuffix(" or so") ? String(dropLast(6)).trimmed : String(self)
    guard let hedge = hedges.first(where: { exact.hasPrefix($0) }) else { return exact }
    return String(exact.dropFirst(hedge.count)).trimmed
  }

  /// `1:30`, as a spreadsheet writes it also `1:30:00`, in minutes.
  fileprivate var clockTime: Int? {
    let digits = hasSuffix("h") ? dropLast().trimmed : String(self)
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...3).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let hours = Int(parts[0]), let minutes = Int(parts[1]),
      minutes < 60, parts.count == 2 || parts[2] == "00"
    else { return nil }
    return 60 * hours + minutes
  }

  /// The number without its one mark, where three digits follow that.
  fileprivate var thousands: ExactDecimal? {
    let parts = split(omittingEmptySubsequences: false) { ",.".contains($0) }
    guard parts.count == 2, parts[1].count == 3, (1...3).contains(parts[0].count), parts[0].first != "0" else {
      return nil
    }
    return ExactDecimal(parts.joined())
  }
}

/// A unit in a number that someone wrote, which can be one that no pack is written in.
private struct WrittenUnit: Equatable {
  let kind: QuantityKind
  let inBaseUnits: ExactDecimal

  static let foot = WrittenUnit(kind: .length, inBaseUnits: ExactDecimal(units: 3048, places: 1))

  init(_ unit: UnitOfMeasure) { (kind, inBaseUnits) = (unit.kind, unit.inBaseUnits) }
  private init(kind: QuantityKind, inBaseUnits: ExactDecimal) { (self.kind, self.inBaseUnits) = (kind, inBaseUnits) }

  /// - Parameter expected: Among times, `m` is short for minutes.
  init?(_ text: String, _ expected: QuantityKind) {
    switch text {
    case "ft", "ft.", "foot", "feet", "'", "’", "′": self = .foot
    case "''", "’’", "”", "in.": self = WrittenUnit(.inch)
    case "m" where expected == .time, "min.": self = WrittenUnit(.minute)
    case "h.", "hr.", "hrs.": self = WrittenUnit(.hour)
    default:
      guard let unit = UnitOfMeasure(text) else { return nil }
      self.init(unit)
    }
  }
}
