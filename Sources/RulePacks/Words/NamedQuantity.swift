import Ergonomics

/// A quantity that the words of a rule name, or those of a correction that it names: "more than 3 hours".
package struct NamedQuantity: Sendable, Hashable {
  package let rule: Rule.ID
  package let place: Problem.Place
  /// The number and its unit, as written.
  package let words: String
  package let kind: QuantityKind
  /// In base units.
  package let value: Int
  /// The words before it say that something of the rule begins or ends there.
  package let isLimit: Bool
}

extension NamedQuantity {
  /// All that a text names: where it stands in the text, in characters, with the words that make a limit of it.
  static func all(
    in text: String
  ) -> [(characters: Range<Int>, kind: QuantityKind, value: Int, opener: String?)] {
    let words = Word.words(of: text)
    return words.indices.flatMap {
      place -> [(characters: Range<Int>, kind: QuantityKind, value: Int, opener: String?)] in
      guard let number = number(words[place].text), place + 1 < words.count,
        let unit = UnitOfMeasure(words[place + 1].text), kinds.contains(unit.kind),
        words[place + 1].text != "in" && words[place + 1].text != "m"
      else { return [] }
      let before = words[..<place].suffix(2).map { $0.text.lowercased() }
      if before.last == "half" { return [] }
      let opener = [before.joined(separator: " "), before.last ?? ""].first(where: openers.contains)
      return [
        (
          words[place].characters.lowerBound..<words[place + 1].characters.upperBound, unit.kind,
          number.times(unit.inBaseUnits), opener
        )
      ]
    }
  }

  private static let kinds: Set<QuantityKind> = [.length, .time, .angle, .share]
  private static let openers: Set = [
    "more than", "less than", "at least", "at most", "longer than", "limit of", "over", "under", "above", "below",
    "beyond",
  ]
  private static let numbers = [
    "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  private static func number(_ word: String) -> ExactDecimal? {
    if word == "an" { return 1 }
    if let place = numbers.firstIndex(of: word.lowercased()) { return ExactDecimal(units: max(1, place), places: 0) }
    return ExactDecimal(word)
  }

  /// Letters, or a number: "3h" is two of them.
  private struct Word {
    let text: String
    let characters: Range<Int>

    static func words(of text: String) -> [Word] {
      let characters = Array(text)
      var (words, start) = ([Word](), 0)
      while start < characters.count {
        let isNumber = characters[start].isNumber
        let end =
          characters[start...].firstIndex {
            isNumber ? !$0.isNumber && $0 != "." : !$0.isLetter && $0 != "%" && $0 != "°"
          } ?? characters.count
        // A point at the end is one of the sentence.
        let last = end > start && characters[end - 1] == "." ? end - 1 : end
        if last > start { words.append(Word(text: String(characters[start..<last]), characters: start..<last)) }
        start = max(end, start + 1)
      }
      return words
    }
  }
}

extension Pack {
  /// The numbers at which something changes for a rule: in its conditions and what these read, and in what its corrections
  /// set. By kind, in base units, with those just beside them, as "more than 3 h" begins at 181 min.
  package func limits(of rule: Rule) -> [QuantityKind: Set<Int>] {
    let measures = Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var limits: [QuantityKind: Set<Int>] = [:]
    func add(_ formula: Formula, _ values: [Int]) {
      let questions = formula.questions(measures: measures)
      guard let kind = questions.compactMap({ question($0)?.unit?.kind }).first else { return }
      let inside =
        formula.parts
        + formula.parts.flatMap { part -> [Formula] in
          if case .measure(let id) = part { measures[id]?.formula.parts ?? [] } else { [] }
        }
      let constants = inside.compactMap { if case .constant(let value) = $0 { abs(value) } else { nil } }
      limits[kind, default: []].formUnion(values.map(abs) + constants)
      // What is left of a day.
      if kind == .time { limits[kind, default: []].formUnion(values.map { 24 * 60 - $0 }) }
    }
    for atom in [rule.applies, rule.when, rule.solvedWhen].compactMap({ $0 }).flatMap(\.atoms) {
      guard case .isWithin(let formula, let range) = atom else { continue }
      add(
        formula,
        (range.lowerBound == .min ? [] : [range.lowerBound - 1, range.lowerBound])
          + (range.upperBound == .max ? [] : [range.upperBound, range.upperBound + 1]))
    }
    for set in corrections.filter({ rule.corrections.contains($0.id) }).flatMap(\.sets) {
      switch set.value {
      case .formula(let formula): add(formula, [])
      case .answer(.number(let number)): add(.answer(set.question), [number])
      default: break
      }
    }
    return limits
  }
}
