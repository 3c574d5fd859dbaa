import TestSupport

/// Writes a file of a pack in any layout but the one there is, so that it says the same.
struct ScrambledLayout {
  private var random: SeededGenerator
  /// Comments come in besides.
  private let addsComments: Bool
  private(set) var comments = 0

  init(seed: Int, addingComments: Bool) { (random, addsComments) = (SeededGenerator(seed), addingComments) }

  mutating func scramble(_ text: String) -> String {
    var (result, rest, inComment) = ("", text[...], false)
    var pending = ""
    while let character = rest.popFirst() {
      if inComment {
        result.append(character)
        if result.hasSuffix("-->") { inComment = false }
        continue
      }
      if character == "<" {
        result += scrambledText(pending)
        pending = ""
        if rest.hasPrefix("!--") {
          inComment = true
          result.append(character)
          continue
        }
        let end = rest.firstIndex(of: ">")!
        result += tag(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        pending.append(character)
      }
    }
    if addsComments { result += comment() }
    let ended = Bool.random(using: &random) ? result.replacing("\n", with: "\r\n") : result
    return (Bool.random(using: &random) && !text.hasPrefix("<?xml") ? "\u{FEFF}" : "") + ended
  }

  private mutating func comment() -> String {
    comments += 1
    let texts = [
      "c\(comments)", "  c\(comments)\n\t\tand more > less & \"so\" ", "\n c\(comments)\n\n", "c\(comments)<a>'",
    ]
    return "<!--\(texts.randomElement(using: &random)!)-->"
  }

  private mutating func blank() -> String { ["\n", "  ", "\t", "\n\n\n\t ", " \n "].randomElement(using: &random)! }

  /// Between elements, anything may stand that is no text; in a text, blanks and characters are written in other ways.
  private mutating func scrambledText(_ text: String) -> String {
    if text.allSatisfy(\.isWhitespace) {
      if text.isEmpty { return "" }
      // Where a line is empty stays what it was: it is kept.
      let blanks = text.filter { $0 == "\n" }.count > 1 ? "\n \t\n" : "\n\t"
      return blanks + (addsComments && Int.random(in: 0..<3, using: &random) == 0 ? comment() + "\n" : "")
    }
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for place in words.indices where !words[place].contains("&") {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: words[place] = "<![CDATA[\(words[place])]]>"
      case 1:
        words[place] = words[place].unicodeScalars.map { "&#\($0.value);" }.joined()
      case 2 where addsComments: words[place] += " " + comment()
      default: break
      }
    }
    return words.dropFirst().reduce(words[0]) { $0 + blank() + $1 }
  }

  /// Attributes in any order, in any quotes.
  private mutating func tag(_ text: String) -> String {
    if text.hasPrefix("/") { return "<\(text)\(["", " ", "\n"].randomElement(using: &random)!)>" }
    if text.hasPrefix("?") { return "<\(text)>" }
    let name = text.prefix { !$0.isWhitespace && $0 != "/" }
    let attributes = text.matches(of: #/([\w:.-]+)="([^"]*)"/#).map { match in
      let quote = match.output.2.contains("'") || Bool.random(using: &random) ? "\"" : "'"
      return "\(match.output.1)\(["=", " = ", "\n="].randomElement(using: &random)!)\(quote)\(match.output.2)\(quote)"
    }.shuffled(using: &random)
    return "<\(name)" + attributes.map { blank() + $0 }.joined() + (text.hasSuffix("/") ? blank() + "/>" : ">")
  }
}
