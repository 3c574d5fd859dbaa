import Ergonomics

extension PersonView {
  /// All answers as they were asked, under the titles of their sections.
  var answerSections: [Fields] {
    var sections: [(title: String, records: [Assessment.AnswerRecord])] = []
    var places: [String: Int] = [:]
    for record in assessment.answers {
      let place = places[record.section] ?? sections.count
      if place == sections.count { sections.append((record.section, [])) }
      places[record.section] = place
      sections[place].records.append(record)
    }
    return sections.map { ["title": text($0.title), "records": list($0.records.map(answer))] }
  }

  private func answer(_ record: Assessment.AnswerRecord) -> Fields {
    let state = record.state == .answered ? nil : words.state(record.state)
    let findings = record.findings.compactMap { id -> Fields? in
      guard var fields = findingReference(id), let number = findingNumbers[id] else { return nil }
      let adds = assessment.findings[number - 1].adds
      fields["adds"] = optional(adds.isEmpty ? nil : pointsByScore(adds))
      return fields
    }
    return [
      "question": text(record.question), "words": optional(record.words), "state": optional(state),
      "isSensitive": record.isSensitive, "findings": list(findings),
    ]
  }
}
