/// Rows of a sheet as the text of a table (RFC 4180), with the number that each has in the sheet.
struct FieldText {
  static let mostRows = 1_048_576
  static let mostColumns = 16_384
  /// No row has more bytes: as long as that, it is none of a survey.
  static let longestRow = 200_000

  /// What a row that is to be repeated may become.
  private static let mostBytesRepeated = 64 << 20

  /// Where the text of a cell lies.
  enum Cell {
    case empty
    /// In the text of the row, as it is.
    case own(start: Int, end: Int)
    /// A field already, of a table of texts.
    case shared(Int)
  }

  /// Whole rows; whoever takes them away empties it.
  var bytes: [UInt8] = []
  /// Of the rows in `bytes`.
  var numbers: [Int] = []
  /// How many cells a row has at least.
  let width: Int
  private var cells: [Cell] = []
  private var own: [UInt8] = []
  /// Behind the last cell that is not empty.
  private var filled = 0

  init(width: Int) { self.width = width }

  var isRowEmpty: Bool { filled == 0 }

  /// False where the cell is there already.
  mutating func put(_ cell: Cell, in column: Int) -> Bool {
    while cells.count <= column { cells.append(.empty) }
    guard case .empty = cells[column] else { return false }
    cells[column] = cell
    filled = max(filled, column + 1)
    return true
  }

  /// A cell of the text that the closure adds; `nil` where that is nothing.
  mutating func cell(_ write: (inout [UInt8]) -> Void) -> Cell? {
    let start = own.count
    write(&own)
    return own.count > start ? .own(start: start, end: own.count) : nil
  }

  /// Ends a row; one without a filled cell is none. False where it, or all it is repeated to, is too long.
  mutating func endRow(_ number: Int, times: Int = 1, shared: SharedTexts) -> Bool {
    defer {
      cells.removeAll(keepingCapacity: true)
      own.removeAll(keepingCapacity: true)
      filled = 0
    }
    if filled == 0 { return true }
    let start = bytes.count
    for column in 0..<max(width, filled) {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      guard column < filled else { continue }
      switch cells[column] {
      case .empty: break
      case .own(let start, let end): bytes.append(field: own[start..<end])
      case .shared(let place): shared.write(place, to: &bytes)
      }
    }
    // Of one column, a row would be an empty line if its text is.
    if bytes.count == start { bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "\"")]) }
    bytes.append(UInt8(ascii: "\n"))
    numbers.append(number)
    let row = Array(bytes[start...])
    guard row.count <= Self.longestRow, row.count * times <= Self.mostBytesRepeated || times == 1 else { return false }
    for further in stride(from: 1, to: times, by: 1) {
      bytes += row
      numbers.append(number + further)
    }
    return true
  }
}

extension [UInt8] {
  /// A text as a field of a table, in quotation marks where it needs them.
  mutating func append(field text: ArraySlice<UInt8>) {
    guard text.contains(where: Self.needsQuotes) || text.first == 32 || text.last == 32 else {
      append(contentsOf: text)
      return
    }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 32
  }
}
