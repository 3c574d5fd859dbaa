import Ergonomics
import Foundation
import Surveys

extension SurveyFiles {
  /// How each of them is understood, as far as its headings can be read at all.
  ///
  /// - Throws: `SurveyError.refused` with what is wrong with the headings of all files.
  func pictures(_ packs: [Pack]) async throws -> [SurveyUnderstanding] {
    var (pictures, problems) = ([SurveyUnderstanding](), [Problem]())
    for file in files {
      var own = options
      own.file = file.name
      let handle = try file.open()
      defer { withExtendedLifetime(handle) {} }
      do {
        let start = try file.alreadyRead(of: handle)
        pictures.append(try await SurveyUnderstanding(packs, own, of: handle.fileDescriptor, after: start))
      } catch SurveyError.refused(let found) {
        problems += found
      }
    }
    if !problems.isEmpty { throw SurveyError.refused(problems) }
    return pictures
  }
}

extension [SurveyUnderstanding] {
  var text: String {
    if count == 1 { return self[0].description }
    return map { "\($0.file.printable)\n\($0)\n" }.joined() + differences
  }

  /// What each file lacks that another has.
  private var differences: String {
    let asked = Set(flatMap { $0.columns.map(\.question.id) })
    let lines = compactMap { picture -> String? in
      let missing = picture.summary.missingQuestions.filter(asked.contains)
      return missing.isEmpty ? nil : "  \(picture.file.printable): \(missing.joined(separator: ", "))\n"
    }
    return lines.isEmpty ? "" : "questions that only other files have:\n" + lines.joined()
  }

  /// With everything that was not understood, to be filled in.
  var mapping: SurveyMapping { SurveyMapping(joining: map(\.skeleton)) }

  /// How those columns are read that files are refused for.
  var ofColumnsNotUnderstood: String {
    compactMap { picture in
      let lines = picture.linesOfMisread
      return lines.isEmpty ? nil : "\(picture.file.printable)\n\(lines.joined(separator: "\n"))\n"
    }.joined()
  }

  /// The same for programs.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(map(UnderstandingRecord.init)), as: UTF8.self) + "\n"
  }
}

/// How a survey is understood, as JSON has it.
private struct UnderstandingRecord: Encodable {
  struct Column: Encodable {
    let question: String
    let headings: [String]
    let asked: Int?
    let answered: Int?
    let aboutHealth: Bool?
    let unit: String?
    let least: String?
    let most: String?
    let answers: [String: Int]?
    let notSure: Int?
    let notUnderstood: Int?
    let samples: [Sample]?
  }
  struct Sample: Encodable {
    let wording: String
    let count: Int
  }

  let file: String
  let platform: String
  let encoding: String
  let idColumns: [String]
  let idSuggestion: String?
  let rows: Int
  let scored: Int
  let rejected: Int
  let setAside: Int
  let leftOut: [String: Int]
  let questions: [Column]
  let missingQuestions: [String]
  let nearHeadings: [String: String]
  let unusedColumns: [String]
  let warnings: [String]
  let errors: [String]

  init(_ picture: SurveyUnderstanding) {
    let summary = picture.summary
    (file, platform, encoding) = (picture.file, summary.platform.name, summary.encoding?.rawValue ?? "ASCII")
    (idColumns, idSuggestion) = (summary.idColumns, summary.idSuggestion?.column)
    (rows, scored, rejected, setAside) = (summary.rows, summary.scored, summary.rejected, summary.setAside)
    leftOut = Dictionary(picture.leftOut.map { ($0.key.words, $0.value) }, uniquingKeysWith: +)
    questions = picture.columns.map(Column.init)
    (missingQuestions, nearHeadings) = (summary.missingQuestions, summary.nearHeadings)
    (unusedColumns, warnings) = (summary.unusedColumns, summary.problems.map(\.description))
    errors = picture.refusals.map(\.description)
  }
}

extension UnderstandingRecord.Column {
  init(_ column: SurveyUnderstanding.Column) {
    let (census, isTold) = (column.census, !column.isHidden)
    (question, headings) = (column.question.id, column.headings)
    (asked, answered) = isTold ? (census.asked, census.answered) : (nil, nil)
    notUnderstood = isTold ? census.misread : nil
    aboutHealth = column.isHidden ? true : nil
    var (unit, ends) = (String?.none, [String]())
    if case .number(let range) = column.question.kind {
      unit = range.unit.rawValue
      if let numbers = census.numbers, isTold {
        ends = [numbers.lowerBound, numbers.upperBound].map { range.unit.text(ofBase: $0) }
      }
    }
    (self.unit, least, most) = (unit, ends.first, ends.last)
    answers = isTold && !census.options.isEmpty ? census.options : nil
    notSure = isTold && census.declined > 0 ? census.declined : nil
    let unread = isTold ? census.unreadWordings.prefix(20) : []
    samples = unread.isEmpty ? nil : unread.map { .init(wording: $0.wording, count: $0.count) }
  }
}
