import Ergonomics

// What is asked of an answer or a quantity.
extension ConditionParser {
  /// One condition without `and` and `or` around it; a formula if nothing is asked of it.
  mutating func test() throws(Unreadable) -> Syntax {
    let start = token.range.lowerBound
    if try takeNegation() {
      let part = try nested { parser throws(Unreadable) in try parser.test() }
      return Syntax(.not(part), range(from: start))
    }
    if token.isWord("at"), token(after: 1).isWord("least") { return try quorum() }
    if ["at", "more", "less"].contains(token.text), token(after: 3).isWord("of") {
      throw expected("'at least'", help: "count with 'at least … of (…)', and put 'not' before it for fewer")
    }
    let subject = try sum()
    guard let form = try form(asking: subject) else { return subject }
    return Syntax(form, range(from: start))
  }

  /// `nil` if nothing is asked.
  private mutating func form(asking subject: Syntax) throws(Unreadable) -> Syntax.Form? {
    if let question = try question(about: subject) { return question }
    if let comparison = try comparison(of: subject) { return comparison }
    return try symbolComparison(of: subject)
  }

  private mutating func takeNegation() throws(Unreadable) -> Bool {
    if take("not") { return true }
    guard token.isSymbol("!") else { return false }
    report(.symbol("!", word: "not"), token.range)
    advance()
    return true
  }

  /// `at least 2 of (a, b, c)`.
  private mutating func quorum() throws(Unreadable) -> Syntax {
    let start = token.range.lowerBound
    _ = take("at", "least")
    guard case .number(let count) = token.kind else { throw expected("a number", help: "write 'at least 2 of (…)'") }
    let name = Syntax.Name(text: token.text, range: token.range)
    advance()
    try expect(word: "of")
    let opening = token
    try expect(symbol: "(")
    var parts = [expression()]
    while take(symbol: ",") { parts.append(expression()) }
    try close(opening)
    return Syntax(.atLeast(name, count, of: parts), range(from: start))
  }

  /// `is`, `in` or `has` and the options after it; `nil` if none of these words comes next.
  private mutating func question(about subject: Syntax) throws(Unreadable) -> Syntax.Form? {
    if take("is") {
      return try equality(of: subject, take("not") ? .isNotOption : .isOption)
    }
    if take("in") { return .choice(subject, .isIn, try options()) }
    if take("not") {
      guard take("in") else {
        throw expected("'in' after 'not'", help: token.isWord("has") ? "write 'has none of (…)'" : nil)
      }
      return .choice(subject, .isNotIn, try options())
    }
    guard take("has") else { return nil }
    for test in [Syntax.ChoiceTest.hasAny, .hasAll, .hasNone] {
      let words = test.rawValue.split(separator: " ").map(String.init)
      if take(words[1], words[2]) { return .choice(subject, test, try options()) }
      if token.isWord(words[1]), token(after: 1).isSymbol("(") {
        throw expected("'\(words[1]) of'", help: "write 'has \(words[1]) of (…)'")
      }
    }
    if token.isSymbol("(") { throw expected("an option", help: "write 'has any of (…)' or 'has all of (…)'") }
    if token.isWord("not") { throw expected("an option", help: "write 'has none of (…)'") }
    return .choice(subject, .has, [try option()])
  }

  private mutating func equality(of subject: Syntax, _ test: Syntax.ChoiceTest) throws(Unreadable) -> Syntax.Form {
    if token.isWord("in"), token(after: 1).isSymbol("(") {
      let words = test == .isOption ? "in (…)" : "not in (…)"
      throw expected("an option", help: "write '\(words)' without 'is'")
    }
    if isAtQuantity { return .equation(subject, try sum()) }
    return .choice(subject, test, [try option()])
  }

  private mutating func options() throws(Unreadable) -> [Syntax.Name] {
    let opening = token
    if case .word = token.kind { throw bareList() }
    try expect(symbol: "(")
    var options = [try option()]
    while take(symbol: ",") { options.append(try option()) }
    try close(opening)
    return options
  }

  /// Options without parentheses around them: all of them are one mistake.
  private mutating func bareList() -> Unreadable {
    let (found, start) = (token.text, token.range)
    var names: [String] = []
    repeat {
      guard case .word = token.kind else { break }
      names.append(token.text)
      advance()
    } while take(symbol: ",")
    report(.expected("'('", found: found, help: "write '(\(names.joined(separator: ", ")))'"), start)
    return Unreadable()
  }

  private mutating func option() throws(Unreadable) -> Syntax.Name {
    if ["'", "\"", "“", "”", "‘", "’"].contains(token.text) { throw unreadable(.quoted) }
    // Where the option was forgotten, what joins conditions is not taken for it.
    guard token.kind == .word, !Vocabulary.reservedOptions.contains(token.text) else { throw expected("an option") }
    defer { advance() }
    return Syntax.Name(text: token.text, range: token.range)
  }

  private mutating func comparison(of subject: Syntax) throws(Unreadable) -> Syntax.Form? {
    for comparison in Comparison.allCases {
      let words = comparison.rawValue.split(separator: " ").map(String.init)
      if take(words[0], words[1]) { return .comparison(subject, comparison, try sum()) }
    }
    if take("at") { throw expected("'least' or 'most'") }
    if take("more") || take("less") { throw expected("'than'") }
    guard take("between") else { return nil }
    let low = try lowerEnd()
    return .between(subject, low, try sum())
  }

  /// After a mistake in it the `and` of `between` is skipped too, lest it seem to join conditions.
  private mutating func lowerEnd() throws(Unreadable) -> Syntax {
    do throws(Unreadable) {
      let low = try sum()
      try expect(word: "and")
      return low
    } catch {
      while token.kind != .end, !token.isWord("and"), !token.isWord("or"), !token.isSymbol(",") { advance() }
      if token.isWord("and") { advance() }
      throw error
    }
  }

  /// Symbols of programming languages are understood, so that the rest of the text is looked at too.
  private mutating func symbolComparison(of subject: Syntax) throws(Unreadable) -> Syntax.Form? {
    let comparisons: KeyValuePairs<String, Comparison> = [
      "<": .lessThan, ">": .moreThan, "<=": .atMost, "≤": .atMost, ">=": .atLeast, "≥": .atLeast,
    ]
    guard token.kind == .symbol else { return nil }
    let symbol = token
    if let comparison = comparisons.first(where: { $0.key == symbol.text })?.value {
      report(.symbol(symbol.text, word: comparison.rawValue), symbol.range)
      advance()
      return .comparison(subject, comparison, try sum())
    }
    let (isEqual, isUnequal) = (["=", "=="].contains(symbol.text), ["!=", "<>", "≠"].contains(symbol.text))
    guard isEqual || isUnequal else { return nil }
    advance()
    guard isAtQuantity else {
      report(.symbol(symbol.text, word: isEqual ? "is" : "is not"), symbol.range)
      return .choice(subject, isEqual ? .isOption : .isNotOption, [try option()])
    }
    let limit = try sum()
    let (left, right) = (source.written(subject.range), source.written(limit.range))
    let words = "\(isEqual ? "" : "not ")\(left) between \(right) and \(right)"
    report(.symbol(symbol.text, word: words), symbol.range)
    return .between(subject, limit, limit)
  }

  /// Whether a number or a formula comes next, and not the name of an option.
  private var isAtQuantity: Bool {
    if case .number = token.kind { return true }
    let isCall = token.kind == .word && (token(after: 1).isSymbol("(") || token(after: 1).isSymbol("["))
    return isCall || token.isSymbol("-") || token.isSymbol("(")
  }
}
