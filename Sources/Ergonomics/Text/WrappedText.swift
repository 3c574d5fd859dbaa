extension String {
  /// Breaks a text into lines of at most `width` columns, at blanks that allow it; a longer word has a line of its own.
  ///
  /// - Parameter indent: Columns before every line but the first, which begins at `firstIndent`.
  package func wrapped(to width: Int, firstIndent: Int = 0, indent: Int = 0) -> String {
    var lines: [String] = []
    var line = String(repeating: " ", count: firstIndent)
    var isEmpty = true
    for word in split(whereSeparator: \.isBlank) {
      if !isEmpty, line.columns + 1 + String(word).columns > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += isEmpty ? String(word) : " " + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// The text's own lines, each wrapped; further ones begin under the first, behind its blanks and a list's dash.
  package func lines(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let blanks = line.prefix { $0 == " " }.count
      let dash = line.dropFirst(blanks).hasPrefix("- ") ? 2 : 0
      return String(line).wrapped(to: width, firstIndent: blanks, indent: blanks + dash).split(separator: "\n")
        .map(String.init)
    }
  }

  /// Cut into stretches of at most `width` columns, wherever that is.
  package func cut(to width: Int) -> [String] {
    var stretches = [""]
    var used = 0
    for character in self {
      let columns = String(character).columns
      if used + columns > width, used > 0 { (stretches, used) = (stretches + [""], 0) }
      stretches[stretches.count - 1].append(character)
      used += columns
    }
    return stretches
  }

  /// How many columns a terminal shows it in: wide characters take two (Unicode Standard Annex 11), combining ones none.
  package var columns: Int {
    reduce(0) { $0 + ($1.unicodeScalars.contains(where: \.isWide) ? 2 : $1.unicodeScalars.first!.isMark ? 0 : 1) }
  }
}

extension Character {
  /// A line may end here; no-break spaces hold together what they stand between.
  fileprivate var isBlank: Bool { isWhitespace && !["\u{A0}", "\u{2007}", "\u{202F}"].contains(self) }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
