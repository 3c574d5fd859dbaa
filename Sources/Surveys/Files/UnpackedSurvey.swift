import Ergonomics
import Spreadsheets

/// What a survey file that is no text itself is read from: a sheet of a workbook, or the only file in an archive.
struct UnpackedSurvey {
  /// `nil` for a file, whose lines are those of its text.
  let sheet: SheetReader?
  /// As people are told of it.
  let origin: String

  /// The bytes to read: of a file that is no container, those of the file.
  ///
  /// - Throws: `SurveyError.refused` for containers that are not read, with what to click.
  static func unpack(
    _ bytes: RawBytes, _ finders: [QuestionFinder], _ options: SurveyOptions
  ) throws(SurveyError) -> (bytes: RawBytes, container: UnpackedSurvey?) {
    let start = try bytes.first(TableContainer.startSize)
    let headings = SurveyHeadings(finders, options)
    let container: TableContainer?
    do throws(WorkbookRefusal) {
      container = try TableContainer(
        start, fileDescriptor: bytes.descriptor, sheet: options.sheet, knows: headings.contains)
    } catch {
      throw SurveyError(error, file: options.file)
    }
    switch container {
    case .sheet(let sheet, let count):
      return (
        RawBytes(refusing(options.file, sheet.read), insteadOf: bytes),
        UnpackedSurvey(sheet: sheet, origin: "sheet '\(sheet.name)'\(count > 1 ? " of \(count)" : "")")
      )
    case .file(let file):
      return (
        RawBytes(refusing(options.file, file.read), insteadOf: bytes),
        UnpackedSurvey(sheet: nil, origin: "'\(file.name)' in the archive")
      )
    case nil: return (bytes, nil)
    }
  }

  private static func refusing(
    _ file: String, _ read: @escaping (UnsafeMutableRawBufferPointer) throws(WorkbookRefusal) -> Int
  ) -> RawBytes.Source {
    { memory throws(SurveyError) in
      do throws(WorkbookRefusal) {
        return try read(memory)
      } catch {
        throw SurveyError(error, file: file)
      }
    }
  }

  /// What is to be told of cells that were left empty.
  func problems(in file: String) -> [Problem] {
    guard let sheet, let first = sheet.unknownFormulas.first else { return [] }
    let count = sheet.unknownFormulas.count
    return [
      Problem(
        code: .formulaWithoutValue, place: .init(file: file, line: first.row, column: first.column + 1),
        summary: count == 1
          ? "\(sheet.name)!\(first) holds a formula whose value is not in the file; it counts as empty"
          : "\(count) cells hold a formula whose value is not in the file, the first in \(sheet.name)!\(first); they "
            + "count as empty",
        help: "open the workbook in Excel or LibreOffice, save it and try again")
    ]
  }
}

extension SurveyError {
  init(_ refusal: WorkbookRefusal, file: String) {
    self = .refused([
      Problem(
        code: refusal.code, place: .init(file: file, line: refusal.row),
        summary: refusal.summary.printable, help: refusal.help.printable)
    ])
  }
}

/// The headings that tell a sheet of answers from others.
private struct SurveyHeadings {
  private let finders: [QuestionFinder]
  private let others: Set<String>

  init(_ finders: [QuestionFinder], _ options: SurveyOptions) {
    self.finders = finders
    others = Set(options.namedColumns + [options.idColumn].compactMap(\.self))
  }

  func contains(_ heading: String) -> Bool {
    others.contains(heading)
      || finders.contains { $0.match(SurveySheet.Heading(name: heading, wordings: [heading], choice: nil)) != nil }
  }
}
