extension String {
  /// The text without what could act on a terminal or hide in a line: control, bidirectional and invisible characters.
  /// Line breaks and tabs become blanks.
  package var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.compactMap { scalar in
          if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: return nil
          default: return scalar
          }
        }))
  }
}
