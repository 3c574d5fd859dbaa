import Ergonomics
import Markup

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
    guard let person = try nextPerson() else { return nil }
    var object = SurveyObject(line: person.line)
    if let id = person["id"] { object.cells.append(("id", id)) }
    for answer in person.elements {
      guard answer.name == "answer", answer.namespace == AnswersFile.namespace, let question = answer["question"] else {
        throw .refused([
          problem(
            answer.line, "<\(answer.name)> in <answers> answers nothing", help: "write <answer question=\"…\">")
        ])
      }
      object.cells.append((question, answer.text))
    }
    return object
  }

  private func nextPerson() throws(SurveyError) -> MarkupElement? {
    do throws(MarkupRefused) {
      return try reader.next("answers", namespace: AnswersFile.namespace)
    } catch {
      let help = "write the file as well-formed XML without a DOCTYPE"
      throw .refused(error.problems.map { problem($0.line, column: $0.column, $0.message, help: help) }.sorted())
    }
  }

  private func problem(_ line: Int?, column: Int? = nil, _ summary: String, help: String) -> Problem {
    Problem(
      code: .unreadableAnswers, place: .init(file: file, line: line, column: column), summary: summary, help: help)
  }
}
