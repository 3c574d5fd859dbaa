import Ergonomics

/// The questionnaire as LimeSurvey's tab-separated survey structure, one question at a time.
///
/// Its codes are letters and digits: 20 of them for questions and the options of lists, 5 for single choices.
enum LimeSurvey {
  /// Names of LimeSurvey's own first, then of attributes of questions.
  private static let columns = [
    "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory", "other",
    "default", "same_default", "exclude_all_others", "min_num_value_n", "max_num_value_n",
  ]

  static func document(of source: FormSource) -> FormDocument {
    let outline = FormOutline(source)
    let language = source.questionnaire.language
    var table = Table(language: language, outline: outline)
    table.build(notice: source)
    let text = ([columns] + table.rows).map { $0.map(\.asTabbed).joined(separator: "\t") + "\n" }.joined()
    return FormDocument(bytes: Array(text.utf8), notes: outline.notes + table.notes)
  }

  private struct Table {
    let language: String
    let outline: FormOutline
    private(set) var rows: [[String]] = []
    private(set) var notes: [String] = []
    private var groups = 0

    init(language: String, outline: FormOutline) { (self.language, self.outline) = (language, outline) }

    mutating func build(notice: FormSource) {
      for (name, value) in [
        ("language", language), ("format", "S"), ("anonymized", "Y"), ("allowprev", "Y"), ("ipaddr", "N"),
        ("refurl", "N"), ("showprogress", "Y"), ("questionindex", "0"), ("allowsave", "Y"),
      ] {
        add(["class": "S", "name": name, "text": value])
      }
      add(["class": "SL", "name": "surveyls_title", "text": outline.title.asLimeText, "language": language])
      group(FormWords.beforeYouBegin, about: nil)
      for item in outline.items {
        switch item {
        case .section(let section): group(section.title, about: section.about)
        case .note(let note): add(note)
        case .kept(let column):
          add([
            "class": "Q", "type/scale": "S", "name": column.name.plainCode, "relevance": "1",
            "text": column.label.asLimeText, "language": language, "mandatory": "N",
          ])
        case .question(let question): add(question)
        }
      }
    }

    private mutating func add(_ cells: [String: String]) { rows.append(LimeSurvey.columns.map { cells[$0] ?? "" }) }

    private mutating func group(_ title: String, about: String?) {
      groups += 1
      add([
        "class": "G", "type/scale": "G\(groups)", "name": title.asLimeText, "relevance": "1",
        "text": about?.asLimeText ?? "", "language": language,
      ])
    }

    private func relevance(_ gate: Gate) -> String { Language().text(of: gate, outline.questions) ?? "1" }

    private mutating func add(_ note: FormNote) {
      let text = "<h3>\(note.heading.asLimeText)</h3>" + note.paragraphs.map { "<p>\($0.asLimeText)</p>" }.joined()
      add([
        "class": "Q", "type/scale": "X", "name": note.name, "relevance": relevance(note.gate), "text": text,
        "language": language, "mandatory": "N",
      ])
    }

    private mutating func add(_ question: FormQuestion) {
      let codes = question.question.codes(longest: question.takesSeveral ? 20 : 5)
      if question.id.plainCode.count > 20 {
        notes.append("'\(question.id)' is called '\(question.question.plainCode)' there: a mapping has to name it")
      }
      var cells = [
        "class": "Q", "name": question.question.plainCode, "relevance": relevance(question.gate),
        "text": question.text.asLimeText, "help": question.help.joined(separator: " ").asLimeText,
        "language": language, "mandatory": "N", "other": "N",
      ]
      switch question.question.kind {
      case .choice: cells["type/scale"] = "L"
      case .choices:
        cells["type/scale"] = "M"
        cells["exclude_all_others"] = question.options.filter(\.isAlone).map { codes[$0.id]! }.joined(separator: ";")
      case .number(let range):
        cells["type/scale"] = "N"
        cells["min_num_value_n"] = range.ends.least.description
        cells["max_num_value_n"] = range.ends.most.description
      case .text: cells["type/scale"] = "T"
      }
      add(cells)
      for option in question.options {
        add([
          "class": question.takesSeveral ? "SQ" : "A", "type/scale": "0", "name": codes[option.id]!,
          "relevance": question.takesSeveral ? "1" : "", "text": option.text.asLimeText, "language": language,
        ])
      }
    }
  }

  /// The expression language of LimeSurvey. `NAOK` lets it look at questions that were not asked, which are empty then.
  private struct Language: GateLanguage {
    let and = " and "
    let or = " or "

    func chosen(_ question: Question, _ option: AnswerOption.ID) -> String {
      question.takesSeveral
        ? "\(tick(question, option)) == 'Y'"
        : "\(question.plainCode).NAOK == '\(question.codes(longest: 5)[option]!)'"
    }
    func lacks(_ question: Question, _ option: AnswerOption.ID) -> String { "\(tick(question, option)) != 'Y'" }
    func empty(_ question: Question) -> String {
      guard question.takesSeveral else { return "is_empty(\(question.plainCode).NAOK)" }
      let ticks = question.codes(longest: 20).values.sorted().map { "\(question.plainCode)_\($0).NAOK" }
      return "count(\(ticks.joined(separator: ", "))) == 0"
    }
    func number(_ question: Question, _ comparison: Gate.Comparison, _ limit: ExactDecimal) -> String {
      let name = "\(question.plainCode).NAOK"
      return "(!is_empty(\(name)) and \(name) \(comparison.sign) \(limit))"
    }

    private func tick(_ question: Question, _ option: AnswerOption.ID) -> String {
      "\(question.plainCode)_\(question.codes(longest: 20)[option]!).NAOK"
    }
  }
}

extension String {
  /// Text of a page, in which braces would be expressions; they are none before a blank.
  fileprivate var asLimeText: String { asHTML.replacing("{", with: "{ ") }

  /// In quotation marks where it must be.
  fileprivate var asTabbed: String {
    guard contains(where: { "\t\"\r\n\r\n".contains($0) }) else { return self }
    return "\"\(replacing("\"", with: "\"\""))\""
  }
}
