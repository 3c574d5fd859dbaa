import Ergonomics

/// All that one core needs to score chunks; nothing in it is shared.
struct ChunkWorker: ~Copyable {
  private(set) var rows = TextBuffer()
  private(set) var rejects: RejectsTable
  /// Of the chunk; empty unless columns are watched.
  private(set) var tallies: [ColumnWatch.Tally] = []
  /// Of all chunks so far.
  private(set) var summary = SurveySummary()
  private let plan: ScoringPlan
  private let judges: [PackJudge]
  /// Every row may be one to set aside; else only those as long as the headings. Asking costs more than reading.
  private let mayBeSetAside: Bool
  private let headerLength: Int
  private var people: [Record] = []
  private var troubles: [RowTrouble] = []

  init(_ plan: ScoringPlan) {
    self.plan = plan
    mayBeSetAside = plan.header.sheet.platform.repeatsResponses || !plan.header.filters.isEmpty
    headerLength = plan.header.sheet.header.count
    rejects = RejectsTable(file: plan.options.file)
    judges = plan.readers.map { PackJudge($0, includesHealth: plan.options.includesHealth) }
    people.reserveCapacity(AnswerBlock.capacity)
  }

  /// Scores the records of a chunk, 64 at a time.
  mutating func score(_ chunk: borrowing RecordChunk, isWatching: Bool) {
    rows.clear()
    rejects.clear()
    tallies.removeAll(keepingCapacity: true)
    var doubles = chunk.doubles[...]
    for place in 0..<chunk.recordCount {
      let record = chunk.records[place]
      let isDouble = doubles.first == record.place
      if isDouble { doubles.removeFirst() }
      let isInDoubt = mayBeSetAside || chunk.bytes(of: record).count == headerLength
      if isInDoubt, let kind = plan.setAside(record, isDouble: isDouble, of: chunk) {
        summary.setAsideByKind[kind, default: 0] += 1
      } else if let trouble = trouble(with: record, isDouble: isDouble, of: chunk) {
        troubles.append(trouble)
        summary.rejected += 1
      } else {
        people.append(record)
      }
      if people.count == AnswerBlock.capacity { scorePeople(of: chunk, isWatching) }
    }
    scorePeople(of: chunk, isWatching)
    summary.rows += chunk.recordCount
  }

  /// Why a row cannot be read at all.
  private func trouble(with record: Record, isDouble: Bool, of chunk: borrowing RecordChunk) -> RowTrouble? {
    if Int(record.fieldCount) != plan.header.names.count {
      return RowTrouble(record: record, position: 0, kind: .ragged)
    }
    if let position = chunk.brokenField(of: record) {
      return RowTrouble(record: record, position: position, kind: .brokenEncoding)
    }
    return isDouble && !plan.header.sheet.platform.repeatsResponses
      ? RowTrouble(record: record, position: plan.header.idColumns.first ?? 0, kind: .doubleID) : nil
  }

  private mutating func scorePeople(of chunk: borrowing RecordChunk, _ isWatching: Bool) {
    var misread: [AnswerReader.Misread] = []
    var verdicts: [VerdictTable] = []
    if !people.isEmpty {
      for judge in judges { verdicts.append(judge.judge(people.span, of: chunk) { misread.append($0) }) }
      if isWatching { tally(misread, chunk) }
    }
    let leftOut = plan.options.isStrict ? misread.reduce(0 as UInt64) { $0 | 1 << UInt64($1.person) } : 0
    reject(misread, of: chunk)
    plan.layout.write(verdicts, of: people, except: leftOut, in: chunk, to: &rows)
    summary.scored += people.count - leftOut.nonzeroBitCount
    summary.rejected += leftOut.nonzeroBitCount
    people.removeAll(keepingCapacity: true)
  }

  /// Writes down what is wrong with the rows since the last block, in the order of the file.
  private mutating func reject(_ misread: [AnswerReader.Misread], of chunk: borrowing RecordChunk) {
    if misread.isEmpty, troubles.isEmpty { return }
    var cells: Set<[Int]> = []
    for cell in misread where cells.insert([cell.person, cell.position]).inserted {  // packs may share a question
      troubles.append(
        RowTrouble(
          record: people[cell.person], position: cell.position,
          kind: .misread(pack: cell.pack, question: cell.question, tick: cell.tick)))
    }
    if !plan.options.isStrict { summary.cellsLeftOpen += cells.count }
    troubles.sort(by: <)
    for trouble in troubles { rejects.add(trouble, of: chunk, plan) }
    troubles.removeAll(keepingCapacity: true)
  }

  private mutating func tally(_ misread: [AnswerReader.Misread], _ chunk: borrowing RecordChunk) {
    let first = tallies.count
    for (place, column) in plan.watched.enumerated() {
      var tally = ColumnWatch.Tally(column: place)
      for person in people.indices {
        let cell = chunk.field(column.position, of: people[person])
        if cell.isBlankCell { continue }
        tally.filled |= 1 << UInt64(person)
        if let doubt = column.doubt { tally.note(doubt.sign(of: cell), cell, person) }
      }
      tallies.append(tally)
    }
    for cell in misread where cell.speaksAgainstColumn {
      guard let place = plan.watchedPlaces[cell.pack][cell.question][cell.position] else { continue }
      tallies[first + place].misread |= 1 << UInt64(cell.person)
    }
  }
}

extension ColumnWatch.Tally {
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
  fileprivate var isBlankCell: Bool { allSatisfy { $0 == ASCII.space || $0 == ASCII.quote } }
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
}
