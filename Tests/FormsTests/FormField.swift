import Ergonomics
import Foundation
import TestSupport

@testable import Forms

/// A question as it stands in the file of a form: what a platform would know of it.
struct FormField {
  struct Choice {
    let code: String
    let label: String
  }
  /// As exports head its column.
  var name: String
  var label: String
  var choices: [Choice] = []
  var takesSeveral = false
}

extension FormField {
  static func xlsform(_ source: FormSource) -> [FormField] {
    let outline = FormOutline(source)
    let lists = Dictionary(grouping: XLSForm.choices(outline)) { $0[0] }
    return XLSForm.survey(outline).compactMap { row in
      let type = row[0].split(separator: " ")
      guard ["select_one", "select_multiple", "decimal", "text"].contains(type[0]) else { return nil }
      let choices = type.count > 1 ? lists[String(type[1])]!.map { Choice(code: $0[1], label: $0[2]) } : []
      return FormField(name: row[1], label: row[2], choices: choices, takesSeveral: type[0] == "select_multiple")
    }
  }

  static func limesurvey(_ document: FormDocument) -> [FormField] {
    let rows = document.text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    var fields: [FormField] = []
    for row in rows {
      let (name, text) = (String(row[2]), String(row[4]).plainText)
      switch (row[0], row[1]) {
      case ("Q", "X"): break
      case ("Q", let type): fields.append(FormField(name: name, label: text, takesSeveral: type == "M"))
      case ("A", _), ("SQ", _): fields[fields.count - 1].choices.append(Choice(code: name, label: text))
      default: break
      }
    }
    return fields
  }

  static func surveyjs(_ document: FormDocument) throws -> [FormField] {
    let form = try JSONSerialization.jsonObject(with: Data(document.bytes)) as? [String: Any] ?? [:]
    let pages = form["pages"] as? [[String: Any]] ?? []
    return pages.flatMap { $0["elements"] as? [[String: Any]] ?? [] }.compactMap { element in
      guard let name = element["name"] as? String, let title = element["title"] as? String else { return nil }
      let choices = (element["choices"] as? [[String: String]] ?? []).map {
        Choice(code: $0["value"]!, label: $0["text"]!)
      }
      return FormField(
        name: name, label: title, choices: choices, takesSeveral: element["type"] as? String == "checkbox")
    }
  }

  static func redcap(_ document: FormDocument) -> [FormField] {
    commaSeparatedRecords(document.text).dropFirst(2).compactMap { row in
      if row[3] == "descriptive" { return nil }
      let choices = row[5].split(separator: "|").map { choice -> Choice in
        let parts = choice.split(separator: ",", maxSplits: 1).map(\.trimmed)
        return Choice(code: parts[0], label: parts[1])
      }
      return FormField(name: row[0], label: row[4], choices: choices, takesSeveral: row[3] == "checkbox")
    }
  }

  static func qualtrics(_ document: FormDocument) -> [FormField] {
    document.text.split(separator: "\n\n").compactMap { block -> FormField? in
      let lines = block.split(separator: "\n").map(String.init)
      guard lines[0].hasPrefix("[[Question:"), !lines[0].contains(":DB") else { return nil }
      let text = lines[2].plainText
      let choices = lines.dropFirst(4).map { Choice(code: "", label: $0.plainText) }
      return FormField(
        name: String(lines[1].dropFirst("[[ID:".count).dropLast(2)), label: text, choices: Array(choices),
        takesSeveral: lines[0].contains("MultipleAnswer"))
    }
  }

  /// Questions of a text are numbered, and answers have a letter each.
  static func word(_ document: FormDocument) -> [FormField] {
    var fields: [FormField] = []
    for line in document.text.split(separator: "\n") {
      if let match = line.wholeMatch(of: /\d+\. (.*)/) {
        fields.append(FormField(name: String(match.1), label: String(match.1)))
      } else if let match = line.wholeMatch(of: /[A-Z]{1,2}\. (.*)/) {
        fields[fields.count - 1].choices.append(Choice(code: "", label: String(match.1)))
      } else if line.contains(FormWords.chooseAll) {
        fields[fields.count - 1].takesSeveral = true
      }
    }
    return fields
  }

  static func paper(_ document: FormDocument) -> [FormField] {
    document.text.split(separator: "<div class=\"question\">").dropFirst().map { block in
      let label = block.firstMatch(of: /<h3>\d+\. (.*?)<\/h3>/)!.1
      let choices = block.matches(of: /<li><span.*?<\/span>(.*?)<\/li>/).map {
        Choice(code: "", label: String($0.1).plainText)
      }
      return FormField(
        name: String(label).plainText, label: String(label).plainText, choices: choices,
        takesSeveral: block.contains("\"box\""))
    }
  }

  static func fhir(_ document: FormDocument) throws -> [FormField] {
    let form = try JSONSerialization.jsonObject(with: Data(document.bytes)) as? [String: Any] ?? [:]
    func fields(_ items: Any?) -> [FormField] {
      (items as? [[String: Any]] ?? []).flatMap { item -> [FormField] in
        guard let type = item["type"] as? String, !["display", "group"].contains(type) else {
          return fields(item["item"])
        }
        let codings = (item["answerOption"] as? [[String: Any]] ?? []).compactMap {
          $0["valueCoding"] as? [String: String]
        }
        return [
          FormField(
            name: item["linkId"] as! String, label: item["text"] as! String,
            choices: codings.map { Choice(code: $0["code"]!, label: $0["display"]!) },
            takesSeveral: item["repeats"] as? Bool == true)
        ]
      }
    }
    return fields(form["item"])
  }
}

extension FormDocument {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  /// What a browser shows of it, up to the first break.
  var plainText: String {
    let first = String(split(separator: "<br>", omittingEmptySubsequences: false)[0])
    return first.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
