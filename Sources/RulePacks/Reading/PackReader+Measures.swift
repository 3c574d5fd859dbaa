import Ergonomics
import Markup

/// Measures and lookup tables.
extension PackReader {
  mutating func readTables() {
    for (file, element) in definitions(.table) {
      let before = problems.count
      checkWord(element, in: file, against: Vocabulary.reservedWords)
      let rows = range("rows", of: element, in: file)
      let columns = range("columns", of: element, in: file)
      let cells = element.text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      if let rows, let columns, problems.count == before, cells.count == rows.count * columns.count {
        let table = LookupTable(
          id: element.required("id"), rows: rows, columns: columns, cells: cells, isClamped: element.claims("clamp"))
        draft.tables.append(.init(value: table, file: file, element: element))
        continue
      }
      if let rows, let columns, problems.count == before {
        let spot = file.spot(of: element)
        problems.append(.tableCells(element.required("id"), rows.count, columns.count, found: cells.count, at: spot))
      }
      names.doubtful.insert(element.required("id"))
    }
  }

  private mutating func range(_ attribute: String, of element: MarkupElement, in file: PackFile) -> ClosedRange<Int>? {
    let written = file.required(attribute, of: element)
    let ends = written.text.split(separator: "..").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1], ends[1] - ends[0] < 10_000 else {
      problems.append(.tableRange(attribute, written.text, at: written.spot))
      return nil
    }
    return ends[0]...ends[1]
  }

  /// Formulas may read measures that stand further down.
  mutating func readMeasures() {
    for (file, element) in definitions(.measure) {
      checkWord(element, in: file, against: Vocabulary.reservedWords)
      let unit = element.required("unit", as: UnitOfMeasure.init)
      guard let formula = formula(file.text(of: element), measuring: unit.kind) else {
        names.doubtful.insert(element.required("id"))
        continue
      }
      let measure = Measure(id: element.required("id"), title: element.required("title"), unit: unit, formula: formula)
      draft.measures.append(.init(value: measure, file: file, element: element))
    }
  }
}

extension Problem {
  static func tableRange(_ attribute: String, _ text: String, at spot: SourceLocation) -> Problem {
    Problem(
      .tableRange, spot, "\(attribute) '\(text)' is no range",
      help: "write the first and the last number, as in '2..8'")
  }

  static func tableCells(_ id: String, _ rows: Int, _ columns: Int, found: Int, at spot: SourceLocation) -> Problem {
    Problem(
      .tableCells, spot, "table '\(id)' has \(found) cells",
      help: "\(rows) rows of \(columns) columns need \(rows * columns), row by row")
  }
}
