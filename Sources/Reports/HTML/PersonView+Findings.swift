import Ergonomics

extension PersonView {
  var findings: Fields {
    [
      "count": text(words.counted(assessment.findings.count, "findings")),
      "items": list(assessment.findings.map(finding)),
    ]
  }

  private func finding(_ finding: Assessment.Finding) -> Fields {
    let severity = Severity(gains(of: finding), among: assessment.scores)
    let surest = finding.evidence.filter { !$0.isAgainst && $0.strength == finding.grade }.map(\.source)
    var fields: Fields = [
      "anchor": anchor("f", findingNumbers[finding.id]), "number": HTMLText(findingNumbers[finding.id] ?? 0),
      "title": text(finding.title), "severity": self.severity(severity),
      "figure": findingFigures[finding.id].map { [$0] as [any ViewValue] } ?? [],
      "isShort": !isToldInFull(finding, severity),
      "toldUs": text(finding.toldUs), "why": text(finding.why),
      "adds": optional(finding.adds.isEmpty ? nil : pointsByScore(finding.adds)),
      "grade": text(words.strength(finding.grade, sources: Set(surest).count)),
      "shortGrade": text(words.shortStrength(finding.grade)),
      "for": evidence(finding.evidence.filter { !$0.isAgainst }),
      "against": evidence(finding.evidence.filter(\.isAgainst)),
      "solved": text(finding.solved),
      "isWithoutAdvice": finding.corrections.isEmpty,
      "isLeft": !finding.adds.isEmpty && !assessment.plan.contains { $0.solves.contains(finding.id) },
    ]
    fields.merge(advice(for: finding)) { _, new in new }
    return fields
  }

  /// The first few, which add most, and what is to be changed first: more in full length nobody reads.
  private func isToldInFull(_ finding: Assessment.Finding, _ severity: Severity) -> Bool {
    severity == .high || findingNumbers[finding.id] ?? 0 <= Self.mostInFull
  }

  private static let mostInFull = 3

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

  /// What the plan does about a finding; the first correction when the plan has none. Then the other ways, by name.
  ///
  /// A correction is described once: as a step of the plan, else where it comes first. All else leads there.
  private func advice(for finding: Assessment.Finding) -> Fields {
    let planned = finding.corrections.filter { stepNumbers[$0] != nil }
    let unplanned = unplannedAdvice(for: finding)
    let place = unplanned.flatMap { id in assessment.findings.first { unplannedAdvice(for: $0) == id } }
    let isHere = place?.id == finding.id
    let others = finding.corrections.filter { !planned.contains($0) && $0 != unplanned }
    return [
      "planSteps": list(planned.compactMap(stepReference)),
      "advice": someOrNone(isHere ? unplanned.map(correction) : nil),
      "advisedIn": someOrNone(isHere ? nil : unplanned.flatMap { advised($0, in: place) }),
      "otherAdvice": someOrNone(others.isEmpty ? nil : ["items": row(others.map(correction))]),
    ]
  }

  private func unplannedAdvice(for finding: Assessment.Finding) -> Correction.ID? {
    finding.corrections.contains { stepNumbers[$0] != nil } ? nil : finding.corrections.first
  }

  private func advised(_ id: Correction.ID, in finding: Assessment.Finding?) -> Fields? {
    guard let finding, var fields = findingReference(finding.id) else { return nil }
    fields["title"] = text(corrections[id]?.title ?? id)
    return fields
  }
}
