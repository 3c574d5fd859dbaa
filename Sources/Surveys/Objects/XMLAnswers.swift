import Ergonomics
import LibXML

/// The people of an XML file of answers, one by one.
final class XMLAnswers {
  private let reader: MarkupReader
  private let file: String

  /// - Parameter bytes: As they are in the file: an XML file says itself how it is encoded.
  init(_ bytes: RawBytes, file: String) {
    self.file = file
    reader = MarkupReader { memory in bytes.read(into: memory) }
  }

  func next() throws(SurveyError) -> SurveyObject? {
    do throws(MarkupRefused) {
      guard let person = try reader.next("answers", namespace: AnswersFile.namespace) else { return nil }
      var object = SurveyObject(line: person.line)
      if let id = person["id"] { object.cells.append(("id", id)) }
      for answer in person.elements("answer") {
        if let question = answer["question"] { object.cells.append((question, answer.text)) }
      }
      return object
    } catch {
      throw .refused(
        error.problems.map {
          Problem(
            code: .unreadableAnswers, place: .init(file: file, line: $0.line, column: $0.column), summary: $0.message,
            help: "write the file as well-formed XML without a DOCTYPE")
        }.sorted())
    }
  }
}
