import Ergonomics

extension PersonView {
  /// "12/3", in the order of the scores.
  func pointsInARow(_ points: [Rule.Points]) -> String {
    assessment.scores.map { score in
      String(points.filter { $0.score == score.id }.reduce(0) { $0 + $1.points })
    }.joined(separator: "/")
  }

  /// What such points stand for: "lower back/hips".
  var scoresInARow: String { assessment.scores.map { inSentence($0.title) }.joined(separator: "/") }

  func answer(_ record: Assessment.AnswerRecord) -> Fields {
    let state = record.state == .answered ? nil : words.state(record.state)
    let findings = record.findings.compactMap { id -> Fields? in
      guard let reference = findingReference(id), let number = findingNumbers[id] else { return nil }
      let adds = numberedFindings[number - 1].adds
      return reference + [
        "adds": optional(adds.isEmpty ? nil : place == nil ? pointsInARow(adds) : pointsByScore(adds)),
        "isLinked": !isLong, "pack": optional(place == nil ? nil : assessment.header.packTitle),
      ]
    }
    return [
      "question": text(record.question), "label": text(record.label),
      "words": optional(record.words), "state": optional(state),
      "isSensitive": record.isSensitive, "findings": row(findings),
    ]
  }
}
