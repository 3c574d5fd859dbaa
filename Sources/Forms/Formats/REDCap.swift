import Ergonomics

/// The questionnaire as a data dictionary of REDCap: a table of 18 columns, a row for each field.
enum REDCap {
  private static let columns = [
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
    "Field Annotation",
  ]
  private static let form = "workstation"

  static func document(of source: FormSource) -> FormDocument {
    let outline = FormOutline(source)
    var rows = [row(["Variable / Field Name": "record_id", "Field Type": "text", "Field Label": "Record ID"])]
    var header = ""
    for item in outline.items {
      if case .section(let section) = item {
        header = ([section.title] + [section.about].compactMap(\.self)).joined(separator: ": ").asREDCapText
        continue
      }
      guard var cells = cells(of: item, outline) else { continue }
      cells["Section Header"] = header
      header = ""
      rows.append(row(cells))
    }
    let text = ([columns] + rows).map { $0.map(\.asField).joined(separator: ",") + "\n" }.joined()
    return FormDocument(bytes: Array(text.utf8), notes: outline.notes)
  }

  private static func row(_ cells: [String: String]) -> [String] {
    columns.map { $0 == "Form Name" ? form : cells[$0] ?? "" }
  }

  private static func cells(of item: FormItem, _ outline: FormOutline) -> [String: String]? {
    switch item {
    case .section: return nil
    case .note(let note):
      let text = ([note.heading] + note.paragraphs).joined(separator: "\n\n").asREDCapText
      return [
        "Variable / Field Name": "note_\(note.name)", "Field Type": "descriptive", "Field Label": text,
        "Branching Logic (Show field only if...)": Language().text(of: note.gate, outline.questions) ?? "",
      ]
    case .kept(let column):
      return [
        "Variable / Field Name": column.name.lowercased(), "Field Type": "text",
        "Field Label": column.label.asREDCapText,
      ]
    case .question(let question): return cells(of: question, outline)
    }
  }

  private static func cells(of question: FormQuestion, _ outline: FormOutline) -> [String: String] {
    var cells = [
      "Variable / Field Name": question.id, "Field Label": question.text.asREDCapText,
      "Field Note": question.help.joined(separator: " ").asREDCapText,
      "Branching Logic (Show field only if...)": Language().text(of: question.gate, outline.questions) ?? "",
      "Choices, Calculations, OR Slider Labels": question.options.map { "\($0.id), \($0.text.asREDCapChoice)" }
        .joined(separator: " | "),
    ]
    switch question.question.kind {
    case .choice: cells["Field Type"] = "radio"
    case .choices:
      cells["Field Type"] = "checkbox"
      let alone = question.options.filter(\.isAlone).map(\.id).joined(separator: ",")
      cells["Field Annotation"] = "@NONEOFTHEABOVE='\(alone)'"
    case .number(let range):
      cells["Field Type"] = "text"
      cells["Text Validation Type OR Show Slider Number"] = "number"
      cells["Text Validation Min"] = range.ends.least.description
      cells["Text Validation Max"] = range.ends.most.description
    case .text: cells["Field Type"] = "notes"
    }
    return cells
  }

  /// What REDCap calls branching logic.
  private struct Language: GateLanguage {
    let and = " and "
    let or = " or "

    func chosen(_ question: Question, _ option: AnswerOption.ID) -> String {
      question.takesSeveral ? "[\(question.id)(\(option))] = '1'" : "[\(question.id)] = '\(option)'"
    }
    func lacks(_ question: Question, _ option: AnswerOption.ID) -> String { "[\(question.id)(\(option))] <> '1'" }
    func empty(_ question: Question) -> String {
      guard question.takesSeveral else { return "[\(question.id)] = ''" }
      let lacking = (question.options.map(\.id) + [Gate.notSure]).map { lacks(question, $0) }
      return "(\(lacking.joined(separator: and)))"
    }
    func number(_ question: Question, _ comparison: Gate.Comparison, _ limit: ExactDecimal) -> String {
      "([\(question.id)] <> '' and [\(question.id)] \(comparison.sign) \(limit))"
    }
  }
}

extension String {
  /// Labels may hold tags: what is none must not look like one.
  fileprivate var asREDCapText: String { replacing("<", with: "< ") }
  /// Choices are parted by bars.
  fileprivate var asREDCapChoice: String { asREDCapText.replacing("|", with: "/") }
}
