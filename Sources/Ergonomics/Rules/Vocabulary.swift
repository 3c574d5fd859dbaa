/// The names that condition text may use, and what each stands for.
package struct Vocabulary: Sendable {
  package let questions: [Question.ID: Question]
  /// The unit each measure is shown in.
  package let measures: [Measure.ID: UnitOfMeasure]
  package let tables: Set<LookupTable.ID>

  /// Of questions with the same id the first counts.
  package init(
    questions: [Question], measures: [Measure.ID: UnitOfMeasure] = [:], tables: some Sequence<LookupTable.ID> = []
  ) {
    self.questions = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    (self.measures, self.tables) = (measures, Set(tables))
  }

  /// Words of the language: no question, measure or table may be called so.
  package static let reservedWords: Set<String> = Set(UnitOfMeasure.allCases.map(\.rawValue)).union([
    "all", "and", "any", "at", "between", "count", "has", "is", "least", "less", "max", "more", "most", "none", "not",
    "of", "or", "than",
  ])

  /// Words that no option may be called; an option always follows `is`, `in` or `has`, so that most words are free.
  package static let reservedOptions: Set<String> = ["and", "not", "not_sure", "or"]
}

extension Pack {
  package var vocabulary: Vocabulary {
    Vocabulary(
      questions: questions,
      measures: Dictionary(measures.map { ($0.id, $0.unit) }, uniquingKeysWith: { first, _ in first }),
      tables: tables.map(\.id))
  }
}
