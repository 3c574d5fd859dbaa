import Ergonomics

/// What one core needs to hold blocks of people against one pack; nothing in it is shared.
final class BlockEvaluator {
  private let reader: AnswerReader
  private let hasFormulas: Bool
  private var block: AnswerBlock
  /// Of the people judged last.
  private(set) var verdicts: Verdicts
  private var memo = CellMemo()

  init(_ reader: AnswerReader, includesHealth: Bool) {
    self.reader = reader
    hasFormulas = reader.program.pack.scores.contains { $0.formula != nil }
    block = AnswerBlock(reader.program)
    verdicts = Verdicts(reader.program, .scoring, includesHealth: includesHealth)
  }

  /// Reads and judges up to 64 records; calls back for each cell that cannot be understood.
  func evaluate(_ people: Span<Record>, of chunk: borrowing RecordChunk, misread: (AnswerReader.Misread) -> Void) {
    reader.read(people, of: chunk, into: &block, &memo, misread: misread)
    verdicts.evaluate(block, count: people.count)
  }

  /// For whom of the people judged last a question counts or may count, and who of them answered it.
  func reach(_ question: Int) -> (asked: UInt64, answered: UInt64) { verdicts.reach(question, of: block) }

  /// What the people judged last answered.
  func prints(_ print: AnswerPrint, of count: Int) -> [UInt64] {
    var prints: [UInt64] = []
    print.append(block, count: count, to: &prints)
    return prints
  }

  /// What rows of results need of the people judged last.
  func table(of count: Int) -> VerdictTable {
    let scores = reader.program.pack.scores
    var formulaScores: [ScoreInterval?] = []
    if hasFormulas {
      for person in 0..<count {
        formulaScores += scores.indices.map { scores[$0].formula == nil ? nil : verdicts.score($0, for: person) }
      }
    }
    return VerdictTable(verdicts, formulaScores: formulaScores)
  }
}
