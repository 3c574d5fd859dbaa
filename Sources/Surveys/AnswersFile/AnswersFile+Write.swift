import Ergonomics
import Markup

extension AnswersFile {
  package init(_ people: [Answers]) {
    precondition(!people.isEmpty, "a file holds the answers of someone")
    self.people = people
  }

  /// As JSON: one person as an object, several as a list; answers in the order of the pack, a line each.
  package func json(_ pack: Pack) -> String {
    let objects = people.map { person in
      let id = person.id.map { ["\("id".asJSON): \($0.asJSON)"] } ?? []
      let answers = pack.questions.compactMap { question in
        person[question.id].map { "\(question.id.asJSON): \(question.json($0))" }
      }
      return id + answers
    }
    if objects.count == 1 { return Self.object(objects[0], indent: "") + "\n" }
    return "[\n\(objects.map { "  " + Self.object($0, indent: "  ") }.joined(separator: ",\n"))\n]\n"
  }

  private static func object(_ members: [String], indent: String) -> String {
    if members.isEmpty { return "{}" }
    return "{\n" + members.map { "\(indent)  \($0)" }.joined(separator: ",\n") + "\n\(indent)}"
  }

  /// As XML: `<answers>`, several in a `<survey>`; answers in the order of the pack.
  package func xml(_ pack: Pack) -> [UInt8] {
    var writer = MarkupWriter()
    if people.count == 1 {
      people[0].write(pack, namespace: Self.namespace, to: &writer)
    } else {
      writer.element("survey", namespace: Self.namespace) { writer in
        for person in people { person.write(pack, namespace: nil, to: &writer) }
      }
    }
    return writer.bytes
  }
}

extension Answers {
  /// - Parameter isStamped: Says which state of the pack they were given to.
  func write(_ pack: Pack, namespace: String?, isStamped: Bool = false, to writer: inout MarkupWriter) {
    let stamp = isStamped ? pack : nil
    let attributes: MarkupWriter.Attributes = [
      "id": id, "pack": stamp?.id, "version": stamp?.version, "hash": stamp?.hash,
    ]
    writer.element("answers", namespace: namespace, attributes) { writer in
      for question in pack.questions {
        guard let answer = self[question.id] else { continue }
        writer.element("answer", ["question": question.id], text: question.code(for: answer))
      }
    }
  }
}

extension Question {
  fileprivate func json(_ answer: Answer) -> String {
    switch answer {
    case .declined: "null"
    case .options(let ids): "[\(ids.map(\.asJSON).joined(separator: ", "))]"
    case .atLeast(let ids): "[\((ids + ["?"]).map(\.asJSON).joined(separator: ", "))]"
    case .option, .number, .range, .text: code(for: answer).asJSON
    }
  }
}
