import Ergonomics
import Markup

extension MarkupElement {
  func attribute(_ name: String) throws -> String {
    guard let value = self[name] else { throw missing("attribute '\(name)'") }
    return value
  }

  func number(_ name: String) throws -> Int {
    guard let number = token(name).flatMap({ Int($0) }) else { throw missing("whole number '\(name)'") }
    return number
  }

  func optionalNumber(_ name: String) throws -> Int? { self[name] == nil ? nil : try number(name) }

  func word<Word: RawRepresentable<String>>(_ name: String) throws -> Word {
    guard let word = token(name).flatMap(Word.init) else { throw missing("known word '\(name)'") }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(_ name: String) throws -> Word? {
    self[name] == nil ? nil : try word(name)
  }

  func child(_ name: String) throws -> MarkupElement {
    guard let child = element(name) else { throw missing("element '\(name)'") }
    return child
  }

  func text(_ name: String) throws -> String { try child(name).text }
  func optionalText(_ name: String) -> String? { element(name)?.text }
  func texts(_ name: String) -> [String] { elements(name).map(\.text) }
  func references(_ name: String) throws -> [String] { try elements(name).map { try $0.attribute("ref") } }

  /// The items of a group; none if it was left out.
  func items<Item>(_ group: String, read: (MarkupElement) throws -> Item) throws -> [Item] {
    try element(group)?.elements.map(read) ?? []
  }

  func points(_ name: String) throws -> [Rule.Points] {
    try elements(name).map { Rule.Points(score: try $0.attribute("score"), points: try $0.number("points")) }
  }

  func evidence() throws -> [Evidence] {
    try elements("evidence").map {
      Evidence(
        source: try $0.attribute("source"), strength: try $0.word("strength"), isAgainst: $0.claims("against"),
        text: $0.text)
    }
  }

  private func missing(_ what: String) -> MissingMarkup {
    MissingMarkup(line: line, description: "'\(name)' has no \(what)")
  }
}
