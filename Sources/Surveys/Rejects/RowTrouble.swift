import Ergonomics

/// Why a row is rejected, or a cell left open.
struct RowTrouble {
  enum Kind {
    case ragged
    case brokenEncoding
    case doubleID
    case misread(pack: Int, question: Int, tick: Tick.Mistake?)
  }
  let record: Record
  /// The column it is about; 0 for the row as a whole.
  let position: Int
  let kind: Kind

  /// Of the row as a whole.
  var leftOut: LeftOut {
    switch kind {
    case .ragged: .ragged
    case .brokenEncoding: .broken
    case .doubleID: .double
    case .misread: .unread
    }
  }

  /// By row, then by column.
  static func < (a: RowTrouble, b: RowTrouble) -> Bool {
    (a.record.place, a.position) < (b.record.place, b.position)
  }
}

extension RejectsTable {
  mutating func add(_ trouble: RowTrouble, of chunk: borrowing RecordChunk, _ plan: ReadingPlan) {
    let range = chunk.range(trouble.position, of: trouble.record)
    let place =
      chunk.lines.isEmpty
      ? chunk.position(ofByte: range.lowerBound, from: &cursor)
      : (chunk.lines[Int(trouble.record.place)], chunk.countsCells ? trouble.position + 1 : 1)
    let line = place.line
    let health = plan.healthKept[trouble.position]
    let name = health ?? plan.header.names[min(trouble.position, plan.header.names.count - 1)]
    let column = plan.tellsPlace(of: trouble.position, countsCells: chunk.countsCells) ? place.column : nil
    switch trouble.kind {
    case .ragged:
      let (count, wanted) = (Int(trouble.record.fieldCount), plan.header.names.count)
      add(
        line: line, column: column,
        plan.healthKept.isEmpty
          ? "the row has \(count) fields, the header \(wanted)"
          : "the row has \(count > wanted ? "more" : "fewer") fields than the header",
        help: chunk.countsCells
          ? "give each column of the sheet a heading, or empty the cells that have none"
          : count > wanted
            ? "put quotation marks around cells that hold a comma"
            : "check for a missing cell or a line break in the row",
        .rowRejected)
    case .brokenEncoding:
      add(
        line: line, column: column, field: name,
        value: plan.tellsValue(of: trouble.position) ? String(field: chunk.bytes(range)) : "",
        "the cell is not in UTF-8",
        help: "save the file as 'CSV UTF-8' or name its encoding with --encoding", .rowRejected)
    case .doubleID:
      let id = String(field: chunk.bytes(range)).restored
      add(
        line: line, column: column, field: name, value: id, "the id '\(id)' stands in an earlier row too",
        help: "keep one of the two rows, or give this one an id of its own", .rowRejected)
    case .misread(let pack, let question, let tick):
      let value = String(field: chunk.bytes(range)).restored
      addMisread(line, column, name, value, tick, question, pack, plan)
    }
  }

  private mutating func addMisread(
    _ line: Int, _ column: Int?, _ name: String, _ value: String, _ tick: Tick.Mistake?, _ question: Int,
    _ pack: Int, _ plan: ReadingPlan
  ) {
    let effect: Effect = plan.options.isStrict ? .rowRejected : .answerLeftOpen
    if plan.keepsToItself(question, ofPack: pack) {
      add(
        line: line, column: column, field: name, "an answer about health is not understood",
        help: "look at this cell of the survey; its value is kept out of here", effect)
    } else if let tick {
      add(line: line, column: column, field: name, value: value, tick.summary(value), help: tick.help, effect)
    } else if let cells = mistakes.cells(value, question, ofPack: pack, plan) {
      add(line: line, column: column, field: name, cells, effect)
    }
  }
}
