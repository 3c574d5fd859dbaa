import Ergonomics

/// All that one core needs to read chunks; nothing in it is shared.
struct ChunkReader<Consumer: SurveyConsumer & ~Copyable>: ~Copyable {
  private(set) var consumer: Consumer
  private(set) var rejects: RejectsTable
  /// Of the chunk; empty unless columns are watched.
  private(set) var tallies: [WatchedColumn.Tally] = []
  /// Of all chunks so far.
  private(set) var summary = SurveySummary()
  private let plan: ReadingPlan
  private let evaluators: [BlockEvaluator]
  // Looked at for each row: of its own, as what the plan holds would be retained each time; by functions that are mutating,
  // as others would be given a copy of all this.
  private let nobody: NobodyRows
  private let width: Int
  private let mayBeSetAside: Bool
  private var people: [Record] = []
  private var troubles: [RowTrouble] = []
  private var cursor = LineCursor()

  init(_ plan: ReadingPlan, _ consumer: consuming Consumer) {
    self.plan = plan
    self.consumer = consumer
    (nobody, width) = (plan.nobody, plan.width)
    mayBeSetAside = plan.repeats != .reject || !plan.header.filters.isEmpty
    rejects = RejectsTable(file: plan.options.file)
    evaluators = plan.readers.map { BlockEvaluator($0, includesHealth: plan.options.includesHealth) }
    people.reserveCapacity(AnswerBlock.capacity)
  }

  /// Reads the records of a chunk, 64 at a time.
  ///
  /// - Parameter watched: Places of columns that are watched still.
  mutating func read(_ chunk: borrowing RecordChunk, watching watched: [Int]) {
    rejects.clear()
    cursor = LineCursor()
    tallies.removeAll(keepingCapacity: true)
    var doubles = chunk.doubles.makeIterator()
    var nextDouble = doubles.next()
    let capacity = AnswerBlock.capacity
    for place in 0..<chunk.recordCount {
      let record = chunk.records[place]
      let isDouble = nextDouble == record.place
      if isDouble { nextDouble = doubles.next() }
      if let kind = setAside(record, isDouble: isDouble, of: chunk) {
        setAside(record, kind, of: chunk)
      } else if let trouble = trouble(with: record, isDouble: isDouble, of: chunk) {
        reject(trouble, of: chunk)
      } else {
        people.append(record)
      }
      if people.count == capacity { readPeople(of: chunk, watched) }
    }
    readPeople(of: chunk, watched)
    summary.rows += chunk.recordCount
  }

  mutating func takeYield() -> Consumer.Yield { consumer.takeYield() }

  private mutating func setAside(_ record: Record, isDouble: Bool, of chunk: borrowing RecordChunk) -> SetAsideReason? {
    if let kind = nobody.kind(of: record, in: chunk), kind != .total || plan.isTotal(record, of: chunk) {
      return kind
    }
    return mayBeSetAside ? plan.setAside(record, isDouble: isDouble, of: chunk) : nil
  }

  private mutating func setAside(_ record: Record, _ kind: SetAsideReason, of chunk: borrowing RecordChunk) {
    summary.setAsideByKind[kind, default: 0] += 1
    if summary.mayNote(kind) { summary.note(noted(record, of: chunk), as: kind) }
    consumer.leaveOut(record, .setAside(kind), of: chunk)
  }

  private mutating func reject(_ trouble: RowTrouble, of chunk: borrowing RecordChunk) {
    troubles.append(trouble)
    summary.rejected += 1
    if case .doubleID = trouble.kind, summary.mayNote(.duplicate) {
      summary.note(noted(trouble.record, of: chunk), as: .duplicate)
    }
    consumer.leaveOut(trouble.record, trouble.leftOut, of: chunk)
  }

  private mutating func noted(_ record: Record, of chunk: borrowing RecordChunk) -> SurveySummary.NotedRow {
    let line = chunk.line(of: record, from: &cursor)
    let columns = plan.header.idColumns
    let hasID = !columns.isEmpty && columns.allSatisfy { $0 < Int(record.fieldCount) }
    return .init(line: line, id: hasID ? chunk.id(columns, of: record) : "")
  }

  /// Why a row cannot be read at all.
  private mutating func trouble(with record: Record, isDouble: Bool, of chunk: borrowing RecordChunk) -> RowTrouble? {
    if Int(record.fieldCount) != width {
      // Of objects made rows, only what cannot be opened has another number of cells.
      let isMadeOfObjects = !chunk.lines.isEmpty && !chunk.countsCells
      return RowTrouble(record: record, position: 0, kind: isMadeOfObjects ? .unopened : .ragged)
    }
    if let position = chunk.brokenField(of: record) {
      return RowTrouble(record: record, position: position, kind: .brokenEncoding)
    }
    return isDouble && plan.repeats == .reject
      ? RowTrouble(record: record, position: plan.header.idColumns.first ?? 0, kind: .doubleID) : nil
  }

