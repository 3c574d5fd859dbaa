import Ergonomics
import Spreadsheets

/// Results as an Excel workbook. How wide its columns are, and whether a sheet has room for the rows, is known when all
/// are there; so it is made of the rows as they were written for `ResultFormat.xlsx`.
package enum ResultWorkbook {
  /// Mark of a column of numbers in the headings, and of any other.
  private static let (numberMark, textMark) = ("#", "=")

  static func opening(_ columns: [ResultColumn]) -> String {
    let names = columns.map { (($0.kind == .number ? numberMark : textMark) + $0.name).asField }
    return "sep=,\n" + names.joined(separator: ",") + "\n"
  }

  /// - Parameters:
  ///   - descriptor: Of the rows, at their start.
  ///   - date: When the workbook is said to be made, `YYYY-MM-DD`.
  /// - Throws: `SurveyError`, also where there are more rows than a sheet has.
  package static func make(from descriptor: Int32, date: String, file: String) throws(SurveyError) -> WrittenWorkbook {
    do {
      return try make(from: descriptor, date: date)
    } catch let refusal as WorkbookRefusal {
      throw SurveyError(refusal, file: file)
    } catch let error as SurveyError {
      throw error
    } catch {
      preconditionFailure("making a workbook throws nothing else")
    }
  }

  private static func make(from descriptor: Int32, date: String) throws -> WrittenWorkbook {
    var reader = try RecordReader(RawBytes(then: descriptor), [], SurveyOptions(file: "results"))
    var chunk = RecordChunk(capacity: 1 << 20)
    var writer: WorkbookWriter?
    while try reader.read(into: &chunk) {
      for place in 0..<chunk.recordCount {
        let record = chunk.records[place]
        var cells: [String] = []
        for column in 0..<Int(record.fieldCount) {
          cells.append(String(field: chunk.field(column, of: record)))
        }
        if let writer {
          try writer.add(cells.map(\.restored))
        } else {
          let columns = cells.map { WorkbookWriter.Column(String($0.dropFirst()), isNumber: $0.hasPrefix(numberMark)) }
          writer = try WorkbookWriter(sheet: "Results", columns: columns, date: date)
        }
      }
    }
    guard let writer else { preconditionFailure("rows have headings") }
    return try writer.finish()
  }
}
