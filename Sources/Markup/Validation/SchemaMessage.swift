/// Says in plain words what libxml2 says of a document that breaks its schema.
///
/// "Element '{urn:x}band': This element is not expected. Expected is ( {urn:x}title )" becomes "element 'band' is not
/// expected here", with `title` as what is expected.
struct SchemaMessage: Hashable {
  let text: String
  /// What stands where something else is expected.
  var found: String?
  let expected: [String]

  /// The name of an attribute that no element has there.
  private var isUnknownAttribute = false
  /// The type that a value is not of.
  private let type: String?

  init(_ message: String) {
    let plain = Self.withoutNamespaces(message)
    let colon = plain.range(of: "': ")
    let subject = colon.map { plain[..<$0.lower] + "'" } ?? ""
    let fact = colon.map { plain[$0.upper...] } ?? plain[...]
    (text, expected) = Self.say(Self.lowercasedFirst(subject), String(fact))
    type = Self.type(in: String(fact))
    isUnknownAttribute = fact.hasPrefix("The attribute") && fact.hasSuffix("is not allowed")
    let isOfValue = fact.hasPrefix("[facet") || type != nil
    if isUnknownAttribute || isOfValue {
      found = Self.quoted(String(fact))
    } else if !expected.isEmpty, !fact.hasPrefix("The attribute") {
      found = Self.quoted(subject)
    }
  }

  static func problems(_ diagnostics: [Diagnostic], source: MarkupSource?, names: Schema.Names) -> [MarkupProblem] {
    var problems: [MarkupProblem] = []
    var places: [[String]: Int] = [:]
    for diagnostic in diagnostics {
      let subject = diagnostic.message.range(of: "': ").map { String(diagnostic.message[..<$0.lower]) } ?? ""
      // A value that breaks a facet is reported a second time as "not a valid value of the type".
      let isFollowOn =
        diagnostic.message.contains("is not a valid value of the") || diagnostic.message.contains("[facet")
      let message = SchemaMessage(diagnostic.message)
      if diagnostic.message.contains("No matching global declaration") {
        problems.append(root(diagnostic, message, names))
        continue
      }
      let rule = (message.type ?? facet(in: diagnostic.message)).flatMap { names.rules[$0] ?? builtIn[$0] }
      let key = ["\(diagnostic.element ?? -diagnostic.line)", subject]
      if let place = places[key], isFollowOn {
        problems[place] = problems[place].with(rule: rule)
        continue
      }
      places[key] = places[key] ?? problems.count
      let line = diagnostic.element.flatMap { source?.line(ofElement: $0) } ?? diagnostic.line
      problems.append(
        MarkupProblem(
          kind: .invalid, line: line > 0 ? line : nil, message: message.text, found: message.found,
          expected: message.isUnknownAttribute ? names.attributes : message.expected, rule: rule))
    }
    return problems
  }

