/// Spreadsheets take `7-8` for a day and `2-50` for a month, and save it as one.
enum WrittenDate {
  private static let month = #"(jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zé]*\.?"#
  private static let shapes = [
    #"\d{1,2}[-./ ]{0,2}\#(month)([-./ ]{1,2}\d{2,4})?"#, #"\#(month)[-./ ]{1,2}\d{1,4}"#,
    #"\d{4}[-/]\d{1,2}[-/]\d{1,2}([ t].*)?"#, #"\d{1,2}([-/.])\d{1,2}[-/.]\d{2,4}( .*)?"#, #"0\d[-/]\d{1,2}"#,
    #"\d{1,2}[-/]0\d"#,
  ]
  /// Days since 1900, from 2009 to 2064.
  private static let serials = 39_900...60_300

  /// - Parameter text: In small letters, which is no answer.
  static func isLike(_ text: String) -> Bool {
    guard text.utf8.count < 40, text.contains(where: \.isASCIIDigit) else { return false }
    if let serial = Int(text) { return serials.contains(serial) }
    return shapes.contains { shape in
      (try? Regex(shape).wholeMatch(in: text)) != nil
    }
  }
}
