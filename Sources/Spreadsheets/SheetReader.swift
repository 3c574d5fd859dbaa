import Markup

/// The rows of a sheet as the text of a table: fields with a comma between them, in quotation marks where they need them.
package final class SheetReader {
  /// As people see it on its tab.
  package let name: String
  private let reading: PartReading
  private let content: any SheetContent
  /// How much of the content's text is handed out.
  private var place = 0
  private var numbers: [Int] = []

  init(_ name: String, _ reading: PartReading, _ content: any SheetContent) {
    (self.name, self.reading, self.content) = (name, reading, content)
  }

  /// How many bytes there were; 0 at the end.
  package func read(into memory: UnsafeMutableRawBufferPointer) throws(WorkbookRefusal) -> Int {
    while place == content.text.bytes.count, !reading.isAtEnd { try step() }
    let count = min(memory.count, content.text.bytes.count - place)
    memory.copyBytes(from: content.text.bytes[place..<place + count])
    place += count
    return count
  }

  /// Of the rows that come next which have not been asked for: where they stand in the sheet, counted from 1.
  package func takeNumbers(_ count: Int) -> [Int] {
    defer { numbers.removeFirst(count) }
    return Array(numbers[..<count])
  }

  /// The same, of all rows that have been read.
  func takeAllNumbers() -> [Int] { takeNumbers(numbers.count) }

  /// Numbers that were taken, of rows that are to be read once more.
  package func giveBack(_ taken: [Int]) { numbers = taken + numbers }

  /// Cells whose formula has no stored value, so that they are empty: how many so far, and the first.
  package var unknownFormulas: (count: Int, first: CellReference?) { content.unknownFormulas }

  private func step() throws(WorkbookRefusal) {
    content.text.bytes.removeAll(keepingCapacity: true)
    place = 0
    try reading.step()
    if let refusal = content.refusal { throw refusal }
    numbers += content.text.numbers
    content.text.numbers.removeAll(keepingCapacity: true)
  }

  /// The first rows with anything in them; nothing can be read afterwards.
  func start(most: Int) throws(WorkbookRefusal) -> [[String]] {
    var bytes: [UInt8] = []
    while numbers.count < most, !reading.isAtEnd {
      try step()
      bytes += content.text.bytes
    }
    return Self.rows(bytes, most: most)
  }

  private static func rows(_ bytes: [UInt8], most: Int) -> [[String]] {
    var (rows, cells, field) = ([[String]](), [String](), [UInt8]())
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        if !isQuoted, field.last == byte { field.append(byte) }
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
        cells.append(String(decoding: field, as: UTF8.self))
        field = []
        guard byte == UInt8(ascii: "\n") else { continue }
        rows.append(cells)
        cells = []
        if rows.count == most { return rows }
      default: field.append(byte)
      }
    }
    return rows
  }
}
