import Ergonomics

extension PersonView {
  /// All answers as they were asked; a new section where the title changes.
  var answerSections: [Fields] {
    var sections: [(title: String, records: [Assessment.AnswerRecord])] = []
    for record in assessment.answers {
      if sections.last?.title != record.section { sections.append((record.section, [])) }
      sections[sections.count - 1].records.append(record)
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
