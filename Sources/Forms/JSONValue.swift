import Ergonomics

/// A document of JSON whose members stay in the order they are written.
package indirect enum JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByBooleanLiteral, Sendable
{
  case text(String)
  case number(ExactDecimal)
  case flag(Bool)
  case list([JSONValue])
  case object([(String, JSONValue)])

  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }

  /// The document, indented by two blanks, with a line break at the end.
  package var bytes: [UInt8] { Array((text(indent: "") + "\n").utf8) }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    func lines(_ parts: [String], _ open: String, _ close: String) -> String {
      parts.isEmpty ? open + close : "\(open)\n\(inner)\(parts.joined(separator: ",\n\(inner)"))\n\(indent)\(close)"
    }
    switch self {
    case .text(let text): return text.asJSON
    case .number(let number): return number.description
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let parts): return lines(parts.map { $0.text(indent: inner) }, "[", "]")
    case .object(let members):
      return lines(members.map { "\($0.0.asJSON): \($0.1.text(indent: inner))" }, "{", "}")
    }
  }

  /// An object with more members behind its own; those without a value are left out.
  package func adding(_ members: [(String, JSONValue?)]) -> JSONValue {
    guard case .object(let own) = self else { preconditionFailure("only objects have members") }
    return .object(own + members.compactMap { name, value in value.map { (name, $0) } })
  }
}
