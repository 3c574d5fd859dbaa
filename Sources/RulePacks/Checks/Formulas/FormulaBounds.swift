import Ergonomics

/// Between which numbers a formula stays, whatever people answer. Wide where the same question is read twice.
struct FormulaBounds {
  let questions: [Question.ID: Question]
  let measures: [Measure.ID: Measure]
  let tables: [LookupTable.ID: LookupTable]
  /// Of each measure, worked out once: measures may read one another.
  private var ofMeasures: [Measure.ID: ClosedRange<Int>?] = [:]

  init(_ draft: PackDraft) {
    questions = Dictionary(draft.questions.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    measures = Dictionary(draft.measures.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    tables = Dictionary(draft.tables.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    for measure in draft.measures { workOut(measure.value) }
  }

  /// Those that it reads before it. None reads itself.
  private mutating func workOut(_ measure: Measure) {
    if ofMeasures[measure.id] != nil { return }
    for name in measure.formula.names { if let other = measures[name] { workOut(other) } }
    ofMeasures[measure.id] = .some(bounds(of: measure.formula))
  }

  /// `nil` if it reads something that could not be read, or grows beyond a million million.
  func bounds(of formula: Formula) -> ClosedRange<Int>? {
    let bounds: ClosedRange<Int>? =
      switch formula {
      case .constant(let number): number...number
      case .answer(let question): if case .number(let range)? = questions[question]?.kind { range.bounds } else { nil }
      case .points(let question): questions[question].flatMap(points)
      case .count(let question): questions[question].map(count)
      case .measure(let measure): ofMeasures[measure] ?? nil
      case .lookup(let table, let row, let column): lookup(table, row, column)
      case .sum(let a, let b): both(a, b) { $0.lowerBound + $1.lowerBound...$0.upperBound + $1.upperBound }
      case .difference(let a, let b): both(a, b) { $0.lowerBound - $1.upperBound...$0.upperBound - $1.lowerBound }
      case .scaled(let part, let factor): self.bounds(of: part).flatMap { scaled($0, by: factor) }
      case .least(let parts): each(parts) { min($0.lowerBound, $1.lowerBound)...min($0.upperBound, $1.upperBound) }
      case .greatest(let parts): each(parts) { max($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
      }
    guard let bounds, max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude) < Self.limit else { return nil }
    return bounds
  }

  private static let limit = UInt(1_000_000_000_000)

  private func points(_ question: Question) -> ClosedRange<Int>? {
    let options = question.options
    let alone = options.filter { if case .choice = question.kind { true } else { $0.isAlone } }.map(\.points)
    let together = options.filter { if case .choices = question.kind { !$0.isAlone } else { false } }.map(\.points)
    // One option at least is chosen: all that take points off, or the one that adds least.
    let least = together.filter { $0 < 0 }.reduce(0, +)
    let most = together.filter { $0 > 0 }.reduce(0, +)
    let ends =
      alone + (together.isEmpty ? [] : [least < 0 ? least : together.min()!, most > 0 ? most : together.max()!])
    return ends.min().map { $0...ends.max()! }
  }

  private func count(_ question: Question) -> ClosedRange<Int> {
    let together = question.options.filter { !$0.isAlone }.count
    let least = together == question.options.count ? min(1, together) : 0
    return least...together
  }

  private func lookup(_ table: LookupTable.ID, _ row: Formula, _ column: Formula) -> ClosedRange<Int>? {
    guard let table = tables[table], let rows = bounds(of: row), let columns = bounds(of: column) else { return nil }
    return table.cells(rows: rows, columns: columns)
  }

  private func scaled(_ range: ClosedRange<Int>, by factor: ExactDecimal) -> ClosedRange<Int>? {
    let ends = [range.lowerBound, range.upperBound].map { factor.units.multipliedReportingOverflow(by: $0) }
    // Half of what fits: rounding doubles the rest of a division.
    guard ends.allSatisfy({ !$0.overflow && $0.partialValue.magnitude < UInt(Int.max / 2) }) else { return nil }
    let (a, b) = (factor.times(range.lowerBound), factor.times(range.upperBound))
    return min(a, b)...max(a, b)
  }

  private func both(
    _ a: Formula, _ b: Formula, _ combine: (ClosedRange<Int>, ClosedRange<Int>) -> ClosedRange<Int>
  ) -> ClosedRange<Int>? {
    guard let a = bounds(of: a), let b = bounds(of: b) else { return nil }
    return combine(a, b)
  }

  private func each(
    _ parts: [Formula], _ combine: (ClosedRange<Int>, ClosedRange<Int>) -> ClosedRange<Int>
  ) -> ClosedRange<Int>? {
    let all = parts.compactMap { bounds(of: $0) }
    guard all.count == parts.count, let first = all.first else { return nil }
    return all.dropFirst().reduce(first, combine)
  }
}
