import Ergonomics

extension PersonView {
  func answer(_ record: Assessment.AnswerRecord) -> Fields {
    let state = record.state == .answered ? nil : words.state(record.state)
    let findings = record.findings.compactMap { id -> Fields? in
      guard var fields = findingReference(id), let number = findingNumbers[id] else { return nil }
      let adds = assessment.findings[number - 1].adds
      fields["adds"] = optional(adds.isEmpty ? nil : pointsByScore(adds))
      fields["pack"] = optional(place == nil ? nil : assessment.header.packTitle)
      return fields
    }
    return [
      "question": text(record.question), "label": text(record.label),
      "words": optional(record.words), "state": optional(state),
      "isSensitive": record.isSensitive, "findings": row(findings),
    ]
  }
}
