/// What a parser notices far behind the place where it was mistaken, told where that is, and with a way out.
extension MarkupProblem {
  /// - Parameter bytes: The document that it was parsed from.
  func whereMade(in bytes: [UInt8]) -> MarkupProblem {
    guard kind == .notWellFormed, expected.isEmpty, let line else { return self }
    if message.contains("declaration not at start of") || message.contains("XML declaration allowed only at the start")
    {
      return with(rule: "nothing before <?xml, not even an empty line")
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(line).map {
      String(decoding: $0, as: UTF8.self)
    }
    if message.lowercased().contains("comment") {
      guard let open = Self.openComment(in: lines) else { return self }
      return MarkupProblem(
        kind: kind, line: open, message: "the comment that begins here is not closed, or has '--' in it",
        found: "<!--", rule: "--> where the comment ends, and no '--' in it")
    }
    if let last = lines.last, last.contains(where: { "“”„‘’".contains($0) }), message.contains("AttValue") {
      return with(rule: "straight quotes, \" or ', around the value")
    }
    guard message.contains("attributes values") || message.contains("AttValue") else { return self }
    return openQuote(in: lines) ?? self
  }

  /// The line of the first comment with two hyphens before its end, or without an end.
  private static func openComment(in lines: [String]) -> Int? {
    var open: Int?
    for (place, line) in lines.enumerated() {
      var rest = line[...]
      while true {
        if open == nil {
          guard let start = rest.firstRange(of: "<!--") else { break }
          (open, rest) = (place + 1, rest[start.upperBound...])
        }
        guard let hyphens = rest.firstRange(of: "--") else { break }
        guard rest[hyphens.upperBound...].hasPrefix(">") else { return open }
        (open, rest) = (nil, rest[hyphens.upperBound...])
      }
    }
    return open
  }

  /// The value of an attribute that goes on until the next tag: of the last line with a quote too many the last quote.
  private func openQuote(in lines: [String]) -> MarkupProblem? {
    guard let place = lines.lastIndex(where: { $0.contains("<") && $0.count { $0 == "\"" } % 2 == 1 }) else {
      return nil
    }
    let column = lines[place].lastIndex(of: "\"").map { lines[place][...$0].count }
    return MarkupProblem(
      kind: kind, line: place + 1, column: column, message: "a quote in this line is not closed",
      rule: "'\"' where the value ends")
  }

  private func with(rule: String) -> MarkupProblem {
    MarkupProblem(
      kind: kind, line: line, column: column, message: message, found: found, expected: expected, rule: rule)
  }
}
