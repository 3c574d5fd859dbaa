/// Spreadsheets take `7-8` for a day and `2-50` for a month, and save it as one.
enum WrittenDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
  ]
  private static let month = #"(\#(months.joined(separator: "|")))[a-zé]*\.?"#
  private static let shapes = [
    #"\d{1,2}[-./ ]{0,2}\#(month)([-./ ]{1,2}\d{2,4})?"#, #"\#(month)[-./ ]{1,2}\d{1,4}"#,
    #"\d{4}[-/]\d{1,2}[-/]\d{1,2}([ t].*)?"#, #"\d{1,2}([-/.])\d{1,2}[-/.]\d{2,4}( .*)?"#, #"0\d[-/]\d{1,2}"#,
    #"\d{1,2}[-/]0\d"#,
  ]
  /// Made once, as that is dear; nothing changes them.
  nonisolated(unsafe) private static let expressions = shapes.compactMap { try? Regex($0) }
  /// Days since 1900, from 2009 to 2064.
  private static let serials = 39_900...60_300

  /// - Parameter text: In small letters, which is no answer.
  static func isLike(_ text: String) -> Bool {
    guard text.utf8.count < 40, text.contains(where: \.isASCIIDigit) else { return false }
    if let serial = Int(text) { return serials.contains(serial) }
    // Expressions are dear, and nearly all that is no answer has neither.
    guard text.utf8.contains(where: { "-/.".utf8.contains($0) }) || months.contains(where: text.contains) else {
      return false
    }
    return expressions.contains { (try? $0.wholeMatch(in: text)) != nil }
  }
}
