extension Question {
  /// The same question, of whose answers some words say nothing, and whose plain numbers are in this unit.
  package func reading(_ words: [String: OpenWording], plainUnit: UnitOfMeasure? = nil) -> Question {
    var question = self
    question.read(words)
    if let plainUnit, case .number(var range) = kind {
      range.plainUnit = plainUnit
      question.kind = .number(range)
    }
    return question
  }

  /// The same question, which is also found under other headings, and its options in other wordings.
  package func adding(headings: [String], wordings: [AnswerOption.ID: [String]]) -> Question {
    var question = self
    question.aliases += headings
    func more(_ options: [AnswerOption]) -> [AnswerOption] {
      options.map { option in
        var option = option
        option.aliases += wordings[option.id] ?? []
        return option
      }
    }
    switch kind {
    case .choice(let options): question.kind = .choice(more(options))
    case .choices(let options): question.kind = .choices(more(options))
    case .number, .text: break
    }
    return question
  }

  /// The same question, which is found under all that others are called that it is one with.
  ///
  /// - Parameter isClear: Whether an id or a heading leads to no other question.
  package func findable(as others: [Question], where isClear: (String) -> Bool) -> Question {
    let headings = others.flatMap { [$0.text] + $0.aliases }.withoutDoubles
      .filter { $0 != text && !aliases.contains($0) && isClear($0) }
    let known = Set(options.flatMap(\.names))
    var wordings: [AnswerOption.ID: [String]] = [:]
    for option in others.flatMap(\.options) {
      wordings[option.id, default: []] += ([option.text] + option.aliases).filter { !known.contains($0) }
    }
    var question = adding(headings: headings, wordings: wordings.mapValues(\.withoutDoubles))
    question.otherIDs = others.map(\.id).withoutDoubles.filter { $0 != id && isClear($0) }
    return question
  }
}
