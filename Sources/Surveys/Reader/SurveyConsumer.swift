/// What is made of the people of a survey: rows of results, counts by team, reports. Each core has one of its own, and
/// hands over what it made of a chunk in the order of the file.
protocol SurveyConsumer: ~Copyable, SendableMetatype {
  associatedtype Yield: Sendable

  /// Takes in up to 64 people who were read and judged; `except` has a bit for those who do not count after all.
  mutating func take(
    _ people: [Record], except: UInt64, _ evaluators: [BlockEvaluator], misread: [AnswerReader.Misread],
    of chunk: borrowing RecordChunk)

  /// Takes in a row that gives nobody.
  mutating func leaveOut(_ record: Record, _ why: LeftOut, of chunk: borrowing RecordChunk)

  /// What was made of the chunk; begins the next.
  mutating func takeYield() -> Yield
}

/// Why a row gives nobody.
package enum LeftOut: Sendable, Hashable {
  /// It has more or fewer cells than the header.
  case ragged
  /// It is encrypted, and the key does not open it.
  case unopened
  /// A cell of it is not in the encoding of the file.
  case broken
  /// Its id stands in another row.
  case double
  /// A cell of it is not understood, where that is enough.
  case unread
  case setAside(SetAsideReason)
}

extension SurveyConsumer where Self: ~Copyable {
  mutating func leaveOut(_ record: Record, _ why: LeftOut, of chunk: borrowing RecordChunk) {}
}
