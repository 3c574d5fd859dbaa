import CLibXlsxWriter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes an Excel workbook, sheet by sheet and row by row: headings that stay in sight and filter, columns wide enough to read,
/// numbers as numbers. Whatever a text looks like, it is text: no formula and no link comes out of it.
///
///     let writer = try WorkbookWriter(sheet: "Results", columns: columns, date: "2026-01-31")
///     try writer.add(["p-07", "4"])
///     let file = try writer.finish()
///
/// The same rows and date give the same bytes. Memory does not grow with the rows.
package final class WorkbookWriter {
  package struct Column: Hashable, Sendable {
    package let title: String
    /// Its cells are numbers, where they can be.
    package let isNumber: Bool

    package init(_ title: String, isNumber: Bool = false) { (self.title, self.isNumber) = (title, isNumber) }
  }

  /// How many rows a sheet can have below the headings.
  package static let mostRows = FieldText.mostRows - 1
  private static let longestText = 32_767
  private static let widths = 8...60

  private let file: NamelessFile
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let bold: UnsafeMutablePointer<lxw_format>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>
  private var columns: [Column]
  private var widths: [Int]
  private var rows = 0
  /// By sheet: rows with anything in them, the headings too.
  private var filledRows: [Int] = []
  private var isClosed = false

  /// - Parameters:
  ///   - name: Of the sheet: at most 31 characters, none of `[]:*?/\`.
  ///   - date: When it is said to be made, `YYYY-MM-DD`.
  package init(sheet name: String, columns: [Column], date: String) throws(WorkbookRefusal) {
    guard let file = NamelessFile() else { throw Self.noRoom }
    let book = Self.book(file.path)
    guard let book, let sheet = workbook_add_worksheet(book, name) else { throw Self.noRoom }
    (self.book, self.sheet, self.columns) = (book, sheet, columns)
    self.file = file
    widths = columns.map(\.title.count)
    bold = workbook_add_format(book)
    Self.setDate(date, of: book)
    format_set_bold(bold)
    try begin()
  }

  /// Ends the sheet and begins another; rows go there from now on.
  package func add(sheet name: String, columns: [Column]) throws(WorkbookRefusal) {
    finishSheet()
    guard let sheet = workbook_add_worksheet(book, name) else { throw Self.noRoom }
    (self.sheet, self.columns, widths, rows) = (sheet, columns, columns.map(\.title.count), 0)
    try begin()
  }

  private func begin() throws(WorkbookRefusal) {
    guard columns.count <= FieldText.mostColumns else {
      throw Self.tooMuch("\(columns.count) columns are more than a sheet of Excel has")
    }
    worksheet_freeze_panes(sheet, 1, 0)
    filledRows.append(columns.contains { !$0.title.isEmpty } ? 1 : 0)
    for (place, column) in columns.enumerated() {
      try write(column.title, row: 0, column: place, format: bold)
    }
  }

  deinit { if !isClosed { lxw_workbook_free(book) } }

  private static func book(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    var options = lxw_workbook_options()
    (options.constant_memory, options.use_zip64) = (1, 1)
    options.tmpdir = getenv("TMPDIR")
    return workbook_new_opt(path, &options)
  }

  private static func setDate(_ date: String, of book: UnsafeMutablePointer<lxw_workbook>) {
    var time = tm()
    let parts = date.split(separator: "-").compactMap { Int32($0) }
    if parts.count == 3 { (time.tm_year, time.tm_mon, time.tm_mday) = (parts[0] - 1900, parts[1] - 1, parts[2]) }
    time.tm_hour = 12
    var properties = lxw_doc_properties()
    properties.created = timegm(&time)
    workbook_set_properties(book, &properties)
  }

  /// Adds a row; a cell that is empty stays so.
  package func add(_ cells: [String]) throws(WorkbookRefusal) {
    guard rows < Self.mostRows else { throw Self.tooManyRows(rows + 1) }
    rows += 1
    if cells.contains(where: { !$0.isEmpty }) { filledRows[filledRows.count - 1] += 1 }
    for (place, cell) in cells.enumerated() where !cell.isEmpty {
      widths[place] = max(widths[place], min(cell.utf8.count, Self.widths.upperBound))
      if columns[place].isNumber, let number = Double(cell) {
        worksheet_write_number(sheet, UInt32(rows), UInt16(place), number, nil)
      } else {
        try write(cell, row: rows, column: place, format: nil)
      }
    }
  }

  private func write(
    _ text: String, row: Int, column: Int, format: UnsafeMutablePointer<lxw_format>?
  ) throws(WorkbookRefusal) {
    guard text.utf16.count <= Self.longestText else {
      throw Self.tooMuch("a text under '\(columns[column].title)' has \(text.count) characters, more than a cell holds")
    }
    guard worksheet_write_string(sheet, UInt32(row), UInt16(column), text.asCell, format) == LXW_NO_ERROR else {
      throw Self.noRoom
    }
  }

  /// The whole workbook.
  ///
  /// - Throws: `WorkbookRefusal`, also where what lies on the disk is not what was added.
  package func finish() throws(WorkbookRefusal) -> WrittenWorkbook {
    finishSheet()
    isClosed = true
    guard workbook_close(book) == LXW_NO_ERROR else { throw Self.noRoom }
    // A full disk goes unnoticed by the library, where rows wait on it.
    guard try rowsWritten() == filledRows else { throw Self.noRoom }
    return WrittenWorkbook(descriptor: dup(file.descriptor))
  }

  private func finishSheet() {
    if !columns.isEmpty { worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(columns.count - 1)) }
    for (place, width) in widths.enumerated() {
      let width = Double(min(max(width + 2, Self.widths.lowerBound), Self.widths.upperBound))
      worksheet_set_column(sheet, UInt16(place), UInt16(place), width, nil)
    }
  }

  private func rowsWritten() throws(WorkbookRefusal) -> [Int] {
    guard let book = try Workbook(Archive(fileDescriptor: file.descriptor)) else { return [] }
    var counts: [Int] = []
    for sheet in book.sheets { counts.append(try Self.rows(of: book.sheet(named: sheet.name) { _ in false })) }
    return counts
  }

  private static func rows(of reader: SheetReader) throws(WorkbookRefusal) -> Int {
    var (memory, count) = ([UInt8](repeating: 0, count: 1 << 16), 0)
    var isMore = true
    while isMore {
      let read = memory.withUnsafeMutableBytes { memory in
        Result { () throws(WorkbookRefusal) in try reader.read(into: memory) }
      }
      isMore = try read.get() > 0
      count += reader.takeAllNumbers().count
    }
    return count
  }
}

