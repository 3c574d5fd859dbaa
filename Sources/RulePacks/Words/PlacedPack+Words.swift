import Ergonomics
import Markup

extension PackDraft {
  /// What the words of rules name, and those of their corrections that say when these worked.
  var namedQuantities: [NamedQuantity] {
    rules.flatMap { rule -> [NamedQuantity] in
      let own = ["title", "finding", "why", "evidence", "solved"].flatMap { rule.element.elements($0) }.flatMap {
        Self.quantities(in: rule.file.text(of: $0), of: rule.value.id)
      }
      let its = corrections.filter { rule.value.corrections.contains($0.value.id) }
      return own
        + its.flatMap { correction in
          correction.element.elements("works-when").flatMap {
            Self.quantities(in: correction.file.text(of: $0), of: rule.value.id)
          }
        }
    }
  }

  /// Of a study much is said of more and of less; how a correction worked is told of all rules that name it.
  private static func isClaim(_ opener: String?, _ element: String) -> Bool {
    switch element {
    case "evidence", "why": opener == "limit of"
    case "works-when": false
    default: opener != nil
    }
  }

  private static func quantities(in written: WrittenText, of rule: Rule.ID) -> [NamedQuantity] {
    NamedQuantity.all(in: written.text).map { found in
      let words = written.text.dropFirst(found.characters.lowerBound).prefix(found.characters.count)
      return NamedQuantity(
        rule: rule, place: written.spot(ofCharacters: found.characters).place,
        words: words.split(whereSeparator: \.isWhitespace).joined(separator: " "), kind: found.kind, value: found.value,
        isLimit: isClaim(found.opener, written.element.name))
    }
  }
}

extension PlacedPack {
  /// What is no mistake for sure, but worth a look: words that speak of a limit which the rule does not have.
  package var notes: [Problem] {
    quantities.filter(\.isLimit).compactMap { named in
      guard let limits = pack.rule(named.rule).flatMap({ pack.limits(of: $0)[named.kind] }), !limits.isEmpty,
        !limits.contains(named.value)
      else { return nil }
      return Problem(
        code: .wordsOfAnotherLimit, place: named.place,
        summary: "these words say \(named.words), and no limit of '\(named.rule)' is that",
        help: "change the words or the limit, if they belong together")
    }
  }

  /// The words of rules that still name a limit which another state of the pack has, and this one has no more.
  package func words(ofLimitsIn before: Pack) -> [NamedQuantity] {
    quantities.filter { named in
      guard let old = before.rule(named.rule), let new = pack.rule(named.rule) else { return false }
      return before.limits(of: old)[named.kind]?.contains(named.value) == true
        && pack.limits(of: new)[named.kind]?.contains(named.value) != true
    }
  }
}
