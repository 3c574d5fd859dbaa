import Ergonomics

/// Turns the fields of up to 64 records into a block of answers, column by column.
///
/// The tables know what nearly every field says, and do not guess the rest: that is read with more care, one by one.
struct AnswerReader: Sendable {
  private enum Table: Sendable {
    case labels(LabelTable)
    case numbers(NumberTable)
    /// Every field takes care.
    case none
  }
  /// A question that has a column, and is read by rules.
  private struct Column: Sendable {
    let question: Int
    let position: Int
    /// Further columns of the same question, of which each person filled one.
    let others: [Int]
    let table: Table
    /// Of a choice of several: what can stand beside other options.
    let parts: LabelTable?
    let masks: ClosedRange<Int>
    let valueStart: Int?
  }
  /// A cell that cannot be understood, or not all of it.
  struct Misread {
    let person: Int
    let pack: Int
    let question: Int
    let position: Int
    /// `nil` for a cell that holds a whole answer.
    var tick: Tick.Mistake?
    var speaksAgainstColumn = true
  }
  private struct Ticks: Sendable {
    let question: Int
    let reader: TickReader
  }

  let program: RuleProgram
  /// Which of several packs it is.
  private let pack: Int
  private let columns: [Column]
  private let ticks: [Ticks]
  private let labels: LabelTable.Store
  private let numbers: NumberTable.Store

  init(_ program: RuleProgram, pack: Int, columns sources: [QuestionColumns?]) {
    (self.program, self.pack) = (program, pack)
    var (labels, numbers) = (LabelTable.Store(), NumberTable.Store())
    var known: [Question.Kind: Table] = [:]  // questions share tables, which then stay in the cache
    var knownParts: [Question.Kind: LabelTable] = [:]
    columns = program.questions.indices.compactMap { place in
      guard let positions = sources[place]?.wholes, program.questions[place].kind != .text else { return nil }
      let position = positions[0]
      let classes = program.classes[place]
      let table: Table
      if position == 0 || positions.count > 1 {
        table = .none  // tables need a separator before the field, and know one column
      } else if case .number(let range) = program.questions[place].kind {
        let own = program.numbers(of: classes, range)
        table = .numbers(NumberTable(own, noAnswer: classes.undecided, in: &numbers))
      } else {
        let kind = program.questions[place].kind
        table = known[kind] ?? LabelTable(program.labels(of: place), in: &labels).map { .labels($0) } ?? .none
        known[kind] = table
        if case .choices = kind, knownParts[kind] == nil {
          knownParts[kind] = LabelTable(program.parts(of: place), in: &labels)
        }
      }
      return Column(
        question: place, position: position, others: Array(positions.dropFirst()), table: table,
        parts: knownParts[program.questions[place].kind], masks: classes.masks,
        valueStart: classes.valueColumn.map { $0 * AnswerBlock.capacity })
    }
    var ticks: [Ticks] = []
    for place in program.questions.indices {
      guard case .spread(let columns) = sources[place] else { continue }
      ticks.append(Ticks(question: place, reader: TickReader(columns, of: place, in: program, &labels)))
    }
    (self.ticks, self.labels, self.numbers) = (ticks, labels, numbers)
  }

  /// Calls back for each cell that cannot be understood, or not all of it; what is not counts as unanswered.
  func read(
    _ people: Span<Record>, of chunk: borrowing RecordChunk, into block: inout AnswerBlock, _ memo: inout CellMemo,
    misread: (Misread) -> Void
  ) {
    var ownValues: [Int] = []  // out of the block meanwhile: spans of two of its properties would overlap
    swap(&ownValues, &block.values)
    var upperValues: [(place: Int, value: Int)] = []  // of ranges, which are few
    defer {
      swap(&ownValues, &block.values)
      for upper in upperValues { block.upperValues[upper.place] = upper.value }
    }
    var values = ownValues.mutableSpan
    var masks = block.masks.mutableSpan
    for column in columns.indices {
      let first = columns[column].masks.lowerBound
      for mask in columns[column].masks { masks[mask] = 0 }
      var unknown = UInt64.max >> UInt64(64 - people.count)
      switch columns[column].table {
      case .labels(let table):
        unknown = table.mark(columns[column].position, of: people, in: chunk, labels, &masks, from: first)
      case .numbers(let table):
        unknown = table.mark(
          columns[column].position, of: people, in: chunk, numbers, &masks, from: first, &values,
          at: columns[column].valueStart)
      case .none: break
      }
      if unknown == 0 { continue }
      for mask in columns[column].masks { masks[mask] &= ~unknown }
      while unknown != 0 {
        let person = unknown.trailingZeroBitCount
        unknown &= unknown - 1
        let read = read(people[person], of: chunk, columns[column], &memo)
        if read.reading.isMisread {
          misread(
            Misread(
              person: person, pack: pack, question: columns[column].question, position: read.position,
              tick: read.mistake,
              speaksAgainstColumn: read.reading.speaksAgainstColumn))
        }
        mark(read.reading, for: person, columns[column], &masks, &values)
        if let start = columns[column].valueStart { upperValues.append((start + person, read.reading.upperValue)) }
      }
    }
    for question in ticks {
      question.reader.read(people, of: chunk, labels, program, &masks) { cell in
        misread(
          Misread(
            person: cell.person, pack: pack, question: question.question, position: cell.position, tick: cell.mistake,
            speaksAgainstColumn: cell.mistake == .noTick))
      }
    }
  }

