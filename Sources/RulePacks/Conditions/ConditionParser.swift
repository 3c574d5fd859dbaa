import Ergonomics

/// Reads tokens to a syntax tree and goes on after a mistake at the next `and`, `or`, comma or closing parenthesis.
struct ConditionParser {
  private(set) var problems: [Problem] = []
  let source: SourceText
  private let tokens: [Token]
  private var next = 0
  /// How many parentheses and brackets are open before `next`.
  private(set) var depth = 0
  /// How many conditions are being read inside one another.
  private var nesting = 0

  /// A problem was reported, and what was being read cannot be completed.
  struct Unreadable: Error {}

  /// Deeper or longer text is refused, so that no text can exhaust the stack.
  static let deepest = 50
  static let longest = 2000

  init(_ source: SourceText) {
    self.source = source
    tokens = Token.tokens(of: source.text)
  }

  /// The whole text as one condition or formula.
  mutating func whole() -> Syntax {
    guard tokens.count > 1 else { return missing(.emptyText) }
    guard tokens.count <= Self.longest else { return missing(.tooLong) }
    let syntax = expression()
    if token.kind != .end { report(.unexpected(token.text, after: syntax), token.range) }
    return syntax
  }

  /// Conditions joined by `and` or `or`, or a single condition, or a formula.
  mutating func expression() -> Syntax {
    var (parts, connectives) = ([operand()], [String]())
    while let connective = connective() {
      connectives.append(connective)
      parts.append(operand())
    }
    let range = parts[0].range.lowerBound..<max(parts[0].range.upperBound, parts[parts.count - 1].range.upperBound)
    switch Set(connectives) {
    case []: return parts[0]
    case ["and"]: return Syntax(.all(parts), range)
    case ["or"]: return Syntax(.any(parts), range)
    default:
      report(.mixedConnectives(readings(of: parts, joinedBy: connectives)), range)
      return Syntax(.mixed(parts), range)
    }
  }

  private mutating func operand() -> Syntax {
    let (openBefore, start) = (depth, token.range.lowerBound)
    do throws(Unreadable) {
      let syntax = try nested { parser throws(Unreadable) in try parser.test() }
      if isAtBoundary { return syntax }
      report(secondQuantity(after: syntax) ?? .unexpected(token.text, after: syntax), token.range)
      skip(toDepth: openBefore)
      return syntax.isTest ? syntax : Syntax(.missing, syntax.range)
    } catch {
      skip(toDepth: openBefore)
      return Syntax(.missing, start..<max(start, tokens[max(0, next - 1)].range.upperBound))
    }
  }

  /// Reads a part that may hold parts like itself.
  mutating func nested(_ read: (inout Self) throws(Unreadable) -> Syntax) throws(Unreadable) -> Syntax {
    guard nesting < Self.deepest else { throw unreadable(.tooDeep) }
    nesting += 1
    defer { nesting -= 1 }
    return try read(&self)
  }

  /// "4 h 30 min": a quantity has one number.
  private func secondQuantity(after syntax: Syntax) -> ConditionMistake? {
    let words = source.written(syntax.range).split(separator: " ").suffix(2).map(String.init)
    guard case .number(let second) = token.kind, words.count == 2, let first = ExactDecimal(words[0]),
      let unit = UnitOfMeasure(words[1]), let other = UnitOfMeasure(token(after: 1).text), other.kind == unit.kind
    else { return nil }
    let sum = first.times(unit.inBaseUnits) + second.times(other.inBaseUnits)
    return .quantityInTwoUnits("\(token.text) \(token(after: 1).text)", sum, unit, other)
  }

  private var isAtBoundary: Bool {
    token.kind == .end || [",", ")", "]", "&&", "||", "&", "|"].contains(token.text) || token.isWord("and")
      || token.isWord("or")
  }

  private mutating func skip(toDepth wanted: Int) {
    while token.kind != .end, depth > wanted || (depth == wanted && !isAtBoundary) { advance() }
  }

  private mutating func connective() -> String? {
    for word in ["and", "or"] where token.isWord(word) {
      advance()
      return word
    }
    guard token.kind == .symbol, let word = ["&&": "and", "&": "and", "||": "or", "|": "or"][token.text] else {
      return nil
    }
    report(.symbol(token.text, word: word), token.range)
    advance()
    return word
  }

  /// The two conditions that mixed connectives could mean: `and` taken together first, then `or`.
  private func readings(of parts: [Syntax], joinedBy connectives: [String]) -> [String] {
    [("and", "or"), ("or", "and")].map { inner, outer in
      var groups = [[source.written(parts[0].range)]]
      for (connective, part) in zip(connectives, parts.dropFirst()) {
        let text = source.written(part.range)
        if connective == inner { groups[groups.count - 1].append(text) } else { groups.append([text]) }
      }
      return groups.map { $0.count > 1 ? "(\($0.joined(separator: " \(inner) ")))" : $0[0] }
        .joined(separator: " \(outer) ")
    }
  }
}

// What the parts of the grammar share.
extension ConditionParser {
  var token: Token { tokens[next] }

  /// A token further on; the end beyond the end.
  func token(after count: Int) -> Token { tokens[min(next + count, tokens.count - 1)] }

  mutating func advance() {
    if token.isSymbol("(") || token.isSymbol("[") { depth += 1 }
    if token.isSymbol(")") || token.isSymbol("]") { depth -= 1 }
    next = min(next + 1, tokens.count - 1)
  }

  /// Takes these words if they stand here, all of them.
  mutating func take(_ words: String...) -> Bool {
    guard words.indices.allSatisfy({ token(after: $0).isWord(words[$0]) }) else { return false }
    for _ in words { advance() }
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(symbol: String) throws(Unreadable) {
    guard take(symbol: symbol) else { throw expected("'\(symbol)'") }
  }

  mutating func expect(word: String) throws(Unreadable) {
    guard take(word) else { throw expected("'\(word)'") }
  }

  /// Takes what closes the parenthesis or bracket that `opening` is; a missing one is a problem of the opening one.
  mutating func close(_ opening: Token, isList: Bool = true) throws(Unreadable) {
    let closing = opening.text == "(" ? ")" : "]"
    if take(symbol: closing) { return }
    guard token.kind == .end else { throw expected(isList ? "'\(closing)' or ','" : "'\(closing)'") }
    report(.unclosed(opening.text), opening.range)
    throw Unreadable()
  }

  /// The characters from where a part began to the last token taken.
  func range(from start: Int) -> Range<Int> { start..<max(start, tokens[max(0, next - 1)].range.upperBound) }

  mutating func expected(_ what: String, help: String? = nil) -> Unreadable {
    unreadable(.expected(what, found: token.text, help: help))
  }

  mutating func unreadable(_ mistake: ConditionMistake) -> Unreadable {
    report(mistake, token.range)
    return Unreadable()
  }

  mutating func report(_ mistake: ConditionMistake, _ range: Range<Int>) {
    problems.append(Problem(mistake, at: range, in: source))
  }

  private mutating func missing(_ mistake: ConditionMistake) -> Syntax {
    let range = 0..<(mistake.code == .emptyCondition ? 0 : source.text.count)
    report(mistake, range)
    return Syntax(.missing, range)
  }
}

extension Syntax {
  /// Whether it asks something, so that it stands as a condition of its own even when junk follows.
  fileprivate var isTest: Bool {
    switch form {
    case .comparison, .between, .choice, .equation, .atLeast, .not: true
    default: false
    }
  }
}
