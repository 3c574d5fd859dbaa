import Ergonomics
import TestSupport

@testable import Surveys

/// A survey of one pack in the bytes of a platform.
struct PlatformShape: Sendable, CustomStringConvertible {
  typealias Person = [Question.ID: Answer]
  let description: String
  let write: @Sendable ([Person], Pack) -> String

  /// Random people who answered most questions, none of them by declining: not every platform can hold that.
  static func people(_ count: Int, _ pack: Pack, seed: Int) -> [Person] {
    var random = SeededGenerator(seed)
    return (0..<count).map { _ in
      var person = Person()
      for question in pack.questions where Int.random(in: 0..<10, using: &random) > 0 {
        person[question.id] = answer(question, &random)
      }
      return person
    }
  }

  private static func answer(_ question: Question, _ random: inout SeededGenerator) -> Answer {
    switch question.kind {
    case .choice(let options): return .option(options.randomElement(using: &random)!.id)
    case .choices(let options):
      if let alone = options.first(where: \.isAlone), Int.random(in: 0..<4, using: &random) == 0 {
        return .options([alone.id])
      }
      let others = options.filter { !$0.isAlone }
      let count = Int.random(in: 1...others.count, using: &random)
      let chosen = Set(others.shuffled(using: &random).prefix(count).map(\.id))
      return .options(others.map(\.id).filter(chosen.contains))
    case .number(let range): return .number(Int.random(in: range.bounds, using: &random))
    case .text: return .text("a \"new\" chair, please; =1+1\nor not")
    }
  }
}

extension PlatformShape {
  static let all: [PlatformShape] = [
    table("Microsoft Forms", Dialect(separator: ",", ending: "\r\n", joint: ";", trailing: ";")) { pack in
      ["ID", "Start time", "Completion time", "Email", "Name"].map(Column.meta) + pack.questions.map(Column.text)
    },
    table("Google Forms, download", Dialect(separator: ",", ending: "\n", joint: ";", quotesAll: true)) { pack in
      [Column.meta("Timestamp")] + pack.questions.map(Column.text)
    },
    table("Google Sheets", Dialect(separator: ",", ending: "\r\n", joint: ", ")) { pack in
      ["Timestamp", "Email Address"].map(Column.meta) + pack.questions.map(Column.text)
    },
    table("LimeSurvey", Dialect(separator: ";", ending: "\r\n", joint: "", quotesAll: true, usesIDs: true)) { pack in
      ["id", "submitdate", "lastpage", "startlanguage"].map(Column.meta)
        + pack.questions.flatMap { question in
          question.isMultiple
            ? question.options.map { .tick("\(question.bareID)[\($0.id)]", question, $0, on: "Y", off: "") }
            : [.whole(question.bareID, question)]
        }
    },
    table("KoboToolbox", Dialect(separator: ";", ending: "\r\n", joint: " ", quotesAll: true)) { pack in
      ["start", "end"].map(Column.meta)
        + pack.questions.flatMap { question in
          [.text(question)]
            + (question.isMultiple
              ? question.options.map { .tick("\(question.text)/\($0.text)", question, $0, on: "1", off: "0") } : [])
        } + ["_id", "_uuid", "_submission_time"].map(Column.meta)
    },
    table("ODK Central", Dialect(separator: ",", ending: "\n", joint: " ", usesIDs: true)) { pack in
      [Column.meta("SubmissionDate")] + pack.questions.map { .whole("g1-\($0.id)", $0) } + [Column.meta("KEY")]
    },
    table("REDCap, raw", Dialect(separator: ",", ending: "\n", joint: "", usesIDs: true)) { pack in
      ["record_id", "redcap_event_name"].map(Column.meta)
        + pack.questions.flatMap { question in
          question.isMultiple
            ? question.options.map { .tick("\(question.id)___\($0.id)", question, $0, on: "1", off: "0") }
            : [.whole(question.id, question)]
        } + [Column.meta("form_complete")]
    },
    table("REDCap, labels", Dialect(separator: ",", ending: "\n", joint: "")) { pack in
      [Column.meta("record_id")]
        + pack.questions.flatMap { question in
          question.isMultiple
            ? question.options.map {
              .tick("\(question.text) (choice='\($0.text)')", question, $0, on: "Checked", off: "Unchecked")
            } : [.text(question)]
        }
    },
    table("SurveyMonkey", Dialect(separator: ",", ending: "\n", joint: ""), secondRow: .choices) { pack in
      ["Respondent ID", "Collector ID"].map(Column.meta)
        + pack.questions.flatMap { question in
          question.isMultiple
            ? question.options.map { .tick(question.text, question, $0, on: $0.text, off: "") } : [.text(question)]
        }
    },
    table("Qualtrics", Dialect(separator: ",", ending: "\n", joint: ","), secondRow: .qualtrics) { pack in
      ["StartDate", "Status", "Finished", "ResponseId"].map(Column.meta) + pack.questions.map(Column.text)
    },
    PlatformShape(description: "SurveyJS") { people, pack in
      "[\n" + people.map { AnswersFile([Answers($0)]).json(pack) }.joined(separator: ",") + "]\n"
    },
    PlatformShape(description: "NDJSON") { people, pack in
      people.map { AnswersFile([Answers($0)]).json(pack).replacing("\n", with: " ") }.joined(separator: "\n")
    },
    PlatformShape(description: "Sitwell's XML") { people, pack in
      String(decoding: AnswersFile(people.map { Answers($0) }).xml(pack), as: UTF8.self)
    },
  ]
}

