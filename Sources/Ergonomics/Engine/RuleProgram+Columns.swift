extension RuleProgram {
  /// Works out one column for the people of a block; the columns it reads stand before it.
  func fill(_ place: Int, _ step: ColumnStep, _ block: AnswerBlock, _ run: inout Run) {
    let start = AnswerBlock.capacity * place
    switch step {
    case .constant(let value): each(start, &run) { _ in (value, value) }
    case .number(let valueColumn, let masks, let bounds):
      let (unanswered, ranges) = (block.masks[masks.lowerBound], block.masks[masks.upperBound])
      each(start, &run) { person in
        if unanswered >> UInt64(person) & 1 == 1 { return (bounds.lowerBound, bounds.upperBound) }
        let place = AnswerBlock.capacity * valueColumn + person
        let value = block.values[place]
        return (value, ranges >> UInt64(person) & 1 == 1 ? block.upperValues[place] : value)
      }
    case .total(let firstMask, let points, let unanswered):
      each(start, &run) { total(firstMask, points, unanswered, block, $0) }
    case .sum(let a, let b):
      combine(a, b, start, &run) { a, b in (a.low + b.low, a.high + b.high) }
    case .difference(let a, let b):
      combine(a, b, start, &run) { a, b in (a.low - b.high, a.high - b.low) }
    case .scaled(let part, let factor):
      combine(part, part, start, &run) { part, _ in
        let (x, y) = (factor.times(part.low), factor.times(part.high))
        return (min(x, y), max(x, y))
      }
    case .least(let parts):
      copy(columnOperands[parts.lowerBound], start, &run)
      for part in columnOperands[parts.dropFirst()] {
        combine(place, part, start, &run) { a, b in (min(a.low, b.low), min(a.high, b.high)) }
      }
    case .greatest(let parts):
      copy(columnOperands[parts.lowerBound], start, &run)
      for part in columnOperands[parts.dropFirst()] {
        combine(place, part, start, &run) { a, b in (max(a.low, b.low), max(a.high, b.high)) }
      }
    case .lookup(let place, let row, let column):
      let table = pack.tables[place]
      combine(row, column, start, &run) { row, column in
        let cells = table.cells(rows: row.low...row.high, columns: column.low...column.high)
        return (cells.lowerBound, cells.upperBound)
      }
    }
  }

  /// The quantity of a column over all answers that are possible.
  func widestRange(ofColumn column: Int) -> ClosedRange<Int> {
    var run = Run(self)
    self.run(on: AnswerBlock(self), into: &run)
    return run.low[AnswerBlock.capacity * column]...run.high[AnswerBlock.capacity * column]
  }

  private typealias Interval = (low: Int, high: Int)

  @inline(__always)
  private func each(_ start: Int, _ run: inout Run, _ value: (Int) -> Interval) {
    for person in 0..<run.people { (run.low[start + person], run.high[start + person]) = value(person) }
  }

  @inline(__always)
  private func combine(_ a: Int, _ b: Int, _ start: Int, _ run: inout Run, _ value: (Interval, Interval) -> Interval) {
    let (a, b) = (AnswerBlock.capacity * a, AnswerBlock.capacity * b)
    for person in 0..<run.people {
      (run.low[start + person], run.high[start + person]) = value(
        (run.low[a + person], run.high[a + person]), (run.low[b + person], run.high[b + person]))
    }
  }

  private func copy(_ part: Int, _ start: Int, _ run: inout Run) {
    combine(part, part, start, &run) { part, _ in part }
  }

  private func total(
    _ firstMask: Int, _ places: Range<Int>, _ unanswered: ClosedRange<Int>, _ block: AnswerBlock, _ person: Int
  ) -> Interval {
    func isSet(_ someClass: Int) -> Bool { block.masks[firstMask + someClass] >> UInt64(person) & 1 == 1 }
    func isChosen(_ place: Int) -> Bool { isSet(place - places.lowerBound + 1) }
    let total = places.reduce(0) { isChosen($1) ? $0 + optionPoints[$1] : $0 }
    guard isSet(AnswerClasses.unanswered) else { return (total, total) }
    let isOpen = !places.contains(where: isChosen)
    if isOpen { return (unanswered.lowerBound, unanswered.upperBound) }
    let others = places.filter { !isChosen($0) }.map { optionPoints[$0] }
    return (others.reduce(total) { $0 + min(0, $1) }, others.reduce(total) { $0 + max(0, $1) })
  }
}
