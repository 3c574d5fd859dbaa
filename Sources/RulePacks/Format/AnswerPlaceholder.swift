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

  /// What was meant for one and would be read as it is written, in characters: a brace that closes nothing, a name in square
  /// brackets, a name that looks like no word.
  static func strays(in text: String, names: Set<String>) -> [Range<Int>] {
    let characters = Array(text)
    let taken = all(in: text).map(\.characters)
    func isFree(_ place: Int) -> Bool { !taken.contains { $0.contains(place) } }
    var (strays, start) = ([Range<Int>](), 0)
    while start < characters.count {
      let end = characters[start...].firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? characters.count
      let (before, after) = (start > 0 ? characters[start - 1] : " ", end < characters.count ? characters[end] : " ")
      let (name, isBracketed) = (String(characters[start..<end]), before == "[" && after == "]")
      let isClosed = isBracketed || after == "}"
      if start < end, before != "{", isFree(start), names.contains(name), isClosed || name.contains("_") {
        strays.append((isBracketed ? start - 1 : start)..<(isClosed ? end + 1 : end))
      } else if after == "}", isFree(end), end < characters.count {
        strays.append(end..<end + 1)
      }
      start = end + 1
    }
    return strays
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