/// How a platform writes cells.
private struct Dialect: Sendable {
  let separator: String
  let ending: String
  let joint: String
  var trailing = ""
  var quotesAll = false
  var usesIDs = false

  func row(_ cells: [String]) -> String {
    cells.map { cell in
      let mustBeQuoted = quotesAll || cell.contains { "\",;\n\t".contains($0) }
      return mustBeQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }.joined(separator: separator) + ending
  }

  func cell(_ answer: Answer?, _ question: Question) -> String {
    switch answer {
    case .option(let id): name(id, question)
    case .options(let ids): ids.map { name($0, question) }.joined(separator: joint) + trailing
    case .number(let quantity): question.code(for: .number(quantity))
    case .text(let text): text.neutralised
    case .declined, nil: ""
    }
  }

  private func name(_ id: AnswerOption.ID, _ question: Question) -> String {
    usesIDs ? id : question.options.first { $0.id == id }!.text
  }
}

private enum Column: Sendable {
  case meta(String)
  case whole(String, Question)
  case tick(String, Question, AnswerOption, on: String, off: String)

  static func text(_ question: Question) -> Column { .whole(question.text, question) }

  var heading: String {
    switch self {
    case .meta(let heading), .whole(let heading, _), .tick(let heading, _, _, _, _): heading
    }
  }

  func cell(_ person: PlatformShape.Person, number: Int, _ dialect: Dialect) -> String {
    switch self {
    case .meta(let heading): Self.meta(heading, number)
    case .whole(_, let question): dialect.cell(person[question.id], question)
    case .tick(_, let question, let option, let on, let off):
      if case .options(let ids) = person[question.id], ids.contains(option.id) { on } else { off }
    }
  }

  private static func meta(_ heading: String, _ number: Int) -> String {
    switch heading {
    case "Status", "Start time": "0"
    case "redcap_event_name": ""
    case "form_complete": "2"
    case "Finished": "1"
    default: "\(number)"
    }
  }
}

private enum SecondRow { case none, choices, qualtrics }

private func table(
  _ name: String, _ dialect: Dialect, secondRow: SecondRow = .none, _ columns: @escaping @Sendable (Pack) -> [Column]
) -> PlatformShape {
  PlatformShape(description: name) { people, pack in
    let columns = columns(pack)
    var text: String
    switch secondRow {
    case .none: text = dialect.row(columns.map(\.heading))
    case .qualtrics:
      text = dialect.row(columns.indices.map { if case .meta(let name) = columns[$0] { name } else { "Q\($0)" } })
      text += dialect.row(columns.map(\.heading))
      text += dialect.row(columns.indices.map { "{\"ImportId\":\"QID\($0)\"}" })
    case .choices:
      text = dialect.row(
        columns.indices.map { $0 > 0 && columns[$0].heading == columns[$0 - 1].heading ? "" : columns[$0].heading })
      text += dialect.row(
        columns.map {
          switch $0 {
          case .meta: ""
          case .whole: "Response"
          case .tick(_, _, let option, _, _): option.text
          }
        })
    }
    for (place, person) in people.enumerated() {
      text += dialect.row(columns.map { $0.cell(person, number: place + 1, dialect) })
    }
    return text
  }
}

extension Question {
  fileprivate var isMultiple: Bool { if case .choices = kind { true } else { false } }
  /// LimeSurvey allows no underscores in codes.
  fileprivate var bareID: String { id.replacing("_", with: "") }
}
