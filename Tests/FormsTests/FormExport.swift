import Ergonomics
import Foundation

@testable import Forms

/// What a platform exports of a form that people have filled in: its own headings, codes or labels, its own way with several
/// answers, and its columns about the response.
struct FormExport: Sendable, CustomStringConvertible {
  let description: String
  let write: @Sendable (FormSource, [Answers]) throws -> String
}

/// A form with the answers of people in it.
struct FilledForm {
  enum Cell {
    /// The chosen options, by place.
    case chosen([Int])
    case written(String)
    /// Left out, or not asked.
    case nothing
  }
  let fields: [FormField]
  let people: [Answers]
  private let questions: [Question]
  private let notSure: String

  /// Fields stand for the questions with their name, or text.
  init(_ fields: [FormField], _ people: [Answers], _ source: FormSource) {
    (self.people, notSure) = (people, source.questionnaire.notSure)
    var open = source.questionnaire.questions
    var found: [(FormField, Question)] = []
    for field in fields {
      let place = open.firstIndex { question in
        [question.id, question.plainCode].contains(field.name)
          || [question.text, "\(question.text) (optional)"].contains(field.name)
      }
      if let place { found.append((field, open.remove(at: place))) }
    }
    precondition(open.isEmpty, "the form does not ask \(open.map(\.id))")
    (self.fields, questions) = (found.map(\.0), found.map(\.1))
  }

  func cell(_ person: Answers, _ place: Int) -> Cell {
    let (field, question) = (fields[place], questions[place])
    func chosen(_ labels: [String]) -> Cell {
      .chosen(labels.map { label in field.choices.firstIndex { $0.label == label }! }.sorted())
    }
    func texts(_ ids: [AnswerOption.ID]) -> [String] {
      ids.map { id in question.options.first { $0.id == id }!.text }
    }
    switch person[question.id] {
    case .option(let id): return chosen(texts([id]))
    case .options(let ids), .atLeast(let ids): return chosen(texts(ids))
    case .declined: return chosen([notSure])
    case .number, .range, .text: return .written(question.code(for: person[question.id]!))
    case nil: return .nothing
    }
  }

  /// A row of cells for each person.
  func rows(
    _ before: (Answers) -> [String], _ after: (Answers) -> [String], _ cells: (FormField, Cell) -> [String]
  )
    -> [[String]]
  {
    people.map { person in
      before(person) + fields.indices.flatMap { cells(fields[$0], cell(person, $0)) } + after(person)
    }
  }
}

extension FilledForm.Cell {
  /// In one cell.
  func text(_ field: FormField, joint: String, ending: String = "", _ name: (FormField.Choice) -> String) -> String {
    switch self {
    case .chosen(let places):
      places.map { name(field.choices[$0]) }.joined(separator: joint) + (field.takesSeveral ? ending : "")
    case .written(let text): text
    case .nothing: ""
    }
  }

  /// In a cell for each option.
  func ticks(_ field: FormField, on: String, off: String) -> [String] {
    field.choices.indices.map { place in
      if case .chosen(let places) = self, places.contains(place) { on } else { off }
    }
  }
}

extension [[String]] {
  func table(_ separator: String, ending: String, quotesAll: Bool = false) -> String {
    map { row in
      row.map { cell in
        let mustBeQuoted = quotesAll || cell.contains { "\",;\n\r\t".contains($0) }
        return mustBeQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: separator) + ending
    }.joined()
  }
}
