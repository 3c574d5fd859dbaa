import Ergonomics

/// The questionnaire as a Questionnaire of HL7 FHIR R4.
enum FHIRQuestionnaire {
  /// Of the answers: `Gate.notSure` and the ids of options.
  private static func system(_ question: Question) -> String { "urn:sitwell:answers:\(question.id)" }

  static func document(of source: FormSource) -> FormDocument {
    let outline = FormOutline(source)
    var items: [JSONValue] = []
    var section: (head: [(String, JSONValue)], items: [JSONValue])?
    func close() {
      if let section { items.append(.object(section.head + [("item", .list(section.items))])) }
      section = nil
    }
    for item in outline.items {
      if case .section(let next) = item {
        close()
        let about = next.about.map { [display("about-\(next.id)", $0)] } ?? []
        section = ([("linkId", .text("section-\(next.id)")), ("text", .text(next.title)), ("type", "group")], about)
        continue
      }
      if case .note(let note) = item, note.sign == nil { close() }
      guard let made = self.item(item, outline) else { continue }
      if section == nil { items.append(made) } else { section?.items.append(made) }
    }
    close()
    let id = source.packs.map(\.id).joined(separator: ".")
    let form: JSONValue = [
      "resourceType": "Questionnaire", "url": .text("urn:sitwell:questionnaire:\(id)"),
      "version": .text(source.packs.map(\.stamp).joined(separator: " ")), "title": .text(outline.title),
      "status": "active", "language": .text(source.questionnaire.language), "item": .list(items),
    ]
    return FormDocument(bytes: form.bytes, notes: outline.notes)
  }

  private static func display(_ id: String, _ text: String) -> JSONValue {
    ["linkId": .text(id), "text": .text(text), "type": "display"]
  }

  private static func item(_ item: FormItem, _ outline: FormOutline) -> JSONValue? {
    switch item {
    case .section: return nil
    case .note(let note):
      let text = ([note.heading] + note.paragraphs).joined(separator: "\n\n")
      return gated(note.gate, note.name, display(note.name, text), outline)
    case .kept(let column):
      return ["linkId": .text(column.name), "text": .text(column.label), "type": "string"]
    case .question(let question): return gated(question.gate, question.id, self.item(question), outline)
    }
  }

  private static func item(_ question: FormQuestion) -> JSONValue {
    var type = "choice"
    var more: [(String, JSONValue)] = []
    switch question.question.kind {
    case .choice: break
    case .choices: more.append(("repeats", true))
    case .number(let range):
      type = "decimal"
      more.append(("extension", .list([bound("min", range.ends.least), bound("max", range.ends.most)])))
    case .text: type = "text"
    }
    if !question.options.isEmpty {
      let options = question.options.map { option -> JSONValue in
        [
          "valueCoding": [
            "system": .text(system(question.question)), "code": .text(option.id), "display": .text(option.text),
          ]
        ]
      }
      more.append(("answerOption", .list(options)))
    }
    let help = display("\(question.id)-help", question.help.joined(separator: " "))
    return .object(
      [
        ("linkId", .text(question.id)), ("text", .text(question.text)), ("type", .text(type)), ("required", false),
      ] + more + [("item", .list([help]))])
  }

  private static func bound(_ end: String, _ number: ExactDecimal) -> JSONValue {
    ["url": .text("http://hl7.org/fhir/StructureDefinition/\(end)Value"), "valueDecimal": .number(number)]
  }

  /// An item takes one list of tests, of which all or any hold. What needs more stands in groups, one in the other.
  private static func gated(_ gate: Gate, _ id: String, _ item: JSONValue, _ outline: FormOutline) -> JSONValue {
    let clauses = gate.clauses
    if clauses.isEmpty { return item }
    if clauses.allSatisfy({ $0.count == 1 }) {
      return item.adding(when(clauses.map { $0[0] }, "all", outline))
    }
    var inner = item.adding(when(clauses[clauses.count - 1], "any", outline))
    for (place, clause) in clauses.dropLast().enumerated().reversed() {
      let group = JSONValue.object([("linkId", .text("\(id)-if-\(place + 1)")), ("type", "group")])
      inner = group.adding(when(clause, "any", outline) + [("item", .list([inner]))])
    }
    return inner
  }

  private static func when(_ tests: [Gate], _ behavior: String, _ outline: FormOutline) -> [(String, JSONValue?)] {
    [
      ("enableWhen", .list(tests.map { test($0, outline.questions) })),
      ("enableBehavior", tests.count > 1 ? .text(behavior) : nil),
    ]
  }

  private static func test(_ gate: Gate, _ questions: [Question.ID: Question]) -> JSONValue {
    func coding(_ id: Question.ID, _ sign: String, _ option: AnswerOption.ID) -> JSONValue {
      [
        "question": .text(id), "operator": .text(sign),
        "answerCoding": ["system": .text(system(questions[id]!)), "code": .text(option)],
      ]
    }
    switch gate {
    case .chosen(let id, let option): return coding(id, "=", option)
    case .lacks(let id, let option): return coding(id, "!=", option)
    case .empty(let id): return ["question": .text(id), "operator": "exists", "answerBoolean": false]
    case .number(let id, let comparison, let limit):
      return ["question": .text(id), "operator": .text(comparison.sign), "answerDecimal": .number(limit)]
    case .always, .all, .any: preconditionFailure("clauses hold tests alone")
    }
  }
}

extension Gate {
  /// The same as lists of tests: in each of them at least one holds.
  var clauses: [[Gate]] {
    switch self {
    case .always: return []
    case .all(let parts): return parts.flatMap(\.clauses).withoutDoubles
    case .any(let parts):
      return parts.map(\.clauses).reduce([[]]) { found, next in
        next.isEmpty ? [] : found.flatMap { clause in next.map { (clause + $0).withoutDoubles } }
      }.withoutDoubles
    default: return [[self]]
    }
  }
}
