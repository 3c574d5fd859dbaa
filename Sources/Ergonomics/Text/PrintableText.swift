extension String {
  /// The text in one line that a terminal shows and never obeys: what could move its cursor, turn text round or hide in
  /// it is spelt out, such as `<U+001B>`. Line breaks and tabs become blanks.
  package var printable: String { printable { $0 == "\n" || $0 == "\t" || $0 == "\r" ? " " : $0.spelt } }

  /// The same with its line breaks and tabs.
  package var printableLines: String { printable { $0 == "\n" || $0 == "\t" ? nil : $0.spelt } }

  /// Only what can be seen of it: for what is typed.
  package var withoutInvisible: String {
    String(String.UnicodeScalarView(unicodeScalars.filter(\.isShown)))
  }

  /// Its beginning, if it is longer than so many bytes, and how much was cut.
  package func shortened(to most: Int) -> String {
    guard utf8.count > most else { return self }
    var (end, length) = (unicodeScalars.startIndex, 0)
    while length + unicodeScalars[end].utf8.count <= most {
      length += unicodeScalars[end].utf8.count
      end = unicodeScalars.index(after: end)
    }
    return String(self[..<end]) + " [… and \(utf8.count - length) bytes more]"
  }

  /// - Parameter spelling: What to put in place of a character that is no letter of ASCII; `nil` for itself.
  private func printable(_ spelling: (Unicode.Scalar) -> String?) -> String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let spelt = spelling(scalar) { text += spelt } else { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isShown: Bool {
    if (0x20..<0x7F).contains(value) || value == 0xFE0E || value == 0xFE0F { return true }  // how an emoji is shown
    if properties.isDefaultIgnorableCodePoint { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return false
    default: return true
    }
  }

  /// `nil` for what is seen as it is.
  fileprivate var spelt: String? {
    if isShown { return nil }
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
