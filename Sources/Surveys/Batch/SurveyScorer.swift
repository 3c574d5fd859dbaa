import Ergonomics

/// Scores a survey file: a row of results for each row that can be read, in the order of the file; a row of rejects for
/// each thing that cannot.
///
///     let scorer = SurveyScorer([pack], SurveyScorer.Options(file: "team.csv"))
///     let summary = try await scorer.run(input: 0, output: results.descriptor, rejects: rejects.descriptor)
///
/// Memory does not grow with the file. The same file and packs give the same bytes, however many cores there are.
package struct SurveyScorer: Sendable {
  package struct Options: Sendable {
    /// As problems and rejects name the file.
    package var file: String
    /// A heading; `nil` = the column `id`, or the number of the row where there is none.
    package var idColumn: String?
    /// Headings of columns that results keep.
    package var keptColumns: [String] = []
    /// People are told of by what stands in the kept column, so it must hold what they are together in.
    package var isGrouping = false
    /// Results tell what rules say that read sensitive questions.
    package var includesHealth = false
    /// A cell that cannot be understood rejects its row; a heading that is nearly a question stops everything.
    package var isStrict = false
    /// Responses that are scored although a platform marks them.
    package var included: Set<SetAside> = []
    package var format = ResultFormat.csv
    /// What stands before and behind the rows is written: not between the files of several.
    package var opensResults = true
    package var closesResults = true
    /// Of the files before this one, where there are several.
    package var earlierFiles: EarlierIDs?
    /// Of the first response, where files have no ids.
    package var firstNumber = 1
    /// Called with the number of responses dealt with since the last time, in any order.
    package var progress: (@Sendable (Int) async -> Void)?
    package var cores = 1
    /// In bytes; no row can be longer.
    package var chunkSize = 1 << 18
    /// How many bytes are read at once. The first block tells how the file is encoded and what stands between cells.
    package var blockSize = 1 << 16

    package init(file: String) { self.file = file }
  }

  private let programs: [Program]
  private let options: Options

  package init(_ packs: [Pack], _ options: Options) { (programs, self.options) = (packs.map(Program.init), options) }

  /// Reads to the end of `input` and writes results, and rejects where they are wanted; closes nothing.
  ///
  /// Results are held back until the columns have shown to be what they seem, up to a mebibyte. So where an error is
  /// thrown, a part may have been written: give it a file that can be thrown away.
  ///
  /// - Throws: `SurveyError`, or `CancellationError` when the task was cancelled.
  package func run(input: Int32, output: Int32, rejects: Int32?) async throws -> SurveySummary {
    let bytes = RawBytes(then: input, blockSize: options.blockSize)
    var reader = try RecordReader(bytes, programs.map(\.pack), options)
    let header = try reader.readHeader()
    let plan = ScoringPlan(programs, header, options, separator: reader.separator)
    let queue = ChunkQueue(reader, idColumns: header.idColumns, earlierFiles: options.earlierFiles)
    let watch = ColumnWatch(plan.watched, file: options.file, headerLine: header.sheet.line)
    let outlet = Outlet(output: output, rejects: rejects, watch: watch)
    if options.opensResults { try TextBuffer(plan.table.opening).write(to: output) }
    if let rejects, options.opensResults { try TextBuffer(RejectsTable.header).write(to: rejects) }
    var summary = try await score(queue, plan, outlet)
    try Task.checkCancellation()
    try outlet.write(await watch.finish())
    if options.closesResults { try TextBuffer(plan.table.closing).write(to: output) }
    (summary.platform, summary.encoding) = (header.sheet.platform, await queue.encoding)
    summary.mapping = header.mapping(packs: programs.map(\.pack))
    summary.unusedColumns = header.unusedColumns.map { header.names[$0] } + (await queue.namesTooLate)
    summary.missingQuestions = header.missingQuestions
    summary.problems = header.nearMisses
    summary.idsNotRemembered = await queue.idsForgotten
    summary.idsOfEarlierFiles = await queue.idsOfEarlierFiles
    return summary
  }

  /// Scores all chunks. What is wrong first in the file is what is thrown.
  private func score(_ queue: ChunkQueue, _ plan: ScoringPlan, _ outlet: Outlet) async throws -> SurveySummary {
    let results = await withTaskGroup(of: Result<SurveySummary, any Error>.self) { group in
      for _ in 0..<max(1, options.cores) {
        group.addTask {
          do {
            return .success(try await work(queue, plan, outlet))
          } catch {
            return .failure(error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    if let failure = await outlet.turnstile.failure { throw failure }
    return try results.reduce(into: SurveySummary()) { $0.add(try $1.get()) }
  }

  /// What each core does: takes the next chunk in turn, works on it alone, and writes in turn.
  private func work(_ queue: ChunkQueue, _ plan: ScoringPlan, _ outlet: Outlet) async throws -> SurveySummary {
    var worker = ChunkWorker(plan)
    var chunk = RecordChunk(capacity: options.chunkSize, separator: plan.separator)
    while !Task.isCancelled, let turn = try await queue.next(into: &chunk) {
      let isWatching = await !outlet.watch.isSettled
      worker.score(chunk, isWatching: isWatching)
      let converted = options.format == .csv ? nil : plan.table.convert(worker.rows.bytes)
      try await outlet.turnstile.enter(turn)
      do throws(SurveyError) {
        if isWatching {
          let text = (rows: converted ?? worker.rows.bytes, rejects: worker.rejects.text.bytes)
          try outlet.write(await outlet.watch.take(worker.tallies, text))
        } else {
          if let converted { try converted.write(to: outlet.output) } else { try worker.rows.write(to: outlet.output) }
          if let rejects = outlet.rejects { try worker.rejects.text.write(to: rejects) }
        }
      } catch {
        await outlet.turnstile.fail(error)
        throw error
      }
      await outlet.turnstile.leave()
      await options.progress?(chunk.recordCount)
    }
    return worker.summary
  }
}

/// Where text goes, in turn.
private struct Outlet: Sendable {
  let output: Int32
  let rejects: Int32?
  let watch: ColumnWatch
  let turnstile = Turnstile()

  func write(_ text: ColumnWatch.Text) throws(SurveyError) {
    try text.rows.write(to: output)
    if let rejects { try text.rejects.write(to: rejects) }
  }
}
