import Ergonomics
import Foundation

@testable import Forms

extension FormExport {
  static let all = [
    odk, odkSplit, kobo(labels: false), kobo(labels: true), limeSurveyCodes, limeSurveyTexts, surveyJS, surveyJSTable,
    redcap,
    redcapLabels, qualtrics, microsoftForms, googleForms, paper, fhir,
  ]

  private static let odk = FormExport(description: "xlsform, ODK Central") { source, people in
    let form = FilledForm(FormField.xlsform(source), people, source)
    let rows = form.rows(
      { _ in ["2026-01-31T09:00:00.000Z", ""] }, { [$0.id!, "12", "Ada", "0", "0", "", "", "x", "0", "1"] }
    ) {
      [$1.text($0, joint: " ", \.code)]
    }
    let headings = form.fields.map { "section_chair-\($0.name)" }
    let own = [
      "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
      "DeviceID", "Edits", "FormVersion",
    ]
    return ([["SubmissionDate", "notice"] + headings + own] + rows).table(",", ending: "\n")
  }

  private static let odkSplit = FormExport(description: "xlsform, ODK Central with selections split") {
    source, people in
    let form = FilledForm(FormField.xlsform(source), people, source)
    let rows = form.rows({ _ in ["2026-01-31T09:00:00.000Z"] }, { [$0.id!] }) { field, cell in
      [cell.text(field, joint: " ", \.code)] + (field.takesSeveral ? cell.ticks(field, on: "1", off: "0") : [])
    }
    let headings = form.fields.flatMap { field in
      [field.name] + (field.takesSeveral ? field.choices.map { "\(field.name)/\($0.code)" } : [])
    }
    return ([["SubmissionDate"] + headings + ["KEY"]] + rows).table(",", ending: "\n")
  }

  private static func kobo(labels: Bool) -> FormExport {
    FormExport(description: "xlsform, KoboToolbox with \(labels ? "labels" : "names")") { source, people in
      let form = FilledForm(FormField.xlsform(source), people, source)
      func name(_ field: FormField) -> String { labels ? field.label : field.name }
      func word(_ choice: FormField.Choice) -> String { labels ? choice.label : choice.code }
      let time = "2026-01-31T09:00:00.000+01:00"
      let rows = form.rows({ _ in [time, time] }, { ["7", $0.id!, time, "", "", "submitted_via_web", "", "1"] }) {
        field, cell in
        [cell.text(field, joint: " ", word)] + (field.takesSeveral ? cell.ticks(field, on: "1", off: "0") : [])
      }
      let headings = form.fields.flatMap { field in
        [name(field)] + (field.takesSeveral ? field.choices.map { "\(name(field))/\(word($0))" } : [])
      }
      let own = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_tags", "_index"]
      return ([["start", "end"] + headings + own] + rows).table(";", ending: "\r\n", quotesAll: true)
    }
  }

  private static let limeSurveyCodes = FormExport(description: "limesurvey, codes") { source, people in
    let form = FilledForm(FormField.limesurvey(try FormFormat.limesurvey.document(of: source)), people, source)
    let rows = form.rows({ [$0.id!, "1980-01-01 00:00:00", "9", "en", "42"] }, { _ in [] }) { field, cell in
      if field.takesSeveral { return cell.ticks(field, on: "Y", off: "") }
      if case .written(let text) = cell, Double(text) != nil {
        return [text + (text.contains(".") ? "" : ".") + "0000000000"]
      }
      return [cell.text(field, joint: "", \.code)]
    }
    let headings = form.fields.flatMap { field in
      field.takesSeveral ? field.choices.map { "\(field.name)[\($0.code)]" } : [field.name]
    }
    let table = [["id", "submitdate", "lastpage", "startlanguage", "seed"] + headings] + rows
    return "\u{FEFF}" + table.table(";", ending: "\r\n", quotesAll: true) + "\r\n"
  }

