import Ergonomics

/// The one way into a survey file: opened, with its headings matched to the questions of packs. Its people are read once,
/// in blocks, on several cores; what is made of them comes out in the order of the file.
///
/// Memory does not grow with the file. The same file and packs give the same, however many cores there are.
struct SurveyReader: Sendable {
  let plan: ReadingPlan
  private let queue: ChunkQueue
  private var options: SurveyOptions { plan.options }

  /// - Parameter start: What has been read from the descriptor already.
  /// - Throws: `SurveyError`.
  init(
    _ programs: [RuleProgram], _ options: SurveyOptions, _ input: Int32, after start: [UInt8] = []
  ) throws(SurveyError) {
    let packs = programs.map(\.pack)
    var options = options
    if options.repeats == .last {
      options.superseded = try RepeatedRows(packs, options, input, after: start).superseded
    }
    var reader = try RecordReader(RawBytes(start, then: input, blockSize: options.blockSize), packs, options)
    let header = try reader.readHeader()
    plan = ReadingPlan(programs, header, options, separator: reader.separator)
    queue = ChunkQueue(reader, plan)
  }

  /// Reads to the end of the file; closes nothing.
  ///
  /// What is made of the first rows is held back until the columns have shown to be what they seem, up to a mebibyte of
  /// the survey.
  ///
  /// - Parameters:
  ///   - rejects: Where rejects are written, if they are.
  ///   - consumer: One for each core.
  ///   - deliver: Called in the order of the file.
  /// - Throws: `SurveyError`, or `CancellationError` when the task was cancelled.
  func read<Consumer: SurveyConsumer & ~Copyable>(
    rejects: Int32?, _ consumer: @escaping @Sendable (ReadingPlan) -> Consumer,
    deliver: @escaping @Sendable (Consumer.Yield) throws(SurveyError) -> Void
  ) async throws -> SurveySummary {
    let watch = ColumnWatch<OrderedOutput<Consumer.Yield>.Made>(
      plan.watched, file: options.file, headerLine: plan.header.sheet.line,
      refuses: !options.acceptsUnread && !options.onlyLooks)
    let outlet = OrderedOutput(rejects: rejects, watch: watch, deliver: deliver)
    if let rejects, options.opensResults { try TextBuffer(RejectsTable.header).write(to: rejects) }
    var summary = try await read(outlet, consumer)
    try Task.checkCancellation()
    for made in try await watch.finish() { try outlet.write(made) }
    await describe(&summary, doubts: watch.doubts)
    return summary
  }

  private func describe(_ summary: inout SurveySummary, doubts: [Problem]) async {
    let header = plan.header
    (summary.platform, summary.encoding) = (header.sheet.platform, await queue.encoding)
    summary.mapping = header.mapping(packs: plan.readers.map(\.program.pack))
    summary.idColumns = header.idColumns.map { header.names[$0] }
    summary.idSuggestion = await queue.idSuggestion
    summary.unusedColumns = header.unusedColumns.map { header.names[$0] } + (await queue.namesTooLate)
    summary.missingQuestions = header.missingQuestions
    summary.nearHeadings = plan.nearHeadings
    summary.origin = await queue.origin
    summary.problems = header.nearMisses + doubts + (await queue.cellProblems)
    if let doubt = await queue.encodingDoubt { summary.problems.append(doubt) }
    if let short = Problem.shortRows(await queue.rowsCutShort, file: options.file) { summary.problems.append(short) }
    summary.idsNotRemembered = await queue.idsForgotten
    summary.idsOfEarlierFiles = await queue.idsOfEarlierFiles
  }

  /// Reads all chunks. What is wrong first in the file is what is thrown.
  private func read<Consumer: SurveyConsumer & ~Copyable>(
    _ outlet: OrderedOutput<Consumer.Yield>, _ consumer: @escaping @Sendable (ReadingPlan) -> Consumer
  ) async throws -> SurveySummary {
    let results = await withTaskGroup(of: Result<SurveySummary, any Error>.self) { group in
      for _ in 0..<max(1, options.cores) {
        group.addTask {
          do {
            return .success(try await work(outlet, consumer(plan)))
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

  /// What each core does: takes the next chunk in turn, works on it alone, and hands over in turn.
  private func work<Consumer: SurveyConsumer & ~Copyable>(
    _ outlet: OrderedOutput<Consumer.Yield>, _ consumer: consuming Consumer
  ) async throws -> SurveySummary {
    var worker = ChunkReader(plan, consumer)
    var chunk = RecordChunk(capacity: options.chunkSize, separator: plan.separator)
    while !Task.isCancelled, let turn = try await queue.next(into: &chunk) {
      let watched = await outlet.watch.open
      worker.read(chunk, watching: watched)
      let made = (yield: worker.takeYield(), rejects: outlet.rejects == nil ? [] : worker.rejects.text.bytes)
      try await outlet.turnstile.enter(turn)
      do throws(SurveyError) {
        if !watched.isEmpty {
          let ready = try await outlet.watch.take(
            worker.tallies, width: watched.count, made, bytes: chunk.byteCount)
          for made in ready { try outlet.write(made) }
        } else {
          try outlet.write(made)
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

/// Where things go, in turn.
private struct OrderedOutput<Yield: Sendable>: Sendable {
  typealias Made = (yield: Yield, rejects: [UInt8])
  let rejects: Int32?
  let watch: ColumnWatch<Made>
  let turnstile = OrderedGate()
  let deliver: @Sendable (Yield) throws(SurveyError) -> Void

  init(
    rejects: Int32?, watch: ColumnWatch<Made>, deliver: @escaping @Sendable (Yield) throws(SurveyError) -> Void
  ) {
    (self.rejects, self.watch, self.deliver) = (rejects, watch, deliver)
  }

  func write(_ made: Made) throws(SurveyError) {
    try deliver(made.yield)
    if let rejects { try made.rejects.write(to: rejects) }
  }
}
