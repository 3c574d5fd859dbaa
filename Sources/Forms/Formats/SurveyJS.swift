import Ergonomics

/// The questionnaire as a form of SurveyJS (surveyjs.io), one question at a time.
enum SurveyJS {
  static func document(of source: FormSource) -> FormDocument {
    let outline = FormOutline(source)
    var pages: [(name: String, title: String?, about: String?, elements: [JSONValue])] = [("start", nil, nil, [])]
    for item in outline.items {
      switch item {
      case .section(let section): pages.append((section.id, section.title, section.about, []))
      case .note(let note): pages[pages.count - 1].elements.append(element(of: note, outline))
      case .kept(let column):
        pages[pages.count - 1].elements.append([
          "type": "text", "name": .text(column.name), "title": .text(column.label),
        ])
      case .question(let question): pages[pages.count - 1].elements.append(element(of: question, outline))
      }
    }
    let form: JSONValue = [
      "title": .text(outline.title), "locale": .text(source.questionnaire.language),
      "questionsOnPageMode": "questionPerPage", "showQuestionNumbers": false, "showProgressBar": true,
      "clearInvisibleValues": "onHidden",
      "pages": .list(
        pages.map { page in
          [
            "name": .text(page.name), "title": page.title.map(JSONValue.text),
            "description": page.about.map(JSONValue.text), "elements": .list(page.elements),
          ]
        }),
    ]
    return FormDocument(bytes: form.bytes, notes: outline.notes)
  }

  private static func element(of note: FormNote, _ outline: FormOutline) -> JSONValue {
    let html = "<h3>\(note.heading.asHTML)</h3>" + note.text.map { "<p>\($0.asHTML)</p>" }.joined()
    return JSONValue.object([("type", "html"), ("name", .text(note.name)), ("html", .text(html))])
      .adding([visible(note.gate, outline)])
  }

  private static func element(of question: FormQuestion, _ outline: FormOutline) -> JSONValue {
    let head: [(String, JSONValue?)] = [
      ("name", .text(question.id)), ("title", .text(question.text)),
      ("description", .text(question.help.joined(separator: " "))), visible(question.gate, outline),
    ]
    switch question.question.kind {
    case .choice:
      return JSONValue.object([("type", "radiogroup")]).adding(head + [("choices", choices(question.options))])
    case .choices(let options):
      let alone = question.options.filter(\.isAlone)
      let test = alone.map { "({\(question.id)} notcontains '\($0.id)' or {\(question.id).length} = 1)" }
      let validator: JSONValue = [
        "type": "expression", "text": .text(FormWords.alone(alone)),
        "expression": .text("{\(question.id)} empty or (\(test.joined(separator: " and ")))"),
      ]
      _ = options
      return JSONValue.object([("type", "checkbox")])
        .adding(head + [("choices", choices(question.options)), ("validators", [validator])])
    case .number(let range):
      return JSONValue.object([("type", "text")])
        .adding(
          head + [
            ("inputType", "number"), ("min", .number(range.ends.least)), ("max", .number(range.ends.most)),
            ("step", "any"),
          ])
    case .text: return JSONValue.object([("type", "comment")]).adding(head)
    }
  }

  private static func choices(_ options: [AnswerOption]) -> JSONValue {
    .list(options.map { ["value": .text($0.id), "text": .text($0.text)] })
  }

  private static func visible(_ gate: Gate, _ outline: FormOutline) -> (String, JSONValue?) {
    ("visibleIf", Language().text(of: gate, outline.questions).map(JSONValue.text))
  }

  private struct Language: GateLanguage {
    let and = " and "
    let or = " or "

    func chosen(_ question: Question, _ option: AnswerOption.ID) -> String {
      "{\(question.id)} \(question.takesSeveral ? "contains" : "=") '\(option)'"
    }
    func lacks(_ question: Question, _ option: AnswerOption.ID) -> String { "{\(question.id)} notcontains '\(option)'" }
    func empty(_ question: Question) -> String { "{\(question.id)} empty" }
    /// Nothing that is empty compares.
    func number(_ question: Question, _ comparison: Gate.Comparison, _ limit: ExactDecimal) -> String {
      "{\(question.id)} \(comparison.sign) \(limit)"
    }
  }
}
