/// Spreadsheets run a cell that begins like a formula. An apostrophe before it makes it text.
extension String {
  /// With an apostrophe where a spreadsheet would take the text for a formula; a plain number, like `-5`, stays.
  ///
  /// Text that would look as if an apostrophe had been put before it gets one more, so that `restored` is exact.
  package var neutralised: String { isTakenForFormula ? "'" + self : self }

  /// Without the apostrophe that `neutralised` put there.
  package var restored: String {
    guard unicodeScalars.first == "'", case let rest = String(unicodeScalars.dropFirst()), rest.isTakenForFormula else {
      return self
    }
    return rest
  }

  /// As a cell of a table whose cells are parted by commas: quoted where it must be.
  package var asField: String {
    let mustBeQuoted = utf8.contains { ",\"\n\r".utf8.contains($0) }
    if !mustBeQuoted, utf8.first != UInt8(ascii: " "), utf8.last != UInt8(ascii: " ") { return self }
    var text = "\"".unicodeScalars
    for scalar in unicodeScalars {  // no characters: a quotation mark with an accent on it is one still
      if scalar == "\"" { text.append(scalar) }
      text.append(scalar)
    }
    return String(text) + "\""
  }

  /// Programs look for the sign behind what they strip or do not show, and take the wide forms of Asian keyboards for it.
  private var isTakenForFormula: Bool {
    let text = unicodeScalars.drop { $0 == "'" }
    guard let first = text.first, !first.isPlain else { return false }
    if first == "\t" || first == "\r" { return true }
    guard let sign = text.first(where: { !$0.isBlank }), "=+-@＝＋－＠﹦﹢﹣﹫".unicodeScalars.contains(sign) else {
      return false
    }
    return !text.isSignedNumber
  }
}

extension Unicode.Scalar {
  /// A letter or digit of ASCII, as nearly every cell begins with.
  fileprivate var isPlain: Bool { value < 0x80 && (properties.isAlphabetic || properties.numericType != nil) }

  fileprivate var isBlank: Bool { properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value < 0x20 }
}

extension Substring.UnicodeScalarView {
  fileprivate var isSignedNumber: Bool {
    guard first == "-" || first == "+" else { return false }
    let parts = dropFirst().split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }
}
