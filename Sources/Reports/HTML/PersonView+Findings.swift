import Ergonomics

extension PersonView {
  var findings: Fields {
    [
      "count": text(words.counted(assessment.findings.count, "findings")),
      "items": list(assessment.findings.map(finding)),
    ]
  }

  private func finding(_ finding: Assessment.Finding) -> Fields {
    let questions = finding.reasons.flatMap(\.questions).reduce(into: [Question.ID]()) { seen, question in
      if !seen.contains(question) { seen.append(question) }
    }
    let advice = advice(for: finding)
    return [
      "anchor": anchor("finding", findingNumbers[finding.id]), "title": text(finding.title),
      "figure": findingFigures[finding.id].map { [$0] as [any ViewValue] } ?? [],
      "severity": severity(Severity(gains(of: finding), among: assessment.scores)),
      "toldUs": text(finding.toldUs),
      "questions": optional(questions.isEmpty ? nil : words.listed(questions.map { "“\(label($0))”" })),
      "why": text(finding.why),
      "adds": optional(finding.adds.isEmpty ? nil : pointsByScore(finding.adds)),
      "grade": text(words.strength(finding.grade)),
      "for": evidence(finding.evidence.filter { !$0.isAgainst }),
      "against": evidence(finding.evidence.filter(\.isAgainst)),
      "advice": list(advice.first), "otherAdvice": list(advice.others),
      "exercises": list(finding.exercises.compactMap(exerciseReference)),
      "solved": text(finding.solved),
    ]
  }

  /// What a finding adds; where scores are computed and no rule adds to them, what the plan gives back by solving it.
  /// What hurts gains nothing this way.
  func gains(of finding: Assessment.Finding) -> [Rule.Points] {
    let sensitive = Set(assessment.answers.filter(\.isSensitive).map(\.id))
    guard finding.adds.isEmpty, sensitive.isDisjoint(with: finding.reasons.flatMap(\.questions)) else {
      return finding.adds
    }
    return assessment.plan.first { $0.solves.contains(finding.id) }?.gives ?? []
  }

  /// Drawings of the findings that come first: each drawing once, and a few in all, so that the page stays short.
  static func figures(for findings: [Assessment.Finding], of drawings: [String: HTMLText]) -> [Rule.ID: HTMLText] {
    var (shown, figures) = (Set<String>(), [Rule.ID: HTMLText]())
    for finding in findings where shown.count < figureLimit {
      guard let name = finding.figure.map(Figures.key), let drawing = drawings[name] else { continue }
      if shown.insert(name).inserted { figures[finding.id] = drawing }
    }
    return figures
  }

  private static let figureLimit = 6

  func evidence(_ evidence: [Evidence]) -> [any ViewValue] {
    guard !evidence.isEmpty else { return [] }
    let items = evidence.map { item -> Fields in
      [
        "text": text(item.text), "grade": text(words.shortStrength(item.strength)),
        "source": someOrNone(citation(item.source)),
      ]
    }
    return [["items": list(items)] as Fields]
  }

  /// What the plan does about a finding; the first correction when the plan has none. Then the other ways. The steps of a
  /// correction stand where it comes first; later findings lead there.
  private func advice(for finding: Assessment.Finding) -> (first: [Fields], others: [Fields]) {
    let planned = finding.corrections.filter { id in assessment.plan.contains { $0.correction == id } }
    let first = planned.isEmpty ? Array(finding.corrections.prefix(1)) : planned
    let others = finding.corrections.filter { !first.contains($0) }
    return (first.map { numberedCorrection($0, in: finding) }, others.map { foundCorrection($0, in: finding) })
  }

  private func numberedCorrection(_ id: Correction.ID, in finding: Assessment.Finding) -> Fields {
    var fields = foundCorrection(id, in: finding)
    let step = assessment.plan.firstIndex { $0.correction == id }
    fields["planStep"] = optional(step.map { String($0 + 1) })
    return fields
  }

  private func foundCorrection(_ id: Correction.ID, in finding: Assessment.Finding) -> Fields {
    var fields = correction(id)
    let first = assessment.findings.first { $0.corrections.contains(id) }
    fields["shownIn"] = someOrNone(first?.id == finding.id ? nil : first.flatMap { findingReference($0.id) })
    if first?.id != finding.id { (fields["steps"], fields["worksWhen"]) = (someOrNone(nil), optional(nil)) }
    return fields
  }
}
