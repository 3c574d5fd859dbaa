import Ergonomics

extension PersonView {
  func answer(_ record: Assessment.AnswerRecord) -> Fields {
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
