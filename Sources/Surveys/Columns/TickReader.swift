import Ergonomics

/// Reads a question that is spread over columns, one for each option, for up to 64 records.
struct TickReader: Sendable {
  private struct Column: Sendable {
    let position: Int
    let target: QuestionFinder.Target
    /// `nil` for the first column of a file: tables need a separator before the field.
    let table: LabelTable?
  }
  /// Somebody whose answer cannot be understood.
  struct Misread {
    let person: Int
    let position: Int
    let mistake: TickedAnswer.Mistake
  }
  private let question: Question
  private let notSure: String
  private let classes: AnswerClasses
  private let columns: [Column]

  init(_ ticks: [QuestionColumns.Tick], of place: Int, in program: Program, _ store: inout LabelTable.Store) {
    question = program.questions[place]
    notSure = program.pack.notSure
    classes = program.classes[place]
    var columns: [Column] = []
    for tick in ticks {
      let words = Tick.wordings(of: tick.target, question, notSure: notSure)
      let table = tick.column == 0 ? nil : LabelTable(Tick.labels(words), in: &store, tries: 50)
      columns.append(Column(position: tick.column, target: tick.target, table: table))
    }
    self.columns = columns
  }

  func read(
    _ people: Span<Record>, of chunk: borrowing RecordChunk, _ store: LabelTable.Store,
    _ masks: inout MutableSpan<UInt64>, misread: (Misread) -> Void
  ) {
    for mask in classes.masks { masks[mask] = 0 }
    let everyone = UInt64.max >> UInt64(64 - people.count)
    var (careful, ticked, several, exclusive) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var states: [UInt64] = [0, 0]  // off, on
    for column in columns {
      guard let table = column.table else {
        careful = everyone
        break
      }
      (states[0], states[1]) = (0, 0)
      var span = states.mutableSpan
      careful |= table.mark(column.position, of: people, in: chunk, store, &span, from: 0)
      let on = states[1]
      several |= ticked & on
      ticked |= on
      switch column.target {
      case .option(let option):
        masks[classes.masks.lowerBound + classes.of(option: option)] |= on
        if question.options[option].isAlone { exclusive |= on }
      case .declined: exclusive |= on
      }
    }
    careful |= several & exclusive
    for mask in classes.masks { masks[mask] &= ~careful }
    masks[classes.masks.lowerBound] |= everyone & ~careful & ~optionsTicked(masks)
    while careful != 0 {
      let person = careful.trailingZeroBitCount
      careful &= careful - 1
      read(person, people[person], of: chunk, &masks, misread: misread)
    }
  }

  private func optionsTicked(_ masks: borrowing MutableSpan<UInt64>) -> UInt64 {
    question.options.indices.reduce(0) { $0 | masks[classes.masks.lowerBound + classes.of(option: $1)] }
  }

  private func read(
    _ person: Int, _ record: Record, of chunk: borrowing RecordChunk, _ masks: inout MutableSpan<UInt64>,
    misread: (Misread) -> Void
  ) {
    let bit = UInt64(1) << UInt64(person)
    var cells: [(target: QuestionFinder.Target, cell: String)] = []
    for column in columns {
      cells.append((column.target, String(field: chunk.field(column.position, of: record)).restored))
    }
    switch question.answer(fromTicks: cells, notSure: notSure) {
    case .answer(.options(let ids)?):
      for (place, option) in question.options.enumerated() where ids.contains(option.id) {
        masks[classes.masks.lowerBound + classes.of(option: place)] |= bit
      }
    case .answer: masks[classes.masks.lowerBound] |= bit
    case .misread(let place, let mistake):
      masks[classes.masks.lowerBound] |= bit
      misread(Misread(person: person, position: columns[place].position, mistake: mistake))
    }
  }
}