  private mutating func readPeople(of chunk: borrowing RecordChunk, _ watched: [Int]) {
    var misread: [AnswerReader.Misread] = []
    if !people.isEmpty {
      for evaluator in evaluators { evaluator.evaluate(people.span, of: chunk) { misread.append($0) } }
    }
    let nobody = misread.isEmpty ? 0 : leaveOutNobody(&misread, of: chunk)
    if !watched.isEmpty, !people.isEmpty { tally(misread, except: nobody, chunk, watched) }
    if plan.options.hidesHealth { misread.removeAll { plan.isAboutHealth($0.question, ofPack: $0.pack) } }
    let rejected = plan.options.isStrict ? misread.reduce(0 as UInt64) { $0 | 1 << UInt64($1.person) } : 0
    reject(misread, of: chunk)
    for person in people.indices where rejected >> UInt64(person) & 1 == 1 {
      consumer.leaveOut(people[person], .unread, of: chunk)
    }
    if !people.isEmpty { consumer.take(people, except: nobody | rejected, evaluators, misread: misread, of: chunk) }
    summary.scored += people.count - (nobody | rejected).nonzeroBitCount
    summary.rejected += rejected.nonzeroBitCount
    people.removeAll(keepingCapacity: true)
  }

  /// Sets aside rows that name questions in place of answers; a bit for each.
  private mutating func leaveOutNobody(
    _ misread: inout [AnswerReader.Misread], of chunk: borrowing RecordChunk
  ) -> UInt64 {
    var nobody: UInt64 = 0
    for (person, cells) in Dictionary(grouping: misread, by: \.person).sorted(by: { $0.key < $1.key }) {
      guard let kind = plan.namesQuestions(cells, people[person], of: chunk) else { continue }
      nobody |= 1 << UInt64(person)
      setAside(people[person], kind, of: chunk)
    }
    if nobody != 0 { misread.removeAll { nobody >> UInt64($0.person) & 1 == 1 } }
    return nobody
  }

  /// Writes down what is wrong with the rows since the last block, in the order of the file.
  private mutating func reject(_ misread: [AnswerReader.Misread], of chunk: borrowing RecordChunk) {
    if misread.isEmpty, troubles.isEmpty { return }
    var (cells, open) = (Set<[Int]>(), 0)
    for cell in misread where cells.insert([cell.person, cell.position]).inserted {  // packs may share a question
      troubles.append(
        RowTrouble(
          record: people[cell.person], position: cell.position,
          kind: .misread(pack: cell.pack, question: cell.question, tick: cell.tick)))
      if plan.keepsToItself(cell.question, ofPack: cell.pack) {
        summary.leavesHealthOpen = summary.leavesHealthOpen || !plan.options.isStrict
      } else {
        open += 1
      }
    }
    if !plan.options.isStrict { summary.cellsLeftOpen += open }
    troubles.sort(by: <)
    for trouble in troubles { rejects.add(trouble, of: chunk, plan) }
    troubles.removeAll(keepingCapacity: true)
  }

  private mutating func tally(
    _ misread: [AnswerReader.Misread], except: UInt64, _ chunk: borrowing RecordChunk, _ watched: [Int]
  ) {
    let first = tallies.count
    for place in watched {
      let column = plan.watched[place]
      var tally = WatchedColumn.Tally(column: place)
      for person in people.indices where except >> UInt64(person) & 1 == 0 {
        let cell = chunk.field(column.position, of: people[person])
        if cell.isBlankCell { continue }
        tally.filled |= 1 << UInt64(person)
        if let doubt = column.doubt { tally.note(doubt.sign(of: cell), cell, person) }
      }
      tallies.append(tally)
    }
    for cell in misread where cell.speaksAgainstColumn {
      guard let place = plan.watchedPlaces[cell.pack][cell.question][cell.position],
        let offset = watched.firstIndex(of: place)
      else { continue }
      tallies[first + offset].misread |= 1 << UInt64(cell.person)
    }
  }
}

extension WatchedColumn.Tally {
  fileprivate mutating func note(_ sign: ColumnDoubt.Sign?, _ cell: UnsafeRawBufferPointer, _ person: Int) {
    switch sign {
    case .doubtful:
      doubtful |= 1 << UInt64(person)
      let text = String(field: cell)
      if values.count < ColumnDoubt.mostValues, !values.contains(where: { $0.text == text }) {
        values.append((person, text))
      }
    case .against: against |= 1 << UInt64(person)
    case nil: break
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Nothing in it but blanks and quotation marks.
  var isBlankCell: Bool { allSatisfy { $0 == ASCII.space || $0 == ASCII.quote } }
}

extension RecordChunk {
  /// The first field that is not UTF-8, or holds a NUL.
  func brokenField(of record: Record) -> Int? {
    if isPlain || bytes(of: record).allSatisfy({ $0 != 0 && $0 < 0x80 }) { return nil }
    if let text = String(validating: bytes(of: record), as: UTF8.self), !text.utf8.contains(0) { return nil }
    return (0..<Int(record.fieldCount)).first {
      String(validating: field($0, of: record), as: UTF8.self)?.utf8.contains(0) ?? true
    } ?? 0
  }

  /// The line of the file in which a record begins.
  func line(of record: Record, from cursor: inout LineCursor) -> Int {
    lines.isEmpty ? position(ofByte: Int(record.start), from: &cursor).line : lines[Int(record.place)]
  }
}
