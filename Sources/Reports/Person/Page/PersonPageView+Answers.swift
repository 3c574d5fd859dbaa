import Ergonomics

extension PersonPageView {
  /// What was answered to a question, and the findings of each instrument that it is a reason for.
  struct Row {
    var record: Assessment.AnswerRecord
    var fields: Fields
  }

  /// Every question once, in the order they are asked.
  var records: [Row] {
    var rows: [Row] = []
    var places: [Question.ID: Int] = [:]
    for part in parts {
      for record in part.assessment.answers {
        let row = Row(record: record, fields: part.answer(record))
        guard parts.count > 1, let place = places[record.id] else {
          places[record.id] = rows.count
          rows.append(row)
          continue
        }
        rows[place].add(row)
      }
    }
    return rows
  }

  /// Under the titles of their sections, without those that were not asked.
  func sections(of rows: [Row]) -> [Fields] {
    let rows = rows.filter { $0.record.state != .notAsked }
    let titles = rows.map(\.record.section).withoutDoubles
    let byTitle = Dictionary(grouping: rows, by: \.record.section)
    return titles.map { ["title": text($0), "records": list((byTitle[$0] ?? []).map(\.fields))] }
  }
}

extension PersonPageView {
  /// What other answers left out, by name; what was merely not measured stands apart.
  func notAsked(of rows: [Row], isMeasure: Bool) -> String? {
    let labels = rows.filter { $0.record.state == .notAsked && ($0.record.measuredIn != nil) == isMeasure }
      .map(\.record.label)
    return labels.isEmpty ? nil : words.listed(labels)
  }
}

extension PersonPageView.Row {
  /// The same question as another instrument has it, which may ask it although this one does not.
  fileprivate mutating func add(_ other: Self) {
    let findings = [fields, other.fields].flatMap { $0["findings"] as? [any ViewValue] ?? [] }
      .compactMap { $0 as? Fields }
    if !record.isAsked, other.record.isAsked {
      let section = record.section
      self = other
      record.section = section
    }
    fields["findings"] = findings.inARow
  }
}