extension WorkbookWriter {
  package static func tooManyRows(_ count: Int) -> WorkbookRefusal {
    tooMuch("\(count) rows and a line of headings are more than a sheet of Excel has, \(FieldText.mostRows)")
  }

  private static func tooMuch(_ summary: String) -> WorkbookRefusal {
    WorkbookRefusal(.workbookNotWritten, summary, help: "write csv instead: --format csv")
  }

  private static let noRoom = WorkbookRefusal(
    .workbookNotWritten, "the workbook cannot be made: there is no room for temporary files",
    help: "set TMPDIR to a folder with room, or write csv")
}

/// A workbook that is whole, in a file without a name.
package struct WrittenWorkbook: ~Copyable {
  fileprivate let descriptor: Int32
  deinit { close(descriptor) }

  /// Hands over its bytes, block by block.
  package func forEachBlock(_ body: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while true {
      var block = Array(repeating: UInt8(0), count: 1 << 16)
      let count = pread(descriptor, &block, block.count, off_t(offset))
      guard count >= 0 else { throw WorkbookRefusal.damaged("the workbook that was made cannot be read") }
      if count == 0 { return }
      try body(Array(block[..<count]))
      offset += count
    }
  }

  package var bytes: [UInt8] {
    get throws {
      var bytes: [UInt8] = []
      try forEachBlock { bytes += $0 }
      return bytes
    }
  }
}

extension String {
  /// Characters that XML cannot hold become U+FFFD, and what only looks like Excel's way to write them is kept as it is.
  fileprivate var asCell: String {
    var text = self
    if text.unicodeScalars.contains(where: Self.cannotBeHeld) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { Self.cannotBeHeld($0) ? "\u{FFFD}" : $0 }))
    }
    return text.utf8.contains(UInt8(ascii: "_"))
      ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
  }

  private static func cannotBeHeld(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 32 && !"\t\n\r".unicodeScalars.contains(scalar) || [0xFFFE, 0xFFFF].contains(scalar.value)
  }
}
