import Ergonomics

/// How a platform writes the cells of a table.
struct TableDialect: Sendable {
  enum SecondRow { case none, choices, qualtrics }
  let separator: String
  let ending: String
  let joint: String
  var trailing = ""
  var quotesAll = false
  /// Codes in place of texts.
  var usesIDs = false

  func row(_ cells: [String]) -> String {
    cells.map { cell in
      let mustBeQuoted = quotesAll || cell.contains { "\",;\n\t".contains($0) }
      return mustBeQuoted ? "\"\(cell.withQuotesDoubled)\"" : cell
    }.joined(separator: separator) + ending
  }

  func headings(_ columns: [TableColumn], _ secondRow: SecondRow) -> String {
    let names = columns.map(\.heading)
    switch secondRow {
    case .none: return row(names)
    case .qualtrics:
      return row(columns.indices.map { columns[$0].isOwn ? names[$0] : "Q\($0)" }) + row(names)
        + row(columns.indices.map { "{\"ImportId\":\"QID\($0)\"}" })
    case .choices:
      let below = columns.map { column in
        switch column {
        case .id, .own: ""
        case .whole: "Response"
        case .tick(_, _, let option, _, _): option.text
        }
      }
      return row(names.indices.map { $0 > 0 && names[$0] == names[$0 - 1] ? "" : names[$0] }) + row(below)
    }
  }

  /// - Parameter style: Numbers are written in the style of this number.
  fileprivate func cell(_ answer: Answer?, _ question: Question, notSure: String, style: Int) -> String {
    switch answer {
    case .option(let id): name(id, question)
    case .options(let ids): ids.map { name($0, question) }.joined(separator: joint) + trailing
    case .number(let quantity): question.written(quantity, style: style)
    case .atLeast, .range: answer.map(question.code) ?? ""
    case .text(let text): text.neutralised
    case .declined: usesIDs ? "not_sure" : notSure
    case nil: ""
    }
  }

  private func name(_ id: AnswerOption.ID, _ question: Question) -> String {
    usesIDs ? id : question.options.first { $0.id == id }!.text
  }
}

/// A column of a table, and what it asks.
enum TableColumn: Sendable {
  /// Of the platform itself: who it is.
  case id(String)
  /// Of the platform itself: the same of everybody.
  case own(String, says: String)
  case whole(String, Question)
  case tick(String, Question, AnswerOption, on: String, off: String)

  static func text(_ question: Question) -> TableColumn { .whole(question.text, question) }

  var heading: String {
    switch self {
    case .id(let heading), .own(let heading, _), .whole(let heading, _), .tick(let heading, _, _, _, _): heading
    }
  }

  fileprivate var isOwn: Bool {
    switch self {
    case .id, .own: true
    case .whole, .tick: false
    }
  }

  func cell(_ person: Answers, notSure: String, style: Int, _ dialect: TableDialect) -> String {
    switch self {
    case .id: return (person.id ?? "").neutralised
    case .own(_, let text): return text
    case .whole(_, let question):
      return dialect.cell(
        person[question.id], question, notSure: notSure, style: style + question.text.count)
    case .tick(_, let question, let option, let on, let off):
      switch person[question.id] {
      case .options(let ids): return ids.contains(option.id) ? on : off
      case .declined: return option.id == "not_sure" ? on : off
      default: return off
      }
    }
  }
}

extension [TableColumn] {
  static func id(_ heading: String) -> [TableColumn] { [.id(heading)] }
  static func own(_ headings: String..., saying text: String = "2026-01-31 09:00") -> [TableColumn] {
    headings.map { .own($0, says: text) }
  }
}

extension String {
  /// In bytes, as exporters do it: as a character, a quotation mark with an accent on it is none.
  fileprivate var withQuotesDoubled: String {
    String(decoding: utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }, as: UTF8.self)
  }
}
