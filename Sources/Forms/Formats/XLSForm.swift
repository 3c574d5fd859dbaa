import Ergonomics
import Spreadsheets

/// The questionnaire as an XLSForm (xlsform.org): a workbook with the sheets `survey`, `choices` and `settings`.
///
/// ODK Central and Collect, KoboToolbox and Survey123 take it. One question is shown at a time.
enum XLSForm {
  /// Spreadsheets say when they were made; forms do not depend on the day.
  private static let day = "2000-01-01"
  private static let columns = [
    "type", "name", "label", "hint", "relevant", "constraint", "constraint_message", "appearance",
  ]

  static func document(of source: FormSource) throws -> FormDocument {
    let outline = FormOutline(source)
    let id = source.packs.map(\.id).joined(separator: "_").map { $0 == "-" ? "_" : $0 }
    let writer = try WorkbookWriter(sheet: "survey", columns: columns.map { .init($0) }, date: day)
    for row in survey(outline) { try writer.add(row) }
    try writer.add(sheet: "choices", columns: ["list_name", "name", "label"].map { .init($0) })
    for row in choices(outline) { try writer.add(row) }
    let settings = ["form_title", "form_id", "version", "style", "default_language"]
    try writer.add(sheet: "settings", columns: settings.map { .init($0) })
    let version = source.packs.map(\.stamp).joined(separator: " ")
    try writer.add([outline.title, String(id), version, "pages", source.questionnaire.language])
    return FormDocument(bytes: try writer.finish().bytes, notes: outline.notes)
  }

  static func survey(_ outline: FormOutline) -> [[String]] {
    var rows = [["start", "start"], ["end", "end"]]
    var isInGroup = false
    for item in outline.items {
      switch item {
      case .section(let section):
        if isInGroup { rows.append(["end_group"]) }
        isInGroup = true
        rows.append(["begin_group", "section_\(section.id.asName)", section.title.asLabel])
        if let about = section.about {
          rows.append(["note", "about_\(section.id.asName)", about.asLabel])
        }
      case .note(let note):
        if isInGroup, note.sign == nil {
          rows.append(["end_group"])
          isInGroup = false
        }
        let text = (["**\(note.heading)**"] + note.paragraphs).joined(separator: "\n\n")
        rows.append(["note", note.name, text.asLabel, "", relevant(note.gate, outline)])
      case .kept(let column): rows.append(["text", column.name, column.label.asLabel])
      case .question(let question): rows.append(row(of: question, outline))
      }
    }
    if isInGroup { rows.append(["end_group"]) }
    return rows
  }

  private static func row(of question: FormQuestion, _ outline: FormOutline) -> [String] {
    let type: String
    var (constraint, message) = ("", "")
    switch question.question.kind {
    case .choice: type = "select_one \(question.id)"
    case .choices:
      type = "select_multiple \(question.id)"
      let alone = question.options.filter(\.isAlone)
      constraint = alone.map { "not(selected(., '\($0.id)') and count-selected(.) > 1)" }.joined(separator: " and ")
      message = FormWords.alone(alone)
    case .number(let range):
      type = "decimal"
      constraint = ". >= \(range.ends.least) and . <= \(range.ends.most)"
      message = FormWords.range(range)
    case .text: type = "text"
    }
    return [
      type, question.id, question.text.asLabel, question.help.joined(separator: " ").asLabel,
      relevant(question.gate, outline), constraint, message,
    ]
  }

  private static func relevant(_ gate: Gate, _ outline: FormOutline) -> String {
    Language().text(of: gate, outline.questions) ?? ""
  }

  static func choices(_ outline: FormOutline) -> [[String]] {
    outline.items.flatMap { item -> [[String]] in
      guard case .question(let question) = item else { return [] }
      return question.options.map { [question.id, $0.id, $0.text.asLabel] }
    }
  }

  /// XPath as XLSForm writes it.
  private struct Language: GateLanguage {
    let and = " and "
    let or = " or "

    func chosen(_ question: Question, _ option: AnswerOption.ID) -> String {
      question.takesSeveral ? "selected(${\(question.id)}, '\(option)')" : "${\(question.id)} = '\(option)'"
    }
    func lacks(_ question: Question, _ option: AnswerOption.ID) -> String {
      "not(selected(${\(question.id)}, '\(option)'))"
    }
    func empty(_ question: Question) -> String { "${\(question.id)} = ''" }
    /// A number that is empty compares like none.
    func number(_ question: Question, _ comparison: Gate.Comparison, _ limit: ExactDecimal) -> String {
      let test = "${\(question.id)} \(comparison.sign) \(limit)"
      return [.atMost, .lessThan].contains(comparison) ? "(${\(question.id)} != '' and \(test))" : test
    }
  }
}

extension String {
  /// `${` would be a reference to a question.
  fileprivate var asLabel: String { replacing("${", with: "$ {") }

  /// Sections of packs that are joined have a slash.
  fileprivate var asName: String { String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) }
}

extension Question {
  var takesSeveral: Bool { if case .choices = kind { true } else { false } }
}
