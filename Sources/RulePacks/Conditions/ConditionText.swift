import Ergonomics

/// What a text means, or every problem that was found in it.
package struct Reading<Value> {
  /// `nil` exactly when there are problems.
  package let value: Value?
  /// In the order of the text.
  package let problems: [Problem]

  init(_ value: Value?, _ problems: [Problem]) {
    precondition((value == nil) == !problems.isEmpty, "a reading has a value or problems")
    (self.value, self.problems) = (value, problems.sorted())
  }

  /// The value; problems go to a list, as a loader of many files wants it.
  package func value(addingProblemsTo list: inout [Problem]) -> Value? {
    list += problems
    return value
  }
}

/// The text of a condition: `lumbar_support is none and sitting_time at least 2 h`.
package enum ConditionText {
  /// Problem codes: see `Problem+ConditionText.swift`.
  package static func read(_ source: SourceText, with vocabulary: Vocabulary) -> Reading<Condition> {
    var parser = ConditionParser(source)
    let syntax = parser.whole()
    var resolver = ConditionResolver(vocabulary, source: source)
    let condition = resolver.condition(syntax)
    let problems = parser.problems + resolver.problems
    return Reading(problems.isEmpty ? condition : nil, problems)
  }
}

/// The text of a formula, of a measure, a score or a correction: `desk_height - elbow_height`.
package enum FormulaText {
  /// - Parameter kind: What the formula must give; anything else is a problem.
  package static func read(_ source: SourceText, as kind: QuantityKind, with vocabulary: Vocabulary) -> Reading<Formula>
  {
    var parser = ConditionParser(source)
    let syntax = parser.whole()
    var resolver = ConditionResolver(vocabulary, source: source)
    let formula = resolver.formula(syntax, as: kind)
    let problems = parser.problems + resolver.problems
    return Reading(problems.isEmpty ? formula : nil, problems)
  }
}
