import Files
import Foundation
import Spreadsheets
import Surveys

/// Where results go: straight to their file, or by rows in a file without a name into a workbook.
final class ResultsOutput {
  /// Where the rows are to be written.
  let descriptor: Int32
  private let output: OutputFile
  private let path: String
  private let date: String
  /// `nil` for formats that are written as they are made.
  private let rows: RowsFile?

  init(_ path: String, _ format: ResultFormat, date: String, force: Bool, orSame: Bool) throws {
    output = try OutputFile(path, replacing: force, isPrivate: true, orSame: orSame)
    (self.path, self.date) = (path, date)
    rows = format == .xlsx ? try RowsFile() : nil
    descriptor = rows?.file.descriptor ?? output.descriptor
  }

  /// Makes the workbook, where it is to be one, and puts the file in place.
  func commit() throws {
    if let rows {
      lseek(rows.file.descriptor, 0, SEEK_SET)
      let workbook = try ResultWorkbook.make(from: rows.file.descriptor, date: date, file: path)
      try workbook.forEachBlock { try output.write($0) }
    }
    try output.commit()
  }

  /// A class holds what cannot be copied.
  private final class RowsFile {
    let file: NamelessFile

    init() throws {
      guard let file = NamelessFile() else {
        throw Failure.input("there is no room for temporary files\n  help: set TMPDIR to a folder with room")
      }
      self.file = file
    }
  }
}
