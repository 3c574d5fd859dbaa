import Ergonomics
import Markup

/// What comes of the examples of rules; not of those that could not be read, nor where rules never change.
struct TriedExamples {
  struct Tried {
    let rule: Int
    let example: Rule.Example
    let element: MarkupElement
    let outcome: Outcome
  }

  private(set) var disagreeing: [Tried] = []
  /// By rule, the answers of those that come out as `found`, as they should.
  private(set) var found: [[Answers]]

  init(_ pack: WorkedOutPack) {
    found = Array(repeating: [], count: pack.draft.rules.count)
    let cases = pack.draft.rules.enumerated().filter { !pack.senseless.contains($0.offset) }.flatMap { place, rule in
      zip(rule.value.examples, rule.element.elements("example")).filter {
        !pack.draft.brokenExamples.contains(PackDraft.ExampleKey(in: rule.file, $0.1))
      }.map { (rule: place, example: $0.0, element: $0.1) }
    }
    for (each, outcome) in zip(cases, pack.outcomes(cases.map { ($0.rule, $0.example.answers) })) {
      if outcome != each.example.outcome {
        disagreeing.append(Tried(rule: each.rule, example: each.example, element: each.element, outcome: outcome))
      } else if outcome == .found {
        found[each.rule].append(each.example.answers)
      }
    }
  }
}
