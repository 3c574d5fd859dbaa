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
    let rows = rows.filter { ![.notAsked, .notNeeded].contains($0.record.state) }
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

  /// What a brief interview did not need, by name.
  func notNeeded(of rows: [Row]) -> String? {
    let labels = rows.filter { $0.record.state == .notNeeded }.map(\.record.label)
    return labels.isEmpty ? nil : words.listed(labels)
  }

  /// The answers of a brief interview decide every level of every instrument.
  var isDecided: Bool { !isWithheld && parts.allSatisfy { $0.assessment.decision != nil } }

  /// That they do; `nil` of all other reports.
  func decided(by rows: [Row]) -> String? {
    guard isDecided else { return nil }
    let decisions = parts.compactMap { part in part.assessment.decision.map { (part: part, decision: $0) } }
    let levels = decisions.flatMap { part, decision in
      decision.levels.map { "\(part.inSentence($0.title)) “\($0.band.word)”" }
    }
    return words["decided"].filling("{n}", with: String(rows.count { $0.record.state == .answered }))
      .filling("{levels}", with: words.listed(levels))
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
