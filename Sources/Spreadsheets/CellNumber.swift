/// A number of a cell as people see it: with the 15 digits that spreadsheets show, without those that only arithmetic on
/// binary fractions has brought in, and without an exponent.
enum CellNumber {
  private static let digitsShown = 15
  /// Larger and smaller ones stay as they are written: nobody answers with them.
  private static let places = -20...30

  /// Adds it to a text; a text that is no number stays as it is.
  ///
  /// - Parameter isPercent: 0.5 is shown as 50%.
  static func write(_ value: [UInt8], isPercent: Bool = false, to text: inout [UInt8]) {
    if !isPercent, value.count <= digitsShown, value.first != UInt8(ascii: "0"),
      value.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 })
    {
      text += value
    } else if let number = Decimal(value), places.contains(number.point) {
      number.shifted(by: isPercent ? 2 : 0).write(to: &text)
      if isPercent { text.append(UInt8(ascii: "%")) }
    } else {
      text += value
    }
  }

  /// `0.` and digits, times ten to the power of `point`.
  private struct Decimal {
    var isNegative = false
    var digits: [UInt8] = []
    var point = 0

    init?(_ text: [UInt8]) {
      var rest = text[...]
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = rest.removeFirst() == UInt8(ascii: "-")
      }
      var (hasPoint, hasDigit) = (false, false)
      while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
        rest = rest.dropFirst()
        if byte == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
          continue
        }
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        hasDigit = true
        let isLeadingZero = digit == 0 && digits.isEmpty
        if !isLeadingZero { digits.append(digit) }
        if !hasPoint, !isLeadingZero { point += 1 }
        if hasPoint, isLeadingZero { point -= 1 }
      }
      guard hasDigit, digits.count < 400 else { return nil }
      if !rest.isEmpty {
        guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(exponent) < 1000 else {
          return nil
        }
        point += exponent
      }
      round()
    }

    func shifted(by places: Int) -> Self {
      var shifted = self
      shifted.point += places
      return shifted
    }

    private mutating func round() {
      if digits.count > digitsShown {
        let isUp = digits[digitsShown] >= 5
        digits.removeLast(digits.count - digitsShown)
        if isUp {
          while let last = digits.last, last == 9 { digits.removeLast() }
          if digits.isEmpty {
            digits = [1]
            point += 1
          } else {
            digits[digits.count - 1] += 1
          }
        }
      }
      while digits.last == 0 { digits.removeLast() }
      if digits.isEmpty { (isNegative, point) = (false, 0) }
    }

    func write(to text: inout [UInt8]) {
      if isNegative { text.append(UInt8(ascii: "-")) }
      if point <= 0 { text.append(UInt8(ascii: "0")) }
      for place in 0..<max(point, 0) { text.append(UInt8(ascii: "0") + (place < digits.count ? digits[place] : 0)) }
      guard digits.count > point else { return }
      text.append(UInt8(ascii: "."))
      for _ in 0..<max(0, -point) { text.append(UInt8(ascii: "0")) }
      for digit in digits.dropFirst(max(point, 0)) { text.append(UInt8(ascii: "0") + digit) }
    }
  }
}
