import Ergonomics
import TestSupport

@testable import Surveys

/// What the responses of a survey file say, question by question.
struct ReadSurvey {
  /// By response: the codes of its answers by question.
  private(set) var people: [[Question.ID: String]] = []
  /// Why cells are not understood, in the order of the file.
  private(set) var unread: [String] = []

  init(_ bytes: [UInt8], _ pack: Pack) throws {
    let file = try ScratchFile()
    try file.write(bytes)
    var reader = try RecordReader(RawBytes(then: file.descriptor), [pack], SurveyOptions(file: "team.csv"))
    let header = try reader.readHeader()
    var chunk = RecordChunk(capacity: 1 << 18, separator: reader.separator)
    while try reader.read(into: &chunk) {
      for place in 0..<chunk.recordCount {
        let record = chunk.records[place]
        guard Int(record.fieldCount) == header.names.count, header.filter(record, of: chunk, included: []) == nil else {
          continue
        }
        var cells: [String] = []
        for column in header.names.indices { cells.append(String(field: chunk.field(column, of: record)).restored) }
        add(cells, header, pack)
      }
    }
  }

  private mutating func add(_ cells: [String], _ header: SurveyHeader, _ pack: Pack) {
    var person: [Question.ID: String] = [:]
    for (question, columns) in zip(pack.questions, header.questions[0]) {
      guard let columns else { continue }
      let said = question.answer(in: columns, notSure: pack.notSure) { cells[$0] }
      person[question.id] = said.answer.map { question.code(for: $0) }
      if let mistake = said.mistake { unread.append(mistake.summary(cells[mistake.column])) }
    }
    people.append(person)
  }

  /// The answers to one question, in the order of the file.
  func answers(_ question: Question.ID) -> [String] { people.map { $0[question] ?? "" } }
}
