import Ergonomics
import Markup

extension AnswersCollector {
  /// `<answers>`, or several of them in a `<survey>`.
  mutating func readXML(_ bytes: [UInt8]) {
    do throws(MarkupRefused) {
      let document = try MarkupDocument(bytes)
      let root = document.root
      guard root.namespace == AnswersFile.namespace, root.name == "answers" || root.name == "survey" else {
        return add(
          .unreadableAnswers, position(of: root, in: document), "<\(root.name)> is not a file of answers",
          help: "begin with <answers xmlns=\"\(AnswersFile.namespace)\">")
      }
      if root.name == "answers" { return readPerson(root, document) }
      for element in root.elements {
        if isKnown(element, "answers", in: root, document) { readPerson(element, document) }
      }
      if root.elements.isEmpty {
        add(.unreadableAnswers, position(of: root, in: document), "the survey is empty", help: "put <answers> in it")
      }
    } catch {
      for problem in error.problems {
        add(
          .unreadableAnswers, problem.line.map { ($0, problem.column ?? 1) }, problem.message,
          help: "write the file as well-formed XML without a DOCTYPE")
      }
    }
  }

  private mutating func readPerson(_ element: MarkupElement, _ document: MarkupDocument) {
    var answers = Answers(id: element["id"].flatMap { $0.isEmpty ? nil : $0 })
    var named: [Question.ID: String] = [:]
    for child in element.elements where isKnown(child, "answer", in: element, document) {
      let position = position(of: child, in: document)
      guard let name = child["question"] else {
        add(
          .unknownQuestion, position, "the answer does not say to which question",
          help: "write <answer question=\"…\">")
        continue
      }
      guard let question = question(name, at: position, &named) else { continue }
      answers[question.id] = answer(child.text, to: question, at: position)
    }
    add(answers, at: position(of: element, in: document))
  }

  private mutating func isKnown(
    _ element: MarkupElement, _ name: String, in parent: MarkupElement, _ document: MarkupDocument
  ) -> Bool {
    if element.name == name, element.namespace == AnswersFile.namespace { return true }
    add(
      .unreadableAnswers, position(of: element, in: document),
      "<\(element.name)> cannot stand in <\(parent.name)>", help: "write <\(name)>")
    return false
  }

  private func position(of element: MarkupElement, in document: MarkupDocument) -> Position {
    guard let position = document.source?.position(of: element) else { return (element.line, 1) }
    return (position.line, position.column)
  }
}
