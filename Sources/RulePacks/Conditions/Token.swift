import Ergonomics

/// The smallest pieces condition text is made of.
struct Token: Equatable {
  enum Kind: Equatable {
    /// An id or a word of the language: the parser knows which by where it stands, so that `none` may name an option.
    case word
    case number(ExactDecimal)
    case symbol
    case end
  }

  let kind: Kind
  /// As written; empty at the end.
  let text: String
  /// Characters of the text it was read from, counted from 0.
  let range: Range<Int>

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
  func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

extension Token {
  /// Cuts a text into tokens, of which the last is always `end`. Any character that fits nowhere becomes a symbol.
  static func tokens(of text: String) -> [Token] {
    let characters = Array(text)
    var (tokens, next) = ([Token](), 0)
    while next < characters.count {
      if characters[next].isWhitespace {
        next += 1
        continue
      }
      let token = token(at: next, in: characters)
      tokens.append(token)
      next = token.range.upperBound
    }
    // What is missing at the end is missing right after the last token, not after the blanks.
    let end = tokens.last?.range.upperBound ?? 0
    return tokens + [Token(kind: .end, text: "", range: end..<end)]
  }

  private static func token(at start: Int, in characters: [Character]) -> Token {
    let rest = characters[start...]
    let digits = rest.prefix { $0.isASCIIDigit }
    if !digits.isEmpty, digits.endIndex == characters.endIndex || characters[digits.endIndex] != "_" {
      return number(digits, in: characters)
    }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if !word.isEmpty { return Token(.word, word) }
    let symbols = ["<=", ">=", "==", "!=", "<>", "&&", "||"]
    let isPair = symbols.contains(String(rest.prefix(2)))
    return Token(.symbol, rest.prefix(isPair ? 2 : 1))
  }

  private static func number(_ digits: ArraySlice<Character>, in characters: [Character]) -> Token {
    var end = digits.endIndex
    if end + 1 < characters.count, characters[end] == ".", characters[end + 1].isASCIIDigit {
      end += 1 + characters[(end + 1)...].prefix { $0.isASCIIDigit }.count
    }
    let written = characters[digits.startIndex..<end]
    guard let number = ExactDecimal(String(written)) else { return Token(.symbol, written) }
    return Token(.number(number.withoutZeros), written)
  }

  private init(_ kind: Kind, _ characters: ArraySlice<Character>) {
    self.init(kind: kind, text: String(characters), range: characters.startIndex..<characters.endIndex)
  }
}

extension ExactDecimal {
  /// The same number without zeros at the end of its decimals.
  var withoutZeros: ExactDecimal {
    var (units, places) = (units, places)
    while places > 0, units % 10 == 0 { (units, places) = (units / 10, places - 1) }
    return ExactDecimal(units: units, places: places)
  }
}
