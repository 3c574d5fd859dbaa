import Ergonomics

/// Reads a question that is spread over columns, one for each option, for up to 64 records.
struct TickReader: Sendable {
  private struct Column: Sendable {
    let position: Int
    let target: QuestionFinder.Target
    /// `nil` for the first column of a file: tables need a separator before the field.
    let table: LabelTable?
  }
  /// Somebody of whose answer something cannot be understood.
  struct Misread {
    let person: Int
    let position: Int
    let mistake: Tick.Mistake
  }
  private let place: Int
  private let question: Question
  /// Options have no column: whoever ticked others may have chosen these too.
  private let hasMore: Bool
  private let notSure: String
  private let classes: AnswerClasses
  private let ticks: [QuestionColumns.Tick]
  private let columns: [Column]

  init(_ ticks: [QuestionColumns.Tick], of place: Int, in program: RuleProgram, _ store: inout LabelTable.Store) {
    (self.place, self.ticks) = (place, ticks)
    question = program.questions[place]
    notSure = program.pack.notSure
    classes = program.classes[place]
    hasMore = !question.isSingle && question.hasMore(thanTicks: ticks.map(\.target))
    var columns: [Column] = []
    for tick in ticks {
      let words = Tick.wordings(of: tick.target, question, notSure: notSure)
      let table = tick.column == 0 ? nil : LabelTable(Tick.labels(words), in: &store, tries: 50)
      columns.append(Column(position: tick.column, target: tick.target, table: table))
    }
    self.columns = columns
  }

  func read(
    _ people: Span<Record>, of chunk: borrowing RecordChunk, _ store: LabelTable.Store, _ program: RuleProgram,
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
        if question.isSingle || question.options[option].isAlone { exclusive |= on }
      case .declined: exclusive |= on
      }
    }
    careful |= several & exclusive
    for mask in classes.masks { masks[mask] &= ~careful }
    masks[classes.masks.lowerBound] |= everyone & ~careful & ~optionsTicked(masks) { _ in true }
    if hasMore {
      let open = optionsTicked(masks) { !$0.isAlone }
      masks[classes.masks.lowerBound] |= open
      masks[classes.masks.upperBound] |= open
    }
    while careful != 0 {
      let person = careful.trailingZeroBitCount
      careful &= careful - 1
      read(person, people[person], of: chunk, program, &masks, misread: misread)
    }
  }

  private func optionsTicked(
    _ masks: borrowing MutableSpan<UInt64>, where isCounted: (AnswerOption) -> Bool
  ) -> UInt64 {
    question.options.indices.reduce(0) {
      isCounted(question.options[$1]) ? $0 | masks[classes.masks.lowerBound + classes.of(option: $1)] : $0
    }
  }

  private func read(
    _ person: Int, _ record: Record, of chunk: borrowing RecordChunk, _ program: RuleProgram,
    _ masks: inout MutableSpan<UInt64>, misread: (Misread) -> Void
  ) {
    let bit = UInt64(1) << UInt64(person)
    var cells: [Int: String] = [:]
    for tick in ticks { cells[tick.column] = String(field: chunk.field(tick.column, of: record)).restored }
    let said = question.answer(in: .spread(ticks), notSure: notSure) { cells[$0] ?? "" }
    let chosen = program.classSet(of: said.answer, to: place)
    for code in 0..<classes.masks.count where chosen >> UInt64(code) & 1 == 1 {
      masks[classes.masks.lowerBound + code] |= bit
    }
    if let wrong = said.mistake, case .tick(let mistake) = wrong.kind {
      misread(Misread(person: person, position: wrong.column, mistake: mistake))
    }
  }
}
