import Ergonomics

/// What one core needs to hold blocks of people against one pack; nothing in it is shared.
final class PackJudge {
  private let reader: AnswerReader
  private let hasFormulas: Bool
  private var block: AnswerBlock
  private var verdicts: Verdicts
  private var memo = CellMemo()

  init(_ reader: AnswerReader, includesHealth: Bool) {
    self.reader = reader
    hasFormulas = reader.program.pack.scores.contains { $0.formula != nil }
    block = AnswerBlock(reader.program)
    verdicts = Verdicts(reader.program, .scoring, includesHealth: includesHealth)
  }

  /// Reads and judges up to 64 records; calls back for each cell that cannot be understood.
  func judge(
    _ people: Span<Record>, of chunk: borrowing RecordChunk, misread: (AnswerReader.Misread) -> Void
  )
    -> VerdictTable
  {
    reader.read(people, of: chunk, into: &block, &memo, misread: misread)
    verdicts.judge(block, count: people.count)
    let scores = reader.program.pack.scores
    var formulaScores: [ScoreInterval?] = []
    if hasFormulas {
      for person in people.indices {
        formulaScores += scores.indices.map { scores[$0].formula == nil ? nil : verdicts.score($0, for: person) }
      }
    }
    return VerdictTable(verdicts, formulaScores: formulaScores)
  }
}
