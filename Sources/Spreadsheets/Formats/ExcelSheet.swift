import Markup

/// What an Excel workbook keeps for all of its sheets.
struct ExcelContext {
  let texts: SharedTexts
  let styles: CellStyles
  let epoch: SheetDate.Epoch
}

/// A sheet of an Excel workbook while it is read.
final class ExcelSheet: SheetContent {
  private enum Name: Int {
    case cell = 0
    case value, text, row, inline, formula, phonetic, rows, reference, style
  }
  static let names = ["c", "v", "t", "row", "is", "f", "rPh", "sheetData", "r", "s"]

  private enum Kind { case number, shared, string, boolean, date }

  private let context: ExcelContext
  var text: FieldText
  private(set) var unknownFormulas: (count: Int, first: CellReference?) = (0, nil)
  private(set) var refusal: WorkbookRefusal?

  private var row = 0
  private var isInRow = false
  private var column = -1
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []
  private var hasFormula = false
  /// Text counts, inside of a `v` or of a `t` of an inline string.
  private var isInValue = false
  private var isInline = false
  private var isInPhonetic = false

  init(_ context: ExcelContext, width: Int) {
    self.context = context
    text = FieldText(width: width)
  }

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    if refusal != nil { return }
    switch Name(rawValue: name) {
    case .row: beginRow(attributes)
    case .cell where isInRow: beginCell(attributes)
    case .value where isInRow: isInValue = true
    case .text where isInline && !isInPhonetic: isInValue = true
    case .inline where isInRow: isInline = true
    case .phonetic: isInPhonetic = true
    case .formula: hasFormula = true
    default: break
    }
  }

  func closed(_ name: Int) {
    if refusal != nil { return }
    switch Name(rawValue: name) {
    case .value, .text: isInValue = false
    case .cell where isInRow: endCell()
    case .row: endRow()
    case .inline: isInline = false
    case .phonetic: isInPhonetic = false
    default: break
    }
  }

  func text(_ text: Span<UInt8>) {
    guard isInValue, refusal == nil else { return }
    value.append(text)
    if value.count > FieldText.longestRow { refuseLength() }
  }

  private func beginRow(_ attributes: borrowing MarkupAttributes) {
    let number = attributes.number(Name.reference.rawValue) ?? row + 1
    guard number > row else {
      refusal = .damaged("row \(number) of the sheet stands behind row \(row)", row: row)
      return
    }
    guard number <= FieldText.mostRows else {
      refusal = .damaged("the sheet has a row \(number), and no sheet has more than \(FieldText.mostRows)", row: row)
      return
    }
    (row, column, isInRow) = (number, -1, true)
  }

  private func endRow() {
    isInRow = false
    if !text.endRow(row, shared: context.texts) { refuseLength() }
  }

  private func beginCell(_ attributes: borrowing MarkupAttributes) {
    value.removeAll(keepingCapacity: true)
    (hasFormula, isInValue, isInline) = (false, false, false)
    style = attributes.number(Name.style.rawValue) ?? 0
    let place = attributes.read(Name.reference.rawValue) { CellReference($0) ?? CellReference(column: -1, row: 0) }
    guard place.map({ $0.row == row }) ?? true, case let column = place?.column ?? column + 1,
      column < FieldText.mostColumns
    else {
      refusal = .damaged("a cell of row \(row) says that it stands elsewhere, or beyond column XFD", row: row)
      return
    }
    self.column = column
    // The type's name is that of the element of a text.
    kind = attributes.read(Name.text.rawValue, Self.kind) ?? .number
  }

  private static func kind(_ name: Span<UInt8>) -> Kind {
    switch (name.isEmpty ? 0 : name[0], name.count) {
    case (UInt8(ascii: "s"), 1): .shared
    case (UInt8(ascii: "n"), 1): .number
    case (UInt8(ascii: "b"), 1): .boolean
    case (UInt8(ascii: "d"), 1): .date
    default: .string  // `str`, `inlineStr`, and `e`: an error is its own text, such as #N/A
    }
  }

  private func endCell() {
    isInValue = false
    if value.isEmpty {
      if hasFormula, kind != .string {
        unknownFormulas = (
          unknownFormulas.count + 1, unknownFormulas.first ?? CellReference(column: column, row: row)
        )
      }
      return
    }
    guard let cell = kind == .shared ? sharedCell() : text.cell(write) else { return }
    if !text.put(cell, in: column) {
      refusal = .damaged("the cell \(CellReference(column: column, row: row)) is there a second time", row: row)
    }
  }

  private func sharedCell() -> FieldText.Cell? {
    guard let place = Int(String(decoding: value, as: UTF8.self)), (0..<context.texts.count).contains(place) else {
      refusal = .damaged(
        "the cell \(CellReference(column: column, row: row)) refers to a text that the workbook does not hold", row: row
      )
      return nil
    }
    return context.texts.isEmpty(place) ? nil : .shared(place)
  }

  private func write(to bytes: inout [UInt8]) {
    switch kind {
    case .shared: break
    case .string:
      value.replaceEscapes()
      bytes += value
    case .boolean: bytes += (value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8
    case .date: bytes += String(decoding: value, as: UTF8.self).replacing("T00:00:00", with: "").utf8
    case .number: writeNumber(to: &bytes)
    }
  }

  private func writeNumber(to bytes: inout [UInt8]) {
    let format = context.styles[style]
    if format != .number, format != .percent, let date = SheetDate(value, context.epoch) {
      bytes += date.text(format).utf8
    } else {
      CellNumber.write(value, isPercent: format == .percent, to: &bytes)
    }
  }

  private func refuseLength() {
    refusal = .tooLarge("row \(row) of the sheet holds more than \(FieldText.longestRow) bytes", row: row)
  }
}
