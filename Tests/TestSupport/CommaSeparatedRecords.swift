/// Records and their cells as RFC 4180 has them, read a character at a time; every record ends with a line break.
package func commaSeparatedRecords(_ text: String) -> [[String]] {
  var (records, record, cell) = ([[String]](), [String](), "")
  var (isQuoted, wasQuote) = (false, false)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"" where isQuoted: (isQuoted, wasQuote) = (false, true)
    case "\"" where cell.isEmpty || wasQuote:
      if wasQuote { cell += "\"" }
      (isQuoted, wasQuote) = (true, false)
    case "," where !isQuoted:
      record.append(cell)
      (cell, wasQuote) = ("", false)
    case "\n" where !isQuoted:
      records.append(record + [cell.hasSuffix("\r") ? String(cell.dropLast()) : cell])
      (record, cell, wasQuote) = ([], "", false)
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return records.filter { $0 != [""] }
}
