import Ergonomics

@testable import Surveys

/// A survey of one pack in the bytes of a platform.
struct PlatformShape: Sendable, CustomStringConvertible {
  let description: String
  /// Where it says that it comes from.
  let platform: SurveyPlatform
  /// The column that ids stand in here, where the platform has none for them.
  var idColumn: String?
  let write: @Sendable ([Answers], Pack) -> String
}

extension PlatformShape {
  static let all: [PlatformShape] = [
    table(
      "Microsoft Forms", .microsoftForms, TableDialect(separator: ",", ending: "\r\n", joint: ";", trailing: ";")
    ) { pack in
      .id("ID") + .own("Start time", "Completion time", "Email", "Name") + pack.questions.map { .text($0) }
    },
    table(
      "Google Forms, download", .googleForms,
      TableDialect(separator: ",", ending: "\n", joint: ";", quotesAll: true), id: "Timestamp"
    ) { pack in .id("Timestamp") + pack.questions.map { .text($0) } },
    table(
      "Google Sheets", .googleForms, TableDialect(separator: ",", ending: "\r\n", joint: ", "), id: "Timestamp"
    ) { pack in
      .id("Timestamp") + .own("Email Address") + pack.questions.map { .text($0) }
    },
    table("Jotform", .jotform, TableDialect(separator: ",", ending: "\n", joint: "\n", quotesAll: true)) { pack in
      .own("Submission Date") + pack.questions.map { .text($0) } + .own("Submission IP") + .id("Submission ID")
        + .own("Last Update Date")
    },
    table(
      "LimeSurvey", .limeSurvey,
      TableDialect(separator: ";", ending: "\r\n", joint: "", quotesAll: true, usesIDs: true)
    ) { pack in
      .id("id") + .own("submitdate", "lastpage", "startlanguage")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: "Y", off: "") { "\(question.bareID)[\($0.id)]" }
            ?? [.whole(question.bareID, question)]
        }
    },
    table("KoboToolbox", .koboToolbox, TableDialect(separator: ";", ending: "\r\n", joint: " ", quotesAll: true)) {
      pack in
      let questions = pack.questions.flatMap { question -> [TableColumn] in
        let ticks = question.ticks(pack, on: "1", off: "0") { "\(question.text)/\($0.text)" } ?? []
        return [.text(question)] + ticks
      }
      return .own("start", "end") + questions + .own("_id") + .id("_uuid") + .own("_submission_time")
    },
    table("ODK Central", .odkCentral, TableDialect(separator: ",", ending: "\n", joint: " ", usesIDs: true)) { pack in
      .own("SubmissionDate") + pack.questions.map { .whole("g1-\($0.id)", $0) } + .id("KEY")
    },
    table("REDCap, raw", .redcap, TableDialect(separator: ",", ending: "\n", joint: "", usesIDs: true)) { pack in
      let questions = pack.questions.flatMap { question -> [TableColumn] in
        question.ticks(pack, on: "1", off: "0") { "\(question.id)___\($0.id)" } ?? [.whole(question.id, question)]
      }
      return .id("record_id") + .own("redcap_event_name", saying: "") + questions + .own("form_complete", saying: "2")
    },
    table("REDCap, labels", .redcap, TableDialect(separator: ",", ending: "\n", joint: "")) { pack in
      .id("record_id")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: "Checked", off: "Unchecked") { "\(question.text) (choice='\($0.text)')" }
            ?? [.text(question)]
        }
    },
    table(
      "SurveyMonkey", .surveyMonkey, TableDialect(separator: ",", ending: "\n", joint: ""), secondRow: .choices
    ) { pack in
      .id("Respondent ID") + .own("Collector ID")
        + pack.questions.flatMap { question in
          question.ticks(pack, on: nil, off: "") { _ in question.text } ?? [.text(question)]
        }
    },
    table(
      "Qualtrics", .qualtrics, TableDialect(separator: ",", ending: "\n", joint: ","), secondRow: .qualtrics
    ) { pack in
      .own("StartDate") + .own("Status", saying: "0") + .own("Finished", saying: "1") + .id("ResponseId")
        + pack.questions.map { .text($0) }
    },
    PlatformShape(description: "SurveyJS", platform: .json) { people, pack in AnswersFile(people).json(pack) },
    PlatformShape(description: "NDJSON", platform: .json) { people, pack in
      people.map { AnswersFile([$0]).json(pack).replacing("\n", with: " ") }.joined(separator: "\n")
    },
    PlatformShape(description: "Sitwell's XML", platform: .xml) { people, pack in
      String(decoding: AnswersFile(people).xml(pack), as: UTF8.self)
    },
  ]

  private static func table(
    _ name: String, _ platform: SurveyPlatform, _ dialect: TableDialect, id: String? = nil,
    secondRow: TableDialect.SecondRow = .none,
    _ columns: @escaping @Sendable (Pack) -> [TableColumn]
  ) -> PlatformShape {
    PlatformShape(description: name, platform: platform, idColumn: id) { people, pack in
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
