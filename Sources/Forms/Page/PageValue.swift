/// A value that the page's script reads, as JSON; members stand in the order they are given.
indirect enum PageValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([PageValue])
  /// A member that is `nil` is left out.
  case object(KeyValuePairs<String, PageValue?>)
  /// Names that are data themselves: ids of measures and tables.
  case named([(String, PageValue)])
  /// JSON that is there already.
  case written(String)

  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }

  static func texts(_ texts: [String]) -> PageValue { .list(texts.map(PageValue.text)) }
  static func optional(_ text: String?) -> PageValue? { text.map(PageValue.text) }
  /// Left out unless it holds.
  static func onlyIf(_ isSo: Bool) -> PageValue? { isSo ? .flag(true) : nil }

  /// For an element `script` of a page: nothing in it ends the element, or begins another.
  var json: String {
    switch self {
    case .text(let text): text.asScriptText
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let items): "[\(items.map(\.json).joined(separator: ","))]"
    case .object(let members): Self.object(members.compactMap { name, value in value.map { (name, $0) } })
    case .named(let members): Self.object(members)
    case .written(let json): json
    }
  }

  private static func object(_ members: [(String, PageValue)]) -> String {
    "{\(members.map { "\($0.asScriptText):\($1.json)" }.joined(separator: ","))}"
  }
}

extension String {
  fileprivate var asScriptText: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "<", ">", "&", "\u{2028}", "\u{2029}": text += Self.escape(scalar)
      case let other where other.value < 0x20: text += Self.escape(scalar)
      case let other: text.unicodeScalars.append(other)
      }
    }
    return text + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