  /// The first element of a file: misspelt, or of another namespace.
  private static func root(_ diagnostic: Diagnostic, _ message: SchemaMessage, _ names: Schema.Names) -> MarkupProblem {
    let name = quoted(withoutNamespaces(diagnostic.message)) ?? ""
    let line = diagnostic.line > 0 ? diagnostic.line : nil
    guard names.roots.contains(name), let wanted = names.namespace else {
      return MarkupProblem(kind: .invalid, line: line, message: message.text, found: name, expected: names.roots)
    }
    let own = diagnostic.message.firstMatch(of: #/\{([^}']*)\}/#).map { "the namespace '\($0.output.1)'" }
    return MarkupProblem(
      kind: .invalid, line: line, message: "element '\(name)' has \(own ?? "no namespace")", found: name,
      rule: "xmlns=\"\(wanted)\" in its tag")
  }

  /// What values of the types of XSD itself are.
  private static let builtIn = [
    "xs:nonNegativeInteger": "a whole number from 0, without a unit",
    "xs:positiveInteger": "a whole number from 1, without a unit", "xs:integer": "a whole number, without a unit",
    "xs:decimal": "a number, such as 30 or 0.5, without a unit", "xs:date": "a date, such as 2026-01-31",
  ]

  /// "maxInclusive 7", of "[facet 'maxInclusive'] The value '9' is greater than the maximum value allowed ('7')"
  private static func facet(in message: String) -> String? {
    guard let facet = message.firstMatch(of: #/\[facet '(\w+)'\] .*'([^']*)'[^']*$/#) else { return nil }
    return "\(facet.output.1) \(facet.output.2)"
  }

  /// "'9' is not a valid value of the atomic type 'days-a-week'"
  private static func type(in fact: String) -> String? {
    guard let end = fact.range(of: "is not a valid value of the")?.upper else { return nil }
    return quoted(String(fact[end...]))
  }

  private static func say(_ subject: String, _ fact: String) -> (String, [String]) {
    let expected = list(in: fact, after: "( ", before: " )")
    if fact.hasPrefix("This element is not expected") { return ("\(subject) is not expected here", expected) }
    if fact.hasPrefix("Missing child element") { return ("\(subject) is not complete", expected) }
    if fact.hasPrefix("No matching global declaration") {
      return ("\(subject) is not expected at the top of a file", [])
    }
    if let name = quoted(fact), fact.hasPrefix("The attribute"), fact.hasSuffix("is required but missing") {
      return ("\(subject) has no attribute '\(name)'", [name])
    }
    if let name = quoted(fact), fact.hasPrefix("The attribute"), fact.hasSuffix("is not allowed") {
      return ("\(subject.before(", attribute")) cannot have an attribute '\(name)'", [])
    }
    if fact.hasPrefix("Character content") { return ("\(subject) cannot hold text of its own", []) }
    if fact.hasPrefix("Element content") { return ("\(subject) can hold only text", []) }
    if fact.contains("underruns the allowed minimum length") { return ("\(subject) is empty", []) }
    if fact.hasPrefix("[facet 'enumeration']") {
      return ("\(subject) cannot be '\(quoted(fact) ?? "")'", list(in: fact, after: "{", before: "}"))
    }
    if fact.hasPrefix("[facet") || fact.contains("is not a valid value of the") {
      let value = quoted(fact) ?? ""
      return (value.allSatisfy(\.isWhitespace) ? "\(subject) is empty" : "\(subject) cannot be '\(value)'", [])
    }
    return ("\(subject): \(lowercasedFirst(fact))", expected)
  }

  private static func withoutNamespaces(_ message: String) -> String {
    var result = ""
    var rest = message[...]
    // A namespace stands in braces directly before a name; the braces of a set hold quotes.
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let isSet = rest[open...close].contains("'")
      result += isSet ? rest[...close] : rest[..<open]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func list(in fact: String, after start: String, before end: String) -> [String] {
    guard let open = fact.range(of: start)?.upper, let close = fact.range(of: end, from: open)?.lower else { return [] }
    return fact[open..<close].split(separator: ", ").map { String($0.filter { $0 != "'" }) }
  }

  private static func quoted(_ fact: String) -> String? {
    let rest = fact.hasPrefix("[facet") ? fact.range(of: "] ").map { fact[$0.upper...] } ?? fact[...] : fact[...]
    guard let open = rest.firstIndex(of: "'") else { return nil }
    let inside = rest[rest.index(after: open)...]
    // The value may hold quotes of its own: the closing one is followed by what the sentence says of it.
    let ends = ["' is not", "' has", "'"].compactMap { String(inside).range(of: $0) == nil ? nil : $0 }
    return ends.first.map { String(inside).before($0) }
  }

  private static func lowercasedFirst(_ text: some StringProtocol) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension String {
  fileprivate func before(_ mark: String) -> String { range(of: mark).map { String(self[..<$0.lower]) } ?? self }

  /// The first occurrence of `mark`.
  fileprivate func range(of mark: String, from start: Index? = nil) -> (lower: Index, upper: Index)? {
    var place = start ?? startIndex
    while place < endIndex {
      if self[place...].hasPrefix(mark) { return (place, index(place, offsetBy: mark.count)) }
      place = index(after: place)
    }
    return nil
  }
}

extension MarkupProblem {
  fileprivate func with(rule: String?) -> MarkupProblem {
    MarkupProblem(
      kind: kind, line: line, column: column, message: message, found: found, expected: expected,
      rule: self.rule ?? rule)
  }
}
