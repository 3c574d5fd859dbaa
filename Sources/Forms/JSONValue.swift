import Ergonomics

/// A document of JSON whose members stay in the order they are written.
///
/// It is written in two ways: `bytes`, a file that people may read, and `scriptText`, for the script of a page.
package indirect enum JSONValue: Sendable {
  case text(String)
  case number(ExactDecimal)
  case flag(Bool)
  case list([JSONValue])
  case object([(String, JSONValue)])
  /// JSON that is there already.
  case written(String)

  package static func whole(_ number: Int) -> JSONValue { .number(ExactDecimal(units: number, places: 0)) }
  package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
  /// A member that is left out unless it holds.
  static func onlyIf(_ isSo: Bool) -> JSONValue? { isSo ? .flag(true) : nil }

  /// An object with more members behind its own; those without a value are left out.
  package func adding(_ members: [(String, JSONValue?)]) -> JSONValue {
    guard case .object(let own) = self else { preconditionFailure("only objects have members") }
    return .object(own + members.compactMap { name, value in value.map { (name, $0) } })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  /// Members without a value are left out.
  package init(dictionaryLiteral elements: (String, JSONValue?)...) { self = JSONValue.object([]).adding(elements) }
}

extension JSONValue {
  /// The document, indented by two blanks, with a line break at the end.
  package var bytes: [UInt8] { Array((text(indent: "") + "\n").utf8) }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    func lines(_ parts: [String], _ open: String, _ close: String) -> String {
      parts.isEmpty ? open + close : "\(open)\n\(inner)\(parts.joined(separator: ",\n\(inner)"))\n\(indent)\(close)"
    }
    return switch self {
    case .text(let text): text.asJSON
    case .number(let number): number.description
    case .flag(let flag): String(flag)
    case .list(let parts): lines(parts.map { $0.text(indent: inner) }, "[", "]")
    case .object(let members): lines(members.map { "\($0.0.asJSON): \($0.1.text(indent: inner))" }, "{", "}")
    case .written(let json): json
    }
  }

  /// Without blanks, for an element `script` of a page: nothing in it ends the element, or begins another.
  var scriptText: String {
    switch self {
    case .text(let text): text.asScriptText
    case .number(let number): number.description
    case .flag(let flag): String(flag)
    case .list(let parts): "[\(parts.map(\.scriptText).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\($0.0.asScriptText):\($0.1.scriptText)" }.joined(separator: ","))}"
    case .written(let json): json
    }
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