  private func mark(
    _ reading: CellReading, for person: Int, _ column: Column, _ masks: inout MutableSpan<UInt64>,
    _ values: inout MutableSpan<Int>
  ) {
    var classes = reading.classes
    while classes != 0 {
      masks[column.masks.lowerBound + classes.trailingZeroBitCount] |= 1 << UInt64(person)
      classes &= classes - 1
    }
    if let start = column.valueStart { values[start + person] = reading.value }
  }

  /// What one person said, in whichever column of the question.
  private func read(
    _ record: Record, of chunk: borrowing RecordChunk, _ column: Column, _ memo: inout CellMemo
  ) -> (reading: CellReading, position: Int, mistake: Tick.Mistake?) {
    var cells: [Int: String] = [:]
    for position in column.others + [column.position] {
      let field = chunk.field(position, of: record)
      if !column.others.isEmpty, !field.isBlankCell { cells[position] = String(field: field).restored }
    }
    guard cells.count > 1 else {
      let position = cells.keys.first ?? column.position
      return (read(chunk.field(position, of: record), column, &memo), position, nil)
    }
    let said = program.questions[column.question].answer(
      in: .wholes(cells.keys.sorted()), notSure: program.pack.notSure
    ) { cells[$0] ?? "" }
    let reading = program.reading(of: said, to: column.question)
    guard let mistake = said.mistake, case .tick(let kind) = mistake.kind else {
      return (reading, said.mistake?.column ?? column.position, nil)
    }
    return (reading, mistake.column, kind)
  }

  private func read(_ field: UnsafeRawBufferPointer, _ column: Column, _ memo: inout CellMemo) -> CellReading {
    if let parts = column.parts, let classes = parts.codes(ofParts: field, labels) {
      return CellReading(classes: classes)
    }
    if let reading = memo.reading(of: field, in: column.question) { return reading }
    let reading = program.reading(of: String(field: field).restored, to: column.question)
    memo.remember(reading, of: field, in: column.question)
    return reading
  }
}

extension RuleProgram {
  /// What a cell that holds a whole answer says, read with care.
  func reading(of cell: String, to question: Int) -> CellReading {
    reading(of: questions[question].answer(in: .wholes([0]), notSure: pack.notSure) { _ in cell }, to: question)
  }

  fileprivate func reading(of said: CellAnswer, to question: Int) -> CellReading {
    let numbers = said.answer?.numbers ?? 0...0
    return CellReading(
      classes: classSet(of: said.answer, to: question),
      value: numbers.lowerBound, upperValue: numbers.upperBound, isMisread: said.mistake != nil,
      speaksAgainstColumn: said.speaksAgainstColumn)
  }

  /// All that a cell of a choice can say in one word, bare and quoted.
  fileprivate func labels(of question: Int) -> [LabelTable.Entry] {
    let options = questions[question].options
    let texts = ["", "-", pack.notSure] + options.flatMap(\.names)
    return texts.withoutDoubles.flatMap { text -> [LabelTable.Entry] in
      let reading = text.withUTF8Bytes { self.reading(of: String(field: $0).restored, to: question) }
      guard reading.classes.nonzeroBitCount == 1, !reading.isMisread else { return [] }
      let quoted = "\"\(text.replacing("\"", with: "\"\""))\""
      return [text, quoted].map { LabelTable.Entry(text: Array($0.utf8), code: reading.classes.trailingZeroBitCount) }
    }
  }

  /// What can stand beside other options in a cell, bare; nothing where an option holds what joins them.
  fileprivate func parts(of question: Int) -> [LabelTable.Entry] {
    let (question, classes) = (questions[question], classes[question])
    let names = question.options.flatMap(\.names).withoutDoubles
    if names.contains(where: { $0.utf8.contains(ASCII.semicolon) }) { return [] }
    return names.compactMap { name in
      guard let place = question.names.place(of: name), !question.options[place].isAlone else { return nil }
      return LabelTable.Entry(text: Array(name.utf8), code: classes.of(option: place))
    }
  }

  /// Class and value of the whole numbers from 0 on, in the unit of the question.
  fileprivate func numbers(of classes: AnswerClasses, _ range: NumberRange) -> [(code: Int, value: Int)] {
    (0..<NumberTable.limit).lazy.map {
      (range.plainUnit ?? range.unit).inBaseUnits.times(ExactDecimal(integerLiteral: $0))
    }
    .prefix { $0 <= range.bounds.upperBound }
    .map { (range.bounds.contains($0) ? classes.of(number: $0) : classes.undecided, $0) }
  }
}

extension String {
  fileprivate func withUTF8Bytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
