import Markup

/// One sheet of an OpenDocument spreadsheet, whose sheets all stand in one part.
final class OpenDocumentSheet: SheetContent {
  enum Name: Int {
    case paragraph = 0
    case cell, coveredCell, row, table, spaces, tab, lineBreak, annotation, frame, shape, control
    case name, columnsRepeated, rowsRepeated, kind, value, date, time, boolean, count, formula, style, properties
    case display, styleName
  }
  static let names = [
    "p", "table-cell", "covered-table-cell", "table-row", "table", "s", "tab", "line-break", "annotation", "frame",
    "custom-shape", "control", "name", "number-columns-repeated", "number-rows-repeated", "value-type", "value",
    "date-value", "time-value", "boolean-value", "c", "formula", "style", "table-properties", "display", "style-name",
  ]
  static let namespaces: [String?] = ["office", "table", "text", "drawing", "style"].map {
    "urn:oasis:names:tc:opendocument:xmlns:\($0):1.0"
  }

  var text: FieldText
  private(set) var unknownFormulas: (count: Int, first: CellReference?) = (0, nil)
  private(set) var refusal: WorkbookRefusal?

  private let wanted: Int
  private let texts = SharedTexts()
  private var table = -1
  private var row = 0
  private var rowRepeats = 1
  private var column = 0
  private var cellRepeats = 1
  private var isInCell = false
  /// Notes and drawings that are open: what they say is no answer.
  private var asides = 0
  private var paragraphs = 0
  private var isInParagraph = false
  private var value: [UInt8] = []
  /// What the cell holds, where that is no text.
  private var typed: String?
  private var hasFormula = false

  /// - Parameter wanted: Which of the tables, counted from 0.
  init(_ wanted: Int, width: Int) {
    self.wanted = wanted
    text = FieldText(width: width)
  }

  func opened(_ name: Int, _ attributes: borrowing MarkupAttributes) {
    guard let name = Name(rawValue: name), refusal == nil else { return }
    if name == .table { table += 1 }
    guard table == wanted else { return }
    switch name {
    case .row:
      rowRepeats = max(1, attributes.number(Name.rowsRepeated.rawValue) ?? 1)
      (row, column) = (row + 1, 0)
    case .cell, .coveredCell: beginCell(attributes)
    case .annotation, .frame, .shape, .control: asides += 1
    case .paragraph where isInCell && asides == 0:
      if paragraphs > 0 { value.append(UInt8(ascii: "\n")) }
      (paragraphs, isInParagraph) = (paragraphs + 1, true)
    case .spaces where isInParagraph && asides == 0:
      let count = min(attributes.number(Name.count.rawValue) ?? 1, 1000)
      value += Array(repeating: UInt8(ascii: " "), count: count)
    case .tab where isInParagraph && asides == 0: value.append(UInt8(ascii: "\t"))
    case .lineBreak where isInParagraph && asides == 0: value.append(UInt8(ascii: "\n"))
    default: break
    }
  }

  func closed(_ name: Int) {
    guard table == wanted, refusal == nil else { return }
    switch Name(rawValue: name) {
    case .cell, .coveredCell: endCell()
    case .row: endRow()
    case .annotation, .frame, .shape, .control: asides -= 1
    case .paragraph where asides == 0: isInParagraph = false
    default: break
    }
  }

  func text(_ text: Span<UInt8>) {
    guard isInParagraph, asides == 0, refusal == nil else { return }
    value.append(text)
    if value.count > FieldText.longestRow { refuseLength() }
  }

  private func beginCell(_ attributes: borrowing MarkupAttributes) {
    value.removeAll(keepingCapacity: true)
    (isInCell, paragraphs, isInParagraph) = (true, 0, false)
    cellRepeats = max(1, attributes.number(Name.columnsRepeated.rawValue) ?? 1)
    hasFormula = attributes.text(Name.formula.rawValue) != nil
    typed = Self.typed(attributes)
  }

  private static func typed(_ attributes: borrowing MarkupAttributes) -> String? {
    func number(isPercent: Bool) -> String? {
      attributes.text(Name.value.rawValue).map { value in
        var text: [UInt8] = []
        CellNumber.write(Array(value.utf8), isPercent: isPercent, to: &text)
        return String(decoding: text, as: UTF8.self)
      }
    }
    switch attributes.text(Name.kind.rawValue) {
    case "float", "currency": return number(isPercent: false)
    case "percentage": return number(isPercent: true)
    case "date":
      return attributes.text(Name.date.rawValue).map {
        $0.replacing("T00:00:00", with: "").replacing("T", with: " ").replacing(/\.0+$/, with: "")
      }
    case "time": return attributes.text(Name.time.rawValue).flatMap(clock)
    case "boolean": return attributes.text(Name.boolean.rawValue).map { $0.uppercased() }
    default: return nil
    }
  }

  /// `PT08H30M00S` as 8:30.
  private static func clock(_ duration: String) -> String? {
    guard let parts = duration.wholeMatch(of: /PT(\d{1,6})H(\d\d?)M(\d\d?)([.,]\d+)?S/), let hours = Int(parts.1) else {
      return nil
    }
    func pair(_ digits: Substring) -> String { digits.count == 1 ? "0\(digits)" : String(digits) }
    return "\(hours):\(pair(parts.2))" + (parts.3.allSatisfy { $0 == "0" } ? "" : ":\(pair(parts.3))")
  }

  private func endCell() {
    isInCell = false
    let first = column
    column += cellRepeats
    if let typed { value = Array(typed.utf8) }
    guard !value.isEmpty else {
      if hasFormula, paragraphs == 0 {
        unknownFormulas = (unknownFormulas.count + 1, unknownFormulas.first ?? CellReference(column: first, row: row))
      }
      return
    }
    guard column <= FieldText.mostColumns else {
      refusal = .damaged("row \(row) of the sheet has more than \(FieldText.mostColumns) columns", row: row)
      return
    }
    guard let cell = text.cell({ $0 += value }) else { return }
    for column in first..<column { _ = text.put(cell, in: column) }
  }

  private func endRow() {
    let last = row + rowRepeats - 1
    guard last <= FieldText.mostRows || text.isRowEmpty else {
      refusal = .damaged("the sheet has a row \(last), and no sheet has more than \(FieldText.mostRows)", row: row)
      return
    }
    if !text.endRow(row, times: rowRepeats, shared: texts) { return refuseLength() }
    row = last
  }

  private func refuseLength() {
    refusal = .tooLarge("row \(row) of the sheet holds more than \(FieldText.longestRow) bytes", row: row)
  }
}