  private static let limeSurveyTexts = FormExport(description: "limesurvey, texts") { source, people in
    let form = FilledForm(FormField.limesurvey(try FormFormat.limesurvey.document(of: source)), people, source)
    let rows = form.rows({ [$0.id!, "1980-01-01 00:00:00", "9", "en", "42"] }, { _ in [] }) { field, cell in
      field.takesSeveral ? cell.ticks(field, on: "Yes", off: "No") : [cell.text(field, joint: "", \.label)]
    }
    let headings = form.fields.flatMap { field in
      field.takesSeveral ? field.choices.map { "\(field.label) [\($0.label)]" } : [field.label]
    }
    let own = ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]
    return "\u{FEFF}" + ([own + headings] + rows).table(";", ending: "\r\n", quotesAll: true) + "\r\n"
  }

  private static let surveyJS = FormExport(description: "surveyjs, answers") { source, people in
    let form = FilledForm(try FormField.surveyjs(FormFormat.surveyjs.document(of: source)), people, source)
    let answers = people.map { person -> [String: Any] in
      var answers: [String: Any] = [:]
      for (place, field) in form.fields.enumerated() {
        switch form.cell(person, place) {
        case .chosen(let places):
          let codes = places.map { field.choices[$0].code }
          answers[field.name] = field.takesSeveral ? codes as Any : codes[0]
        case .written(let text): answers[field.name] = Double(text) ?? text as Any
        case .nothing: break
        }
      }
      return answers
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
  }

  private static let surveyJSTable = FormExport(description: "surveyjs, table of the dashboard") { source, people in
    let form = FilledForm(try FormField.surveyjs(FormFormat.surveyjs.document(of: source)), people, source)
    let rows = form.rows({ _ in [] }, { _ in [] }) { [$1.text($0, joint: ", ", \.label)] }
    return ([form.fields.map(\.label)] + rows).table(",", ending: "\n", quotesAll: true)
  }

  private static let redcap = FormExport(description: "redcap, raw") { source, people in
    let form = FilledForm(FormField.redcap(try FormFormat.redcap.document(of: source)), people, source)
    let rows = form.rows({ [$0.id!, "", "2026-01-31 09:00"] }, { _ in ["2"] }) { field, cell in
      field.takesSeveral ? cell.ticks(field, on: "1", off: "0") : [cell.text(field, joint: "", \.code)]
    }
    let headings = form.fields.flatMap { field in
      field.takesSeveral ? field.choices.map { "\(field.name)___\($0.code)" } : [field.name]
    }
    let own = ["record_id", "redcap_survey_identifier", "workstation_timestamp"]
    return ([own + headings + ["workstation_complete"]] + rows).table(",", ending: "\n")
  }

  private static let redcapLabels = FormExport(description: "redcap, labels") { source, people in
    let form = FilledForm(FormField.redcap(try FormFormat.redcap.document(of: source)), people, source)
    let rows = form.rows({ [$0.id!, ""] }, { _ in ["Complete"] }) { field, cell in
      field.takesSeveral
        ? cell.ticks(field, on: "Checked", off: "Unchecked") : [cell.text(field, joint: "", \.label)]
    }
    let headings = form.fields.flatMap { field in
      field.takesSeveral ? field.choices.map { "\(field.label) (choice=\($0.label))" } : [field.label]
    }
    return ([["Record ID", "Survey Identifier"] + headings + ["Complete?"]] + rows).table(",", ending: "\n")
  }

  private static let qualtrics = FormExport(description: "qualtrics, choice texts") { source, people in
    let form = FilledForm(FormField.qualtrics(try FormFormat.qualtrics.document(of: source)), people, source)
    let rows = form.rows({ ["2026-01-31 09:00:00", "IP Address", "100", "True", $0.id!] }, { _ in [] }) {
      [$1.text($0, joint: ",", \.label)]
    }
    let own = ["StartDate", "Status", "Progress", "Finished", "ResponseId"]
    let texts = ["Start Date", "Response Type", "Progress", "Finished", "Response ID"]
    let ids = (own + form.fields.indices.map { "QID\($0)" }).map { "{\"ImportId\":\"\($0)\"}" }
    return ([own + form.fields.map(\.name), texts + form.fields.map(\.label), ids] + rows).table(",", ending: "\n")
  }

  private static let microsoftForms = FormExport(description: "word, Microsoft Forms") { source, people in
    let form = FilledForm(FormField.word(try FormFormat.word.document(of: source)), people, source)
    let time = "1/31/26 9:00:00"
    let rows = form.rows({ [$0.id!, time, time, "anonymous", ""] }, { _ in [] }) {
      [$1.text($0, joint: ";", ending: ";", \.label)]
    }
    let own = ["ID", "Start time", "Completion time", "Email", "Name"]
    return ([own + form.fields.map(\.label)] + rows).table(",", ending: "\r\n")
  }

  private static let googleForms = FormExport(description: "word, Google Forms") { source, people in
    let form = FilledForm(FormField.word(try FormFormat.word.document(of: source)), people, source)
    let rows = form.rows({ _ in ["2026/01/31 9:00:00 AM GMT+1"] }, { _ in [] }) { [$1.text($0, joint: ";", \.label)] }
    return ([["Timestamp"] + form.fields.map(\.label)] + rows).table(",", ending: "\n", quotesAll: true)
  }

  /// Typed by somebody from the sheets.
  private static let paper = FormExport(description: "paper, typed") { source, people in
    let form = FilledForm(FormField.paper(try FormFormat.paper.document(of: source)), people, source)
    let rows = form.rows({ [$0.id!] }, { _ in [] }) { [$1.text($0, joint: "; ", \.label)] }
    return ([["id"] + form.fields.map(\.label)] + rows).table(",", ending: "\n")
  }

  private static let fhir = FormExport(description: "fhir, responses") { source, people in
    let form = FilledForm(try FormField.fhir(FormFormat.fhir.document(of: source)), people, source)
    let responses = people.map { person -> [String: Any] in
      let items = form.fields.indices.compactMap { place -> [String: Any]? in
        let field = form.fields[place]
        let answers: [[String: Any]]
        switch form.cell(person, place) {
        case .nothing: return nil
        case .written(let text): answers = [Double(text).map { ["valueDecimal": $0] } ?? ["valueString": text]]
        case .chosen(let places):
          answers = places.map {
            let choice = field.choices[$0]
            return [
              "valueCoding": [
                "system": "urn:sitwell:answers:\(field.name)", "code": choice.code, "display": choice.label,
              ]
            ]
          }
        }
        return ["linkId": field.name, "text": field.label, "answer": answers]
      }
      let groups = stride(from: 0, to: items.count, by: 10).map { start in
        ["linkId": "section-\(start)", "item": Array(items[start..<min(start + 10, items.count)])] as [String: Any]
      }
      return [
        "resourceType": "QuestionnaireResponse", "id": person.id!, "status": "completed", "authored": "2026-01-31",
        "questionnaire": "urn:sitwell:questionnaire", "item": groups,
      ]
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: responses), as: UTF8.self)
  }
}
