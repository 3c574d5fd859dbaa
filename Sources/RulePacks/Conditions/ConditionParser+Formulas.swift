import Ergonomics

// Quantities: sums of products of numbers, names, calls, lookups and parentheses.
extension ConditionParser {
  static let functions = ["count", "max", "min", "points"]

  mutating func sum() throws(Unreadable) -> Syntax {
    let start = token.range.lowerBound
    var result = try product()
    while token.isSymbol("+") || isMinus {
      let isSum = token.isSymbol("+")
      advance()
      let part = try product()
      result = Syntax(isSum ? .sum(result, part) : .difference(result, part), range(from: start))
    }
    return result
  }

  private mutating func product() throws(Unreadable) -> Syntax {
    let start = token.range.lowerBound
    var result = try primary()
    while take(symbol: "*") {
      result = Syntax(.product(result, try primary()), range(from: start))
    }
    if token.isSymbol("/") || token.isSymbol("÷") { throw unreadable(.division) }
    return result
  }

  /// Also the minus sign of typography, which word processors make of a hyphen.
  private var isMinus: Bool { token.isSymbol("-") || token.isSymbol("−") }

  private mutating func primary() throws(Unreadable) -> Syntax {
    if isMinus { return try negativeNumber() }
    switch token.kind {
    case .number: return number(negative: false, from: token.range.lowerBound)
    case .word: return try named()
    case .symbol where token.text == "(":
      let opening = token
      advance()
      let inner = expression()
      try close(opening, isList: false)
      return Syntax(.parenthesised(inner), range(from: opening.range.lowerBound))
    case .symbol where token.text.first?.isASCIIDigit == true: throw unreadable(.numberTooLarge)
    case .symbol, .end: throw expected("a condition or a quantity")
    }
  }

  private mutating func negativeNumber() throws(Unreadable) -> Syntax {
    let start = token.range.lowerBound
    advance()
    guard case .number = token.kind else { throw expected("a number after '-'", help: "write 'a - b', or '* -1'") }
    return number(negative: true, from: start)
  }

  private mutating func number(negative: Bool, from start: Int) -> Syntax {
    guard case .number(var value) = token.kind else { preconditionFailure("no number at \(token.range)") }
    advance()
    if let decimal = decimalComma(from: start) { value = decimal }
    let unit = takeUnit()
    let number = negative ? ExactDecimal(units: -value.units, places: value.places) : value
    return Syntax(.number(number, unit: unit), range(from: start))
  }

  /// A number whose decimals follow a comma; `nil` inside parentheses, where the comma may separate two numbers.
  private mutating func decimalComma(from start: Int) -> ExactDecimal? {
    guard depth == 0, token.isSymbol(","), case .number = token(after: 1).kind else { return nil }
    advance()
    advance()
    let written = source.written(range(from: start))
    report(.decimalComma(written), range(from: start))
    return ExactDecimal(written.filter { $0 != " " && $0 != "-" && $0 != "−" })
  }

  /// Any word right after a number is its unit, unless the language has another use for it there.
  private mutating func takeUnit() -> Syntax.Name? {
    let others = ["and", "or", "of", "is", "not", "has", "at", "more", "less", "between"]
    let isUnit = token.kind == .word ? !others.contains(token.text) : ["%", "°", "\"", "″"].contains(token.text)
    guard isUnit else { return nil }
    defer { advance() }
    return Syntax.Name(text: token.text, range: token.range)
  }

  private mutating func named() throws(Unreadable) -> Syntax {
    let name = Syntax.Name(text: token.text, range: token.range)
    let opening = token(after: 1)
    let isCall = opening.isSymbol("(")
    if isCall, Self.functions.contains(name.text) {
      return Syntax(.call(name, try arguments(of: name)), range(from: name.range.lowerBound))
    }
    if Vocabulary.reservedWords.contains(name.text) { return try reserved(name) }
    if isCall { throw unreadable(.unknownFunction(name.text)) }
    guard opening.isSymbol("[") else {
      advance()
      return Syntax(.name(name.text), name.range)
    }
    return Syntax(.lookup(name, try arguments(of: name)), range(from: name.range.lowerBound))
  }

  private mutating func arguments(of name: Syntax.Name) throws(Unreadable) -> [Syntax] {
    advance()
    let opening = token
    advance()
    var arguments = [try argument()]
    while take(symbol: ",") { arguments.append(try argument()) }
    try close(opening)
    return arguments
  }

  private mutating func argument() throws(Unreadable) -> Syntax {
    try nested { parser throws(Unreadable) in try parser.sum() }
  }

  /// A word of the language where an id should stand: taken for one if something is asked of it.
  private mutating func reserved(_ name: Syntax.Name) throws(Unreadable) -> Syntax {
    let asks = ["is", "in", "has", "not", "at", "more", "less", "between"]
    guard asks.contains(token(after: 1).text), !asks.contains(name.text), name.text != "and", name.text != "or" else {
      throw expected("a condition or a quantity")
    }
    report(.reservedWord(name.text), name.range)
    advance()
    return Syntax(.missing, name.range)
  }
}
