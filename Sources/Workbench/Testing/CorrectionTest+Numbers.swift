import Ergonomics
import RulePacks

/// Examples that say what a number becomes: people are told it, whether or not a rule tells it from the next.
extension CorrectionTest {
  private static let mostTried = 512

  mutating func suggestNumbers(_ alive: inout [Int]) {
    while let next = alive.first(where: { changes[$0].isNumber && person(noticing: $0) != nil }),
      let person = person(noticing: next), let rule = rule(about: person)
    {
      let becomes = becomes(person)
      let outcome = outcomes(of: [person], after: 0)[0][rule]
      let noticed = alive.filter {
        isOtherwise(becomes, person, after: $0 + 1) || outcomes(of: [person], after: $0 + 1)[0][rule] != outcome
      }
      alive.removeAll(where: noticed.contains)
      let example = Correction.Example(
        rule: rules[rule].id, outcome: outcome,
        says: ExampleText.says(person, in: pack), answers: person, becomes: becomes)
      suggestions.append(
        PackTest.Suggestion(
          survivors: noticed.map(survivor), xml: ExampleText.xml(of: example, in: pack), element: "correction",
          place: places.place(of: .correction, correction.id)))
    }
  }

  /// The numbers that it sets.
  private func becomes(_ person: Answers) -> Answers {
    let then = answers(person, after: 0)
    return Answers(
      then.byQuestion.filter { question, answer in
        guard case .number = answer else { return false }
        return correction.sets.contains { $0.question == question }
      })
  }

  /// Rather one that names the correction, and is clear once it is done.
  private func rule(about person: Answers) -> Int? {
    let then = outcomes(of: [person], after: 0)[0]
    let named = rules.indices.filter { rules[$0].corrections.contains(correction.id) }
    return named.first { then[$0] == .clear } ?? rules.indices.first { then[$0] == .clear } ?? named.first
      ?? rules.indices.first
  }

  private func person(noticing change: Int) -> Answers? {
    let question = correction.sets[changes[change].place].question
    return numbered(changes[change].place).first { person in
      guard case .number(let was) = answers(person, after: 0)[question] else { return false }
      guard case .number(let now) = answers(person, after: change + 1)[question] else { return true }
      return was != now
    }
  }

  /// People of whom a rule that names the correction is found, first as they are, then with numbers for what it is
  /// worked out from.
  private func numbered(_ place: Int) -> [Answers] {
    let named = pack.rules.filter { $0.corrections.contains(correction.id) }
    let found = named.flatMap(\.examples).filter { $0.outcome == .found && $0.answers.isPlain }.map(\.answers)
    let starts = Array((found + candidates).withoutDoubles.prefix(24)) + [Answers()]
    guard case .formula(let formula) = correction.sets[place].value else { return starts }
    let measures = Dictionary(pack.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let read = formula.questions(measures: measures)
    let constants = formula.parts.compactMap { if case .constant(let value) = $0 { value } else { nil } }
    func filled(_ start: Answers, _ questions: [Question.ID]) -> [Answers] {
      questions.reduce([start]) { people, id in
        let values = Self.values(of: pack.question(id), constants)
        return Array(
          people.flatMap { person in
            values.map { value in
              var person = person
              person[id] = .number(value)
              return person
            }
          }.prefix(Self.mostTried))
      }
    }
    let missing = starts.flatMap { start in filled(start, read.filter { start[$0] == nil }) }
    return missing + filled(starts[0], read)
  }

  /// Plain ones in the middle first, then beside the constants of the formula.
  private static func values(of question: Question?, _ constants: [Int]) -> [Int] {
    guard case .number(let range)? = question?.kind else { return [] }
    let (low, high, step) = (range.bounds.lowerBound, range.bounds.upperBound, range.step ?? 1)
    let spread = [3, 2, 4, 1, 5].map { low + (high - low) * $0 / 6 / step * step }
    let beside = constants.flatMap { [$0 + 60, $0 + 1, $0, $0 - 1] }
    return (spread + beside + [low]).filter(range.bounds.contains).withoutDoubles
  }
}
