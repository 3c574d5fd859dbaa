import Ergonomics

/// A place in a text that an answer fills: `{sitting_time}`.
struct AnswerPlaceholder: Hashable {
  let name: String
  /// With its braces, counted from 0.
  let characters: Range<Int>
  /// It has its closing brace.
  let isClosed: Bool

  var inside: Range<Int> { characters.lowerBound + 1..<characters.upperBound - 1 }

  static func all(in text: String) -> [AnswerPlaceholder] {
    var found: [AnswerPlaceholder] = []
    let characters = Array(text)
    var place = 0
    while let open = characters[place...].firstIndex(of: "{") {
      let close = characters[open...].firstIndex(of: "}")
      let end = close ?? open
      found.append(
        AnswerPlaceholder(
          name: close == nil ? "" : String(characters[(open + 1)..<end]), characters: open..<end + 1,
          isClosed: close != nil))
      place = end + 1
    }
    return found
  }

  static func template(_ text: String) -> Template {
    let characters = Array(text)
    var parts: [Template.Part] = []
    var place = 0
    for placeholder in all(in: text) where placeholder.isClosed {
      parts.append(.text(String(characters[place..<placeholder.characters.lowerBound])))
      parts.append(.value(placeholder.name))
      place = placeholder.characters.upperBound
    }
    parts.append(.text(String(characters[place...])))
    return Template(parts.filter { $0 != .text("") })
  }
}
