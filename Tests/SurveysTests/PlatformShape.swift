import Ergonomics

@testable import Surveys

/// A survey of one pack in the bytes of a platform.
struct PlatformShape: Sendable, CustomStringConvertible {
  let description: String
  /// The column that ids stand in here, where the platform has none for them.
  var idColumn: String?
  let write: @Sendable ([Answers], Pack) -> String
}

extension PlatformShape {
  static let all: [PlatformShape] = [
    table("Microsoft Forms", TableDialect(separator: ",", ending: "\r\n", joint: ";", trailing: ";")) { pack in
      .meta("ID", "Start time", "Completion time", "Email", "Name") + pack.questions.map { .text($0) }
    },
    table(
      "Google Forms, download", TableDialect(separator: ",", ending: "\n", joint: ";", quotesAll: true), id: "Timestamp"
    ) { pack in .meta("Timestamp") + pack.questions.map { .text($0) } },
    table("Google Sheets", TableDialect(separator: ",", ending: "\r\n", joint: ", "), id: "Timestamp") { pack in
      .meta("Timestamp", "Email Address") + pack.questions.map { .text($0) }
    },
    table("LimeSurvey", TableDialect(separator: ";", ending: "\r\n", joint: "", quotesAll: true, usesIDs: true)) {
      pack in
      .meta("id", "submitdate", "lastpage", "startlanguage")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: "Y", off: "") { "\(question.bareID)[\($0.id)]" }
            ?? [.whole(question.bareID, question)]
        }
    },
    table("KoboToolbox", TableDialect(separator: ";", ending: "\r\n", joint: " ", quotesAll: true)) { pack in
      .meta("start", "end")
        + pack.questions.flatMap { question in
          [.text(question)]
            + (question.ticks(pack, on: "1", off: "0") { "\(question.text)/\($0.text)" } ?? [])
        } + .meta("_id", "_uuid", "_submission_time")
    },
    table("ODK Central", TableDialect(separator: ",", ending: "\n", joint: " ", usesIDs: true)) { pack in
      .meta("SubmissionDate") + pack.questions.map { .whole("g1-\($0.id)", $0) } + .meta("KEY")
    },
    table("REDCap, raw", TableDialect(separator: ",", ending: "\n", joint: "", usesIDs: true)) { pack in
      .meta("record_id", "redcap_event_name")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: "1", off: "0") { "\(question.id)___\($0.id)" } ?? [.whole(question.id, question)]
        } + .meta("form_complete")
    },
    table("REDCap, labels", TableDialect(separator: ",", ending: "\n", joint: "")) { pack in
      .meta("record_id")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: "Checked", off: "Unchecked") { "\(question.text) (choice='\($0.text)')" }
            ?? [.text(question)]
        }
    },
    table("SurveyMonkey", TableDialect(separator: ",", ending: "\n", joint: ""), secondRow: .choices) { pack in
      .meta("Respondent ID", "Collector ID")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: nil, off: "") { _ in question.text } ?? [.text(question)]
        }
    },
    table("Qualtrics", TableDialect(separator: ",", ending: "\n", joint: ","), secondRow: .qualtrics) { pack in
      .meta("StartDate", "Status", "Finished", "ResponseId") + pack.questions.map { .text($0) }
    },
    PlatformShape(description: "SurveyJS") { people, pack in AnswersFile(people).json(pack) },
    PlatformShape(description: "NDJSON") { people, pack in
      people.map { AnswersFile([$0]).json(pack).replacing("\n", with: " ") }.joined(separator: "\n")
    },
    PlatformShape(description: "Sitwell's XML") { people, pack in
      String(decoding: AnswersFile(people).xml(pack), as: UTF8.self)
    },
  ]

  private static func table(
    _ name: String, _ dialect: TableDialect, id: String? = nil, secondRow: TableDialect.SecondRow = .none,
    _ columns: @escaping @Sendable (Pack) -> [TableColumn]
  ) -> PlatformShape {
    PlatformShape(description: name, idColumn: id) { people, pack in
      let columns = columns(pack)
      return dialect.headings(columns, secondRow)
        + people.enumerated().map { place, person in
          dialect.row(columns.map { $0.cell(person, notSure: pack.notSure, style: place, dialect) })
        }.joined()
    }
  }
}

extension Question {
  /// A column for each option, and for the pack's "not sure"; `nil` where only one can be chosen.
  fileprivate func ticks(
    _ pack: Pack, on: String?, off: String, heading: (AnswerOption) -> String
  ) -> [TableColumn]? {
    guard case .choices(let options) = kind else { return nil }
    return (options + [AnswerOption(id: "not_sure", text: pack.notSure)]).map { option in
      .tick(heading(option), self, option, on: on ?? option.text, off: off)
    }
  }

  /// LimeSurvey allows no underscores in codes.
  fileprivate var bareID: String { id.replacing("_", with: "") }
}
